// Measures pages in one browser session.

import { readFile } from 'node:fs/promises';

import { Chromium } from '../../tests/browser/drivers/chromium.mjs';
import { Firefox } from '../../tests/browser/drivers/firefox.mjs';
import { Server } from '../../tests/browser/lib/server.mjs';
import { benchExtension } from './extension.mjs';
import { rowsOf } from './rows.mjs';

const DRIVERS = { chromium: Chromium, firefox: Firefox };

/** Nothing of a page runs or loads: it is measured as it was saved. */
const HEADERS = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };

/** How often the clean is measured on a page, after one that warms it; larger pages speak for themselves. */
const roundsFor = (bytes) => (bytes > 5_000_000 ? 1 : 5);

/** How often the button is pressed in either state. */
const PRESSES = 7;

/** Asks the content script of the bench, once it is there to hear it, and waits for what it found. One that is not there soon will never be. */
function ask(detail) {
  return new Promise((resolve, reject) => {
    const say = () => document.dispatchEvent(new CustomEvent('clean-copy-bench', { detail }));
    const again = setInterval(say, 200);
    const late = setTimeout(() => reject(new Error('the script of the bench is not in the page')), 30_000);
    document.addEventListener('clean-copy-bench-heard', () => [again, late].forEach(clearTimeout), { once: true });
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
  try {
    const rows = await rowsOf(files, async (file) => measure(browser, server, await readFile(file)), (line) => say(`${key} ${line}`));
    return { rows, presses: pressed ? await measurePresses(browser, server, await readFile(pressed)) : [] };
  } finally {
    await browser.close();
    await server.close();
  }
}

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
