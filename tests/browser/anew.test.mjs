// Descriptions share browsers (`lib/shared.mjs`): each begins as if its own had just been launched.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { it } from 'node:test';

import { inBothBrowsers, NEWS_HOST } from './lib/both.mjs';
import { fileWith, openOptions } from './lib/options.mjs';
import { patternOf, switchOn } from './lib/sites.mjs';
import { until } from './lib/until.mjs';

/** Runs in one of the extension's pages: what it has, and what browser it is in. */
const look = async () => ({
  sync: await chrome.storage.sync.get(null),
  local: await chrome.storage.local.get(null),
  session: await chrome.storage.session.get(null),
  permissions: await chrome.permissions.getAll(),
  scripts: await chrome.scripting.getRegisteredContentScripts(),
  keys: Object.fromEntries((await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut])),
  tabs: (await chrome.tabs.query({})).length,
  kept: localStorage.length,
  dark: matchMedia('(prefers-color-scheme: dark)').matches,
  still: matchMedia('(prefers-reduced-motion: reduce)').matches,
  width: innerWidth,
});

/** All that a description could find that the one before has left. */
async function found({ browser, server }) {
  const blank = await browser.evaluate(() => ({ address: location.href, history: history.length }));
  await browser.open(server.page('<p>', { host: NEWS_HOST }));
  const cookies = await browser.evaluate(() => document.cookie);
  await openOptions(browser);
  const files = await readdir(browser.downloads).catch(() => []);
  return { blank, cookies, files, ...(await browser.evaluate(look)), copied: (await browser.readClipboard()).plain || null };
}

/** By browser: what the first description found, and in what. */
const seen = {};
const used = {};

inBothBrowsers('a browser before others use it', {}, (world) => {
  it('is left with all that a test can leave', async () => {
    const { browser, server } = world;
    seen[browser.key] = await found(world);
    used[browser.key] = browser;
    const { blank, sync, tabs } = seen[browser.key];
    assert.deepEqual({ blank, sync, tabs }, { blank: { address: 'about:blank', history: 1 }, sync: {}, tabs: 1 });
    await browser.open(server.page('<p>', { host: NEWS_HOST }));
    await browser.evaluate(() => void (document.cookie = 'left=1; max-age=9999'));
    await switchOn(browser, [NEWS_HOST]);
    await browser.hands.narrow(320);
    await browser.evaluate(async () => {
      for (const area of ['sync', 'local', 'session']) await chrome.storage[area].set({ left: 1 });
      localStorage.setItem('left', '1');
      await navigator.clipboard.writeText('left');
      await chrome.tabs.create({ url: 'about:blank', active: false });
      await chrome.windows.create({ url: 'about:blank', focused: false });
    });
    await browser.assignKeys('pick', 'Ctrl+Shift+7');
    await browser.prefer({ scheme: 'dark', motion: 'reduce' });
    await fileWith(browser, 'left.txt', 'left');
    await until('the browser to have all that', async () => {
      const { permissions, keys, dark } = await browser.evaluate(look);
      return permissions.origins.includes(patternOf(NEWS_HOST)) && keys.pick && dark;
    });
  });
});

inBothBrowsers('a browser that others have used', {}, (world) => {
  it('is as it was before', async () => {
    const { browser } = world;
    if ('beginAnew' in browser) assert.equal(browser, used[browser.key], 'it is the same one');
    assert.deepEqual(await found(world), seen[browser.key]);
  });
});
