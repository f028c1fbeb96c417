// What a page says is shown and copied as text, whatever it says: no markup, no script, no link but to the web.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { bodyOf } from '../hostile/models.mjs';
import { BASES, PAYLOAD, SPEAKING } from '../hostile/words.mjs';
import { cleanByButton, inBothBrowsers, NEWS_HOST } from './lib/both.mjs';
import { words } from './lib/look.mjs';
import { openOptions, store, stored } from './lib/options.mjs';
import { popupSeen } from './lib/suspect.mjs';
import { until } from './lib/until.mjs';
import { word } from './lib/words.mjs';

const KEPT_ELEMENTS = 'a b blockquote br code em figcaption figure h1 h2 h3 h4 h5 h6 hr i img li ol p pre strong sub sup table tbody td th thead tr ul'.split(' ');
const KEPT_ATTRIBUTES = ['href', 'src', 'alt', 'start', 'dir', 'lang', 'colspan', 'rowspan'];

/** Runs in a page: what a fragment holds once a browser has parsed it. */
function partsOf(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const elements = [...parsed.body.getElementsByTagName('*')];
  return {
    elements: [...new Set(elements.map(({ localName }) => localName))],
    attributes: [...new Set(elements.flatMap((element) => element.getAttributeNames()))],
    addresses: elements.flatMap((element) => [element.getAttribute('href'), element.getAttribute('src')].filter((url) => url !== null)),
    text: parsed.body.textContent,
  };
}

const isWeb = (/** @type {string} */ url) => URL.canParse(url) && ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol);

async function assertHarmless(browser, html) {
  const { elements, attributes, addresses, text } = await browser.evaluate(partsOf, html);
  assert.deepEqual(elements.filter((name) => !KEPT_ELEMENTS.includes(name)), [], 'elements of a copy');
  assert.deepEqual(attributes.filter((name) => !KEPT_ATTRIBUTES.includes(name)), [], 'attributes of a copy');
  assert.deepEqual(addresses.filter((url) => !isWeb(url)), [], 'addresses of a copy');
  return text;
}

/** Clicks a button of the popup that copies, and reads what it has copied. */
async function copyBy(browser, url, button, said = 'copied') {
  const popup = await cleanByButton(browser, url);
  await popup.click(button);
  await until('the popup to say that it has copied', async () => (await popup.text('answer')) === word(browser, said));
  return browser.readClipboard();
}

inBothBrowsers('a page whose words are markup', { display: true }, (world) => {
  const page = () => world.server.page(bodyOf(SPEAKING), { host: NEWS_HOST });

  it('is text in the popup and in its ledger', async () => {
    const popup = await cleanByButton(world.browser, page());
    const { foreign, ran } = await popup.evaluate(popupSeen);
    assert.deepEqual({ foreign, ran }, { foreign: [], ran: false });
    const ledger = await popup.evaluate(() => document.getElementById('ledger').textContent);
    assert.ok(ledger.includes('<img src="/canary"'), 'the ledger shows it as it is written');
  });

  it('is text in the copied HTML, with links to the web alone', async () => {
    const { html } = await copyBy(world.browser, page(), 'copy');
    const text = await assertHarmless(world.browser, html);
    assert.ok(words(text).includes(words(`The keeper wrote ${PAYLOAD} into the book`)), text);
    assert.ok(html.includes('href="mailto:a@b.test'), 'links of the web stay');
  });

  it('is text in the copied Markdown', async () => {
    const { plain, html } = await copyBy(world.browser, page(), 'copy-markdown');
    assert.equal(html, null);
    // Code stands as it is; there no reader of Markdown looks for markup.
    const code = /^(`{3,}|~{3,})[^]*?^\1[^\n]*$|(?<!\\)(`+)[^`][^]*?(?<!`)\2(?!`)/gm;
    const web = /\]\(<(?:https?|mailto):[^<>\n]*>\)/g;
    const prose = plain.replace(code, '').replace(web, ']');
    assert.ok(prose.includes('The keeper wrote'), 'there is prose to look at');
    assert.doesNotMatch(prose, /(?<!\\)<(?:img|script|svg)/i, 'markup is escaped');
    assert.doesNotMatch(prose, /(?<!\\)\]\(\s*(?:javascript|data|vbscript|file|blob):/i, 'no link runs anything');
    assert.doesNotMatch(prose, /(?<!\\)<(?:javascript|data|vbscript):/i, 'nor does an address in angle brackets');
    assert.doesNotMatch(prose, /^\[[^\]\n]*\]:/m, 'no line is taken for the target of links');
  });

  it('is text in the copied title', async () => {
    const { html, plain } = await copyBy(world.browser, page(), 'copy-title', 'copiedTitle');
    await assertHarmless(world.browser, html);
    assert.ok(plain.startsWith('Fellmouth keeps its light'), plain);
  });

  it('is not in the report', async () => {
    const { browser } = world;
    const popup = await cleanByButton(browser, page());
    await popup.click('wrong > summary');
    await popup.click('report');
    await until('the popup to say that it has copied', async () => (await popup.text('answer')) === word(browser, 'reportCopied'));
    const { plain } = await browser.readClipboard();
    assert.equal(JSON.parse(plain).report, 'Clean Copy');
    assert.doesNotMatch(plain, /canary|onerror|javascript/i);
  });

  it('becomes one rule, and no rule for another site, when a block is kept', async () => {
    const { browser } = world;
    await openOptions(browser);
    await store(browser, {});
    const popup = await cleanByButton(browser, page());
    const pins = await popup.evaluate(() => {
      const found = [...document.querySelectorAll('#ledger .keep')];
      for (const pin of found) /** @type {HTMLElement} */ (pin).click();
      return found.length;
    });
    assert.ok(pins > 0, 'there are blocks that can be kept');
    await openOptions(browser);
    const lines = await until('the rules to be stored', async () => {
      const { 'rules:0': rules = '' } = await stored(browser);
      const written = rules.split('\n').filter(Boolean);
      return written.length === pins && written;
    });
    assert.deepEqual(lines.filter((line) => !line.startsWith(`${NEWS_HOST}#@#`)), []);
    await store(browser, {});
  });

  for (const base of BASES) {
    it(`links to the web alone where everything is relative to ${base}`, async () => {
      const { browser, server } = world;
      const href = base.replaceAll('"', '&quot;');
      const parsed = '<p id="p34">The keeper wrote <a href="/log">the log</a>, <a href="next">the next</a> and <a href="?last">the last</a> of them before he left the tower for good.</p>';
      const url = server.page(bodyOf({ head: `<base href="${href}">`, parsed }), { host: NEWS_HOST });
      const { html } = await copyBy(browser, url, 'copy');
      const text = await assertHarmless(browser, html);
      assert.ok(words(text).includes('the keeper wrote the log, the next and the last'), text);
    });
  }
});
