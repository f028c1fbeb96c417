// Turning a site off: its open pages are as they were, without a reload, and the permission is gone.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inBothBrowsers } from './lib/both.mjs';
import { assertSameText, markCount, source } from './lib/look.mjs';
import { openOptions, stored } from './lib/options.mjs';
import { learnSites, patternOf, registered, seenWhenClean, serveSites, SITES, switchOn } from './lib/sites.mjs';
import { until } from './lib/until.mjs';
import { word } from './lib/words.mjs';

const [SITE] = SITES;

/** Opens a page of the site in a tab behind and gives the tab's id, once the page is clean. */
async function openBehind(popup, url) {
  const id = await popup.evaluate(async (url) => (await chrome.tabs.create({ url, active: false })).id, url);
  await until('the page behind to be clean', async () => (await stateOf(popup, id)) === 'cleaned');
  return id;
}

/** What a page says of itself. */
const stateOf = (popup, id) =>
  popup.evaluate(async (id) => (await chrome.tabs.sendMessage(id, { to: 'page', type: 'view' })).state, id);

inBothBrowsers('turning off', {}, (world) => {
  /** The page as it is before anything is done to it, and then clean by itself. */
  async function openClean(page) {
    const { browser, server } = world;
    await browser.open(server.url(page, SITE.host));
    await browser.evaluate(seenWhenClean);
    await browser.evaluate(() => Object.assign(window, { notReloaded: true }));
  }

  /** The page's source while its site is off. */
  async function plainSource(page) {
    const { browser, server } = world;
    await browser.open(server.url(page, SITE.host));
    return browser.evaluate(source);
  }

  /** Requests are numbered in the page. */
  const unnumbered = (text) => text.replace(/\)\(\d+, false,/, '');

  it('in the popup restores all open pages and gives the permission back', async () => {
    const { browser, server } = world;
    serveSites(server);
    const plain = await plainSource(SITE.pages[2]);
    await switchOn(browser, [SITE.host]);
    await learnSites(browser, server, [SITE]);
    await openClean(SITE.pages[2]);
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await until('the switch to be on', () => popup.isChecked('always'));
    const behind = await openBehind(popup, server.url(SITE.pages[1], SITE.host));
    await popup.click('always');
    await popup.reaches('restored');
    await until('the page behind to be restored', async () => (await stateOf(popup, behind)) === 'restored');
    assert.deepEqual(await browser.evaluate(() => document.adoptedStyleSheets.length), 0);
    assertSameText(unnumbered(await browser.evaluate(source)), unnumbered(plain), 'the page is not as it was');
    assert.equal(await browser.evaluate(() => 'notReloaded' in window), true);
    await openOptions(browser);
    assert.equal(await browser.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), patternOf(SITE.host)), false);
    await browser.hands.closeOtherTabs();
  });

  it('by taking the permission back in the browser does the same, and takes the site out of the settings', async () => {
    const { browser } = world;
    await switchOn(browser, [SITE.host]);
    await openClean(SITE.pages[2]);
    await browser.permit(patternOf(SITE.host), false);
    await until('the page to be restored', async () => (await browser.evaluate(markCount)) === 0);
    assert.equal(await browser.evaluate(() => 'notReloaded' in window), true);
    assert.deepEqual(await browser.evaluate(() => document.adoptedStyleSheets.length), 0);
    // The button says so too, and still works without a reload.
    await until('the button to say nothing', async () => {
      const { badge, title } = await browser.buttonState();
      return badge === '' && title === word(browser, 'actionTitle');
    });
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await popup.close();
    await openOptions(browser);
    await until('the site to be off', async () => !(`site:${patternOf(SITE.host)}` in (await stored(browser))));
    for (const script of ['always', 'learned']) assert.deepEqual(await registered(browser, script), []);
  });

  it('on another device does the same, and the permission goes here too', async () => {
    const { browser } = world;
    await switchOn(browser, [SITE.host]);
    await openClean(SITE.pages[2]);
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await popup.evaluate((key) => chrome.storage.sync.remove(key), `site:${patternOf(SITE.host)}`);
    await until('the page to be restored', async () => (await browser.evaluate(markCount)) === 0);
    const origins = async () => (await chrome.permissions.getAll()).origins;
    await until('the permission to be given back', async () => (await popup.evaluate(origins)).length === 0);
  });
});
