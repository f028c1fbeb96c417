// The report of a page that went wrong: it tells how the page was judged, and no word of it.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST, screenFile } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { renderedText } from './lib/look.mjs';
import { until } from './lib/until.mjs';
import { word } from './lib/words.mjs';

/** Copies the report by the popup's own button. */
async function copyReport(browser, popup, { named = false } = {}) {
  const isOpen = await popup.evaluate(() => /** @type {HTMLDetailsElement} */ (document.getElementById('wrong')).open);
  if (!isOpen) await popup.click('wrong > summary');
  if (named) await popup.click('report-site');
  await popup.click('report');
  await until('the popup to say that it has copied', async () => (await popup.text('answer')) === word(browser, 'reportCopied'));
  await popup.screenshot(await screenFile(browser, 'popup-report'));
}

/** Copies the report and reads it from the clipboard. */
async function report(browser, popup, options) {
  await copyReport(browser, popup, options);
  const { plain, html } = await browser.readClipboard();
  assert.equal(html, null);
  return { text: plain, told: JSON.parse(plain) };
}

/** Words of five letters and more, each once. */
const wordsOf = (text) => new Set(text.toLowerCase().match(/\p{L}{5,}/gu) ?? []);

/** Words of the report itself: its fields, states, reasons, tag names and what judges know of names. */
const OWN =
  /^(report|clean|version|browser|firefox|chrome|scheme|state|hiddennow|shownagain|outcome|strength|language|elements|blocks|words|share|metadata|counts|hidden|around|ordinal|action|reason|evidence|links|unseen|likely|title|byline|published|modified|canonical|declared|cleaned|promo|related|newsletter|caption|headline|other|article|section|header|footer|stories|named|begins|false|article|number|copies|x+)$/;

inBothBrowsers('the report', { display: true }, (world) => {
  it('tells what was hidden, what was shown again, and how the ends of the article were judged', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.page(articleAround({}), { host: NEWS_HOST }));
    await popup.evaluate(() => {
      for (const group of document.querySelectorAll('#ledger details')) group.setAttribute('open', '');
    });
    await popup.click('ledger .row');
    await until('one block to be shown', () => browser.evaluate(() => document.querySelectorAll('[data-clean-copy-action=hide]').length === 3));
    const { told } = await report(browser, popup);
    assert.equal(told.report, 'Clean Copy');
    assert.match(told.version, /^\d+\.\d+/);
    assert.match(told.browser, browser.key === 'firefox' ? /^Firefox\/\d+$/ : /Chrome\/\d+/);
    assert.equal(told.state, 'cleaned');
    assert.equal(told.hiddenNow, 3);
    const reasons = told.page.hidden.map(({ reason }) => reason).sort();
    assert.deepEqual(reasons, ['newsletter', 'promo', 'related', 'share']);
    assert.equal(told.shownAgain.length, 1);
    assert.ok(told.page.hidden.some(({ ordinal }) => ordinal === told.shownAgain[0]), 'it is one of the hidden ones');
    assert.equal(told.page.around.filter(({ role }) => role === 'body').length, 5, 'five paragraphs');
    assert.equal(told.site, undefined, 'the site is not named unless the reader says so');
  });

  it('names the site, and no more of the address, when the reader says so', async () => {
    const { browser, server } = world;
    const url = `${server.page(articleAround({}), { host: NEWS_HOST })}?token=Xyzzyplugh#part`;
    const popup = await cleanByButton(browser, url);
    const { text, told } = await report(browser, popup, { named: true });
    assert.equal(told.site, NEWS_HOST);
    assert.doesNotMatch(text, /made|token|xyzzy|plugh|part/i);
  });

  it('holds no word of the page, of its attributes or of its address', async () => {
    const { browser, server } = world;
    const parsed = `<div class="promo-quomble user_grobnik" id="acc-81726354" data-component="zimtwerk" title="Flurbelow" aria-label="Skrindle">
      <strong>Also on example.com</strong> <a href="https://vastly.example/plimpton?session=5512ab">Dramblish the Wornicle 998877</a>
      <input value="Kreegoth"><!-- Yablonik --></div>
      <script>window.secret = 'Ombruliate';</script>`;
    const head = `<meta name="author" content="Thessaly Vandermoor"><link rel="canonical" href="https://canterbell.example/Bruxley?id=4455">
      <script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Perdita Quillfeather"}}</script>`;
    const url = `${server.page(articleAround({ parsed, head }), { host: NEWS_HOST })}?ref=Hollowmere&id=7719`;
    const popup = await cleanByButton(browser, url);
    const text = (await report(browser, popup)).text.toLowerCase();
    const secrets =
      'quomble grobnik 81726354 zimtwerk flurbelow skrindle vastly plimpton 5512 dramblish wornicle 998877 kreegoth yablonik ombruliate thessaly vandermoor canterbell bruxley 4455 perdita quillfeather hollowmere 7719 session news.test';
    for (const secret of secrets.split(' ')) assert.ok(!text.includes(secret), `${secret} is in the report`);
    const page = wordsOf(await browser.evaluate(renderedText));
    const left = [...wordsOf(text)].filter((each) => page.has(each) && !OWN.test(each));
    assert.deepEqual(left, [], 'words of the page');
    assert.ok(page.size > 40, 'the page has words to look for');
  });

  it('asks the network for nothing', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.page(articleAround({}), { host: NEWS_HOST }));
    const before = server.requests;
    await copyReport(browser, popup);
    assert.equal(server.requests, before);
  });

  it('says on a page that no extension may touch that there is nothing to report', async () => {
    const { browser } = world;
    await browser.openUnwatched(browser.key === 'firefox' ? 'about:config' : 'chrome://version/');
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('not-allowed');
    await popup.click('wrong > summary');
    await popup.click('report');
    await until('the sentence', async () => (await popup.text('answer')) === word(browser, 'state_not_allowed'));
  });
});
