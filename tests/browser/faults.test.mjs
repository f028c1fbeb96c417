// What can fail beside the page: the background ends, the storage does not answer, the core does not load, the tab goes.
// The popup says so once and clearly, the page stays as it was or comes back, and no setting is lost.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { frames } from './lib/living.mjs';
import { assertSameText, markCount, source } from './lib/look.mjs';
import { openOptions, shownText, shows, store, stored } from './lib/options.mjs';
import { openPicker, QUAY_PAGE } from './lib/picker.mjs';
import { until } from './lib/until.mjs';
import { endingWith, reachingPages, startingWith, variant } from './lib/variant.mjs';
import { word } from './lib/words.mjs';

/** So long that the core is still at it while a test does something. */
const LONG = articleAround({
  parsed: Array.from({ length: 20_000 }, (_, at) => `<p>In the year ${at} the keeper wrote of ships, tides and storms, and of lamps.</p>`).join(''),
});

const SETTINGS = { version: 2, strength: 'focus', 'rules:0': 'news.test##.promo\n', 'site:https://www.example.com/*': {} };

/** The page is as it was, and nothing of it is hidden. */
async function assertUntouched(browser, before) {
  assert.equal(await browser.evaluate(markCount), 0);
  assertSameText(await browser.evaluate(source), before, 'the page is what it was');
}

/** Changes a setting and waits until the page says that it was not saved. */
async function refused(browser, change, why) {
  await browser.evaluate(() => (document.getElementById('saved').textContent = ''));
  await change();
  await shows(browser, '#saved', why);
}

/** What the settings page shows of a pack, the links and a site. */
const controls = () => {
  const [pack, links, site] = ['#pack-de', '#links-none', '#site-list select'].map((selector) => /** @type {any} */ (document.querySelector(selector)));
  return [pack.checked, links.checked, site.value];
};

async function assertSaysOnce(browser, popup, state) {
  const said = await popup.text();
  assert.equal(said.split(word(browser, `state_${state.replaceAll('-', '_')}`)).length, 2, `the popup says: ${said}`);
}

inBothBrowsers('a background that ends in the middle of a clean', {}, (world) => {
  it('leaves the page clean or untouched, with a sentence, and the next clean succeeds', async () => {
    const { browser, server } = world;
    await browser.open(server.page(LONG));
    const before = await browser.evaluate(source);
    await browser.pressButton();
    const popup = await browser.popup();
    await until('the clean to have begun', async () => (await popup.state()) !== undefined);
    await browser.sleepBackground();
    const state = await popup.reaches('cleaned', 'core-failed');
    if (state === 'core-failed') {
      await assertSaysOnce(browser, popup, state);
      await assertUntouched(browser, before);
      await popup.click('clean');
      await popup.reaches('cleaned');
    }
    await popup.click('restore');
    await popup.reaches('restored');
    await assertUntouched(browser, before);
  });
});

inBothBrowsers('a storage', {}, (world) => {
  it('that is full refuses one more setting in words, keeps the others, and pages are cleaned', async () => {
    const { browser, server } = world;
    await openOptions(browser);
    await store(browser, SETTINGS);
    await browser.evaluate(async () => {
      for (let at = 0, size = 8000; size > 0; at++) {
        try {
          await chrome.storage.sync.set({ [`filler:${at}`]: 'x'.repeat(size) });
        } catch {
          size = Math.floor(size / 2);
        }
      }
    });
    const full = await stored(browser);
    const pattern = `http://${NEWS_HOST}/*`;
    await browser.permit(pattern);
    const popup = await cleanByButton(browser, server.fixture('wire-service', { host: NEWS_HOST }));
    assert.equal(await popup.isChecked('strength-focus'), true, 'the settings are read');
    await popup.click('always');
    await until('the popup to say why not', async () => /is full/.test(await popup.text('answer')));
    assert.equal(await popup.isChecked('always'), false);
    await openOptions(browser);
    const isAllowed = () => browser.evaluate((pattern) => chrome.permissions.contains({ origins: [pattern] }), pattern);
    await until('the permission to be given back', async () => !(await isAllowed()));
    await browser.hands.type('#rules-text', `news.test##.promo\n${'news.test##.another-teaser\n'.repeat(20)}`);
    await shows(browser, '#saved', /is full/);
    await refused(browser, () => browser.hands.choose('#site-list select', 'focus'), /is full/);
    await refused(browser, () => browser.click('#links-wrapped'), /is full/);
    await refused(browser, () => browser.click('#pack-de'), /is full/);
    await until('the controls to show what is stored', async () => String(await browser.evaluate(controls)) === 'true,true,');
    assert.deepEqual(await stored(browser), full);
    await store(browser, {});
  });
});

