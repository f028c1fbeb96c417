// The popup in Chromium, which to the debugging protocol is a page like others.

import { Popup } from './popup.mjs';

/**
 * @param {import('puppeteer-core').Page} page
 * @param {{ beforeClick: () => Promise<void>, afterClose: () => Promise<void> }} around
 */
export function chromiumPopup(page, { beforeClick, afterClose }) {
  return new Popup({
    evaluate: (f, ...parameters) => page.evaluate(f, ...parameters),
    clickSelector: async (selector) => {
      await beforeClick();
      // A click that brings up a prompt closes the popup before Chromium has answered that it was done.
      await page.click(selector).catch((error) => {
        if (error.name !== 'TargetCloseError') throw error;
      });
    },
    // The browser's own zoom is set for the tabs of a site, and popups are in none.
    zoom: (factor) => page.evaluate((to) => (document.documentElement.style.zoom = String(to)), factor),
    // Headless popups are cut at another height than those on a screen: show all there is.
    screenshot: (file) => page.screenshot({ path: file, fullPage: true }),
    close: async () => {
      await page.close();
      await afterClose();
    },
    isOpen: async () => !page.isClosed(),
  });
}
