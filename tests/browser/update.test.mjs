// An update under the reader's hands: settings of version 1 are kept, and pages that stand cleaned pass to the new scripts.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { assertSameText, hiddenBlocks, markCount, source } from './lib/look.mjs';
import { openOptions, stored } from './lib/options.mjs';
import { extensionFor } from './lib/paths.mjs';
import { waitForPicker } from './lib/picker.mjs';
import { learnSites, patternOf, seenWhenClean, serveSites, SITES, switchOn } from './lib/sites.mjs';
import { until } from './lib/until.mjs';
import { setVersion, variant } from './lib/variants.mjs';
import { word } from './lib/words.mjs';

const OLDER = '0.0.1';
const [SITE] = SITES;
/** What version 1 wrote. */
const VERSION_1 = {
  version: 1,
  strength: 'focus',
  'site:https://www.harbour-observer.example/*': { strength: 'tidy' },
  'site:https://news.example/*': {},
  [`site:${patternOf(SITE.host)}`]: {},
};

const older = (/** @type {string} */ key) => variant(key, 'older', (folder) => setVersion(folder, OLDER));

inBothBrowsers('an update', { extension: older, display: true }, (world) => {
  it('keeps the settings of version 1, and passes on a page that stands cleaned', async () => {
    const { browser, server } = world;
    const version = () => browser.evaluate(() => chrome.runtime.getManifest().version);
    await openOptions(browser);
    assert.equal(await version(), OLDER);
    serveSites(server);
    const address = server.url(SITE.pages[2], SITE.host);
    // Requests are numbered in the page.
    const plainSource = async () => (await browser.evaluate(source)).replace(/\)\(\d+, false,/, '');
    await browser.open(address);
    const before = await plainSource();
    await switchOn(browser, [SITE.host]);
    await learnSites(browser, server, [SITE]);
    // A site that is gone for a moment loses its permission: nothing is cleared before.
    await browser.evaluate((items) => chrome.storage.sync.set(items), VERSION_1);
    await browser.open(address);
    await browser.evaluate(seenWhenClean);
    const hidden = await browser.evaluate(hiddenBlocks);
    assert.ok(hidden.length > 0);

    await browser.update(extensionFor(browser.key));
    assert.deepEqual(await browser.evaluate(hiddenBlocks), hidden, 'an update alone changes nothing on a page');
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    assert.deepEqual(await browser.evaluate(hiddenBlocks), hidden, 'the new scripts hide the same');
    await popup.click('restore');
    await popup.reaches('restored');
    assert.equal(await browser.evaluate(markCount), 0);
    assertSameText(await plainSource(), before, 'the page is what it was before either version');
    const sheets = await browser.evaluate(() => document.adoptedStyleSheets.length);
    assert.equal(sheets, 0, 'no sheet of either version is left, of marks or of a recipe');

    await openOptions(browser);
    assert.notEqual(await version(), OLDER);
    assert.deepEqual(await stored(browser), VERSION_1, 'they are read as they are');
    assert.ok(await browser.evaluate(() => /** @type {HTMLInputElement} */ (document.getElementById('strength-focus')).checked));
    const rows = await browser.evaluate(() => Array.from(document.querySelectorAll('#site-list li'), (row) => row.getAttribute('data-pattern')));
    assert.deepEqual(rows.sort(), [patternOf(SITE.host), 'https://news.example/*', 'https://www.harbour-observer.example/*']);
  });

  it('opens no first-run page', async () => {
    const { browser } = world;
    const address = await browser.extensionUrl('welcome/welcome.html');
    assert.ok(!(await browser.hands.tabs()).includes(address));
  });

  it('leaves the menu, the keys and the badge as they are', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.page(articleAround({}), { host: NEWS_HOST }));
    await until('the badge to count', async () => Number((await browser.buttonState()).badge) > 0);
    await popup.close();
    await openOptions(browser);
    const keys = await browser.evaluate(async () => (await chrome.commands.getAll()).filter((command) => command.shortcut).map(({ name }) => name));
    assert.ok(keys.includes('clean'), String(keys));
    await browser.open(server.page(articleAround({}), { host: NEWS_HOST }));
    await browser.contextMenu(word(browser, 'menuPick'), 4);
    await waitForPicker(browser);
  });
});
