// The clipboard as Chromium has it: read in a tab that may do so, which must be in front for it.

import { until } from '../lib/until.mjs';

export class ChromiumClipboard {
  #browser;
  #page;
  #desk;

  /**
   * @param {import('puppeteer-core').Browser} browser
   * @param {import('puppeteer-core').Page} page the tab under test; it is in front again afterwards
   * @param {string} desk an empty page on a secure address
   */
  constructor(browser, page, desk) {
    this.#browser = browser;
    this.#page = page;
    this.#desk = desk;
  }

  /** Both flavours, each a string or null. */
  read() {
    return this.#atDesk(async () => {
      const read = { plain: null, html: null };
      const html = 'text/html';
      const clipboard = /** @type {any} */ (navigator.clipboard);
      for (const item of await clipboard.read({ unsanitized: [html] })) {
        if (item.types.includes('text/plain')) read.plain = await (await item.getType('text/plain')).text();
        if (item.types.includes(html)) read.html = await (await item.getType(html)).text();
      }
      return read;
    });
  }

  clear() {
    return this.#atDesk(() => navigator.clipboard.writeText(''));
  }

  async #atDesk(f) {
    const context = this.#browser.defaultBrowserContext();
    const allowed = ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write'];
    await context.overridePermissions(new URL(this.#desk).origin, /** @type {any[]} */ (allowed));
    const desk = await this.#browser.newPage();
    try {
      await desk.goto(this.#desk);
      // A tab that opens while a menu closes has the focus a moment later.
      await until('the desk to have the focus', async () => {
        await desk.bringToFront();
        return desk.evaluate(() => document.hasFocus());
      });
      return await desk.evaluate(f);
    } finally {
      await desk.close();
      await this.#page.bringToFront();
    }
  }
}
