// The button: one press cleans the page, the popup says what went and why, one press brings it back.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, screenFile } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { frames, isSeen } from './lib/living.mjs';
import { assertSameText, hiddenBlocks, markCount, renderedText, source, unmutedText, veils, words } from './lib/look.mjs';
import { fixtures } from './lib/pages.mjs';
import { until } from './lib/until.mjs';

const see = async (browser) => ({
  source: await browser.evaluate(source),
  rendered: words(await browser.evaluate(renderedText)),
  unmuted: words(await browser.evaluate(unmutedText)),
});

/** Runs in the popup: has the page cleaned once more, and tells how often the core was asked for it. */
async function cleanAgain() {
  let asked = 0;
  chrome.runtime.onConnect.addListener(({ name }) => void (name === 'core' && asked++));
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const { state } = await chrome.tabs.sendMessage(tab.id, { to: 'page', type: 'clean' });
  return { state, asked };
}

/** Cleans a clean page a second time: it stays as the first time left it. */
async function assertCleanAgain(browser, popup) {
  // What keeps its room is known with the next frame.
  await frames(browser, 1);
  const once = await browser.evaluate(source);
  // A page that has not changed is not looked at again.
  await browser.evaluate(() => document.head.append(document.createElement('meta')));
  assert.deepEqual(await popup.evaluate(cleanAgain), { state: 'cleaned', asked: 1 });
  await browser.evaluate(() => document.head.lastElementChild.remove());
  assertSameText(await browser.evaluate(source), once, 'the page is as the first cleaning left it');
}

