// What a person does on one of the extension's own pages in Firefox: typing, choosing, looking at tabs.

import { until } from '../lib/until.mjs';
import * as inFirefox from './firefox-chrome.mjs';
import { KEYS } from './firefox-keys.mjs';

export class FirefoxHands {
  #marionette;
  #chrome;

  /**
   * @param {import('./marionette.mjs').Marionette} marionette
   * @param {(f: (...parameters: any[]) => any, ...parameters: unknown[]) => Promise<any>} chrome runs a function in the
   * browser's own window
   */
  constructor(marionette, chrome) {
    this.#marionette = marionette;
    this.#chrome = chrome;
  }

  /** Types into a field, in place of what it holds. */
  async type(selector, text) {
    const id = await this.#find(selector);
    await this.#marionette.command('WebDriver:ElementClear', { id });
    await this.#marionette.command('WebDriver:ElementSendKeys', { id, text });
  }

  /** Presses one key: `Tab`, `Enter`, `Escape`, `ArrowRight`. */
  async key(name) {
    const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[name] }));
    await this.#marionette.command('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Takes an option of a select. */
  async choose(selector, value) {
    const id = await this.#find(`${selector} option[value="${value}"]`);
    await this.#marionette.command('WebDriver:ElementClick', { id });
  }

  /** Chooses a file in a file field. */
  async chooseFile(selector, file) {
    await this.#marionette.command('WebDriver:ElementSendKeys', { id: await this.#find(selector), text: file });
  }

  async #find(selector) {
    const found = await this.#marionette.command('WebDriver:FindElement', { using: 'css selector', value: selector });
    return Object.values(found)[0];
  }

  /** The addresses of all tabs. */
  tabs() {
    return this.#chrome(inFirefox.tabAddresses);
  }

  /** The tab that shows an address; it is the one under test then, and else the last one. */
  async tabAt(address) {
    for (const handle of await this.#marionette.command('WebDriver:GetWindowHandles')) {
      await this.switchTo(handle);
      if ((await this.#marionette.command('WebDriver:GetCurrentURL')) === address) return handle;
    }
    return undefined;
  }

  switchTo(handle) {
    return this.#marionette.command('WebDriver:SwitchToWindow', { handle, focus: true });
  }

  /** Closes all tabs but the one under test. */
  async closeOtherTabs() {
    const mine = await this.#marionette.command('WebDriver:GetWindowHandle');
    for (const handle of await this.#marionette.command('WebDriver:GetWindowHandles')) {
      if (handle === mine) continue;
      await this.switchTo(handle);
      await this.#marionette.command('WebDriver:CloseWindow');
    }
    await this.switchTo(mine);
  }

  /** Gives the page so many pixels, as on a small screen; 0 takes that back. */
  async narrow(width) {
    // The page lives in another process, and hears of it later.
    await until('the page to have its width', async () => {
      const given = await this.#chrome(inFirefox.narrow, width);
      return (await this.#marionette.command('WebDriver:ExecuteScript', { script: 'return innerWidth', args: [] })) === given;
    });
  }

  /** Shows pages as to a person who prefers these colours. */
  colours(scheme) {
    return this.#chrome(inFirefox.preferColours, scheme);
  }

  /** Bytes of memory that the extension's process holds. */
  memory() {
    return this.#chrome(inFirefox.extensionMemory);
  }

  /** Bytes of the functions that the browser holds for the extension. */
  functions() {
    return this.#chrome(inFirefox.extensionFunctions);
  }
}
