// Frames: one that lies over the page goes as a whole, whatever site it is from; none is loaded again.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST, OTHER_HOST } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { addMarkup, consent, hides, isSeen, isUnseen } from './lib/living.mjs';
import { until } from './lib/until.mjs';

const WALL = 'position:fixed;inset:0;width:100%;height:100%;border:0;z-index:99';
const COUNT = "window.loads = 0; document.addEventListener('load', ({ target }) => target.localName === 'iframe' && window.loads++, true);";

inBothBrowsers('frames', {}, (world) => {
  const dialog = (host) => world.server.page(`<!doctype html><html lang="en"><body>${consent('inner')}</body></html>`, { host });
  const article = (parsed = '') => {
    const page = articleAround({ parsed: `<div style="height:2000px"></div>${parsed}`, head: `<script>${COUNT}</script>` });
    return world.server.page(page, { host: NEWS_HOST });
  };
  const loaded = (count) => until(`${count} loads`, () => world.browser.evaluate((count) => window.loads === count, count));

  for (const [what, host] of [['the same site', NEWS_HOST], ['another site', OTHER_HOST]]) {
    it(`with a consent dialog of ${what} go with it, at once and later`, async () => {
      const { browser } = world;
      const frame = (id) => `<iframe id="${id}" src="${dialog(host)}" title="Privacy" style="${WALL}"></iframe>`;
      await browser.open(article());
      await browser.evaluate(addMarkup, 'body', frame('early'));
      await loaded(1);
      await browser.evaluate(() => (document.body.style.overflow = 'hidden'));
      await browser.pressButton();
      const popup = await browser.popup();
      await popup.reaches('cleaned');
      assert.ok(await browser.evaluate(isUnseen, 'early'));
      await browser.evaluate(addMarkup, 'body', frame('late'));
      await hides(browser, 'late');
      assert.ok(await browser.evaluate(() => getComputedStyle(document.body).overflowY !== 'hidden'), 'the page scrolls');
      await popup.click('restore');
      await popup.reaches('restored');
      assert.ok(await browser.evaluate(isSeen, 'late'));
      await loaded(2);
    });
  }

  it('in the article stay, and are not loaded again', async () => {
    const { browser } = world;
    const popup = await cleanByButton(browser, article(`<figure><iframe id="map" src="${dialog(OTHER_HOST)}" width="600" height="300" title="The harbour"></iframe><figcaption>The harbour in March</figcaption></figure>`));
    await loaded(1);
    assert.ok(await browser.evaluate(isSeen, 'map'));
    await popup.click('restore');
    await popup.reaches('restored');
    await loaded(1);
  });
});
