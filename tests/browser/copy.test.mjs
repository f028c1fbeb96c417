// Menu, keys and clipboard: cleaning without the popup, and what really lies on the clipboard after a copy.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST, screenFile } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { addMarkup, hides, promo, prose } from './lib/living.mjs';
import { assertSameText, markCount, source, words } from './lib/look.mjs';
import { fixture, fixtures } from './lib/pages.mjs';
import { openOptions, store } from './lib/options.mjs';
import { until } from './lib/until.mjs';
import { word } from './lib/words.mjs';

/** The ways that need no popup. Chromium finds a menu entry by its place among the extension's. */
const WAYS = {
  'the context menu': {
    clean: (browser) => browser.contextMenu(word(browser, 'menuClean'), 1),
    copy: (browser) => browser.contextMenu(word(browser, 'menuCopy'), 2),
    copyMarkdown: (browser) => browser.contextMenu(word(browser, 'menuCopyMarkdown'), 3),
  },
  'the keyboard': {
    clean: (browser) => browser.command('clean'),
    copy: (browser) => browser.command('copy'),
    copyMarkdown: (browser) => browser.command('copy-markdown'),
  },
};

/**
 * Where a page may come from: each place takes another part of the clipboard interface away.
 *
 * @type {Record<string, { host?: string, strict?: boolean }>}
 */
const PLACES = {
  'a secure page': {},
  'a plain http page': { host: NEWS_HOST },
  'a page with a strict policy': { strict: true },
  'a plain http page with a strict policy': { host: NEWS_HOST, strict: true },
};

const KEPT_FROM_SIGHT = `
  <p>The tower, as the keeper said before he left, stands <span class="tip">a fathom is six feet</span> forty fathoms above the harbour, and was seen by every ship that came round the point.</p>
  <ul class="plans"><li>All of our lamps</li><li>Our lamps on paper</li><li>Lamps each day</li></ul>
  <div class="rest"><p>Whoever climbs the stairs in winter has to carry the oil himself, said Ida Brandt, who has done so with her brother on most nights since the keeper retired.</p></div>
  <details><summary>How it is lit</summary><p>The lens was ground in the town itself in 1871, and turns on a bath of mercury that the council had checked again only last year, she said.</p></details>`;

async function copied(browser) {
  return until('something on the clipboard', async () => {
    const clipboard = await browser.readClipboard();
    return clipboard.plain && clipboard;
  });
}

/** The text that lies in HTML from the clipboard. */
const textOf = (html) => html.replace(/<[^>]*>/g, ' ').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&');

/** The paragraphs of the article; captions and the site's own date line are no part of a copied text. */
const paragraphs = () =>
  [...document.querySelectorAll('p')].filter((p) => !p.closest('figure, footer')).map((p) => p.textContent);

async function assertArticle(browser, page, { plain, html }) {
  const read = words(plain);
  const prose = (await browser.evaluate(paragraphs)).map(words);
  const expected = page.must_stay.filter((text) => prose.some((paragraph) => paragraph.startsWith(words(text))));
  assert.ok(expected.length > 3, 'the page has paragraphs to look for');
  for (const part of [page.title, page.byline, ...expected].filter(Boolean)) {
    assert.ok(read.includes(words(part)), `“${part}” is not in the copied text:\n${plain}`);
  }
  for (const text of page.must_go) assert.ok(!read.includes(words(text)), `“${text}” is in the copied text`);
  assert.ok(html, 'there is HTML too');
  assert.match(html, /<h1[\s>]/, 'the headline is a headline');
  assert.match(html, /<p[\s>]/, 'paragraphs are paragraphs');
  assert.doesNotMatch(html, /<script|<style|<iframe|\son\w+=|data-clean-copy/i, 'nothing active, none of our marks');
  const htmlText = words(textOf(html));
  for (const text of page.must_go) assert.ok(!htmlText.includes(words(text)), `“${text}” is in the copied HTML`);
}

