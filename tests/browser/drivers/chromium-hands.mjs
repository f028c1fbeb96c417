// What a person does on one of the extension's own pages in Chromium: typing, choosing, looking at tabs.

import { readFileSync } from 'node:fs';

export class ChromiumHands {
  #browser;
  #page;

  /**
   * @param {import('puppeteer-core').Browser} browser
   * @param {import('puppeteer-core').Page} page the tab under test
   */
  constructor(browser, page) {
    this.#browser = browser;
    this.#page = page;
  }

  /** Types into a field, in place of what it holds. */
  async type(selector, text) {
    await this.#page.click(selector);
    await this.#page.keyboard.down('Control');
    await this.#page.keyboard.press('a');
    await this.#page.keyboard.up('Control');
    // The first letter takes the place of all that is selected: an empty field in between might be saved.
    if (text) await this.#page.keyboard.type(text);
    else await this.#page.keyboard.press('Delete');
  }

  /** Presses one key: `Tab`, `Enter`, `Escape`, `ArrowRight`. */
  key(name) {
    return this.#page.keyboard.press(name);
  }

  /** Takes an option of a select. */
  async choose(selector, value) {
    await this.#page.select(selector, value);
  }

  /** Chooses a file in a file field. */
  async chooseFile(selector, file) {
    const [field] = await this.#page.$$(selector);
    await /** @type {any} */ (field).uploadFile(file);
  }

  /** The addresses of all tabs. */
  async tabs() {
    return (await this.#browser.pages()).map((page) => page.url());
  }

  /** Closes all tabs but the one under test. */
  async closeOtherTabs() {
    const others = (await this.#browser.pages()).filter((page) => page !== this.#page);
    await Promise.all(others.map((page) => page.close()));
    await this.#page.bringToFront();
  }

  /** Gives the page so many pixels, as on a small screen; 0 takes that back. */
  async narrow(width) {
    await this.#page.setViewport(width ? { width, height: 800 } : null);
  }

  /** Shows pages as to a person who prefers these colours. */
  async colours(scheme) {
    await this.#page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  }

  /** Bytes of memory that the extension's process holds. */
  async memory() {
    const resident = (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
    const ofExtension = (pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process');
    const found = descendants(this.#browser.process().pid).filter(ofExtension);
    return found.reduce((sum, pid) => sum + resident(pid), 0);
  }
}

/** The processes that a process has started, and theirs. */
function descendants(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}
