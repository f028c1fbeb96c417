// The toolbar button: it tells how much is hidden and whether the page is clean, and forgets it with the page.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST, screenFile } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { markCount } from './lib/look.mjs';
import { until } from './lib/until.mjs';
import { word } from './lib/words.mjs';

const hiddenCount = () => document.querySelectorAll('[data-clean-copy-action=hide]').length;

inBothBrowsers('the toolbar button', { display: true }, (world) => {
  const article = () => world.server.page(articleAround({}), { host: NEWS_HOST });
  const plain = (browser) => ({ badge: '', title: word(browser, 'actionTitle') });

  /** What the button has to say of the page that is shown now. */
  async function truth(browser) {
    const hidden = await browser.evaluate(hiddenCount);
    if (hidden === 0) return plain(browser);
    return { badge: String(hidden), title: `${word(browser, 'name')}: ${hidden} blocks hidden` };
  }

  /** Waits until button and icon tell the truth, and gives it. */
  async function tellsTruth(browser, when) {
    const expected = await truth(browser);
    const icon = expected.badge ? 'clean' : 'idle';
    let state;
    try {
      await until(`the button ${when}`, async () => {
        state = { ...(await browser.buttonState()), icon: await browser.shownIcon() };
        return state.badge === expected.badge && state.title === expected.title && state.icon === icon;
      });
    } catch (error) {
      error.message += `: expected ${JSON.stringify({ ...expected, icon })}, but found ${JSON.stringify(state)}`;
      throw error;
    }
    return expected;
  }

  it('counts what is hidden, and has another icon on a clean page', async () => {
    const { browser } = world;
    await browser.open(article());
    await browser.pinButton();
    assert.deepEqual(await tellsTruth(browser, 'before anything'), plain(browser));
    const popup = await cleanByButton(browser, article());
    const { badge } = await tellsTruth(browser, 'after the clean');
    assert.ok(Number(badge) >= 4, `four blocks at least: ${badge}`);
    await browser.screenshot(await screenFile(browser, 'action-clean'));
    await popup.click('restore');
    await popup.reaches('restored');
    // The popup has the same star in its corner.
    await popup.close();
    assert.deepEqual(await tellsTruth(browser, 'after the restore'), plain(browser));
  });

  it('counts one less when one block is shown again', async () => {
    const { browser } = world;
    const popup = await cleanByButton(browser, article());
    const { badge } = await tellsTruth(browser, 'after the clean');
    await popup.evaluate(() => document.querySelector('details[data-reason]').setAttribute('open', ''));
    await popup.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.row')).click());
    await until('a block to be shown', async () => (await browser.evaluate(hiddenCount)) === Number(badge) - 1);
    await tellsTruth(browser, 'after a block was shown');
    await popup.close();
  });

  it('forgets the page that is left, and knows it again where it comes back clean', async () => {
    const { browser } = world;
    const popup = await cleanByButton(browser, article());
    await tellsTruth(browser, 'on the clean page');
    await popup.close();
    await browser.open(article());
    assert.deepEqual(await tellsTruth(browser, 'on the next page'), plain(browser));
    for (const way of ['back', 'forward', 'back']) {
      const left = await browser.evaluate(() => location.href);
      await browser.go(way);
      await until(`the page ${way}`, () => browser.evaluate((old) => location.href !== old && document.readyState === 'complete', left));
      await tellsTruth(browser, `after going ${way}`);
    }
    await browser.reload();
    assert.equal(await browser.evaluate(markCount), 0);
    assert.deepEqual(await tellsTruth(browser, 'after the reload'), plain(browser));
  });

  it('stays while the page only changes its address', async () => {
    const { browser } = world;
    const popup = await cleanByButton(browser, article());
    await popup.close();
    const { badge } = await tellsTruth(browser, 'after the clean');
    await browser.evaluate(() => history.pushState(null, '', '?page=2'));
    await browser.evaluate(() => (location.hash = 'below'));
    assert.equal((await tellsTruth(browser, 'after the address changed')).badge, badge);
  });

  it('tells by a key without a popup too', async () => {
    const { browser } = world;
    await browser.open(article());
    await browser.command('clean');
    await until('the page to be cleaned', async () => (await browser.evaluate(markCount)) > 0);
    await tellsTruth(browser, 'after the key');
    await browser.command('clean');
    await until('the page to be restored', async () => (await browser.evaluate(markCount)) === 0);
    assert.deepEqual(await tellsTruth(browser, 'after the key once more'), plain(browser));
  });

  it('answers a key for a moment, and then says again what the page is', async () => {
    const { browser } = world;
    await browser.open(article());
    await browser.command('clean');
    await until('the page to be cleaned', async () => (await browser.evaluate(markCount)) > 0);
    await tellsTruth(browser, 'after the key');
    const answers = (mark, key) => until(mark, async () => {
      const { badge, title } = await browser.buttonState();
      return badge === mark && title === word(browser, key);
    });
    await browser.command('copy');
    await answers('✓', 'copied');
    // The second answer comes while the first stands.
    await browser.command('copy-selection');
    await answers('!', 'nothingSelected');
    await tellsTruth(browser, 'after the answers');
  });

  it('answers a key that finds nothing, whatever the page tells meanwhile', async () => {
    const { browser } = world;
    await browser.open(world.server.fixture('nothing-to-clean'));
    await browser.command('clean');
    await until('the answer', async () => (await browser.buttonState()).badge === '!');
    for (let times = 0; times < 5; times++) assert.equal((await browser.buttonState()).badge, '!');
    await until('the page’s own words', async () => {
      const { badge, title } = await browser.buttonState();
      return badge === '' && title === plain(browser).title;
    });
  });
});