inBothBrowsers('menu, keys and clipboard', { display: true }, (world) => {
  it('puts headline, byline, date and address on top, then the article', async () => {
    const { browser, server } = world;
    const page = fixtures().find(({ byline, published }) => byline && published);
    const popup = await cleanByButton(browser, server.fixture(page.slug));
    await popup.click('copy');
    await until('the popup to say that it has copied', async () => (await popup.text('answer')) === word(browser, 'copied'));
    await popup.screenshot(await screenFile(browser, 'popup-copied'));
    const clipboard = await browser.readClipboard();
    await assertArticle(browser, page, clipboard);
    const top = clipboard.plain.slice(0, 600);
    assert.ok(words(top).startsWith(words(page.title)), `the headline comes first:\n${top}`);
    assert.ok(words(top).includes(words(page.byline)), `the byline is on top:\n${top}`);
    assert.match(top, new RegExp(page.published.slice(0, 4)), 'the date is on top');
    assert.match(top, /https?:\/\/\S+/, 'the address is on top');
  });

  for (const [way, { clean, copy, copyMarkdown }] of Object.entries(WAYS)) {
    it(`cleans and restores by ${way}`, async () => {
      const { browser, server } = world;
      await browser.open(server.fixture('wire-service'));
      const before = await browser.evaluate(source);
      await clean(browser);
      await until('the page to be cleaned', async () => (await browser.evaluate(markCount)) > 0);
      await clean(browser);
      await until('the page to be restored', async () => (await browser.evaluate(markCount)) === 0);
      assertSameText(await browser.evaluate(source), before, 'the page is what it was');
    });

    it(`copies Markdown by ${way}`, async () => {
      const { browser, server } = world;
      await browser.clearClipboard();
      await browser.open(server.fixture('wire-service'));
      await copyMarkdown(browser);
      const { plain, html } = await copied(browser);
      assert.match(plain, /^# /m);
      assert.equal(html, null, 'an editor that prefers HTML must get the Markdown as it is');
    });

    for (const [place, where] of Object.entries(PLACES)) {
      it(`copies by ${way} on ${place}`, async () => {
        const { browser, server } = world;
        await browser.clearClipboard();
        await browser.open(server.fixture('wire-service', where));
        await copy(browser);
        await assertArticle(browser, fixture('wire-service'), await copied(browser));
        assert.equal(await browser.evaluate(markCount), 0, 'copying alone hides nothing');
      });
    }
  }

  it('copies Markdown and plain text from the popup', async () => {
    const { browser, server } = world;
    for (const [button, pattern] of Object.entries({ 'copy-markdown': /^#\s/m, 'copy-text': /^[^#]/ })) {
      const popup = await cleanByButton(browser, server.fixture('wire-service'));
      await popup.click(button);
      await until('the popup to say that it has copied', async () => (await popup.text('answer')) === word(browser, 'copied'));
      const { plain, html } = await browser.readClipboard();
      assert.match(plain, pattern);
      assert.equal(html, null, 'an editor that prefers HTML must get the text as it is');
    }
  });

  it('copies what the page says when it is copied: also what came since it was cleaned', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.page(articleAround({}), { host: NEWS_HOST }));
    await browser.evaluate(addMarkup, '#here', prose('late-prose') + promo('late-promo'));
    await hides(browser, 'late-promo');
    await popup.click('copy-text');
    await until('the popup to say that it has copied', async () => (await popup.text('answer')) === word(browser, 'copied'));
    const { plain } = await browser.readClipboard();
    assert.ok(plain.includes('The harbour master, who has kept the log'), plain);
    assert.ok(!plain.includes('Ferry to the outer islands'), plain);
  });

  it('leaves out what the page does not render, but neither its prose nor what a closed <details> holds', async () => {
    const { browser, server } = world;
    const copy = async (head) => {
      const popup = await cleanByButton(browser, server.page(articleAround({ parsed: KEPT_FROM_SIGHT, head })));
      await popup.click('copy-text');
      await until('the popup to say that it has copied', async () => (await popup.text('answer')) === word(browser, 'copied'));
      return (await browser.readClipboard()).plain;
    };
    const all = ['six feet', 'lamps on paper', 'forty fathoms', 'climbs the stairs', 'lens was ground'];
    const held = (text) => all.filter((part) => text.includes(part));
    assert.deepEqual(held(await copy('')), all);
    assert.deepEqual(held(await copy('<style>.tip, .plans, .rest { display: none }</style>')), all.slice(2));
  });

  it('copies the title with a link from the popup', async () => {
    const { browser, server } = world;
    const page = fixture('wire-service');
    const url = server.fixture(page.slug);
    const popup = await cleanByButton(browser, url);
    await popup.click('copy-title');
    await until('the popup to say so', async () => (await popup.text('answer')) === word(browser, 'copiedTitle'));
    const { plain, html } = await browser.readClipboard();
    assert.equal(plain.replaceAll('\r\n', '\n'), `${page.title}\n${url}`);
    assert.ok(html.includes(`<a href="${url}">${page.title}</a>`), html);
  });

  it('puts the reader’s own lines on top, and links into plain text where they are wanted', async () => {
    const { browser, server } = world;
    const page = fixture('recipe');
    await openOptions(browser);
    await store(browser, { version: 2, copy: { header: '{title} by {byline}\nFrom: {url}\n{nothing}', links: 'wrapped' } });
    const url = server.fixture(page.slug);
    const top = [`${page.title} by ${page.byline}`, `From: ${url}`, '{nothing}'];
    const read = async (button) => {
      const popup = await cleanByButton(browser, url);
      await popup.click(button);
      await until('the popup to say that it has copied', async () => (await popup.text('answer')) === word(browser, 'copied'));
      return browser.readClipboard();
    };
    const { plain, html } = await read('copy');
    assert.deepEqual(plain.split(/\r?\n/).slice(0, 3), top);
    assert.match(plain, /\w <https?:\/\/[^>\s]+>/, 'a link of the text has its address');
    assert.ok(html.includes(`<h1>${top[0]}</h1>`) && html.includes(`From: <a href="${url}">`), html);
    const markdown = (await read('copy-markdown')).plain.split(/\r?\n\r?\n/);
    assert.deepEqual(markdown.slice(0, 3), [`# ${top[0]}`, `From: <${url}>`, top[2]]);
    await openOptions(browser);
    await store(browser, {});
  });
});
