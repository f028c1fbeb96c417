// Drives a real, headless Firefox: its toolbar button, popup, prompts, menus, shortcuts and clipboard.

import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

import { plainSpot } from '../lib/look.mjs';
import { until } from '../lib/until.mjs';
import * as betweenTests from './firefox-anew.mjs';
import * as inFirefox from './firefox-chrome.mjs';
import { FirefoxHands } from './firefox-hands.mjs';
import { pressing } from './firefox-keys.mjs';
import { FirefoxProcess, framesFor } from './firefox-process.mjs';
import { Popup } from './popup.mjs';

/** The key under which WebDriver names an element. */
const CONTENT_ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
export class Firefox {
  static title = 'Firefox';
  static key = 'firefox';
  key = 'firefox';
  /** Whether the browser is no longer what a launch makes, whatever is cleared away. */
  isSpent = false;

  #process;
  #extensionId;
  #windows = {};

  /**
   * @param {{ extension: string, hosts?: string[], scripts?: boolean, welcome?: boolean, managed?: object, proxy?: number, everyFrame?: boolean }} options
   * the unpacked extension, host names that lead to the loopback address, whether pages may run scripts, whether the
   * first-run page stays, what an administrator has set, the port of a proxy that everything goes through, and whether sixty
   * frames are painted a second
   */
  static async launch({ extension, hosts = [], scripts = true, welcome = false, managed, proxy, everyFrame = true }) {
    const firefox = new Firefox();
    firefox.#process = await FirefoxProcess.start({ hosts, managed, proxy, everyFrame });
    try {
      await firefox.update(extension);
      await firefox.#meetWelcome(welcome);
      if (!scripts) await firefox.#chrome(inFirefox.allowScripts, false);
    } catch (error) {
      await firefox.close();
      throw error;
    }
    return firefox;
  }

  /** Begins anew, as after a launch, with an extension that has stored nothing yet. */
  async beginAnew({ extension, welcome = false, everyFrame = true }) {
    this.#windows = {};
    await this.#chrome(betweenTests.closeAll);
    const [tab] = await this.#marionette.command('WebDriver:GetWindowHandles');
    await this.hands.switchTo(tab);
    await this.#chrome(betweenTests.uninstall, this.#extensionId);
    await this.#chrome(betweenTests.forget, framesFor(everyFrame));
    await rm(this.downloads, { recursive: true, force: true });
    await this.update(extension);
    await this.#meetWelcome(welcome);
  }

  /** Installs an extension from a file, also in the place of an earlier version. */
  async update(extension) {
    const archive = this.#process.file('extension.xpi');
    await promisify(execFile)('zip', ['-qr0', archive, '.'], { cwd: extension });
    this.#extensionId = await this.#marionette.command('Addon:Install', { path: archive, temporary: false });
  }

