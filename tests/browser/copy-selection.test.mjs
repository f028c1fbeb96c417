// What Ctrl+C takes from a cleaned page, and "Copy selection clean" from any page.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { markCount, select, selectedSpot } from './lib/look.mjs';
import { STRICT_HEADERS } from './lib/server.mjs';
import { until } from './lib/until.mjs';
import { word } from './lib/words.mjs';

const PARSED = `<p id="mid">The keeper's log <span class="material-icons">chevron_right</span> is kept <a href="/log?a=1&amp;b=2">in the <b>town hall</b></a>,
  where anyone may read it.</p>
<ul id="list"><li>The lamp</li><li>The <i>bell</i></li></ul>
<input id="field" value="typed into a field"><textarea id="area">typed into an area</textarea>
<div id="edit" contenteditable="true">written by the reader</div>`;

/** A formula, a drawing with a label and an icon without, a formula that is shown once more for the eye, and one before an ornament. */
const FORMULAS = `<p id="mid">The light reaches <math onclick="void 0"> <semantics> <mrow><mi>d</mi> <mo>=</mo><mo>√</mo><msqrt><mn>13</mn><mi>h</mi></msqrt><mo>/</mo><msup><mn>10</mn><mn>2</mn></msup></mrow>
  <annotation encoding="application/x-tex">for machines</annotation></semantics></math> kilometres, or <svg width="60" height="16"><title>Arrow</title> <text y="12">42 km</text></svg> by the chart,
  and <span><span><math><mi>d</mi></math></span><span aria-hidden="true">d</span></span> again, which is <svg width="9" height="9"><path d="M0 0h9"/></svg>x here, and
  <math><mi>E</mi></math><span aria-hidden="true">*</span> there.</p>`;

/** A page script that does what many sites do to copies. */
const MEDDLING = `document.addEventListener('copy', (event) => {
  event.clipboardData.setData('text/plain', getSelection() + ' Read more at fellmouth.example');
  event.preventDefault();
});`;

/** @type {Record<string, { host?: string, headers?: Record<string, string> }>} */
const PLACES = {
  'a secure page': {},
  'a plain http page': { host: NEWS_HOST },
  'a page with a strict policy': { headers: STRICT_HEADERS },
  'a plain http page with a strict policy': { host: NEWS_HOST, headers: STRICT_HEADERS },
};

/** From the last words of one paragraph, over a promo and a muted icon, into the next but one. */
const OVER_PROMO = [
  ['p1', -21],
  ['p2', 22],
];
const OVER_PROMO_TEXT = [
  'heat a single classroom.',
  '',
  "The keeper's log is kept in the town hall, where anyone may read it.",
  '',
  'The lamp',
  'The bell',
];

const page = (server, where = {}, parts = {}) => server.page(articleAround({ parsed: PARSED, ...parts }), where);

async function copied(browser) {
  return until('something on the clipboard', async () => {
    const clipboard = await browser.readClipboard();
    return clipboard.plain && clipboard;
  });
}

async function clean(browser, url) {
  const popup = await cleanByButton(browser, url);
  await popup.close();
}

async function copyByKey(browser, from, to) {
  await browser.clearClipboard();
  await browser.evaluate(select, from, to);
  await pressCopy(browser);
  return copied(browser);
}

/** Chromium's clipboard is read in another tab, and a page behind it copies nothing: the key must have come first. */
async function pressCopy(browser) {
  await browser.evaluate(() => {
    delete document.documentElement.dataset.released;
    addEventListener('keyup', () => (document.documentElement.dataset.released = 'yes'), { once: true });
  });
  await browser.hotkey('Ctrl+C');
  await until('the keys to be released', () => browser.evaluate(() => document.documentElement.dataset.released));
}

/** The same for what the extension copies by itself: it says when it has. */
async function copiedSelection(browser) {
  await until('the button to say that it has copied', async () => {
    const said = (await browser.buttonState()).title;
    if (said !== word(browser, 'copiedSelection')) throw new Error(`the button says: ${said}`);
    return true;
  });
  return copied(browser);
}

