// A first visit: the page is clean within one frame of being parsed, plus what the core's answer takes.

import assert from 'node:assert/strict';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, it } from 'node:test';

import { inBothBrowsers } from './lib/both.mjs';
import { openOptions } from './lib/options.mjs';
import { extensionFor } from './lib/paths.mjs';
import { registered, seenWhenClean, serveSites, SITES, switchOn } from './lib/sites.mjs';
import { until } from './lib/until.mjs';

const [SITE] = SITES;
const TIMES = 8;

/** Runs in the page's scripts: writes on the page when the core was first asked, and when it answered. */
const TIMING = `
{
  const ask = askCore;
  askCore = async (...given) => {
    const asked = performance.now();
    const answer = await ask(...given);
    document.documentElement.dataset.asked ??= JSON.stringify([asked, performance.now()]);
    return answer;
  };
}`;

/** Runs in the page's scripts: a storage that never answers. */
const DEAF = `
storedRecipe = () => new Promise(() => {});`;

/** The extension with something more at the end of one of the page's scripts. */
const changed = (file, added) => async (key) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'clean-copy-changed-'));
  folders.push(folder);
  await cp(extensionFor(key), folder, { recursive: true });
  await appendFile(path.join(folder, file), added);
  return folder;
};

/** Copies that were made. */
const folders = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

inBothBrowsers('a first visit', { hosts: [SITE.host], extension: changed('page/read.js', TIMING) }, (world) => {
  it('is clean within one frame of being parsed, besides those that the core takes to answer', async () => {
    const { browser, server } = world;
    serveSites(server);
    await switchOn(browser, [SITE.host]);
    const frames = [];
    for (let time = 0; time < TIMES; time++) {
      await openOptions(browser);
      await browser.evaluate(() => chrome.storage.local.clear());
      await browser.open(server.url(SITE.pages[0], SITE.host));
      const { parsed, marked, times } = await browser.evaluate(seenWhenClean);
      const [asked, answered] = JSON.parse(await browser.evaluate(() => document.documentElement.dataset.asked));
      const isOurs = (frame) => (frame > parsed && frame < asked) || (frame > answered && frame < marked);
      frames.push(times.filter(isOurs).length);
    }
    assert.ok(Math.max(...frames) <= 1, `besides those, so many frames were drawn before the page was clean: ${frames}`);
  });
});

inBothBrowsers('a storage that does not answer', { hosts: [SITE.host], extension: changed('page/recipe.js', DEAF) }, (world) => {
  it('neither keeps the page from being seen nor the clean from coming', async () => {
    const { browser, server } = world;
    serveSites(server);
    await switchOn(browser, [SITE.host]);
    const recipe = { text: '', hides: [{ selector: '.clutter-of-old', reason: 'promo' }], pages: 2, off: false };
    await browser.evaluate((items) => chrome.storage.local.set(items), { [`recipe:${SITE.host}`]: recipe });
    await until('the page to wait for its recipe', async () => (await registered(browser, 'learned')).length > 0);
    await browser.open(server.url(SITE.pages[0], SITE.host));
    await until('the page to be seen', () => browser.evaluate(() => window.seen.painted > 0));
    await browser.evaluate(seenWhenClean);
  });
});
