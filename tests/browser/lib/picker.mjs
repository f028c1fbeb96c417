// What a test sees of the picker, and the hands that use it. It draws in a frame that no page reaches, so all of this
// goes through the browser's own ways.

import { articleAround } from './hostile.mjs';
import { until } from './until.mjs';

/** Blocks that no judge has a reason to hide: what is hidden here was picked. */
export const QUAY_PAGE = articleAround({
  parsed: `<div class="quay-notice" id="q1"><b>Quay notice</b> The lower quay is closed on Sundays.</div>
    <div class="quay-notice" id="q2"><em id="word">Quay notice</em> The upper quay is open.</div>
    <iframe id="frame" srcdoc="<p>in the frame</p>" width="300" height="80"></iframe>`,
});

/** The ways that lead to the picker without the popup; Chromium finds a menu entry by its place. */
export const openPicker = async (browser, url) => {
  await browser.open(url);
  await browser.pressButton();
  const popup = await browser.popup();
  await until('the popup to have worked', async () => (await popup.state()) !== 'working');
  await popup.click('pick');
  return waitForPicker(browser);
};

/** The picker, once it is there; from the menu it may begin with a block chosen. */
export async function waitForPicker(browser, ...phases) {
  const picker = new Picker(browser);
  await picker.reaches(...(phases.length ? phases : ['point', 'choose']));
  return picker;
}

export class Picker {
  #browser;

  constructor(browser) {
    this.#browser = browser;
  }

  evaluate(f, ...parameters) {
    return this.#browser.inPicker(f, ...parameters);
  }

  isOpen() {
    return this.#browser.evaluate(() => document.querySelector('clean-copy-picker') !== null);
  }

  phase() {
    return this.evaluate(() => document.body.dataset.phase);
  }

  reaches(...phases) {
    return until(`the picker to be at “${phases.join('” or “')}”`, async () => phases.includes(await this.phase()));
  }

  closed() {
    return until('the picker to close', async () => !(await this.isOpen()));
  }

  text(id) {
    return this.evaluate((id) => document.getElementById(id).innerText.trim(), id);
  }

  /** The focused part of the picker. */
  focused() {
    return this.evaluate(() => document.hasFocus() && (document.activeElement.id || document.activeElement.localName));
  }

  /** Moves the mouse over an element of the page, and clicks there, if it is to. */
  async pointAt(selector, options) {
    const { x, y } = await this.#browser.evaluate((selector) => {
      const element = document.querySelector(selector);
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + Math.min(width / 2, 60), y: top + height / 2 };
    }, selector);
    await this.#browser.point(x, y, options);
  }

  /** Clicks an element of the page and waits for the rules that would hide it. */
  async choose(selector) {
    // It may have another block chosen already.
    await this.evaluate(() => document.querySelector('legend')?.setAttribute('data-before', ''));
    await this.pointAt(selector, { click: true });
    await this.reaches('choose');
    await until('the block to be turned to', () => this.evaluate(() => document.querySelector('legend[data-before]') === null));
    await this.settled();
  }

  /** Waits until the core has said whether the rule may be saved. */
  settled() {
    return until('the picker to have asked the core', () =>
      this.evaluate(() => {
        const said = document.getElementById('warning').textContent !== '';
        return said || /** @type {HTMLButtonElement} */ (document.getElementById('save')).disabled === false;
      }),
    );
  }

  /** Clicks a part of the picker with the mouse. */
  async click(selector) {
    const inside = await this.evaluate((selector) => {
      const { left, top, width, height } = document.querySelector(selector).getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, selector);
    // The frame is as large as the window or lies in its corner.
    const frame = await this.#browser.evaluate(() => {
      const { left, top } = document.querySelector('clean-copy-picker').getBoundingClientRect();
      return { left, top };
    });
    const [x, y] = [frame.left + inside.x, frame.top + inside.y];
    await this.#browser.point(x, y, { click: true });
  }
}
