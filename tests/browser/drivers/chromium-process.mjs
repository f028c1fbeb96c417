// A Chromium with its own profile and the extension in it, headless or on a display of its own.

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import puppeteer from 'puppeteer-core';

import { until } from '../lib/until.mjs';
import { Display } from './display.mjs';

const BINARY = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PROTOCOL_TIMEOUT_MS = 90_000;
const FLAGS = [
  // Root, as in a container, can have no sandbox.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--password-store=basic',
  '--window-size=1000,900',
  '--window-position=0,0',
  // The address bar's list is a page, made ready at every launch for a fifth of what that costs; nobody types there.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];
/** No site is waited for with a process, and nobody looks at what fades in: together a fifth of what a clean costs. */
const WITHOUT_WAITING = '--disable-features=SpareRendererForSitePerProcess';
const WITHOUT_FADING = '--animation-duration-scale=0';
/** A bit of `creation_flags` in the profile's record of an extension. */
const ONE_SESSION_FLAG = 1 << 15;

/** Runs in the page for policies: the names in its table. */
function readNames() {
  const rows = document.querySelector('policy-test-table').shadowRoot.querySelectorAll('policy-test-row');
  return Array.from(rows).flatMap((row) => Array.from(row.shadowRoot.querySelectorAll('select, input'), (field) => /** @type {any} */ (field).value));
}

/**
 * @typedef {object} ChromiumOptions
 * @property {string} extension the unpacked extension
 * @property {string[]} hosts names that lead to the loopback address
 * @property {boolean} scripts whether pages may run scripts
 * @property {boolean} display whether the test needs what only a display shows
 * @property {boolean} everyFrame whether it fades and makes ready as for a person
 * @property {number} [proxy] the port of a proxy that everything goes through
 */

export class ChromiumProcess {
  #options;
  #profile;
  /** @type {Display | undefined} */
  display;
  /** @type {import('puppeteer-core').Browser} */
  browser;
  /** @type {import('puppeteer-core').Extension} */
  extension;

  /** @param {ChromiumOptions} options */
  static async start(options) {
    const chromium = new ChromiumProcess();
    chromium.#options = options;
    try {
      chromium.#profile = await mkdtemp(path.join(os.tmpdir(), 'clean-copy-chromium-'));
      if (options.display) chromium.display = await Display.start();
      await chromium.#writePreferences();
      await chromium.#run([options.extension]);
    } catch (error) {
      await chromium.close();
      throw error;
    }
    return chromium;
  }

  get downloads() {
    return path.join(this.#profile, 'downloads');
  }

  get #preferencesFile() {
    return path.join(this.#profile, 'Default/Preferences');
  }

  async #writePreferences() {
    const preferences = {
      // Without developer mode an unpacked extension is switched off at the next start.
      extensions: { ui: { developer_mode: true } },
      profile: { default_content_setting_values: { javascript: this.#options.scripts ? 1 : 2 } },
    };
    await mkdir(path.dirname(this.#preferencesFile));
    await writeFile(this.#preferencesFile, JSON.stringify(preferences));
  }

  /** @param {string[]} install folders of extensions to install; one that is in the profile already needs none */
  async #run(install) {
    const hosts = this.#options.hosts.map((host) => `MAP ${host} 127.0.0.1`);
    const rules = [...hosts, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'];
    const { display, everyFrame, proxy } = this.#options;
    // A prompt that does not fade in is on the display before it takes keys.
    const plain = everyFrame ? [] : [WITHOUT_WAITING, ...(display ? [] : [WITHOUT_FADING])];
    const proxied = proxy ? [`--proxy-server=http://127.0.0.1:${proxy}`, '--proxy-bypass-list=<-loopback>'] : [];
    this.browser = await puppeteer.launch({
      executablePath: BINARY,
      headless: !this.display,
      pipe: true,
      protocolTimeout: PROTOCOL_TIMEOUT_MS,
      enableExtensions: install.length ? install : true,
      userDataDir: this.#profile,
      args: [...FLAGS, ...plain, `--host-resolver-rules=${rules.join(',')}`, ...proxied],
      defaultViewport: null,
      env: { ...process.env, LANGUAGE: 'en', ...(this.display && { DISPLAY: this.display.name }) },
    });
    const session = await this.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: this.downloads });
    this.extension = await until('Chromium to load the extension', async () =>
      [...(await this.browser.extensions()).values()].find((extension) => extension.enabled),
    );
  }

  /**
   * Sets what an administrator sets for the extension, on the browser's own page for trying policies out. It ends
   * headless browsers: this needs a display.
   *
   * @param {Record<string, unknown>} values
   */
  async administer(values) {
    const file = path.join(this.#profile, 'policies.json');
    const [level, scope, source] = [1, 1, 1];
    const set = Object.entries(values).map(([name, value]) => ({ namespace: this.extension.id, name, value, level, scope, source }));
    await writeFile(file, JSON.stringify(set));
    const page = await this.browser.newPage();
    await page.goto('chrome://policy/test');
    const field = /** @type {any} */ (await page.waitForSelector('#import-policies-file-input'));
    const rows = () => page.evaluate(() => document.querySelector('policy-test-table').shadowRoot.querySelectorAll('policy-test-row').length);
    await until('the page for policies', async () => (await rows()) > 0);
    await field.uploadFile(file);
    await until('the policies to be read', async () => (await page.evaluate(readNames)).includes(set[0].name));
    await page.click('#apply-policies');
    await page.close();
  }

  /** Puts another extension into the folder from which this one was loaded; a test that does so has a folder of its own. */
  async replaceExtension(folder) {
    await cp(folder, this.#options.extension, { recursive: true });
  }

  /** Ends the browser and starts it again on the same profile. */
  async restart() {
    await this.browser.close();
    await this.#keepExtension();
    await this.#run([]);
  }

  /**
   * What the debugging protocol installs is marked as being for one session. Without the mark the profile is as it is
   * after “Load unpacked”, and Chromium itself loads the extension at its next start.
   */
  async #keepExtension() {
    const preferences = JSON.parse(await readFile(this.#preferencesFile, 'utf8'));
    preferences.extensions.settings[this.extension.id].creation_flags &= ~ONE_SESSION_FLAG;
    await writeFile(this.#preferencesFile, JSON.stringify(preferences));
  }

  async close() {
    await this.browser?.close();
    await this.display?.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
