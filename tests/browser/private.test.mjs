// Private windows: what is chosen there counts there, is kept in memory, and is forgotten with the last of them.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST } from './lib/both.mjs';
import { markCount } from './lib/look.mjs';
import { openOptions } from './lib/options.mjs';
import { patternOf, registered, seenWhenClean, serveSites, SITES, switchOn } from './lib/sites.mjs';
import { until } from './lib/until.mjs';

const [SITE] = SITES;

/** Everything that the extension keeps on the disk, as text. The page under test must be one of the extension's. */
const onDisk = (browser) =>
  browser.evaluate(async () => JSON.stringify([await chrome.storage.sync.get(null), await chrome.storage.local.get(null)]));

/** Runs on a page of the extension: opens a page in a tab behind, and gives its state once it has done what it was asked for. */
async function stateBehind(url) {
  const { id } = await chrome.tabs.create({ url, active: false });
  const isThere = (/** @type {chrome.tabs.Tab} */ { status, url: at }) => status === 'complete' && at === url;
  while (!isThere(await chrome.tabs.get(id))) await new Promise((resolve) => requestAnimationFrame(resolve));
  const { state } = await chrome.tabs.sendMessage(id, { to: 'page', type: 'view' });
  await chrome.tabs.remove(id);
  return state;
}

const permitted = (browser) => browser.evaluate(async () => (await chrome.permissions.getAll()).origins);

inBothBrowsers('private windows', {}, (world) => {
  const news = () => world.server.fixture('wire-service', { host: NEWS_HOST });

  /** Asks something of a page of the extension, which private windows do not show, and goes back to the private one. */
  async function outside(ask) {
    const { browser } = world;
    await browser.goOpen();
    await openOptions(browser);
    try {
      return await ask(browser);
    } finally {
      await browser.goPrivate();
    }
  }

  const hidesNewsletter = () => world.browser.evaluate(() => document.querySelector('[data-clean-copy=newsletter]') !== null);

  /** Switches the site on in the private window. */
  async function switchOnHere() {
    await outside(() => world.browser.permit(patternOf(NEWS_HOST)));
    const popup = await cleanByButton(world.browser, news());
    await popup.click('always');
    // Asked of the popup: where the permission stands, a popup that closes at once takes the wish along.
    await until('the site to be registered', async () => (await registered(popup, 'private')).includes(patternOf(NEWS_HOST)));
  }

  it('clean by the button, and keep what is saved there in memory', async () => {
    const { browser, server } = world;
    serveSites(server);
    await switchOn(browser, [SITE.host]);
    const before = await onDisk(browser);
    await browser.goPrivate();
    const popup = await cleanByButton(browser, news());
    await popup.clickSelector('[data-reason=newsletter] summary');
    await popup.clickSelector('[data-reason=newsletter] .keep');
    await until('the block to be kept', () => popup.evaluate(() => document.querySelector('.keep[data-set=true]') !== null));
    await until('the block to be seen', async () => !(await hidesNewsletter()));
    await popup.clickSelector('label[for=strength-focus]');
    await until('the strength to be taken', () => popup.isChecked('strength-focus'));
    assert.equal(await outside(onDisk), before);
    const again = await cleanByButton(browser, news());
    assert.equal(await again.isChecked('strength-focus'), true);
    assert.equal(await hidesNewsletter(), false, 'the block is kept');
  });

  it('clean the sites that are switched on, and learn nothing there', async () => {
    const { browser, server } = world;
    const before = await outside(onDisk);
    for (const page of SITE.pages.slice(0, 3)) {
      await browser.open(server.url(page, SITE.host));
      await browser.evaluate(seenWhenClean);
    }
    assert.equal(await outside(onDisk), before);
  });

  it('have a site that is switched on there be cleaned there, and in no other window', async () => {
    const { browser } = world;
    await switchOnHere();
    assert.ok(!(await outside(onDisk)).includes(NEWS_HOST), 'the site is written nowhere');
    await browser.open(news());
    await until('the page to arrive clean', async () => (await browser.evaluate(markCount)) > 0);
    await outside(async () => {
      assert.equal(await browser.evaluate(stateBehind, news()), 'idle');
      assert.deepEqual(await registered(browser, 'always'), [patternOf(SITE.host)]);
    });
  });

  it('take all of it along when the last of them is closed, also the permission', async () => {
    const { browser } = world;
    await browser.closePrivate();
    await browser.goOpen();
    await openOptions(browser);
    await until('the permission to be given back', async () => !(await permitted(browser)).includes(patternOf(NEWS_HOST)));
    await until('nothing to be registered for it', async () => (await registered(browser, 'private')).length === 0);
    assert.deepEqual(await browser.evaluate(() => chrome.storage.session.get('private')), {});
    assert.ok((await permitted(browser)).includes(patternOf(SITE.host)), 'the other site keeps its own');
    const popup = await cleanByButton(browser, news());
    assert.equal(await popup.isChecked('strength-tidy'), true);
  });

  it('leave nothing behind where the browser was closed with one of them open', async () => {
    const { browser } = world;
    await openOptions(browser);
    await browser.goPrivate();
    await switchOnHere();
    await browser.restart();
    await openOptions(browser);
    await until('the permission to be given back', async () => !(await permitted(browser)).includes(patternOf(NEWS_HOST)));
    assert.deepEqual(await registered(browser, 'private'), []);
    assert.ok(!(await onDisk(browser)).includes(NEWS_HOST), 'the site is written nowhere');
    assert.ok((await permitted(browser)).includes(patternOf(SITE.host)), 'the other site keeps its own');
  });
});
