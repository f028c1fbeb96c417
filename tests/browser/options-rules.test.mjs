// The settings page: the reader's own rules, and settings as files.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST, screenFile } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { downloaded, fileWith, fresh, openOptions, saving, shownText, shows, stored } from './lib/options.mjs';
import { until } from './lib/until.mjs';

const rulesText = (browser) => browser.evaluate(() => /** @type {any} */ (document.getElementById('rules-text')).value);

/** Runs on a page of the extension: opens the settings in another tab, writes into fields there, and closes it at once. */
async function typeAndClose(texts) {
  const { id } = await chrome.tabs.create({ url: chrome.runtime.getURL('options/options.html'), active: true });
  const isReady = (view) => view !== window && view.document.body?.dataset.state === 'ready';
  let there;
  while (!(there = chrome.extension.getViews({ type: 'tab' }).find(isReady))) await new Promise((resolve) => setTimeout(resolve, 40));
  for (const [id, text] of Object.entries(texts)) {
    const field = there.document.getElementById(id);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await chrome.tabs.remove(id);
}

inBothBrowsers('settings, rules', {}, (world) => {
  const page = () => world.server.page(articleAround({ parsed: '<p class="poll">Do you like lighthouses?</p>' }), { host: NEWS_HOST });
  const isShown = (selector) => world.browser.evaluate((each) => document.querySelector(each).checkVisibility(), selector);

  it('hide what they name from the next page on', async () => {
    const { browser } = world;
    await fresh(browser);
    await saving(browser, () => browser.hands.type('#rules-text', `${NEWS_HOST}##.poll`));
    assert.equal(await shownText(browser, '#rules-count'), '1 rule');
    await cleanByButton(browser, page());
    assert.equal(await isShown('.poll'), false);
    assert.equal(await isShown('#p1'), true);
  });

  it('are complained of by line and reason, and a press leads to the line', async () => {
    const { browser } = world;
    await fresh(browser);
    await saving(browser, () => browser.hands.type('#rules-text', `! mine\n${NEWS_HOST}##\n##.good\n||ads.example^\n##a:has(b)`));
    await shows(browser, '#rules-count', /^3 lines are not understood/);
    const complaints = await shownText(browser, '#rules-errors');
    assert.match(complaints, /Line 2: nothing follows after ##/);
    assert.match(complaints, /Line 4: this kind of rule is not known here/);
    assert.match(complaints, /Line 5: this selector is too clever/);
    await browser.screenshot(await screenFile(browser, 'options-rules'));
    await browser.click('#rules-errors li:nth-child(2) button');
    const selected = await browser.evaluate(() => {
      const editor = /** @type {HTMLTextAreaElement} */ (document.activeElement);
      return editor.value.slice(editor.selectionStart, editor.selectionEnd);
    });
    assert.equal(selected, '||ads.example^');
  });

  it('that would hide the article hide nothing, are named, and apply once that is confirmed', async () => {
    const { browser } = world;
    const rule = `${NEWS_HOST}##article p`;
    await fresh(browser, { version: 2, 'rules:0': `${rule}\n` });
    const popup = await cleanByButton(browser, page());
    assert.equal(await isShown('#p1'), true);
    assert.match(await popup.text('held'), /would hide the article/);
    await popup.screenshot(await screenFile(browser, 'popup-held'));

    await openOptions(browser);
    await shows(browser, '#held-list', /article p\s*Held back/);
    await saving(browser, () => browser.click('#held-list button'));
    assert.deepEqual((await stored(browser)).confirmed, [rule]);
    await browser.open(page());
    await browser.pressButton();
    await (await browser.popup()).reaches('cleaned', 'not-an-article', 'too-much', 'nothing');
    assert.equal(await isShown('#p1'), false);

    await openOptions(browser);
    await saving(browser, () => browser.click('#held-list button'));
    await cleanByButton(browser, page());
    assert.equal(await isShown('#p1'), true);

    const held = () => browser.evaluate(async () => (await chrome.storage.local.get('held')).held);
    await openOptions(browser);
    assert.deepEqual(await held(), [rule]);
    await saving(browser, () => browser.hands.type('#rules-text', '! none any more'));
    await until('the rule to be forgotten with its line', async () => (await held())?.length === 0);
  });

  it('that are taken out are to be confirmed again when they come back', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, 'rules:0': 'a.example##p\nb.example##p\n', confirmed: ['a.example##p', 'b.example##p'] });
    await saving(browser, () => browser.hands.type('#rules-text', 'b.example##p'));
    assert.deepEqual((await stored(browser)).confirmed, ['b.example##p']);
  });

  it('go out to a file and come in from one, each line once', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, 'rules:0': '! mine\nnews.test##.poll\n' });
    await browser.click('#rules-export');
    assert.equal(await downloaded(browser, 'clean-copy-rules.txt'), '! mine\nnews.test##.poll\n');
    const file = await fileWith(browser, 'rules.txt', '\uFEFF! theirs\r\nnews.test##.poll\r\nother.test##.quiz\r\n');
    await saving(browser, () => browser.hands.chooseFile('#rules-import', file));
    await shows(browser, '#rules-answer', /^2 lines added/);
    assert.equal(await rulesText(browser), '! mine\nnews.test##.poll\n! theirs\nother.test##.quiz\n');
    assert.equal((await stored(browser))['rules:0'], await rulesText(browser));
  });

  it('are saved where the tab is closed while they are typed, and so are the lines over a copy', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, 'rules:0': 'news.test##.one\n' });
    await browser.evaluate(typeAndClose, { 'rules-text': 'news.test##.two\n', header: '{title}' });
    await until('both to be stored', async () => {
      const { 'rules:0': rules, copy } = await stored(browser);
      return rules === 'news.test##.two\n' && copy?.header === '{title}';
    });
  });

  it('of a foreign list fill neither the page nor the machine', async () => {
    const { browser } = world;
    await fresh(browser);
    const list = Array.from({ length: 1500 }, (_, at) => `||ads-${at}.example^`).join('\n');
    const file = await fileWith(browser, 'list.txt', `news.test##.poll\n${list}`);
    await saving(browser, () => browser.hands.chooseFile('#rules-import', file));
    await shows(browser, '#rules-count', /^1,500 lines are not understood/);
    assert.ok((await browser.evaluate(() => document.querySelectorAll('#rules-errors li').length)) <= 50);
    assert.ok((await browser.evaluate(() => document.querySelectorAll('#rules-gutter span').length)) < 100);
  });

  it('that the browser does not store are not left among those that it does', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, 'rules:0': 'news.test##.poll\n' });
    const list = Array.from({ length: 8000 }, (_, at) => `ads-${at}.example##.banner`).join('\n');
    await browser.hands.chooseFile('#rules-import', await fileWith(browser, 'long.txt', list));
    await shows(browser, '#saved', /is full/);
    await until('the list to be taken out', async () => (await rulesText(browser)) === 'news.test##.poll\n');
    assert.equal(await shownText(browser, '#rules-answer'), '', 'nothing was added');
    await saving(browser, () => browser.hands.type('#rules-text', 'news.test##.quiz'));
  });

  it('are taken from a file whatever its lines end with', async () => {
    const { browser } = world;
    for (const end of ['\n', '\r\n', '\r']) {
      await fresh(browser, { version: 2, 'rules:0': 'news.test##.poll\n' });
      const list = ['news.test##.quiz', 'other.test##.quiz', ''].join(end);
      await saving(browser, async () => browser.hands.chooseFile('#rules-import', await fileWith(browser, 'ends.txt', list)));
      assert.equal((await stored(browser))['rules:0'], 'news.test##.poll\nnews.test##.quiz\nother.test##.quiz\n');
    }
  });

  it('are not taken from a file that holds none: a picture, a page, a list of another kind', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, 'rules:0': 'news.test##.poll\n' });
    for (const text of ['\u0089PNG\r\n\u001a\n\u0000\u0000\rIHDR\n', '<!doctype html>\n<p>Rules</p>\n', '||ads.example^\n']) {
      await browser.evaluate(() => (document.getElementById('rules-answer').textContent = ''));
      await browser.hands.chooseFile('#rules-import', await fileWith(browser, 'other.txt', text));
      await shows(browser, '#rules-answer', /holds no rules/);
      assert.equal(await rulesText(browser), 'news.test##.poll\n');
    }
  });
});

