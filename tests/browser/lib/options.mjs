// The settings page as tests use it.

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { until } from './until.mjs';

/** Opens the settings page and waits until it shows what is in force. */
export async function openOptions(browser) {
  await browser.open(await browser.extensionUrl('options/options.html'));
  await until('the settings to be shown', () => browser.evaluate(() => document.body.dataset.state === 'ready'));
}

/** The text of an element, or null where it is not shown. */
export const shownText = (browser, selector) =>
  browser.evaluate((selector) => {
    const element = document.querySelector(selector);
    return element?.checkVisibility() ? element.innerText.trim() : null;
  }, selector);

/** Waits until an element shows a text; what it shows instead is told when time is up. */
export const shows = (browser, selector, pattern) =>
  until(`${selector} to say ${pattern}`, async () => {
    const text = await shownText(browser, selector);
    if (!pattern.test(text ?? '')) throw new Error(`it says: ${text}`);
    return text;
  });

/** Waits until the page says that a change was saved; `act` makes the change. */
export async function saving(browser, act) {
  await browser.evaluate(() => (document.getElementById('saved').textContent = ''));
  await act();
  await until('the change to be saved', async () => {
    const said = await shownText(browser, '#saved');
    if (said && said !== 'Saved') throw new Error(`the page says: ${said}`);
    return said;
  });
}

/** What storage.sync holds. The page under test must be one of the extension's. */
export const stored = (browser) => browser.evaluate(() => chrome.storage.sync.get(null));

/** Puts these items into storage.sync in place of all that is there. */
export const store = (browser, items) =>
  browser.evaluate(async (items) => {
    await chrome.storage.sync.clear();
    await chrome.storage.sync.set(items);
  }, items);

/** Opens the settings page with these items stored, and nothing else. */
export async function fresh(browser, items = {}) {
  await openOptions(browser);
  await store(browser, items);
  await browser.evaluate(() => chrome.storage.local.clear());
  await openOptions(browser);
}

/** The text of a file that the browser has downloaded. */
export function downloaded(browser, name) {
  return until(`${name} to be downloaded`, async () => {
    const names = await readdir(browser.downloads);
    // While it is written, Firefox keeps a second file beside it.
    if (names.some((each) => /\.(part|crdownload)$/.test(each)) || !names.includes(name)) return undefined;
    return readFile(path.join(browser.downloads, name), 'utf8');
  });
}

/** Writes a file that a test then chooses in a file field. */
export async function fileWith(browser, name, text) {
  await mkdir(browser.downloads, { recursive: true });
  const file = path.join(browser.downloads, name);
  await writeFile(file, text);
  return file;
}
