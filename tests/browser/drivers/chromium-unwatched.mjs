// Pages that never tell Chromium's debugging protocol that they have loaded.

import { until } from '../lib/until.mjs';

/**
 * Opens one in a tab of its own, in the place of the tab before: where one such page follows another in a tab, the
 * protocol loses track of it.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {import('puppeteer-core').Page} before
 * @param {string} url
 */
export async function openUnwatched(browser, before, url) {
  const page = await browser.newPage();
  await before.close();
  await page.goto(url, { waitUntil: 'domcontentloaded' }).catch((error) => {
    if (!/ERR_ABORTED/.test(error.message)) throw error;
  });
  await until(`Chromium to show ${url}`, () => page.url().startsWith(url));
  return page;
}
