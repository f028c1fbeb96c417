// The popup in Chromium, which to the debugging protocol is a page like others.

import { until } from '../lib/until.mjs';
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
      const clicked = (/** @type {Error} */ error) => error.name === 'TargetCloseError' || Promise.reject(error);
      // A list that is drawn anew may take the element away between the look for it and the click.
      await until(`a click on ${selector}`, () => page.click(selector).then(() => true, clicked));
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
