// A headless Firefox with its own profile, and the Marionette connection to it.

import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { atExit, killGroup, spawnBound } from '../lib/cleanup.mjs';
import { until, within } from '../lib/until.mjs';
import { Marionette } from './marionette.mjs';

const BINARY = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
/** The id in the extension's manifest. */
const EXTENSION = 'clean-copy@clean-copy.invalid';
const START_TIMEOUT_MS = 60_000;
const QUIT_TIMEOUT_MS = 15_000;

/** Painting sixty times a second costs a sixth of what a test takes; -1 is what Firefox starts with. */
export const framesFor = (/** @type {boolean} */ everyFrame) => (everyFrame ? -1 : 20);

const PREFERENCES = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  // One blank tab. The start page costs a second.
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.download.alwaysOpenPanel': false,
  'browser.download.folderList': 2,
  'datareporting.policy.dataSubmissionEnabled': false,
  // Processes that wait for a tab cost seconds at every start.
  'dom.ipc.processPrelaunch.enabled': false,
  'marionette.port': 0,
  // A closed port stands in for the network, so that nothing ever waits for it.
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.type': 1,
  // The bench reads clocks that are not blurred.
  'privacy.reduceTimerPrecision': false,
  'remote.prefs.recommended': true,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  // ESR lets its user install an unsigned add-on for good; only such an add-on survives a restart.
  'xpinstall.signatures.required': false,
};

export class FirefoxProcess {
  #folder;
  #hosts;
  #child;
  #output = '';
  #forget = () => {};
  #home = {};
  /** @type {Marionette} */
  marionette;

  /**
   * @param {{ hosts: string[], managed?: object, proxy?: number, everyFrame: boolean }} options names that lead to the loopback
   * address, what an administrator set, the port of a proxy that everything goes through, whether it paints as for a person
   */
  static async start({ hosts, managed, proxy, everyFrame }) {
    const firefox = new FirefoxProcess();
    firefox.#hosts = hosts.join(',');
    firefox.#folder = await mkdtemp(path.join(os.tmpdir(), 'clean-copy-firefox-'));
    await firefox.#writeProfile(proxy, everyFrame);
    if (managed) await firefox.#administer(managed);
    await firefox.run();
    return firefox;
  }

  /** A path in the folder that goes away with this browser. */
  file(name) {
    return path.join(this.#folder, name);
  }

  get #profile() {
    return this.file('profile');
  }

  /**
   * @param {number | undefined} proxy
   * @param {boolean} everyFrame
   */
  async #writeProfile(proxy, everyFrame) {
    const preferences = {
      ...PREFERENCES,
      'browser.download.dir': this.file('downloads'),
      'layout.frame_rate': framesFor(everyFrame),
      'network.dns.localDomains': this.#hosts,
      'network.proxy.no_proxies_on': this.#hosts,
      ...(proxy && {
        'network.proxy.allow_hijacking_localhost': true,
        'network.proxy.http_port': proxy,
        'network.proxy.no_proxies_on': '',
        'network.proxy.ssl_port': proxy,
      }),
    };
    const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
    await mkdir(this.#profile);
    await writeFile(path.join(this.#profile, 'user.js'), lines.join('\n'));
  }

  /** What an administrator sets for the extension lies in the home folder, or in the system's. */
  async #administer(data) {
    const folder = this.file('.mozilla/managed-storage');
    await mkdir(folder, { recursive: true });
    const manifest = { name: EXTENSION, description: 'Settings of a test', type: 'storage', data };
    await writeFile(path.join(folder, `${EXTENSION}.json`), JSON.stringify(manifest));
    this.#home = { HOME: this.#folder };
  }

  /** Starts the browser on its profile, the first time or again. */
  async run() {
    const portFile = path.join(this.#profile, 'MarionetteActivePort');
    await rm(portFile, { force: true });
    this.#spawn();
    try {
      const port = await until('Firefox to open its Marionette port', () => this.#readPort(portFile), {
        timeout: START_TIMEOUT_MS,
      });
      this.marionette = await Marionette.connect(port);
      await this.marionette.command('WebDriver:NewSession', {
        capabilities: { alwaysMatch: { unhandledPromptBehavior: 'ignore' } },
      });
      await this.marionette.command('WebDriver:SetTimeouts', { script: 120_000, pageLoad: 120_000 });
    } catch (error) {
      error.message += `\nFirefox wrote:\n${this.#output}`;
      await this.close();
      throw error;
    }
  }

  #spawn() {
    const size = { MOZ_HEADLESS_WIDTH: '1000', MOZ_HEADLESS_HEIGHT: '900' };
    this.#child = spawnBound(
      BINARY,
      ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', this.#profile],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...this.#home, ...size } },
    );
    this.#forget = atExit(() => killGroup(this.#child));
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', (text) => (this.#output = (this.#output + text).slice(-8000)));
    }
  }

  async #readPort(file) {
    if (this.#child.exitCode !== null) throw new Error(`Firefox ended with code ${this.#child.exitCode}`);
    return Number(await readFile(file, 'utf8'));
  }

  /** Lets Firefox write its profile and end. */
  async quit() {
    const ended = this.#child.exitCode === null && once(this.#child, 'exit');
    await this.marionette.command('Marionette:Quit', { flags: ['eForceQuit'] });
    if (ended) await within('Firefox to end', ended, QUIT_TIMEOUT_MS);
    this.marionette.close();
    this.#forget();
  }

  async close() {
    this.marionette?.close();
    if (this.#child) killGroup(this.#child);
    this.#forget();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