  /** The installation opens the first-run page: the test goes on in its tab, or without it. */
  async #meetWelcome(keep) {
    const address = await this.extensionUrl('welcome/welcome.html');
    const first = await this.#marionette.command('WebDriver:GetWindowHandle');
    const page = await until('the first-run page', () => this.hands.tabAt(address));
    await this.hands.switchTo(keep ? first : page);
    await this.#marionette.command('WebDriver:CloseWindow');
    await this.hands.switchTo(keep ? page : first);
  }

  get #marionette() {
    return this.#process.marionette;
  }

  /** Opens an address and waits for its load event. */
  async open(url) {
    await this.#marionette.command('WebDriver:Navigate', { url });
  }

  /** Opens an address that never tells that it has loaded: a PDF, a page of the browser itself. */
  async openUnwatched(url) {
    await this.#chrome(inFirefox.load, url);
    await until(`Firefox to show ${url}`, async () => {
      const { address, loading } = await this.#chrome(inFirefox.tabState);
      return address === url && !loading;
    });
  }

  reload = () => this.#marionette.command('WebDriver:Refresh');

  /** Goes `back` or `forward` in the tab's history. */
  async go(way) {
    await this.#marionette.command(way === 'back' ? 'WebDriver:Back' : 'WebDriver:Forward');
  }

  /** Runs a function in the page; promises are awaited. */
  evaluate = (f, ...parameters) => this.#run(f, parameters, null, 'content');

  #run(f, parameters, sandbox, context) {
    const script = `return (${f}).apply(null, arguments)`;
    return this.#marionette.command('WebDriver:ExecuteScript', { script, args: parameters, newSandbox: true, sandbox }, context);
  }

  /** Runs a function in the browser's own window. */
  #chrome = (f, ...parameters) => this.#run(f, parameters, 'system', 'chrome');

  /** Clicks an element of the browser's own window that `find` names. */
  async #clickChrome(what, find, ...parameters) {
    const element = await until(what, () => this.#chrome(find, ...parameters));
    await this.#marionette.command('WebDriver:ElementClick', { id: Object.values(element)[0] }, 'chrome');
  }

  /** Clicks the extension's toolbar button. */
  async pressButton() {
    // A click anywhere closes an open popup first.
    await this.#closePopup();
    await this.#clickChrome('the toolbar button', inFirefox.toolbarButton, this.#extensionId);
  }

  /** The popup, once it has been opened. */
  async popup() {
    await until('the popup to open', async () => /popup/.test(await this.#chrome(inFirefox.popupAddress)));
    const popup = new Popup({
      evaluate: (f, ...parameters) => this.#chrome(inFirefox.evaluateInPopup, String(f), parameters),
      clickSelector: (selector) => this.#clickInPopup(selector),
      zoom: (factor) => this.#chrome(inFirefox.zoomPopup, factor),
      screenshot: async (file) => writeFile(file, await this.#chrome(inFirefox.photographPopup), 'base64'),
      close: () => this.#closePopup(),
      isOpen: async () => (await this.#chrome(inFirefox.popupAddress)) !== null,
    });
    await until('the popup to load', () => popup.evaluate(() => document.readyState === 'complete'));
    return popup;
  }

  /** Firefox gives a popup its new height a tenth of a second late: what is below its edge until then moves as it is clicked. */
  async #clickInPopup(selector) {
    await until('the popup to have its height', () => this.#chrome(inFirefox.popupHasItsHeight));
    // A list that is drawn anew may take the element away between the look for it and the click.
    await until(`a click on ${selector}`, () => this.#chrome(inFirefox.clickInPopup, selector).then(() => true));
  }

  /** Runs a function inside the picker, which no page can reach. */
  inPicker = (f, ...parameters) => this.#chrome(inFirefox.evaluateInPicker, String(f), parameters);

  /** Moves the mouse to a place of the page and clicks there, if it is to. */
  async point(x, y, { click = false } = {}) {
    const actions = [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 }];
    const press = [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    const all = click ? [...actions, ...press] : actions;
    await this.#perform('content', { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: all });
  }

  /** Presses a key where the focus is: `ArrowUp`, `Enter`, `Tab`, `Shift+Tab`. */
  async press(key) {
    await this.#perform('chrome', { type: 'key', id: 'keyboard', actions: pressing(key) });
  }

  /** What the toolbar button says for the tab. */
  async buttonState() {
    const { badge, title } = await this.#chrome(inFirefox.buttonState, this.#extensionId);
    return { badge, title };
  }

  /** Puts the button where it can be seen. */
  pinButton = () => until('the toolbar button', () => this.#chrome(inFirefox.toolbarButton, this.#extensionId));

  /** Which icon the toolbar shows. */
  shownIcon = async () => (await this.#chrome(inFirefox.buttonState, this.#extensionId)).icon;

  /** One that is about to open does not close yet. */
  #closePopup = () => until('the popup to close', () => this.#chrome(inFirefox.closePopup));

  /** Says yes in the permission prompt. */
  async grantPrompt() {
    await until('the permission prompt', () => this.#chrome(inFirefox.promptText));
    await until('the permission prompt to take the yes', () => this.#chrome(inFirefox.acceptPrompt));
  }

  /** Has the browser be light or dark, and move or keep still. */
  prefer = ({ scheme = 'light', motion = 'no-preference', forced = false }) => this.#chrome(inFirefox.prefer, scheme === 'dark', motion === 'reduce', forced);

  /** What the extension's consoles have told of errors. */
  errors = () => this.#chrome(inFirefox.extensionErrors, this.#extensionId);

  /** Lets the extension read a site, or no longer, as a user does on the page for that. */
  permit = (origin, on = true) => this.#chrome(inFirefox.permit, this.#extensionId, origin, on);

  /** Goes on in a private window. It is opened where there is none. */
  async goPrivate() {
    this.#windows.open = await this.#marionette.command('WebDriver:GetWindowHandle');
    this.#windows.private ??= await this.#openPrivate();
    await this.hands.switchTo(this.#windows.private);
  }

  async #openPrivate() {
    // Firefox loads the extension anew, and closes its pages.
    await this.open('about:blank');
    await this.#chrome(inFirefox.permitPrivate, this.#extensionId);
    return (await this.#marionette.command('WebDriver:NewWindow', { type: 'window', private: true, focus: true })).handle;
  }

  /** Goes on in the open window. */
  goOpen = () => this.hands.switchTo(this.#windows.open);

  /** Closes the private window; the test goes on in the open one. */
  async closePrivate() {
    await this.hands.switchTo(this.#windows.private);
    await this.#marionette.command('WebDriver:CloseWindow');
    this.#windows.private = undefined;
    await this.goOpen();
  }

  /** Gives a command the keys that a user chooses on the page for that. */
  assignKeys = (name, keys) => this.#chrome(inFirefox.assignKeys, this.#extensionId, name, keys);

  /** Presses the keys of one of the extension's commands. */
  async command(name) {
    const shortcut = await this.#chrome(inFirefox.shortcutOf, this.#extensionId, name);
    if (!shortcut) throw new Error(`Firefox has assigned no keys to the command ${name}`);
    await this.hotkey(shortcut);
  }

  /** Presses keys that the browser itself acts on: `Ctrl+C`. */
  hotkey = (keys) => this.press(keys);

  #perform(context, device) {
    return this.#marionette.command('WebDriver:PerformActions', { actions: [device] }, context);
  }

  /** Opens the page's context menu and takes an entry. */
  async contextMenu(label, _place, findSpot = plainSpot) {
    const point = { type: 'pointerMove', ...(await this.evaluate(findSpot)), duration: 0 };
    const actions = [point, { type: 'pointerDown', button: 2 }, { type: 'pointerUp', button: 2 }];
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await this.#perform('content', mouse);
    await until(`“${label}” in the context menu`, () => this.#chrome(inFirefox.chooseMenuEntry, label));
  }

  readClipboard = () => this.#chrome(inFirefox.readClipboard);

  clearClipboard = () => this.#chrome(inFirefox.clearClipboard);

  /** Puts the extension's background to sleep, as idleness does. */
  sleepBackground = () => this.#chrome(inFirefox.sleepBackground, this.#extensionId);

  /** The address of one of the extension's own pages. */
  async extensionUrl(pathname) {
    return (await this.#chrome(inFirefox.extensionAddress, this.#extensionId)) + pathname;
  }

  /** Clicks an element of the page as a mouse does. */
  async click(selector) {
    const found = await this.#marionette.command('WebDriver:FindElement', { using: 'css selector', value: selector });
    await this.#marionette.command('WebDriver:ElementClick', { id: found[CONTENT_ELEMENT] });
  }

  /** Where downloads go. */
  get downloads() {
    return this.#process.file('downloads');
  }

  /** Fills in forms and looks after tabs. */
  get hands() {
    return new FirefoxHands(this.#marionette, (f, ...parameters) => this.#chrome(f, ...parameters));
  }

  async screenshot(file, { whole = false } = {}) {
    // A tab that turns from one document to the next has nothing to draw for a moment, and Firefox says so.
    const image = await until('a picture', () => this.#marionette.command('WebDriver:TakeScreenshot', { full: whole }));
    await writeFile(file, image, 'base64');
  }

  /** The page as it is printed: the bytes of a PDF. */
  print = async () => Buffer.from(await this.#marionette.command('WebDriver:Print', {}), 'base64');

  /** Ends the browser and starts it again on the same profile. */
  async restart() {
    this.isSpent = true;
    await this.#process.quit();
    await this.#process.run();
    await until('the extension to be there again', () => this.#chrome(inFirefox.extensionAddress, this.#extensionId));
  }

  close = async () => this.#process?.close();
}
