// Nothing leaves the browser: every feature is used behind a proxy that notes all requests, and none is for anything but
// the pages themselves.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { markCount, select, selectedSpot } from './lib/look.mjs';
import { fileWith, openOptions, saving, store } from './lib/options.mjs';
import { openPicker } from './lib/picker.mjs';
import { until } from './lib/until.mjs';
import { word } from './lib/words.mjs';

/** What names other places and loads nothing by itself: whoever asks for one of these was not the page. */
const TEMPTING = {
  head: `<link rel="canonical" href="http://canonical.test/light"><meta property="og:image" content="http://picture.test/og.png">
<meta property="og:url" content="http://opengraph.test/"><script type="application/ld+json">{"@type":"NewsArticle","image":"http://jsonld.test/x.png","author":{"name":"Ida Brandt","url":"http://author.test/"}}</script>`,
  parsed: `<p id="p20">The keeper wrote <a href="http://link.test/">the log</a> of that night himself, and it has been on show in the town hall ever since.</p>
<figure><img data-src="http://lazy.test/tower.png" alt="The tower"><figcaption>The tower at dusk, seen from the quay.</figcaption></figure>
<template><img src="http://template.test/x.png"></template>`,
};

/** What browsers ask for by themselves, with no extension in them: their makers' own services. */
const OF_BROWSERS = /^(?:CONNECT|GET|HEAD|POST) (?:https?:\/\/)?(?:[\w-]+\.)*(?:google|googleapis|gstatic|google-analytics|gvt1|mozilla|firefox|mozgcp|mozaws)\.(?:com|org|net)(?:[:/]|$)/;

async function copied(browser, popup, button, said = 'copied') {
  await popup.click(button);
  await until(`${button} to have copied`, async () => (await popup.text('answer')) === word(browser, said));
}

/** Every use of the extension, each from a page that has just been opened. */
const USES = {
  'clean and restore': async (browser, url) => {
    const popup = await cleanByButton(browser, url);
    await popup.click('restore');
    await popup.reaches('restored');
    await popup.click('clean');
    await popup.reaches('cleaned');
  },
  'both strengths': async (browser, url) => {
    const popup = await cleanByButton(browser, url);
    for (const strength of ['focus', 'tidy']) {
      await popup.click(`strength-${strength} + label`);
      await until(`${strength} to be chosen`, () => popup.isChecked(`strength-${strength}`));
    }
  },
  'all copies of the popup': async (browser, url) => {
    for (const button of ['copy', 'copy-markdown', 'copy-text']) await copied(browser, await cleanByButton(browser, url), button);
    await copied(browser, await cleanByButton(browser, url), 'copy-title', 'copiedTitle');
  },
  'the report': async (browser, url) => {
    const popup = await cleanByButton(browser, url);
    await popup.click('wrong > summary');
    await popup.click('report-site');
    await copied(browser, popup, 'report', 'reportCopied');
  },
  'the ledger: show, hide, keep': async (browser, url) => {
    const popup = await cleanByButton(browser, url);
    const before = await browser.evaluate(markCount);
    await popup.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#ledger .row')).click());
    await until('a block to be shown', async () => (await browser.evaluate(markCount)) < before);
    await popup.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#ledger .keep')).click());
    await until('a block to be kept', () => popup.evaluate(() => document.querySelector('#ledger .keep[data-set=true]') !== null));
  },
  'keys and the menu': async (browser, url) => {
    await browser.open(url);
    await browser.command('clean');
    await until('the page to be cleaned', async () => (await browser.evaluate(markCount)) > 0);
    await browser.clearClipboard();
    await browser.command('copy');
    await until('the article to be copied', async () => (await browser.readClipboard()).plain);
    await browser.clearClipboard();
    await browser.evaluate(select, ['p0', 0], ['p3', -1]);
    await browser.contextMenu(word(browser, 'menuCopySelection'), 5, selectedSpot);
    await until('the selection to be copied', async () => (await browser.readClipboard()).plain);
  },
  'the picker': async (browser, url) => {
    const picker = await openPicker(browser, url);
    await picker.choose('#p4');
    await browser.press('Escape');
  },
  'the settings: rules, files, languages': async (browser) => {
    await openOptions(browser);
    await saving(browser, () => browser.hands.type('#rules-text', `${NEWS_HOST}##.promo`));
    await saving(browser, () => browser.click('#links-wrapped'));
    await browser.hands.chooseFile('#rules-import', await fileWith(browser, 'rules.txt', 'other.test##.teaser\n'));
    await until('the rules to be imported', () => browser.evaluate(() => /teaser/.test(/** @type {any} */ (document.getElementById('rules-text')).value)));
    await store(browser, {});
  },
  'the first-run page': async (browser) => {
    await browser.open(await browser.extensionUrl('welcome/welcome.html'));
    await browser.click('#try-clean');
    await until('the sample to be clean', () => browser.evaluate(() => document.getElementById('sample-status').textContent !== ''));
  },
};

inBothBrowsers('every use of the extension', { display: true, proxied: true }, (world) => {
  /** What was asked for since a moment, the pages of the test and what browsers ask for themselves left out. */
  const foreign = (/** @type {number} */ since) => {
    const own = new RegExp(`^GET http://(?:127\\.0\\.0\\.1|${NEWS_HOST.replace('.', '\\.')}):\\d+/(?:made/\\d+|favicon\\.ico)$`);
    return world.proxy.asked.slice(since).filter((line) => !own.test(line) && !OF_BROWSERS.test(line));
  };

  it('is seen by a proxy that notes what a page asks for', async () => {
    const { browser, server, proxy } = world;
    const url = server.page(articleAround({ parsed: '<img src="http://elsewhere.test/pixel.png">' }), { host: NEWS_HOST });
    const since = proxy.asked.length;
    await browser.open(url);
    await until('the picture to be asked for', () => proxy.asked.includes('GET http://elsewhere.test/pixel.png'));
    assert.deepEqual(foreign(since), ['GET http://elsewhere.test/pixel.png']);
    assert.ok(proxy.asked.includes(`GET ${url}`), 'the page itself came this way');
  });

  /** What a browser asks for on this page by itself: Firefox looks ahead into templates. */
  const ofBrowser = () => (world.browser.key === 'firefox' ? ['GET http://template.test/x.png'] : []);

  it('knows what the page asks for without us', async () => {
    const { browser, server, proxy } = world;
    const since = proxy.asked.length;
    await browser.open(server.page(articleAround(TEMPTING), { host: NEWS_HOST }));
    await browser.open(server.page('<p>The end.</p>', { host: NEWS_HOST }));
    assert.deepEqual(foreign(since), ofBrowser());
  });

  for (const [what, use] of Object.entries(USES)) {
    it(`asks for nothing: ${what}`, async () => {
      const { browser, server, proxy } = world;
      const since = proxy.asked.length;
      await use(browser, server.page(articleAround(TEMPTING), { host: NEWS_HOST }));
      // What was on its way is here before the page that is opened now.
      const last = server.page('<p>The end.</p>', { host: NEWS_HOST });
      await browser.open(last);
      await until('the last page to have come', () => proxy.asked.includes(`GET ${last}`));
      assert.deepEqual(foreign(since).filter((line) => !ofBrowser().includes(line)), []);
    });
  }
});
