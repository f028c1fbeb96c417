// For everyone: the popup still, large or narrow if need be; axe finds what is wrong, also without a core. Its states,
// and the other screens, are in screens.test.mjs.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { it } from 'node:test';

import { axe } from './lib/axe.mjs';
import { cleanByButton, inBothBrowsers, screenFile } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { markCount } from './lib/look.mjs';
import { openAll } from './lib/states.mjs';
import { until } from './lib/until.mjs';
import { variant } from './lib/variants.mjs';

async function assertNoFault(browser, popup, what) {
  const { violations } = await axe(browser, (f) => popup.evaluate(f));
  assert.deepEqual(violations, [], what);
}

inBothBrowsers('axe in the popup', {}, (world) => {
  it('finds a fault that is put there', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.fixture('wire-service'));
    await popup.evaluate(() => {
      document.getElementById('restore').textContent = '';
      document.getElementById('restore').removeAttribute('title');
      document.getElementById('status').style.color = '#ddd';
    });
    const { violations } = await axe(browser, (f) => popup.evaluate(f));
    assert.deepEqual(violations.map((line) => line.split(':')[0]).sort(), ['button-name', 'color-contrast']);
  });
});

inBothBrowsers('the popup for other eyes', {}, (world) => {
  it('keeps still where motion is not wanted', async () => {
    const { browser, server } = world;
    const moves = () =>
      [...document.querySelectorAll('*')].filter((one) =>
        [null, '::before', '::after'].some((part) => /[1-9]/.test(getComputedStyle(one, part).transitionDuration) && getComputedStyle(one, part).transitionProperty !== 'none'),
      ).length;
    await browser.prefer({ motion: 'no-preference' });
    let popup = await cleanByButton(browser, server.fixture('wire-service'));
    assert.ok((await popup.evaluate(moves)) > 0, 'something moves otherwise');
    await popup.close();
    await browser.prefer({ motion: 'reduce' });
    popup = await cleanByButton(browser, server.fixture('wire-service'));
    assert.equal(await popup.evaluate(moves), 0);
    await browser.prefer({});
  });

  it('shows its buttons and pins where the colours are the browser’s', async () => {
    const { browser, server } = world;
    for (const scheme of ['light', 'dark']) {
      await browser.prefer({ scheme, forced: true });
      const popup = await cleanByButton(browser, server.page(articleAround({})));
      await popup.evaluate(openAll);
      await popup.screenshot(await screenFile(browser, `popup-forced-${scheme}`));
      const drawn = await popup.evaluate(() => ({
        forced: matchMedia('(forced-colors: active)').matches,
        paper: getComputedStyle(document.querySelector('.keep')).backgroundColor,
        pin: getComputedStyle(document.querySelector('.keep'), '::before').backgroundColor,
        isPlain: getComputedStyle(document.querySelector('.keep'), '::before').forcedColorAdjust === 'none',
        border: getComputedStyle(document.getElementById('copy')).borderTopWidth,
      }));
      assert.ok(drawn.forced);
      assert.ok(drawn.isPlain && drawn.pin !== drawn.paper, JSON.stringify(drawn));
      assert.notEqual(drawn.border, '0px');
      await popup.close();
    }
    await browser.prefer({});
  });

  for (const [what, how] of Object.entries({ '320 pixels wide': (popup) => popup.narrow(320), 'at 200 % zoom': (popup) => popup.zoom(2) })) {
    it(`needs no scrolling sideways ${what}`, async () => {
      const { browser, server } = world;
      const popup = await cleanByButton(browser, server.fixture('wire-service'));
      await popup.evaluate(openAll);
      const before = await popup.evaluate(() => document.body.getBoundingClientRect().width);
      assert.equal(Math.round(before), 360, 'its own width is another one');
      await how(popup);
      const tooWide = () => {
        const root = document.documentElement;
        const edge = Math.min(root.getBoundingClientRect().right, window.innerWidth);
        const out = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > edge + 1 && !one.matches('.spoken'));
        return { over: root.scrollWidth - root.clientWidth, out: out.map((one) => one.id || one.localName), edge };
      };
      let wide;
      try {
        await until('the popup to fit', async () => {
          wide = await popup.evaluate(tooWide);
          return wide.over <= 0 && wide.out.length === 0;
        });
      } catch (error) {
        error.message += `: ${JSON.stringify(wide)}`;
        throw error;
      }
      await popup.screenshot(await screenFile(browser, `popup-${what.replace(/\W+/g, '-')}`));
    });
  }

  it('says once more what it did once more', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.fixture('wire-service'));
    await popup.evaluate(() => {
      const answer = document.getElementById('answer');
      window.said = [];
      new MutationObserver(() => window.said.push(answer.textContent)).observe(answer, { childList: true });
    });
    for (const [press, count] of [1, 3].entries()) {
      await popup.click('copy-title');
      await until(`answer ${press + 1}`, () => popup.evaluate((count) => window.said.length === count, count));
    }
    const [first, gone, second] = await popup.evaluate(() => window.said);
    assert.deepEqual([gone, second], ['', first]);
    assert.notEqual(first, '');
  });

  it('lays nothing over anything else when all of it is open', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.fixture('wire-service'));
    await popup.evaluate(openAll);
    await popup.evaluate(() => (document.getElementById('answer').textContent = 'A sentence that takes two lines of the popup, as some of its answers do.'));
    const parts = await popup.evaluate(() =>
      ['header', 'main', 'footer', '#more'].map((part) => {
        const { top, bottom } = document.querySelector(part).getBoundingClientRect();
        return { part, top, bottom };
      }),
    );
    parts.reduce((above, below) => {
      assert.ok(below.top >= above.bottom - 1, `${below.part} begins below ${above.part}: ${JSON.stringify(parts)}`);
      return below;
    });
    const spilt = await popup.evaluate(() => {
      const main = document.querySelector('main');
      return main.scrollHeight > main.clientHeight && getComputedStyle(main).overflowY === 'visible';
    });
    assert.equal(spilt, false);
    const left = await popup.evaluate(() => {
      const sizes = Array.from(document.querySelectorAll('body *'), (one) => ({ one, size: parseFloat(getComputedStyle(one).fontSize) }));
      for (const { one, size } of sizes) /** @type {HTMLElement} */ (one).style.fontSize = `${2 * size}px`;
      return document.querySelector('main').clientHeight;
    });
    assert.ok(left >= 200, `in text of twice the size the article's part is ${left} pixels high`);
  });

  it('is painted before the page is clean', async () => {
    const { browser, server } = world;
    const body = articleAround({ parsed: '<p>The keeper wrote of ships, tides and storms, and of lamps.</p>'.repeat(40_000) });
    await browser.open(server.page(body));
    await browser.pressButton();
    const popup = await browser.popup();
    const seen = await until('the first paint', () =>
      popup.evaluate(() => {
        const [paint] = performance.getEntriesByName('first-contentful-paint');
        return paint && { state: document.body.dataset.state, words: document.getElementById('status').textContent };
      }),
    );
    assert.equal(seen.state, 'working', 'there is something to see while the core works');
    assert.notEqual(seen.words, '');
    await popup.reaches('cleaned');
  });
});

/** An extension whose core is no WebAssembly. */
const withoutCore = (/** @type {string} */ key) => variant(key, 'broken', (folder) => writeFile(path.join(folder, 'core/core_bg.wasm'), 'no core'));

inBothBrowsers('the popup without a core', { extension: withoutCore }, (world) => {
  it('says that the core failed, and has no fault', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.fixture('wire-service'), 'core-failed');
    assert.match(await popup.text('status'), /could not start/);
    await assertNoFault(browser, popup, 'core-failed');
    assert.equal(await browser.evaluate(markCount), 0);
    await popup.screenshot(await screenFile(browser, 'popup-core-failed'));
  });
});
