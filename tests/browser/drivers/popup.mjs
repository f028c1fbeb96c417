// What a test sees of the extension's popup; each browser only says how to evaluate, click and photograph in it.

import { until } from '../lib/until.mjs';

/** How long the largest page may take on a machine that has other things to do. */
const WORK_MS = 60_000;

/**
 * @typedef {object} PopupAccess
 * @property {(f: (...parameters: any[]) => any, ...parameters: unknown[]) => Promise<any>} evaluate
 * @property {(selector: string) => Promise<void>} clickSelector
 * @property {(factor: number) => Promise<unknown>} zoom
 * @property {(file: string) => Promise<unknown>} screenshot
 * @property {() => Promise<void>} close
 * @property {() => Promise<boolean>} isOpen
 */

export class Popup {
  /** @param {PopupAccess} access */
  constructor({ evaluate, clickSelector, zoom, screenshot, close, isOpen }) {
    this.evaluate = evaluate;
    this.clickSelector = clickSelector;
    this.zoom = zoom;
    this.screenshot = screenshot;
    this.close = close;
    this.isOpen = isOpen;
  }

  /** Leaves its page so many pixels. A popup itself is as wide as what it shows, and takes no size from outside. */
  narrow(width) {
    return this.evaluate((width) => {
      document.documentElement.style.width = `${width}px`;
    }, width);
  }

  /** @param {string} id */
  click(id) {
    return this.clickSelector(`#${id}`);
  }

  /**
   * The text of one element, or of everything that is shown.
   *
   * @param {string} [id]
   */
  text(id) {
    return this.evaluate((id) => (id ? document.getElementById(id) : document.body).innerText.trim(), id ?? null);
  }

  state() {
    return this.evaluate(() => document.body.dataset.state);
  }

  isChecked(id) {
    return this.evaluate((selector) => document.querySelector(selector).matches(':checked'), `#${id}`);
  }

  /** Waits until the popup has reached one of these states, and gives it. */
  async reaches(...states) {
    let state;
    const look = async () => (state = await this.state());
    try {
      // It has no state before it begins.
      await until('the popup to have worked', async () => ![undefined, 'working'].includes(await look()), { timeout: WORK_MS });
      return await until(`the popup to be ${states.join(' or ')}`, async () => states.includes(await look()) && state);
    } catch (error) {
      error.message += `; it is ${state} and says: ${await this.text().catch(() => 'nothing, it is closed')}`;
      throw error;
    }
  }
}
