// The switch “Always clean this site”: asks for one site, and from then on that site arrives clean.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST, OTHER_HOST, screenFile } from './lib/both.mjs';
import { atRest } from './lib/living.mjs';
import { markCount } from './lib/look.mjs';
import { patternOf } from './lib/sites.mjs';
import { until } from './lib/until.mjs';

/** What the browser holds for the extension: sites it may read by itself, and scripts that start by themselves. */
async function standing(browser) {
  await browser.open(await browser.extensionUrl('popup/popup.html'));
  return browser.evaluate(async () => {
    const { origins } = await chrome.permissions.getAll();
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    return { origins, matches: [...new Set(scripts.flatMap(({ matches }) => matches))] };
  });
}

async function arrivesClean(browser, url) {
  await browser.open(url);
  await until(`${url} to be cleaned by itself`, async () => (await browser.evaluate(markCount)) > 0);
}

inBothBrowsers('always clean this site', { display: true }, (world) => {
  const news = () => world.server.fixture('wire-service', { host: NEWS_HOST });
  const other = () => world.server.fixture('wire-service', { host: OTHER_HOST });

  it('may read no site after its installation', async () => {
    assert.deepEqual(await standing(world.browser), { origins: [], matches: [] });
  });

  it('asks for this one site when it is switched on', async () => {
    const { browser } = world;
    const popup = await cleanByButton(browser, news());
    assert.equal(await popup.isChecked('always'), false);
    await popup.click('always');
    await browser.grantPrompt();
    await until('the site to be registered', async () => (await standing(browser)).matches.length > 0);
    const { origins, matches } = await standing(browser);
    assert.deepEqual(origins, [`http://${NEWS_HOST}/*`]);
    assert.deepEqual(matches, [`http://${NEWS_HOST}/*`]);
  });

  it('cleans the site by itself from the next visit on', async () => {
    const { browser } = world;
    await arrivesClean(browser, news());
    await browser.screenshot(await screenFile(browser, 'page-arrived-clean'));
    await browser.reload();
    await until('the reloaded page to be cleaned', async () => (await browser.evaluate(markCount)) > 0);
  });

  it('shows the switch as on, and the page as clean', async () => {
    const { browser } = world;
    await arrivesClean(browser, news());
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await until('the switch to be on', () => popup.isChecked('always'));
    await popup.screenshot(await screenFile(browser, 'popup-always'));
  });

  it('still cleans it after the browser was restarted', async () => {
    const { browser } = world;
    await browser.restart();
    await arrivesClean(browser, news());
  });

  it('leaves every other site alone', async () => {
    const { browser } = world;
    await browser.open(other());
    await atRest(browser);
    assert.equal(await browser.evaluate(markCount), 0);
    assert.deepEqual(await standing(browser), { origins: [`http://${NEWS_HOST}/*`], matches: [`http://${NEWS_HOST}/*`] });
  });

  it('stops when it is switched off, and gives the permission back', async () => {
    const { browser } = world;
    await arrivesClean(browser, news());
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await until('the switch to be on', () => popup.isChecked('always'));
    await popup.click('always');
    await until('the permission to be given back', async () => (await standing(browser)).origins.length === 0);
    assert.deepEqual(await standing(browser), { origins: [], matches: [] });
    await browser.open(news());
    await atRest(browser);
    assert.equal(await browser.evaluate(markCount), 0);
  });

  it('switches no site on that is permitted long after it was asked for', async (test) => {
    const { browser } = world;
    if (browser.key === 'chromium') return test.skip('a site permitted in its own settings is the extension’s once that asks');
    const [old, now] = [OTHER_HOST, NEWS_HOST].map(patternOf);
    await browser.open(await browser.extensionUrl('popup/popup.html'));
    for (const [pattern, ago] of /** @type {[string, number][]} */ ([[old, 3_600_000], [now, 0]])) {
      const wanted = { patterns: [pattern], isPrivate: false, at: Date.now() - ago };
      await browser.evaluate((wanted) => chrome.storage.session.set({ wanted }), wanted);
      await browser.permit(pattern);
    }
    const isOn = (pattern) => browser.evaluate(async (key) => key in (await chrome.storage.sync.get()), `site:${pattern}`);
    await until('the site that was asked for just now to be on', () => isOn(now));
    assert.equal(await isOn(old), false);
  });
});
