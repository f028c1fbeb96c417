// What is stored, and what becomes of it: settings of older and newer versions, broken ones, too many of them.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST } from './lib/both.mjs';
import { markCount } from './lib/look.mjs';
import { openOptions, saving, shows, store, stored } from './lib/options.mjs';
import { until } from './lib/until.mjs';

const { chunksOf, storedBytes, understand, VERSION } = await import('../../extension/shared/settings-items.js');

/** What a browser allows one item to take with its key. */
const ITEM_BYTES = 8192;

describe('long rules', () => {
  const lines = Array.from({ length: 3000 }, (_, at) => `news-${at}.example##.promo[title="<ä${at}>"]`);

  it('are cut between lines into items that fit, and come back as they were', () => {
    const text = `${lines.join('\n')}\n`;
    const chunks = chunksOf(text);
    assert.ok(chunks.length > 10);
    for (const chunk of chunks) {
      assert.ok(chunk.endsWith('\n'), `a line is cut: ${chunk.slice(-60)}`);
      assert.ok(storedBytes(chunk) + 'rules:99'.length + 2 <= ITEM_BYTES);
    }
    assert.equal(chunks.join(''), text);
  });

  it('are cut within a line where that alone is too long, but not within a character', () => {
    const text = `a##b\n##[title="${'🦔'.repeat(9000)}"]\nc##d`;
    const chunks = chunksOf(text);
    assert.equal(chunks.join(''), text);
    for (const chunk of chunks) assert.ok(chunk.isWellFormed() && storedBytes(chunk) < ITEM_BYTES);
  });

  it('are put together by number, not by name', () => {
    const items = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`rules:${at}`, `${at}\n`]));
    const shuffled = Object.fromEntries(Object.entries(items).reverse());
    assert.equal(understand(shuffled).rules, Object.values(items).join(''));
  });

  it('of no text are no items', () => assert.deepEqual(chunksOf(''), []));
});

describe('changes', () => {
  /** @type {Record<string, any>} */
  let items = {};
  /** A storage whose calls take a while each, the removals longest. */
  const later = (turns, work) => async (given) => {
    for (let turn = 0; turn < turns; turn++) await null;
    return work(given);
  };
  const sync = {
    get: later(3, () => ({ ...items })),
    set: later(3, (added) => void Object.assign(items, added)),
    remove: later(30, (keys) => keys.forEach((key) => delete items[key])),
    clear: later(9, () => (items = {})),
  };
  let last = Promise.resolve();
  const fakes = {
    chrome: { storage: { sync, onChanged: { addListener() {} } } },
    navigator: { locks: { request: (_name, work) => (last = last.then(work)) } },
  };
  const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  before(() => {
    for (const [name, value] of Object.entries(fakes)) Object.defineProperty(globalThis, name, { value, configurable: true });
  });
  after(() => {
    for (const name of Object.keys(fakes)) delete globalThis[name];
    if (own) Object.defineProperty(globalThis, 'navigator', own);
  });

  const long = (/** @type {string} */ mark) => Array.from({ length: 300 }, (_, at) => `${mark}-${at}.example##.promo\n`).join('');

  it('at the same time lose no rule, and bring no removed site back', async () => {
    const { addSites, changeRules, clearSettings, readRules, removeSites, writeSiteStrength } = await import('../../extension/shared/settings.js');
    const site = 'https://www.example.com/*';
    await Promise.all([changeRules(() => long('one')), addSites([site])]);
    await Promise.all([
      changeRules(() => ''),
      changeRules((text) => text + long('two')),
      removeSites([site]),
      writeSiteStrength(site, 'focus'),
    ]);
    assert.equal(await readRules(), long('two'));
    assert.deepEqual(Object.keys(items).sort(), ['rules:0', 'rules:1', 'version']);
    await Promise.all([clearSettings(), addSites([site])]);
    assert.deepEqual(items, { version: VERSION, [`site:${site}`]: {} });
  });

  it('to those of a file confirm no rule that is not confirmed, and none that goes', async () => {
    const { replaceSettings } = await import('../../extension/shared/settings.js');
    items = { version: VERSION, 'rules:0': 'a##p\nb##p\n', confirmed: ['a##p', 'b##p'] };
    await replaceSettings({ strength: 'tidy', sites: {}, copy: { links: 'none' }, rules: 'a##p\nc##p\n', confirmed: ['a##p', 'b##p', 'c##p'], packsOff: [] });
    assert.deepEqual(items.confirmed, ['a##p']);
  });
});

