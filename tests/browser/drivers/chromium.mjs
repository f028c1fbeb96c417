// Drives a real Chromium: its toolbar button, popup, prompts, menus, shortcuts and clipboard.
// Menus, shortcuts and prompts are drawn by the browser itself and need a display; the rest runs headless.

import { pageOrigin, plainSpot } from '../lib/look.mjs';
import { until } from '../lib/until.mjs';
import { buttonState, shownIcon } from './chromium-button.mjs';
import { ChromiumClipboard } from './chromium-clipboard.mjs';
import { ExtensionsPage } from './chromium-extensions.mjs';
import { ChromiumHands } from './chromium-hands.mjs';
import { chromiumPopup } from './chromium-popup.mjs';
import { filmed } from './chromium-film.mjs';
import { openPrivate } from './chromium-private.mjs';
import { ChromiumProcess } from './chromium-process.mjs';
import { openUnwatched } from './chromium-unwatched.mjs';

/** A place on the screen that shows the page's own background. */
const PAGE_CORNER = [30, 860];

export class Chromium {
  static title = 'Chromium';
  static key = 'chromium';
  key = 'chromium';

  #process;
  #page;
  #windows = {};
  #desk;
  #pageColour;
  #features = [];

  /**
   * @param {Partial<import('./chromium-process.mjs').ChromiumOptions> & { extension: string, desk: string, welcome?: boolean, managed?: object }} options
   * `desk` is an empty page on the loopback address where the clipboard can be read; `welcome` keeps the first-run page,
   * `managed` is what an administrator has set
   */
  static async launch({ hosts = [], scripts = true, display = false, welcome = false, managed, proxy, everyFrame = true, desk, extension }) {
    const chromium = new Chromium();
    chromium.#desk = desk;
    chromium.#process = await ChromiumProcess.start({ extension, hosts, scripts, display, everyFrame, proxy });
    await chromium.#takeTab();
    await chromium.#meetWelcome(welcome);
    if (managed) await chromium.#process.administer(managed);
    return chromium;
  }

  /** The installation opens the first-run page: the test goes on in its tab, or without it. */
  async #meetWelcome(keep) {
    const isWelcome = (page) => page.url().endsWith('/welcome/welcome.html');
    const page = await until('the first-run page', async () => (await this.#browser.pages()).find(isWelcome));
    const unwanted = keep ? this.#page : page;
    if (keep) this.#page = page;
    await unwanted.close();
    await this.#page.bringToFront();
  }

  #takeTab = async () => ([this.#page] = await this.#browser.pages());

  get #browser() {
    return this.#process.browser;
  }

