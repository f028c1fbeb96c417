// A browser that the descriptions of a process share, one after the other, where beginning anew costs much less than a
// launch: in Firefox a fifth, over three seconds of a core less. Chromium launches in little more than one.

import { after } from 'node:test';

import { within } from './until.mjs';

/** A browser that has served so many descriptions is replaced: it shall not grow old. */
const MOST_USES = 16;
/** A browser that is not ready by then hangs. */
const ANEW_MS = 30_000;

/** The browser that waits for the next description. */
let idle;
/** How many descriptions a browser has served. */
const uses = new WeakMap();

const end = () => idle?.close();
// Where a parent sends the files one after the other, only it knows which is the last.
if (process.connected) process.once('disconnect', end);
else after(end);

/**
 * Whether a description with these options can do with a browser that runs: it may ask for what only a launch can set.
 *
 * @param {any} Driver
 * @param {Record<string, any>} options
 */
const canShare = (Driver, { managed, proxy, scripts = true }) => 'beginAnew' in Driver.prototype && !managed && !proxy && scripts;

/**
 * A browser that is as after a launch: the one that waits, or a new one.
 *
 * @param {any} Driver
 * @param {Record<string, any>} options as `launch` takes them
 */
export async function borrowBrowser(Driver, options) {
  if (!idle || !canShare(Driver, options)) return Driver.launch(options);
  const browser = idle;
  idle = undefined;
  try {
    await within(`${Driver.title} to begin anew`, browser.beginAnew(options), ANEW_MS);
    return browser;
  } catch (error) {
    // What the tests before have left may be more than can be cleared away.
    console.error(`${error.message}: another one is launched`);
    await browser.close();
    return Driver.launch(options);
  }
}

/**
 * Takes a browser back: it waits for the next description, or ends.
 *
 * @param {any} Driver
 * @param {Record<string, any>} options as it was borrowed with
 * @param {any} browser
 */
export async function returnBrowser(Driver, options, browser) {
  uses.set(browser, (uses.get(browser) ?? 0) + 1);
  if (idle || !canShare(Driver, options) || browser.isSpent || uses.get(browser) >= MOST_USES) return browser.close();
  idle = browser;
}
