// Measures pages in one browser session.

import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { Chromium } from '../../tests/browser/drivers/chromium.mjs';
import { Firefox } from '../../tests/browser/drivers/firefox.mjs';
import { Server } from '../../tests/browser/lib/server.mjs';
import { benchExtension } from './extension.mjs';

const DRIVERS = { chromium: Chromium, firefox: Firefox };

/** Nothing of a page runs or loads: it is measured as it was saved. */
const HEADERS = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };

/** How often the clean is measured on a page, after one that warms it; larger pages speak for themselves. */
const roundsFor = (bytes) => (bytes > 5_000_000 ? 1 : 5);

/** How often the button is pressed in either state. */
const PRESSES = 7;

/** Asks the content script of the bench, once it is there to hear it, and waits for what it found. */
function ask(detail) {
  return new Promise((resolve) => {
    const say = () => document.dispatchEvent(new CustomEvent('clean-copy-bench', { detail }));
    const again = setInterval(say, 200);
    document.addEventListener('clean-copy-bench-heard', () => clearInterval(again), { once: true });
    document.addEventListener('clean-copy-benched', (event) => resolve(/** @type {any} */ (event).detail), { once: true });
    say();
  });
}

/**
 * @param {'chromium' | 'firefox'} key
 * @param {string[]} files
 * @param {(line: string) => void} say
 * @param {string} [pressed] the page on which the button itself is pressed
 */
export async function measureIn(key, files, say, pressed) {
  const server = await Server.start();
  const extension = await benchExtension(key);
  const browser = await DRIVERS[key].launch({ extension, desk: server.page('') });
  const rows = [];
  try {
    for (const file of files) {
      const found = await measure(browser, server, await readFile(file)).catch((error) => ({ error: String(error) }));
      rows.push({ page: path.basename(file, '.html'), ...found });
      say(`${key} ${rows.length} of ${files.length} ${found.error ?? ''}`);
    }
    return { rows, presses: pressed ? await measurePresses(browser, server, await readFile(pressed)) : [] };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A page that the browser itself does not get to the end of has an error, and the ones after it are measured. */
async function measure(browser, server, html) {
  await browser.open(server.page(html, { headers: HEADERS }));
  return answered(browser, { rounds: roundsFor(html.length) });
}

async function answered(browser, request) {
  return JSON.parse(await browser.evaluate(ask, JSON.stringify(request)));
}

/** Presses in turns, with the background awake and asleep: what a reader waits for, who opens the popup first. */
async function measurePresses(browser, server, html) {
  const presses = [];
  for (let round = 0; round < PRESSES; round++) {
    for (const asleep of [false, true]) presses.push({ asleep, ms: await press(browser, server.page(html, { headers: HEADERS }), asleep) });
  }
  return presses;
}

/** Milliseconds from the opening of the popup, which loads the core, to the last hidden block. */
async function press(browser, address, asleep) {
  await browser.open(address);
  // One clean by message, so that the page is ready and the background awake.
  await answered(browser, { once: true });
  if (asleep) await browser.sleepBackground();
  await browser.pressButton();
  const popup = await browser.popup();
  // A page made of many articles may be none; what covers it goes all the same.
  await popup.reaches('cleaned', 'not-an-article');
  const opened = await popup.evaluate(() => performance.timeOrigin);
  await popup.close();
  return (await answered(browser, { cleaned: true })) - opened;
}