inBothBrowsers('settings, files', {}, (world) => {
  const all = {
    version: 2,
    strength: 'focus',
    'site:https://www.example.com/*': { strength: 'tidy' },
    copy: { header: '{title}', links: 'wrapped' },
    'rules:0': 'news.test##.poll\n',
    confirmed: ['news.test##.poll'],
    packsOff: ['de'],
  };

  /** Chooses a file of settings and answers the question that comes, if one does. */
  async function load(text) {
    const { browser } = world;
    const file = await fileWith(browser, 'settings.json', text);
    await browser.hands.chooseFile('#import', file);
  }

  it('hold all settings, and give them back to another browser', async () => {
    const { browser } = world;
    await fresh(browser, all);
    await browser.click('#export');
    const text = await downloaded(browser, 'clean-copy-settings.json');
    await fresh(browser, { version: 2, 'site:https://old.example/*': {}, 'rules:0': 'x##y\n', 'rules:1': 'z##y\n', confirmed: ['x##y'] });
    await load(text);
    await until('the question', () => shownText(browser, '#confirm'));
    await shows(browser, '#confirm-question', /1 site and 1 line of rules/);
    await saving(browser, () => browser.click('#confirm-yes'));
    await until('the settings to be those of the file', async () => {
      // Which rules may hide an article is asked of the reader again.
      assert.deepEqual(await stored(browser), { ...all, confirmed: [] });
      return true;
    });
    await shows(browser, '#site-list', /no permission/);
  });

  /** @type {Record<string, [string, RegExp]>} */
  const refused = {
    'that are no JSON': ['{', /not JSON/],
    'of another program': ['{"rules": "a##b"}', /no settings of Clean Copy/],
    'of a newer version': ['{"kind":"clean-copy-settings","version":3}', /newer version/],
    'with a field that is not known': ['{"kind":"clean-copy-settings","version":2,"voices":[]}', /does not know: voices/],
    'with a field inside a site that is not known': [
      '{"kind":"clean-copy-settings","version":2,"sites":{"https://a.example/*":{"run":"x"}}}',
      /field sites of this file/,
    ],
    'with a site that stands for all sites': ['{"kind":"clean-copy-settings","version":2,"sites":{"*://*/*":{}}}', /field sites/],
    'with a site that has no host': ['{"kind":"clean-copy-settings","version":2,"sites":{"https://256.256.256.256/*":{}}}', /field sites/],
    'with a value of another kind': ['{"kind":"clean-copy-settings","version":2,"strength":"all"}', /field strength/],
  };
  for (const [what, [text, answer]] of Object.entries(refused)) {
    it(`${what} are refused, and nothing is changed`, async () => {
      const { browser } = world;
      await fresh(browser, all);
      await load(text);
      await until('the answer', async () => answer.test(await shownText(browser, '#backup-answer')));
      assert.equal(await shownText(browser, '#confirm'), null);
      assert.deepEqual(await stored(browser), all);
    });
  }
});
