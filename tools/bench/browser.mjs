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
 */
export async function measureIn(key, files, say) {
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
  } finally {
    await browser.close();
    await server.close();
  }
  return rows;
}

/** A page that the browser itself does not get to the end of has an error, and the ones after it are measured. */
async function measure(browser, server, html) {
  await browser.open(server.page(html, { headers: HEADERS }));
  const warm = await answered(browser, { rounds: roundsFor(html.length) });
  return { ...warm, cold: html.length < 1_000_000 ? await coldClean(browser) : undefined };
}

async function answered(browser, request) {
  return JSON.parse(await browser.evaluate(ask, JSON.stringify(request)));
}

/** A clean whose background sleeps and has to load the core. */
async function coldClean(browser) {
  await browser.sleepBackground();
  return (await answered(browser, { cold: true })).whole;
}
