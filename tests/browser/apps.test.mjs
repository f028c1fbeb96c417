// Small applications of the real frameworks: they go on working on a clean page, and the page stays clean.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, it } from 'node:test';

import { APPS, buildApps, TARGET } from '../apps/build.mjs';
import { cleanByButton, inBothBrowsers, NEWS_HOST } from './lib/both.mjs';
import { markCount } from './lib/look.mjs';
import { switchOn } from './lib/sites.mjs';
import { until } from './lib/until.mjs';

/** What is to be seen of the article and of its clutter. */
const look = () => ({
  title: document.querySelector('h1').textContent,
  prose: [...document.querySelectorAll('.prose')].filter((p) => p.checkVisibility()).length,
  clutter: [...document.querySelectorAll('.promo, .related-stories')].filter((block) => block.checkVisibility()).length,
});

const ONE = { title: 'Brennholt keeps its night ferry', prose: 4, clutter: 0 };
const TWO = { title: 'The library of Sundvik lends out tools', prose: 4, clutter: 0 };
/** Begins to play what a canvas draws, since nothing is fetched; and keeps the frame. */
async function begin() {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d').fillRect(0, 0, 9, 9);
  const player = /** @type {HTMLVideoElement} */ (document.getElementById('player'));
  Object.assign(player, { muted: true, srcObject: canvas.captureStream(10) });
  await player.play();
  window.kept = document.getElementById('frame');
}

/** What must hold at the end: no error, no second load of the frame, listeners that count, a player that plays. */
const health = () => ({
  errors: window.errors,
  loads: window.loads,
  count: document.getElementById('count').textContent,
  isKept: window.kept === document.getElementById('frame'),
  isPlaying: !(/** @type {HTMLVideoElement} */ (document.getElementById('player')).paused),
});
const HEALTHY = { errors: [], loads: 1, isKept: true, isPlaying: true };

inBothBrowsers('applications', {}, (world) => {
  const files = {};
  before(async () => {
    await buildApps();
    await switchOn(world.browser, [NEWS_HOST]);
    const { server } = world;
    server.folder('apps', TARGET);
    for (const name of APPS) files[name] = await readFile(path.join(TARGET, `${name}.html`), 'utf8');
  });

  const looks = (expected, what) =>
    until(what, async () => {
      const seen = await world.browser.evaluate(look);
      return Object.keys(expected).every((key) => seen[key] === expected[key]);
    });

  const ready = async () => {
    await until('the application to run and its frame to load', () => world.browser.evaluate(() => window.isReady && window.loads === 1));
    await world.browser.evaluate(begin);
  };

  for (const name of APPS) {
    it(`of ${name} run on through clean, re-render, route change and restore`, async () => {
      const { browser, server } = world;
      const popup = await cleanByButton(browser, server.page(files[name]));
      await ready();
      await looks(ONE, 'the page to be clean');
      await browser.evaluate(() => document.getElementById('count').click());
      await browser.evaluate(() => window.again());
      await looks(ONE, 'the rendered page to be clean');
      await browser.evaluate(() => window.go('/two'));
      await looks({ ...TWO, clutter: 2 }, 'the second article, which nobody asked to be clean');
      await until('no mark to be left', async () => (await browser.evaluate(markCount)) === 0);
      await popup.close();
      await browser.pressButton();
      const second = await browser.popup();
      await second.reaches('cleaned');
      await looks(TWO, 'the second article to be clean');
      await second.click('restore');
      await second.reaches('restored');
      await browser.evaluate(() => document.getElementById('count').click());
      await browser.evaluate(() => window.go('/one'));
      await looks({ ...ONE, clutter: 2 }, 'the first article as it was');
      assert.deepEqual(await browser.evaluate(health), { ...HEALTHY, count: '2' });
    });

    it(`of ${name} begin on a page that arrived clean, and stay clean`, async () => {
      const { browser, server } = world;
      await browser.open(`${server.page(files[name], { host: NEWS_HOST })}?late`);
      await ready();
      await looks(ONE, 'the page to be clean');
      await browser.evaluate(() => window.again());
      await looks(ONE, 'the rendered page to be clean');
      await browser.evaluate(() => window.go('/two'));
      await looks(TWO, 'the second article to be clean');
      await browser.evaluate(() => document.getElementById('count').click());
      assert.deepEqual(await browser.evaluate(health), { ...HEALTHY, count: '1' });
    });
  }
});
