// The settings page: what is changed there is saved, and counts on the next page.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST, OTHER_HOST, screenFile } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { atRest } from './lib/living.mjs';
import { markCount, unheard } from './lib/look.mjs';
import { fresh, openOptions, saving, shownText, shows, stored } from './lib/options.mjs';
import { until } from './lib/until.mjs';

const permitted = (browser) => browser.evaluate(async () => (await chrome.permissions.getAll()).origins);

async function arrivesClean(browser, url) {
  await browser.open(url);
  await until(`${url} to be cleaned by itself`, async () => (await browser.evaluate(markCount)) > 0);
}

inBothBrowsers('settings, sites', { display: true }, (world) => {
  const news = () => world.server.fixture('wire-service', { host: NEWS_HOST });

  it('says of an address that is none what is wrong, and asks for nothing', async () => {
    const { browser } = world;
    await openOptions(browser);
    await shows(browser, '#no-sites', /No site yet/);
    await browser.hands.type('#site-address', 'not an address');
    await browser.click('#site-add');
    await shows(browser, '#site-answer', /not the address of a web site/);
    assert.deepEqual(await permitted(browser), []);
  });

  it('forgets a site that the browser does not give: nothing is switched on another day', async () => {
    const { browser } = world;
    await openOptions(browser);
    // Firefox takes some addresses for none, and says so by an error.
    await browser.evaluate(() => (chrome.permissions.request = () => Promise.reject(new Error('no such site'))));
    await browser.hands.type('#site-address', news());
    await browser.click('#site-add');
    await shows(browser, '#site-answer', /./);
    assert.deepEqual(await browser.evaluate(() => chrome.storage.session.get('wanted')), {});
  });

  it('adds a site by its address, asks for it, and the site arrives clean', async () => {
    const { browser } = world;
    await openOptions(browser);
    await browser.hands.type('#site-address', news());
    await saving(browser, async () => {
      await browser.click('#site-add');
      await browser.grantPrompt();
    });
    await shows(browser, '#site-list', new RegExp(NEWS_HOST));
    assert.deepEqual(await permitted(browser), [`http://${NEWS_HOST}/*`]);
    await arrivesClean(browser, news());
  });

  it('gives a site a strength of its own', async () => {
    const { browser } = world;
    const outside = () => browser.evaluate(() => document.querySelectorAll('[data-clean-copy=outside]').length);
    await arrivesClean(browser, news());
    assert.equal(await outside(), 0);
    await openOptions(browser);
    await saving(browser, () => browser.hands.choose('#site-list select', 'focus'));
    await browser.screenshot(await screenFile(browser, 'options-sites'));
    await browser.open(news());
    await until('the page to arrive with the article alone', async () => (await outside()) > 0);
  });

  it('has a strength chosen in the popup there count there, and elsewhere everywhere', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, news());
    await popup.clickSelector('label[for=strength-tidy]');
    await openOptions(browser);
    await until('the strength to be stored', async () => (await stored(browser))[`site:http://${NEWS_HOST}/*`]?.strength === 'tidy');
    assert.equal((await stored(browser)).strength, undefined);
    const other = await cleanByButton(browser, server.fixture('wire-service', { host: OTHER_HOST }));
    await other.clickSelector('label[for=strength-focus]');
    await openOptions(browser);
    await until('the strength to be stored', async () => (await stored(browser)).strength === 'focus');
    assert.equal((await stored(browser))[`site:http://${NEWS_HOST}/*`].strength, 'tidy');
  });

  it('keeps a site of another browser in the list, with a button that asks for it here', async () => {
    const { browser } = world;
    await openOptions(browser);
    await browser.evaluate((key) => chrome.storage.sync.set({ [key]: {} }), `site:http://${OTHER_HOST}/*`);
    const row = `[data-pattern="http://${OTHER_HOST}/*"]`;
    await until('the site to be listed', () => shownText(browser, row));
    await shows(browser, row, /no permission/);
    await saving(browser, async () => {
      await browser.click(`${row} .allow`);
      await browser.grantPrompt();
    });
    await until('the button to go', async () => (await shownText(browser, `${row} .allow`)) === null);
    await arrivesClean(browser, world.server.fixture('wire-service', { host: OTHER_HOST }));
  });

  it('gives the permission back with the site', async () => {
    const { browser } = world;
    await openOptions(browser);
    const row = `[data-pattern="http://${NEWS_HOST}/*"]`;
    await saving(browser, () => browser.click(`${row} .remove`));
    await until('the permission to be given back', async () => !(await permitted(browser)).includes(`http://${NEWS_HOST}/*`));
    await shows(browser, row, /http\s+Undo/);
    await browser.open(news());
    await atRest(browser);
    assert.equal(await browser.evaluate(markCount), 0);
    await openOptions(browser);
    assert.deepEqual(await permitted(browser), [`http://${OTHER_HOST}/*`], 'the other site keeps its own');
  });

  it('takes the removal back with Undo, which has the focus, and keeps the strength of the site', async () => {
    const { browser } = world;
    const key = `site:http://${NEWS_HOST}/*`;
    await openOptions(browser);
    await browser.evaluate((key) => chrome.storage.sync.set({ [key]: { strength: 'focus' } }), key);
    const row = `[data-pattern="http://${NEWS_HOST}/*"]`;
    await until('the site to be listed', () => shownText(browser, `${row} .remove`));
    await saving(browser, () => browser.click(`${row} .remove`));
    await until('the way back', () => shownText(browser, `${row} .undo`));
    assert.equal(await browser.evaluate(() => document.activeElement?.className), 'plain undo');
    await saving(browser, async () => {
      await browser.click(`${row} .undo`);
      // Chromium gives without a question what it gave once.
      if (browser.key === 'firefox') await browser.grantPrompt();
    });
    await until('the site to be as it was', async () => (await stored(browser))[key]?.strength === 'focus');
    await until('the row to be as it was', () => shownText(browser, `${row} .remove`));
    assert.ok((await permitted(browser)).includes(`http://${NEWS_HOST}/*`));
    await browser.evaluate((key) => chrome.storage.sync.remove(key), key);
    await until('the row to go', async () => (await shownText(browser, row)) === null);
    await browser.evaluate((key) => chrome.storage.sync.set({ [key]: {} }), key);
    await until('the row', () => shownText(browser, `${row} .remove`));
    await saving(browser, () => browser.click(`${row} .remove`));
    await openOptions(browser);
    assert.equal(await shownText(browser, row), null, 'later it is gone');
  });

  it('adds a name that is typed without “www.” in both forms', async () => {
    const { browser } = world;
    const both = ['https://example.com/*', 'https://www.example.com/*'];
    const added = async () => (await permitted(browser)).filter((origin) => both.includes(origin)).sort();
    await openOptions(browser);
    await browser.hands.type('#site-address', 'example.com');
    await saving(browser, async () => {
      await browser.click('#site-add');
      await browser.grantPrompt();
    });
    for (const pattern of both) await until(`${pattern} to be listed`, () => shownText(browser, `[data-pattern="${pattern}"] .remove`));
    assert.deepEqual(await added(), both);
    for (const pattern of both) await saving(browser, () => browser.click(`[data-pattern="${pattern}"] .remove`));
    await until('both permissions to be given back', async () => (await added()).length === 0);
  });

  it('gives everything back when it is reset, and asks before', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, strength: 'focus', 'rules:0': 'a##b', [`site:http://${OTHER_HOST}/*`]: {}, 'site:https://gone.example/*': {} });
    await saving(browser, () => browser.click('[data-pattern="https://gone.example/*"] .remove'));
    await shows(browser, '#site-list', /gone\.example/);
    await browser.click('#reset-all');
    await browser.hands.key('Escape');
    assert.equal((await stored(browser)).strength, 'focus');
    await browser.click('#reset-all');
    await saving(browser, () => browser.click('#confirm-yes'));
    await until('everything to be gone', async () => Object.keys(await stored(browser)).length === 0);
    await until('the permissions to be given back', async () => (await permitted(browser)).length === 0);
    await until('the page to show it', () => browser.evaluate(() => /** @type {any} */ (document.getElementById('strength-tidy')).checked));
    await until('the list to be empty', async () => !(await shownText(browser, '#site-list')));
  });
});

