// Each test is written once and runs in both browsers.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe } from 'node:test';

import { Chromium } from '../drivers/chromium.mjs';
import { Firefox } from '../drivers/firefox.mjs';
import { extensionFor, SCREENS } from './paths.mjs';
import { Proxy } from './proxy.mjs';
import { Server } from './server.mjs';
import { borrowBrowser, returnBrowser } from './shared.mjs';
import { SITE_HOSTS } from './sites.mjs';

/** Names of sites that lead to the loopback server: to the browser they are two plain-http sites. */
export const NEWS_HOST = 'news.test';
export const OTHER_HOST = 'other.test';

/** For all tests of one description together: far more than they need, so that only a hang reaches it. */
const TIMEOUT_MS = 600_000;

/** `BROWSER=firefox` runs one browser only. */
const DRIVERS = [Chromium, Firefox].filter(({ key }) => [undefined, '', key].includes(process.env.BROWSER));

/**
 * Describes tests that run in Chromium and in Firefox, each with a browser that is as after a launch and a server of its own.
 * Descriptions of one process may share it (`shared.mjs`).
 *
 * @param {string} what
 * @param {{ display?: boolean, scripts?: boolean, welcome?: boolean, managed?: object, proxied?: boolean, everyFrame?: boolean, extension?: (key: string) => Promise<string> }} options
 * what the tests need of the browser; `extension` makes another one than the build, `proxied` has all requests noted,
 * `everyFrame` is for tests of what is painted when: others take fewer frames, or less that moves, where a browser can
 * @param {(world: { browser: Chromium | Firefox, server: Server, proxy: Proxy }) => void} tests `world` is filled once they run
 */
export function inBothBrowsers(what, options, tests) {
  for (const Driver of DRIVERS) {
    describe(`${what}, ${Driver.title}`, { timeout: TIMEOUT_MS }, () => {
      const world = { server: undefined, browser: undefined, proxy: undefined };
      let launch;
      before(async () => {
        world.server = await Server.start();
        if (options.proxied) world.proxy = await Proxy.start();
        launch = {
          everyFrame: false,
          ...options,
          extension: await (options.extension ?? extensionFor)(Driver.key),
          hosts: [NEWS_HOST, OTHER_HOST, ...SITE_HOSTS],
          desk: world.server.page(''),
          proxy: world.proxy?.port,
        };
        world.browser = await borrowBrowser(Driver, launch);
      });
      after(async () => {
        if (world.browser) await returnBrowser(Driver, launch, world.browser);
        await world.server?.close();
        await world.proxy?.close();
      });
      tests(world);
    });
  }
}

/** Where the picture of a state is put, for people to look at: `<browser>-<name>.png`. */
export async function screenFile(browser, name) {
  await mkdir(SCREENS, { recursive: true });
  return path.join(SCREENS, `${browser.key}-${name}.png`);
}

/** Opens an address, presses the button and waits for the popup to come to rest in one of these states. */
export async function cleanByButton(browser, url, ...states) {
  await browser.open(url);
  await browser.pressButton();
  const popup = await browser.popup();
  await popup.reaches(...(states.length ? states : ['cleaned']));
  return popup;
}
