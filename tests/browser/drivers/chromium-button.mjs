// What Chromium's toolbar button says and shows.

import { until } from '../lib/until.mjs';

/**
 * The colour of the star on the icon of a clean page.
 * @type {[number, number, number]}
 */
const STAR = [255, 212, 59];
/** Tabs and toolbar are above this row of the screen. */
const TOOLBAR_BOTTOM = 120;

/**
 * The badge and the title for the tab in front.
 *
 * @param {import('puppeteer-core').Extension} extension
 */
export async function buttonState(extension) {
  const [worker] = await until('the background', async () => {
    const workers = await extension.workers();
    return workers.length > 0 && workers;
  });
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const of = { tabId: tab.id };
    return { badge: await chrome.action.getBadgeText(of), title: await chrome.action.getTitle(of) };
  });
}

/**
 * The icon on the toolbar. No interface tells it: only the clean one has a yellow star.
 *
 * @param {import('./display.mjs').Display} display
 */
export async function shownIcon(display) {
  return (await display.shows(STAR, TOOLBAR_BOTTOM)) ? 'clean' : 'idle';
}
