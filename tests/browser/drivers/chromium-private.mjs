// A private window of Chromium.

import { until } from '../lib/until.mjs';

/**
 * Opens a private window from one of the extension's pages, which is where extensions can do so.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {import('puppeteer-core').Page} page shows one of the extension's pages
 * @param {import('./chromium-extensions.mjs').ExtensionsPage} extensionsPage
 * @returns {Promise<import('puppeteer-core').Page>}
 */
export async function openPrivate(browser, page, extensionsPage) {
  const address = page.url();
  // Chromium loads the extension anew, and closes its pages.
  await page.goto('about:blank');
  await extensionsPage.permitPrivate();
  await until('the extension to be allowed in private windows', async () => {
    await page.goto(address, { waitUntil: 'load' });
    return page.evaluate(() => chrome.extension.isAllowedIncognitoAccess());
  });
  const before = await browser.pages();
  await page.evaluate(() => chrome.windows.create({ incognito: true, url: 'about:blank' }));
  return until('the private window', async () => (await browser.pages()).find((each) => !before.includes(each)));
}
