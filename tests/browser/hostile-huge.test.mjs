// Pages that are too much of one thing: the popup answers, nothing of the article goes, and all comes back.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { HUGE } from '../hostile/huge.mjs';
import { bodyOf } from '../hostile/models.mjs';
import { inBothBrowsers } from './lib/both.mjs';
import { markCount } from './lib/look.mjs';
import { until } from './lib/until.mjs';

/** Runs in the page: a source of megabytes is compared by its hash. */
async function sourceHash() {
  const text = new TextEncoder().encode(document.documentElement.outerHTML);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Runs in the page: the paragraphs of the article that are not to be seen. */
const unseen = () => [...document.querySelectorAll('p[id^=p]')].filter((p) => !p.checkVisibility()).map(({ id }) => id);

/** Runs in the popup: it does not show more of a page than a reader can look at. */
const longestRow = () => Math.max(0, ...Array.from(document.querySelectorAll('#ledger .row'), (row) => row.textContent.length));

inBothBrowsers('a page of too much', {}, (world) => {
  for (const [what, { browsers, ...model }] of Object.entries(HUGE)) {
    it(`is cleaned and comes back: ${what}`, async (test) => {
      const { browser, server } = world;
      if (browsers && !browsers.includes(browser.key)) return test.skip('the browser itself does not get to the end of it');
      await browser.open(server.page(bodyOf(model)));
      const before = await browser.evaluate(sourceHash);
      await browser.pressButton();
      const popup = await browser.popup();
      const state = await popup.reaches(...(model.states ?? ['cleaned']));
      assert.deepEqual(await browser.evaluate(unseen), [], 'all paragraphs are to be seen');
      if (state === 'cleaned') assert.ok((await browser.evaluate(markCount)) > 0);
      assert.ok((await popup.evaluate(longestRow)) < 2000, 'rows of the ledger are short');
      if (await popup.evaluate(() => !document.getElementById('restore').hidden)) {
        await popup.click('restore');
        await popup.reaches('restored');
      }
      await until('our marks to go', async () => (await browser.evaluate(markCount)) === 0);
      assert.equal(await browser.evaluate(sourceHash), before, 'the page is what it was');
    });
  }
});