inBothBrowsers('the button', {}, (world) => {
  it('cleans the page at once and says how much went and why', async () => {
    const { browser, server } = world;
    await browser.open(server.fixture('wire-service'));
    await browser.screenshot(await screenFile(browser, 'page-before'));
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await browser.screenshot(await screenFile(browser, 'page-after'));
    await popup.screenshot(await screenFile(browser, 'popup-cleaned'));

    const hidden = await browser.evaluate(hiddenBlocks);
    assert.ok(hidden.length > 5, `only these were hidden: ${hidden}`);
    assert.match(await popup.text('status'), /\d/, 'the status tells a number');
    const ledger = await popup.evaluate(() => document.getElementById('ledger').textContent);
    assert.match(ledger, /Also on/, 'the ledger gives the evidence for a promo');
  });

  for (const page of fixtures()) {
    const todo = page.known_failure?.find((/** @type {string} */ line) => line.includes(' in the page: '));
    it(`restores ${page.slug} byte for byte, having hidden its clutter and none of its article, once or twice`, { todo }, async () => {
      const { browser, server } = world;
      await browser.open(server.fixture(page.slug));
      // What `content-visibility` leaves out is settled by the first frame, not by the load.
      await frames(browser, 2);
      const before = await see(browser);
      await browser.pressButton();
      const popup = await browser.popup();
      await popup.reaches(page.outcome);
      const clean = await see(browser);
      // Pages may take their time for a change of style.
      if (page.outcome === 'cleaned') {
        await until('the article to be readable', async () => (await browser.evaluate(veils)).length === 0);
        await assertCleanAgain(browser, popup);
      }
      if ((await browser.evaluate(markCount)) > 0) {
        await popup.click('restore');
        await popup.reaches('restored');
      }

      const restored = await see(browser);
      assertSameText(restored.source, before.source, 'the page is what it was');
      assertSameText(restored.rendered, before.rendered, 'the page shows what it showed');
      const left = page.must_go.filter((text) => clean.unmuted.includes(words(text)));
      assert.deepEqual(left, [], 'clutter is still to be read');
      const shown = page.must_stay.filter((text) => before.rendered.includes(words(text)));
      const lost = shown.filter((text) => !clean.rendered.includes(words(text)));
      assert.deepEqual(lost, [], 'article text is gone');
    });
  }

  it('leaves the author’s own folds and blurs', async () => {
    const { browser, server } = world;
    const head = '<style>html{filter:invert(1)} main::after{content:"";position:fixed;inset:0;z-index:-1} #box{max-height:30px;overflow:hidden}</style>';
    const parsed = '<div id="box"><p>The tower has 204 steps.</p><p>Its lamp was lit in 1874.</p></div><button id="more" type="button">Read more</button>';
    await cleanByButton(browser, server.page(articleAround({ head, parsed })));
    const marks = () => [...document.querySelectorAll('[data-clean-copy-action]')].map((element) => element.getAttribute('data-clean-copy-action'));
    assert.deepEqual([...new Set(await browser.evaluate(marks))], ['hide']);
    assert.ok(await browser.evaluate(isSeen, 'more'), 'the button of the fold stays');
  });

  it('cleans again after a restore', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.fixture('wire-service'));
    const hidden = await browser.evaluate(hiddenBlocks);
    await popup.click('restore');
    await popup.reaches('restored');
    await popup.screenshot(await screenFile(browser, 'popup-restored'));
    await browser.pressButton();
    await (await browser.popup()).reaches('cleaned');
    assert.deepEqual(await browser.evaluate(hiddenBlocks), hidden);
  });

  it('cleans when the background has fallen asleep', async () => {
    const { browser, server } = world;
    await browser.open(server.fixture('wire-service'));
    await browser.sleepBackground();
    await browser.pressButton();
    await (await browser.popup()).reaches('cleaned');
    assert.ok((await browser.evaluate(markCount)) > 0);
  });

  it('cleans under a strict Content Security Policy with Trusted Types', async () => {
    const { browser, server } = world;
    const url = server.fixture('wire-service');
    await cleanByButton(browser, url);
    const hidden = await browser.evaluate(hiddenBlocks);
    const popup = await cleanByButton(browser, server.fixture('wire-service', { strict: true }));
    assert.deepEqual(await browser.evaluate(hiddenBlocks), hidden);
    await popup.click('restore');
    await until('all marks to go', async () => (await browser.evaluate(markCount)) === 0);
  });

  it('shows text of the page as text, never as markup', async () => {
    const { browser, server } = world;
    const attack = '&lt;img src=x onerror="document.title=1"&gt;&lt;b&gt;';
    const parsed = `<p class="promo"><strong>Also on example.com</strong> <a href="/x">${attack} Bridge closed</a></p>`;
    const popup = await cleanByButton(browser, server.page(articleAround({ parsed })));
    const ledger = await popup.evaluate(() => {
      const place = document.getElementById('ledger');
      return { text: place.textContent, foreign: place.querySelectorAll('img, b, script, a, iframe').length };
    });
    assert.match(ledger.text, /<img src=x/, 'the excerpt is shown as it is written');
    assert.equal(ledger.foreign, 0);
  });

  it('leaves nothing in the page but its marks: no element, no global, no class', async () => {
    const { browser, server } = world;
    await browser.open(server.fixture('wire-service'));
    const snapshot = () => ({
      globals: Object.keys(window).length,
      elements: document.getElementsByTagName('*').length,
      classes: Array.from(document.querySelectorAll('[class]'), (element) => element.getAttribute('class')),
    });
    const before = await browser.evaluate(snapshot);
    await browser.pressButton();
    await (await browser.popup()).reaches('cleaned');
    assert.deepEqual(await browser.evaluate(snapshot), before);
  });

  // Elsewhere nothing but a wait of hours shows it.
  it('leaves nothing behind in Firefox when its page goes', async () => {
    const { browser, server } = world;
    const { hands } = browser;
    if (!('functions' in hands)) return;
    const pages = 8;
    await (await cleanByButton(browser, server.fixture('wire-service'))).close();
    const before = await hands.functions();
    assert.ok(before > 0, 'the browser tells of its functions');
    for (let page = 0; page < pages; page++) await (await cleanByButton(browser, server.fixture('wire-service'))).close();
    const left = async () => (await hands.functions()) - before;
    // A connection that was kept is 1,300 bytes of functions.
    await until('the connections to go', async () => (await left()) < pages * 500);
  });
});