  get #extension() {
    return this.#process.extension;
  }

  /** Opens an address and waits for its load event. */
  async open(url) {
    await this.#page.goto(url, { waitUntil: 'load', timeout: 120_000 });
  }

  /** Opens an address that never tells that it has loaded: a PDF, a page of the browser itself. */
  openUnwatched = async (url) => void (this.#page = await openUnwatched(this.#browser, this.#page, url));

  reload = () => this.#page.reload({ waitUntil: 'load' });

  /** Goes `back` or `forward` in the tab's history, without waiting for a load that may never be one. */
  async go(way) {
    const session = await this.#page.createCDPSession();
    const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
    const entryId = entries[currentIndex + (way === 'back' ? -1 : 1)].id;
    await session.send('Page.navigateToHistoryEntry', { entryId });
    await session.detach();
  }

  /** Runs a function in the page; promises are awaited. */
  evaluate = (f, ...parameters) => this.#page.evaluate(f, ...parameters);

  /** Clicks the extension's toolbar button. */
  async pressButton() {
    // A click anywhere closes an open popup first.
    await (await this.#popupPage())?.close();
    await this.#page.triggerExtensionAction(this.#extension);
  }

  async #popupPage() {
    const pages = await this.#extension.pages();
    return pages.find((page) => /popup/.test(page.url()) && !page.isClosed() && page !== this.#page);
  }

  /** The popup, once it has been opened. */
  async popup() {
    const page = await until('the popup to open', async () => {
      const page = await this.#popupPage();
      return (await page?.evaluate(() => document.readyState === 'complete')) && page;
    });
    if (this.#features.length) await emulate(page, this.#features);
    return chromiumPopup(page, {
      beforeClick: () => this.#rememberColour(),
      afterClose: () => this.#page.bringToFront(),
    });
  }

  /** A permission prompt is known by the page behind it, which goes dark. */
  async #rememberColour() {
    this.#pageColour = await this.#process.display?.colour(...PAGE_CORNER);
  }

  /** Runs a function inside the picker, which no page can reach. */
  async inPicker(f, ...parameters) {
    for (const frame of this.#page.frames()) {
      const isPicker = await frame.evaluate(() => document.getElementById('panel') !== null).catch(() => false);
      if (isPicker && frame !== this.#page.mainFrame()) return frame.evaluate(f, ...parameters);
    }
    throw new Error('no picker is open');
  }

  /** Moves the mouse to a place of the page and clicks there, if it is to. */
  async point(x, y, { click = false } = {}) {
    await this.#page.mouse.move(x, y);
    if (click) await this.#page.mouse.click(x, y);
  }

  /** Presses a key where the focus is: `ArrowUp`, `Enter`, `Tab`, `Shift+Tab`. */
  async press(key) {
    const page = (await this.#popupPage()) ?? this.#page;
    const [name, ...modifiers] = key.split('+').toReversed();
    for (const key of modifiers) await page.keyboard.down(key);
    await page.keyboard.press(name);
    for (const key of modifiers) await page.keyboard.up(key);
  }

  /** What the toolbar button says for the tab. */
  buttonState = () => buttonState(this.#extension);

  /** Which icon the toolbar shows. */
  shownIcon = () => shownIcon(this.#needDisplay());

  /** Puts the button where it can be seen. */
  pinButton = () => this.#extensionsPage.pin();

  get #extensionsPage() {
    return new ExtensionsPage(this.#browser, this.#page, this.#extension.id);
  }

  /** Has the browser be light or dark, move or keep still, and have pages in its own colours. */
  async prefer({ scheme = 'light', motion = 'no-preference', forced = false }) {
    const taste = { 'prefers-color-scheme': scheme, 'prefers-reduced-motion': motion, 'forced-colors': forced ? 'active' : 'none' };
    this.#features = Object.entries(taste).map(([name, value]) => ({ name, value }));
    await emulate(this.#page, this.#features);
  }

  /** What the extension's consoles have told of errors. */
  errors = () => this.#extensionsPage.errors();

  /** Lets the extension read a site, or no longer, as a user does on the page for that. */
  permit = (origin, on = true) => this.#extensionsPage.permit(origin, on);

  /** Goes on in a private window. It is opened where there is none, from a tab that shows a page of the extension. */
  async goPrivate() {
    this.#windows.open = this.#page;
    this.#page = this.#windows.private ??= await openPrivate(this.#browser, this.#page, this.#extensionsPage);
    await this.#page.bringToFront();
  }

  /** Goes on in the open window. */
  async goOpen() {
    this.#page = this.#windows.open;
    await this.#page.bringToFront();
  }

  async closePrivate() {
    await this.#windows.private.close();
    this.#windows.private = undefined;
  }

  /** Gives a command the keys that a user chooses on the page for that. */
  assignKeys = (name, keys) => this.#extensionsPage.assignKeys(name, keys);

  /** Presses the keys of one of the extension's commands. */
  async command(name) {
    const keys = await this.#extensionsPage.keysOf(name);
    await this.hotkey(keys.replaceAll(' ', ''));
  }

  /** Presses keys that the browser itself acts on: `Ctrl+C`. */
  async hotkey(keys) {
    await this.#page.bringToFront();
    // Keys that come before the tab is in front again go to the one that was.
    const inFront = () => document.visibilityState === 'visible' && document.hasFocus();
    await until('the page to take the keys', () => this.#page.evaluate(inFront));
    await this.#needDisplay().keys(keys.toLowerCase());
  }

  /** Says yes in the permission prompt that a click in the popup has brought up. */
  async grantPrompt() {
    const display = this.#needDisplay();
    // The prompt dims the page behind it; nothing else tells that it is there.
    await until('the permission prompt', async () => (await display.colour(...PAGE_CORNER)) !== this.#pageColour);
    // From “Deny”, which has the focus, to “Allow”.
    await display.keysTaken('Tab');
    await display.keysTaken('Return');
    await until('the permission prompt to go', async () => (await display.colour(...PAGE_CORNER)) === this.#pageColour);
  }

  /**
   * Opens the page's context menu and takes an entry of the extension. Chromium tells nobody what its menus say, so the
   * entry is found by its place among the extension's entries, counted from 1. Below these stand “Inspect” and, where
   * nothing is selected, “View page source”.
   */
  async contextMenu(_label, place, findSpot = plainSpot) {
    const display = this.#needDisplay();
    const [spot, origin] = [await this.evaluate(findSpot), await this.evaluate(pageOrigin)];
    const below = findSpot === plainSpot ? 2 : 1;
    const before = await display.openMenu(origin.x + spot.x, origin.y + spot.y);
    // The extension's entries open to the right of its own.
    await display.keys(...Array(below + 1).fill('Up'), 'Right', ...Array(place - 1).fill('Down'), 'Return');
    try {
      await until('the context menu to close', async () => (await display.windows()).length === before);
    } catch (error) {
      await display.keys('Escape', 'Escape');
      throw error;
    }
  }

  #needDisplay() {
    const { display } = this.#process;
    if (!display) throw new Error('this needs a display: launch with { display: true }');
    return display;
  }

  get #clipboard() {
    return new ChromiumClipboard(this.#browser, this.#page, this.#desk);
  }

  /** Both flavours on the clipboard, each a string or null. */
  readClipboard = () => this.#clipboard.read();

  clearClipboard = () => this.#clipboard.clear();

  /** Puts the extension's background to sleep, as idleness does. */
  sleepBackground = async () => Promise.all((await this.#extension.workers()).map((worker) => worker.close()));

  /** The address of one of the extension's own pages. */
  extensionUrl = async (pathname) => `chrome-extension://${this.#extension.id}/${pathname}`;

  /** Clicks an element of the page as a mouse does. */
  async click(selector) {
    await this.#rememberColour();
    await this.#page.click(selector);
  }

  /** Where downloads go. */
  get downloads() {
    return this.#process.downloads;
  }

  /** Fills in forms and looks after tabs. */
  get hands() {
    return new ChromiumHands(this.#browser, this.#page);
  }

  screenshot = (file, { whole = false } = {}) => this.#page.screenshot({ path: file, fullPage: whole });

  /** Every picture that the page draws while something is done, as PNG in base64. */
  filmed = (act) => filmed(this.#page, act);

  /** The page as it is printed: the bytes of a PDF. */
  print = () => this.#page.pdf();

  /** Puts a newer version in the place of the extension and has the browser load it, as its page for extensions does. */
  async update(folder) {
    await this.#process.replaceExtension(folder);
    await this.#extensionsPage.reload();
  }

  /** Ends the browser and starts it again on the same profile. */
  async restart() {
    await this.#process.restart();
    await this.#takeTab();
  }

  close = () => this.#process.close();
}

/** Puppeteer's own way refuses to force colours. */
async function emulate(page, features) {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features });
}