function assertClean({ plain, html }) {
  const lines = plain.split(/\r?\n/);
  const wanted = OVER_PROMO_TEXT.map((line, at) => (at === 0 ? line.slice(-21) : line));
  assert.deepEqual(lines.slice(0, wanted.length), wanted);
  assert.ok(lines.at(-1).endsWith('Opponents pointed to t'), `the copy ends where the selection does: ${lines.at(-1)}`);
  for (const text of ['Also on', 'Bridge over the Ard', 'chevron_right']) {
    assert.ok(!plain.includes(text), `“${text}” is in the copied text:\n${plain}`);
    assert.ok(!html.includes(text), `“${text}” is in the copied HTML:\n${html}`);
  }
  assert.match(html, /<a href="http:\/\/[^/"]+\/log\?a=1&amp;b=2">in the <b>town hall<\/b><\/a>/);
  assert.match(html, /<ul><li>The lamp<\/li>\s*<li>The <i>bell<\/i><\/li><\/ul>/);
  assert.doesNotMatch(html, /<script|<style|\sclass=|\sid=|data-clean-copy/i);
}

inBothBrowsers('copying a selection', { display: true }, (world) => {
  for (const [place, where] of Object.entries(PLACES)) {
    it(`Ctrl+C leaves out what is hidden on ${place}`, async () => {
      const { browser, server } = world;
      await clean(browser, page(server, where));
      assertClean(await copyByKey(browser, ...OVER_PROMO));
    });
  }

  it('Ctrl+C is not meddled with by the page', async () => {
    const { browser, server } = world;
    await clean(browser, page(server, {}, { script: MEDDLING }));
    assertClean(await copyByKey(browser, ...OVER_PROMO));
  });

  it('formulas and the words of drawings go along', async () => {
    const { browser, server } = world;
    await clean(browser, page(server, {}, { parsed: FORMULAS }));
    const { plain, html } = await copyByKey(browser, ...OVER_PROMO);
    assert.match(plain, /\bThe light reaches d=√13h\/10\^2 kilometres, or\s+42 km\s+by the chart, and d again, which is x here, and E\* there\./, plain);
    const [math] = html.match(/<math[^]*?<\/math>/) ?? [html];
    assert.equal(math, '<math><mrow><mi>d</mi><mo>=</mo><mo>√</mo><msqrt><mn>13</mn><mi>h</mi></msqrt><mo>/</mo><msup><mn>10</mn><mn>2</mn></msup></mrow></math>');
    assert.doesNotMatch(html, /<svg|<text|annotation|machines|Arrow|onclick/);
  });

  it('pictures have the address that is shown, and lazy ones that which is to be', async () => {
    const { browser, server } = world;
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"/>';
    server.route('drawn', (_, response) => response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(drawing));
    const img = (width, lazy) => `<img width="${width}" height="30" alt="" src="/drawn/${width}" data-src="/lazy/${lazy}">`;
    await clean(browser, page(server, {}, { parsed: `<p id="mid">The tower ${img(60, '{width}')} at dusk, seen from the quay ${img(600, 'large')} and the boats.</p>` }));
    const { html } = await copyByKey(browser, ...OVER_PROMO);
    assert.deepEqual(Array.from(html.matchAll(/<img[^>]* src="http:\/\/[^/]*([^"]*)/g), ([, address]) => address), ['/drawn/60', '/lazy/large']);
  });

  it('Ctrl+C reads forms whose fields are called like what it asks', async () => {
    const { browser, server } = world;
    const script = `for (const old of [here, document.getElementById('p1')]) {
      const form = document.createElement('form');
      form.append(...old.childNodes);
      form.id = old.id;
      for (const name of ['closest', 'compareDocumentPosition', 'childNodes', 'getAttribute', 'isContentEditable', 'parentElement']) {
        form.append(Object.assign(document.createElement('input'), { name, type: 'hidden' }));
      }
      old.replaceWith(form);
    }`;
    await clean(browser, page(server, {}, { script }));
    assertClean(await copyByKey(browser, ...OVER_PROMO));
  });

  it('a selection that begins or ends in a hidden block is cleaned too', async () => {
    const { browser, server } = world;
    await clean(browser, page(server));
    const begins = await copyByKey(browser, ['c2', 3], ['mid', 5]);
    assert.equal(begins.plain, 'The k');
    const ends = await copyByKey(browser, ['p1', -10], ['c2', 12]);
    assert.equal(ends.plain, 'classroom.');
    assert.ok(!ends.html.includes('Also on'));
  });

  it('where nothing is left out the browser copies as it would', async () => {
    const { browser, server } = world;
    const url = page(server);
    const places = [['p0', 4], ['p1', -5]];
    await browser.open(url);
    const before = await copyByKey(browser, ...places);
    await clean(browser, url);
    // The share bar above and the promo below stand outside.
    assert.deepEqual(await copyByKey(browser, ...places), before);
  });

  it('a page that is not cleaned, or restored, is copied as it is', async () => {
    const { browser, server } = world;
    const url = page(server);
    await browser.open(url);
    const before = await copyByKey(browser, ...OVER_PROMO);
    assert.match(before.plain, /Also on example\.com/);
    const popup = await cleanByButton(browser, url);
    await popup.click('restore');
    await popup.reaches('restored');
    await popup.close();
    assert.deepEqual(await copyByKey(browser, ...OVER_PROMO), before);
  });

  it('text fields are left alone', async () => {
    const { browser, server } = world;
    await clean(browser, page(server));
    for (const [id, text] of Object.entries({ field: 'typed into a field', area: 'typed into an area' })) {
      await browser.clearClipboard();
      await browser.evaluate((id) => {
        const field = /** @type {HTMLInputElement} */ (document.getElementById(id));
        field.focus();
        field.select();
      }, id);
      await pressCopy(browser);
      assert.equal((await copied(browser)).plain, text);
    }
    await browser.evaluate(() => document.getElementById('edit').focus());
    assert.equal((await copyByKey(browser, ['edit', 0], ['edit', 7])).plain, 'written');
  });

  const WAYS = {
    'the context menu': (browser) => browser.contextMenu(word(browser, 'menuCopySelection'), 5, selectedSpot),
    'the keyboard': (browser) => browser.command('copy-selection'),
  };
  for (const [way, copySelection] of Object.entries(WAYS)) {
    for (const [place, where] of Object.entries(PLACES)) {
      it(`copies a selection clean by ${way} on ${place}, and hides nothing`, async () => {
        const { browser, server } = world;
        await browser.clearClipboard();
        await browser.open(page(server, where));
        await browser.evaluate(select, ...OVER_PROMO);
        await copySelection(browser);
        assertClean(await copiedSelection(browser));
        assert.equal(await browser.evaluate(markCount), 0);
        assert.match(await browser.evaluate(() => String(getSelection())), /Also on/, 'the selection stands');
      });
    }
  }

  it('copies the text of a field as it is, and nothing where nothing is selected', async () => {
    const { browser, server } = world;
    await browser.clearClipboard();
    await browser.open(page(server));
    await browser.evaluate(() => {
      const field = /** @type {HTMLInputElement} */ (document.getElementById('field'));
      field.focus();
      field.select();
    });
    await browser.command('copy-selection');
    assert.equal((await copiedSelection(browser)).plain, 'typed into a field');
    await browser.evaluate(() => {
      document.getElementById('field').blur();
      getSelection().removeAllRanges();
    });
    await browser.command('copy-selection');
    await until('the button to say so', async () => (await browser.buttonState()).title === word(browser, 'nothingSelected'));
    assert.equal((await browser.readClipboard()).plain, 'typed into a field');
  });
});