/** Lets nothing be read, as from a damaged profile, until it is said to be whole again. */
const UNREADABLE = `{
  const get = chrome.storage.sync.get.bind(chrome.storage.sync);
  chrome.storage.sync.get = async (...keys) => {
    const { whole } = await chrome.storage.local.get('whole');
    if (!whole) throw new Error('the storage is damaged');
    return get(...keys);
  };
}`;

inBothBrowsers('a storage that can not be read', { extension: variant({ 'shared/settings.js': startingWith(UNREADABLE) }) }, (world) => {
  it('keeps no page from being cleaned and restored, and is not written over', async () => {
    const { browser, server } = world;
    await browser.open(await browser.extensionUrl('shared/sample.html'));
    await store(browser, SETTINGS);
    await browser.open(server.fixture('wire-service'));
    const before = await browser.evaluate(source);
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    assert.ok((await browser.evaluate(markCount)) > 0);
    await popup.click('strength-focus + label');
    await popup.reaches('cleaned');
    await popup.click('restore');
    await popup.reaches('restored');
    await assertUntouched(browser, before);
    await browser.open(await browser.extensionUrl('shared/sample.html'));
    assert.deepEqual(await stored(browser), SETTINGS);
    await browser.open(await browser.extensionUrl('options/options.html'));
    await shows(browser, '#trouble', /could not read/);
    await browser.evaluate(() => chrome.storage.local.set({ whole: true }));
    await until('the trouble to be over', async () => (await shownText(browser, '#trouble')) === null);
    await shows(browser, '#site-list', /www\.example\.com/);
  });
});

/** No rule is taken out any more, and the strength does not change. */
const lasting = (/** @type {Buffer} */ content) => String(content).replace(/export function (removeRule|writeStrength)\([^)]*\) \{/g, "$&return Promise.reject(new SettingsError('often'));");

/** Cleans need no texts, and copies do. */
const textless = (/** @type {Buffer} */ content) => String(content).replace(/export async function run\([^)]*\)\s*\{/, "$&if (!options.brief) return { error: 'no texts' };");

inBothBrowsers('a part that fails late', { extension: variant({ 'shared/settings.js': lasting, 'background/host.js': textless }) }, (world) => {
  it('is named where the article was to be copied: the browser’s clipboard is not blamed', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.fixture('wire-service'));
    await popup.click('copy-text');
    await until('the sentence', async () => (await popup.text('answer')) === word(browser, 'state_core_failed'));
  });

  it('is said by the settings where the strength can not be changed, and they show the one in force', async () => {
    const { browser } = world;
    await openOptions(browser);
    await refused(browser, () => browser.click('#strength-focus + label'), new RegExp(word(browser, 'unsaved_often').slice(0, 20)));
    await until('the strength in force', () => browser.evaluate(() => /** @type {any} */ (document.getElementById('strength-tidy')).checked));
  });

  it('is said by the picker where a rule can not be taken out, and what it hides stays hidden', async () => {
    const { browser, server } = world;
    const picker = await openPicker(browser, server.page(QUAY_PAGE, { host: NEWS_HOST }));
    await picker.choose('#q1');
    await picker.click('#save');
    await picker.reaches('done');
    await picker.click('#undo');
    await until('the sentence', async () => (await picker.text('warning')) === word(browser, 'unsaved_often'));
    assert.equal(await picker.evaluate(() => document.getElementById('undo').checkVisibility()), true, 'it can be tried again');
    assert.equal(await browser.evaluate(() => document.getElementById('q1').checkVisibility()), false);
  });
});

/** Halves of a module: it begins as one and is none. */
const half = (/** @type {Buffer} */ content) => content.subarray(0, content.length / 2);