inBothBrowsers('settings, the page itself', {}, (world) => {
  it('lists the keys and leads to the browser’s page for them', async () => {
    const { browser } = world;
    await openOptions(browser);
    const keys = await until('the keys', () => shownText(browser, '[data-command=clean]'));
    assert.match(keys, /Clean or restore this page\s+(Ctrl|⌃)/);
    await browser.click('#keys-change');
    await until('the browser’s page for keys', async () => (await browser.hands.tabs()).some((url) => /extensions\/shortcuts|about:addons/.test(url)));
    await browser.hands.closeOtherTabs();
  });

  it('is a press away from the popup', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.fixture('wire-service'));
    await popup.click('options');
    const address = await browser.extensionUrl('options/options.html');
    await until('the settings to open', async () => (await browser.hands.tabs()).includes(address));
    await browser.hands.closeOtherTabs();
  });

  it('names every control, and is left by the keyboard as it was entered', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, 'site:https://www.example.com/*': {}, 'rules:0': 'example.com##\n' });
    const nameless = await browser.evaluate(() => {
      const controls = /** @type {NodeListOf<any>} */ (document.querySelectorAll('input, select, textarea, button'));
      const named = (control) => control.labels?.length || control.textContent.trim() || control.getAttribute('aria-label');
      return Array.from(controls, (control) => (named(control) || !control.checkVisibility() ? '' : control.outerHTML)).filter(Boolean);
    });
    assert.deepEqual(nameless, []);
    assert.deepEqual(await browser.evaluate(unheard), []);
    await browser.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('nav a:last-of-type')).focus());
    await browser.hands.key('Tab');
    await browser.hands.key('ArrowRight');
    await until('the strength to be chosen by key', async () => (await stored(browser)).strength === 'focus');
    await browser.hands.key('Tab');
    assert.equal(await browser.evaluate(() => document.activeElement.id), 'site-address');
  });

  for (const scheme of ['light', 'dark']) {
    it(`fits in 320 pixels and in both directions, ${scheme}`, async () => {
      const { browser } = world;
      await browser.hands.colours(scheme);
      await fresh(browser, {
        version: 2,
        'site:https://www.harbour-observer.example/*': { strength: 'focus' },
        'rules:0': '! Things that follow me\nharbour-observer.example##.sticky-video\n||ads.example^\nexample.com##\n',
      });
      await browser.screenshot(await screenFile(browser, `options-${scheme}`));
      const tooWide = () => browser.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      for (const direction of ['ltr', 'rtl']) {
        await browser.evaluate((to) => (document.documentElement.dir = to), direction);
        assert.equal(await tooWide(), false, direction);
        await browser.hands.narrow(320);
        assert.equal(await tooWide(), false, `${direction}, narrow`);
        await browser.screenshot(await screenFile(browser, `options-${scheme}-${direction}-narrow`));
        await browser.hands.narrow(0);
      }
      await browser.screenshot(await screenFile(browser, `options-${scheme}-rtl`));
    });
  }

  it('keeps a block on its site from the popup, and takes that back', async () => {
    const { browser, server } = world;
    await fresh(browser);
    const page = server.page(articleAround({}), { host: NEWS_HOST });
    const isShown = () => browser.evaluate(() => document.getElementById('c3').checkVisibility());
    const popup = await cleanByButton(browser, page);
    assert.equal(await isShown(), false);
    await popup.evaluate(() => {
      for (const group of document.querySelectorAll('details')) group.open = true;
    });
    const pin = '[data-reason=newsletter] .keep';
    await popup.clickSelector(pin);
    await until('the block to be seen again', isShown);
    await popup.screenshot(await screenFile(browser, 'popup-kept'));

    await cleanByButton(browser, page);
    assert.equal(await isShown(), true, 'it stays on the next visit');
    assert.ok((await browser.evaluate(markCount)) > 0, 'the rest goes');
    await openOptions(browser);
    assert.match((await stored(browser))['rules:0'], new RegExp(`^${NEWS_HOST}#@#.*newsletter-box`));
  });

  it('undoes keeping where it was done', async () => {
    const { browser, server } = world;
    await fresh(browser);
    const popup = await cleanByButton(browser, server.page(articleAround({}), { host: NEWS_HOST }));
    await popup.evaluate(() => {
      for (const group of document.querySelectorAll('details')) group.open = true;
    });
    const isShown = () => browser.evaluate(() => document.getElementById('c3').checkVisibility());
    const pin = '[data-reason=newsletter] .keep';
    await popup.clickSelector(pin);
    await until('the block to be seen again', isShown);
    await until('the pin to be set', () => popup.evaluate((at) => document.querySelector(at)?.getAttribute('data-set') === 'true', pin));
    await popup.clickSelector(pin);
    await until('the block to go again', async () => !(await isShown()));
    await openOptions(browser);
    assert.equal((await stored(browser))['rules:0'] ?? '', '');
  });
});
