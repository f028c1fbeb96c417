// soak.mjs BROWSER COUNT: cleans and restores so many pages of the corpus one after the other in one session. Fails on a
// crash, on an error in a console of the extension's, on a page that does not come back as it was, and where the memory
// of the background's process goes on growing.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { Chromium } from './drivers/chromium.mjs';
import { Firefox } from './drivers/firefox.mjs';
import { extensionFor, ROOT } from './lib/paths.mjs';
import { Server } from './lib/server.mjs';
import { within } from './lib/until.mjs';

const PATIENCE_MS = 60_000;
/** After so many pages everything that is loaded once has been loaded. */
const WARM = 100;
/** By how much the median of the last pages may be above that of the first warm ones. */
const MOST_GROWTH = 1.25;
/** What Firefox tells of every extension whose message is answered while its page is being left. */
const LEFT = 'Promise resolved while context is inactive';

const [browserKey = '', count = ''] = process.argv.slice(2);
const Driver = [Chromium, Firefox].find(({ key }) => key === browserKey);
if (!Driver || !/^\d+$/.test(count)) throw new Error('expected a browser, chromium or firefox, and a number of pages');

const folder = path.join(ROOT, 'target/corpus/pages');
/** A page that leads elsewhere by itself is gone before it is looked at twice. */
const staysHere = (/** @type {string} */ name) => !/http-equiv=["']?refresh/i.test(readFileSync(path.join(folder, name), 'latin1'));
const names = readdirSync(folder).filter((name) => name.endsWith('.html') && staysHere(name));
// Every source of the corpus has its share, whatever the number, and small and large pages come mixed: after the
// first hundred the background has seen all sizes.
const order = (/** @type {string} */ name) => createHash('sha1').update(name).digest('hex');
const chosen = names.sort((one, other) => (order(one) < order(other) ? -1 : 1)).slice(0, Number(count));

/** Runs in the page. */
const look = () => ({
  source: document.documentElement.outerHTML,
  marks: document.querySelectorAll('[data-clean-copy], [data-clean-copy-action]').length,
});

/**
 * Runs in the popup: what it came to, once it has come to rest.
 */
const state = () => document.body.dataset.state;

/** @param {number[]} values */
const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

const server = await Server.start();
const pages = server.folder('corpus', folder);
const browser = await Driver.launch({ extension: extensionFor(browserKey), desk: server.page(''), scripts: false });
/** @type {string[]} */
const complaints = [];
/** @type {Record<string, number>} */
const states = {};
/** @type {number[]} */
const memory = [];
/** What the consoles told. @type {Set<string>} */
const told = new Set();
/** After how many pages the consoles are read: browsers keep the last messages only. */
const READ_EVERY = 10;

/** @param {string} name */
async function cleanAndRestore(name) {
  await browser.open(`${pages}${encodeURIComponent(name)}`);
  const before = await browser.evaluate(look);
  await browser.pressButton();
  const popup = await browser.popup();
  await popup.reaches('cleaned', 'nothing', 'not-an-article', 'too-much', 'cut-off', 'unreadable', 'page-changed', 'not-a-page');
  const reached = await popup.evaluate(state);
  states[reached] = (states[reached] ?? 0) + 1;
  const errors = await popup.evaluate(() => document.getElementById('status')?.title ?? '');
  if (errors) complaints.push(`${name}: ${reached}: ${errors}`);
  if (await popup.evaluate(() => document.getElementById('restore')?.hidden === false)) {
    await popup.click('restore');
    await popup.reaches('restored');
  }
  const after = await browser.evaluate(look);
  if (after.source !== before.source || after.marks !== before.marks) complaints.push(`${name}: is not what it was`);
  await popup.close();
}

try {
  for (const [at, name] of chosen.entries()) {
    try {
      await within(name, cleanAndRestore(name), PATIENCE_MS);
    } catch (error) {
      complaints.push(`${name}: ${String(error)}`);
    }
    memory.push(await browser.hands.memory());
    if (at % READ_EVERY === READ_EVERY - 1 || at === chosen.length - 1) for (const error of await browser.errors()) if (!error.includes(LEFT)) told.add(error);
    if (at % 50 === 49) console.log(`${at + 1} pages, ${(memory.at(-1) / 2 ** 20).toFixed(0)} MB, ${complaints.length} complaints`);
  }
} finally {
  await browser.close();
  await server.close();
}

const warm = memory.slice(Math.min(WARM, memory.length >> 1));
const part = Math.max(1, warm.length >> 2);
const [first, last] = [median(warm.slice(0, part)), median(warm.slice(-part))];
const growth = last / first;
if (growth > MOST_GROWTH) complaints.push(`the background's process grew to ${growth.toFixed(2)} times what it was after ${WARM} pages`);
complaints.push(...[...told].map((error) => `a console: ${error}`));
for (const line of complaints) console.error(line);
console.log(`${Driver.title}: ${chosen.length} pages: ${JSON.stringify(states)}; memory ${(first / 2 ** 20).toFixed(0)} MB, then ${(last / 2 ** 20).toFixed(0)} MB (× ${growth.toFixed(2)}); ${complaints.length} complaints`);
process.exitCode = complaints.length ? 1 : 0;