inBothBrowsers('a core that does not load', { extension: variant({ 'core/core_bg.wasm': half }) }, (world) => {
  it('is said, by button and again, and nothing is touched', async () => {
    const { browser, server } = world;
    await openOptions(browser);
    await store(browser, SETTINGS);
    await browser.open(server.fixture('wire-service'));
    const before = await browser.evaluate(source);
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('core-failed');
    await assertSaysOnce(browser, popup, 'core-failed');
    await popup.click('clean');
    await popup.reaches('core-failed');
    await assertUntouched(browser, before);
    await openOptions(browser);
    await shows(browser, '#trouble', /could not start/);
    const rules = await browser.evaluate(() => /** @type {any} */ (document.getElementById('rules-text')).value);
    assert.equal(rules, SETTINGS['rules:0'], 'the settings can be seen, and written to a file');
    assert.deepEqual(await stored(browser), SETTINGS);
    await browser.open(await browser.extensionUrl('welcome/welcome.html'));
    await browser.click('#press');
    await shows(browser, '#sample-status', /could not start/);
  });
});

/** The background takes some pages and never says anything. */
const SILENT = "if (!options.brief || options.strength === 'focus' || options.url.endsWith('silent')) await new Promise(() => {});";
const silent = (/** @type {Buffer} */ content) => String(content).replace(/export async function run\([^)]*\)\s*\{/, `$&${SILENT}`);
/** A page that is never answered asks twice, and nobody needs to wait long for that; others have the time that they need. */
const hasty = (/** @type {Buffer} */ content) => String(content).replace('limit = 10_000', "limit = location.search === '?silent' ? 500 : 4_000");

inBothBrowsers('a message that is never answered', { extension: variant({ 'background/host.js': silent, 'page/read.js': hasty }) }, (world) => {
  it('is given up, said once, and nothing is touched', async () => {
    const { browser, server } = world;
    await browser.open(`${server.fixture('wire-service')}?silent`);
    const before = await browser.evaluate(source);
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('core-failed');
    await assertSaysOnce(browser, popup, 'core-failed');
    await assertUntouched(browser, before);
  });

  it('is not waited for by “Restore”', async () => {
    const { browser, server } = world;
    await browser.open(server.fixture('wire-service'));
    const before = await browser.evaluate(source);
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await popup.click('strength-focus + label');
    // This one waits for the one that is never answered, and is not done after all.
    await popup.click('strength-tidy + label');
    await popup.click('restore');
    await popup.reaches('restored');
    await frames(browser, 20);
    await assertUntouched(browser, before);
    await popup.click('clean');
    await popup.reaches('cleaned');
    // Neither does it wait for a copy.
    await popup.click('copy-text');
    await popup.click('restore');
    await popup.reaches('restored');
  });
});

/** A fault that nobody thought of, in whatever the page answers. */
const BROKEN_SESSION = 'void (CleanCopySession.prototype.view = () => { throw new Error("a fault of ours"); });';

inBothBrowsers('a fault in every answer of the page', { extension: variant({ 'page/page.js': endingWith(BROKEN_SESSION) }) }, (world) => {
  it('is said, and nothing is waited for', async () => {
    const { browser, server } = world;
    await browser.open(server.fixture('wire-service'));
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('core-failed');
    await assertSaysOnce(browser, popup, 'core-failed');
  });
});

/** Runs on a page of the extension: opens a page in another tab, has it cleaned, and closes the tab once it has asked the core. */
async function cleanAndClose(url) {
  const tab = await chrome.tabs.create({ url, active: false });
  // A new tab is complete before it has begun to load.
  const isThere = (/** @type {chrome.tabs.Tab} */ { status, url: at }) => status === 'complete' && at === url;
  while (!isThere(await chrome.tabs.get(tab.id))) await new Promise((resolve) => requestAnimationFrame(resolve));
  await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['/page/page.js'] });
  const asked = new Promise((resolve) => chrome.runtime.onConnect.addListener(resolve));
  const answer = chrome.tabs.sendMessage(tab.id, { to: 'page', type: 'clean' }).then(
    (view) => view?.state ?? 'no answer',
    () => 'gone',
  );
  await asked;
  await chrome.tabs.remove(tab.id);
  return answer;
}

inBothBrowsers('a tab that closes in the middle of a clean', { extension: variant({ 'manifest.json': reachingPages }) }, (world) => {
  it('takes nothing along: the next page is cleaned', async () => {
    const { browser, server } = world;
    if (browser.key === 'firefox') await browser.permit('http://127.0.0.1/*');
    await openOptions(browser);
    for (let round = 0; round < 3; round++) {
      const ended = await browser.evaluate(cleanAndClose, server.page(LONG));
      assert.equal(ended, 'gone');
    }
    await cleanByButton(browser, server.fixture('wire-service'));
    assert.ok((await browser.evaluate(markCount)) > 0);
  });
});