/**
 * Runs in the popup: the page's own scripts of ours send each of these messages, as a page could that has taken one over.
 *
 * @param {object[]} messages
 */
async function sendFromPage(messages) {
  const [{ id }] = await chrome.tabs.query({ active: true, currentWindow: true });
  const send = (each) => Promise.all(each.map((message) => chrome.runtime.sendMessage(message).then((reply) => reply ?? null)));
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: id }, func: send, args: [messages] });
  return result;
}

inBothBrowsers('settings that a page’s scripts ask for', {}, (world) => {
  it('are not written, but rules for its own host', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.fixture('wire-service'));
    const to = 'background';
    const replies = await popup.evaluate(sendFromPage, [
      { to, type: 'always', patterns: ['https://bank.example/*'], on: true },
      { to, type: 'write-rules', base: '', text: '##article' },
      { to, type: 'write-copy', copy: { links: 'wrapped' } },
      { to, type: 'add-rule', line: 'bank.example##form', confirmed: true },
    ]);
    assert.deepEqual(replies, [null, null, null, { saved: false, reason: 'failed' }]);
    assert.deepEqual(await popup.evaluate(() => chrome.storage.sync.get(null)), {});
  });
});

inBothBrowsers('stored settings', {}, (world) => {
  const strengthShown = () =>
    world.browser.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('#strength input:checked')).value);

  it('of an older version are read as they were meant, and are of this version after the first change', async () => {
    const { browser } = world;
    await openOptions(browser);
    await store(browser, { version: 1, strength: 'focus', 'site:https://www.example.com/*': {} });
    await openOptions(browser);
    assert.equal(await strengthShown(), 'focus');
    await shows(browser, '#site-list', /www\.example\.com/);
    await saving(browser, () => browser.click('label[for=strength-tidy]'));
    assert.deepEqual(await stored(browser), { version: VERSION, strength: 'tidy', 'site:https://www.example.com/*': {} });
  });

  it('of a newer version keep what this one does not know', async () => {
    const { browser } = world;
    const newer = {
      version: VERSION + 1,
      strength: 'focus',
      'site:https://www.example.com/*': { strength: 'tidy', colours: 'calm' },
      copy: { links: 'wrapped', pictures: 'none' },
      voices: ['a', 'b'],
    };
    await openOptions(browser);
    await store(browser, newer);
    await openOptions(browser);
    assert.equal(await strengthShown(), 'focus');
    await saving(browser, () => browser.hands.choose('#site-list select', 'focus'));
    await saving(browser, () => browser.click('#links-none'));
    assert.deepEqual(await stored(browser), {
      ...newer,
      'site:https://www.example.com/*': { strength: 'focus', colours: 'calm' },
      copy: { links: 'none', pictures: 'none' },
    });
  });

  it('of a newer version that mean something else are not written over', async () => {
    const { browser } = world;
    const newer = { version: VERSION + 1, strength: { day: 'tidy', night: 'focus' } };
    await openOptions(browser);
    await store(browser, newer);
    await openOptions(browser);
    assert.equal(await strengthShown(), 'tidy', 'what can not be read counts as not there');
    await browser.click('label[for=strength-focus]');
    await shows(browser, '#saved', /newer version/);
    assert.deepEqual(await stored(browser), newer);
  });

  it('that are broken harm nothing else', async () => {
    const { browser, server } = world;
    await openOptions(browser);
    await store(browser, {
      version: 'two',
      strength: 7,
      'site:not a pattern': {},
      'site:https://*/*': {},
      'site:https://256.256.256.256/*': {},
      'site:https://[:]/*': {},
      'site:https://www.example.com/*': 'yes',
      copy: ['x'],
      confirmed: 'all',
      packsOff: { de: true },
      'rules:0': 5,
      'rules:x': '##p\n',
    });
    await openOptions(browser);
    assert.equal(await strengthShown(), 'tidy');
    await shows(browser, '#site-list', /^www\.example\.com/);
    assert.equal(await browser.evaluate(() => document.querySelectorAll('#site-list li').length), 1);
    assert.equal(await browser.evaluate(() => document.querySelectorAll('#pack-list input:not(:checked)').length), 0);
    await saving(browser, () => browser.click('#links-wrapped'));
    const popup = await cleanByButton(browser, server.fixture('wire-service'));
    assert.equal(await popup.isChecked('strength-tidy'), true);
  });

  it('that do not fit are refused with words, and the old ones stay', async () => {
    const { browser } = world;
    await openOptions(browser);
    await store(browser, { version: VERSION, 'rules:0': 'news.test##.promo\n' });
    await openOptions(browser);
    await browser.evaluate(() => {
      const editor = /** @type {HTMLTextAreaElement} */ (document.getElementById('rules-text'));
      editor.value = Array.from({ length: 6000 }, (_, at) => `news-${at}.example##.promo`).join('\n');
      editor.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await shows(browser, '#saved', /is full/);
    assert.deepEqual(await stored(browser), { version: VERSION, 'rules:0': 'news.test##.promo\n' });
    await saving(browser, () => browser.hands.type('#rules-text', 'news.test##.teaser'));
    assert.equal((await stored(browser))['rules:0'], 'news.test##.teaser');
  });

  it('are written in one go, however many items they fill', async () => {
    const { browser } = world;
    await openOptions(browser);
    await store(browser, {});
    await openOptions(browser);
    await browser.evaluate(() => {
      document.body.dataset.seen = '';
      chrome.storage.onChanged.addListener((changes) => {
        document.body.dataset.seen += `${Object.keys(changes).sort()};`;
      });
      const editor = /** @type {HTMLTextAreaElement} */ (document.getElementById('rules-text'));
      editor.value = Array.from({ length: 900 }, (_, at) => `news-${at}.example##.promo`).join('\n');
      editor.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await until('the rules to be stored', async () => 'rules:3' in (await stored(browser)));
    const seen = await until('the change to be told', () => browser.evaluate(() => document.body.dataset.seen));
    assert.equal(seen, 'rules:0,rules:1,rules:2,rules:3,version;');
    await openOptions(browser);
    const { length } = await browser.evaluate(() => /** @type {any} */ (document.getElementById('rules-text')).value);
    assert.equal(length, Array.from({ length: 900 }, (_, at) => `news-${at}.example##.promo`).join('\n').length);
  });

  it('are kept when another page adds a rule while one is being typed here', async () => {
    const { browser } = world;
    await openOptions(browser);
    await store(browser, { version: VERSION, 'rules:0': 'news.test##.one\n' });
    await openOptions(browser);
    // At once: what is typed is saved when the typing has rested for a second.
    await browser.evaluate(() => {
      const editor = /** @type {HTMLTextAreaElement} */ (document.getElementById('rules-text'));
      editor.value = 'news.test##.two';
      editor.dispatchEvent(new Event('input', { bubbles: true }));
      return chrome.storage.sync.set({ 'rules:0': 'news.test##.one\nnews.test##.picked\n' });
    });
    await until('both to be stored', async () => {
      const { 'rules:0': rules } = await stored(browser);
      return rules === 'news.test##.two\nnews.test##.picked\n';
    });
  });

  it('of a site count on that site alone', async () => {
    const { browser, server } = world;
    await openOptions(browser);
    await store(browser, { version: VERSION, strength: 'tidy', [`site:http://${NEWS_HOST}/*`]: { strength: 'focus' } });
    const popup = await cleanByButton(browser, server.fixture('wire-service', { host: NEWS_HOST }));
    assert.equal(await popup.isChecked('strength-focus'), true);
    const here = await browser.evaluate(markCount);
    const other = await cleanByButton(browser, server.fixture('wire-service'));
    assert.equal(await other.isChecked('strength-tidy'), true);
    assert.notEqual(await browser.evaluate(markCount), here);
  });
});
