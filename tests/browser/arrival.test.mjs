// A first visit: the page is clean within one frame of being parsed, plus what the core's answer takes.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inBothBrowsers, NEWS_HOST, OTHER_HOST } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { hides, isSeen, prose } from './lib/living.mjs';
import { openOptions } from './lib/options.mjs';
import { registered, seenWhenClean, serveSites, SITES, switchOn } from './lib/sites.mjs';
import { until } from './lib/until.mjs';
import { endingWith, variant } from './lib/variant.mjs';

const [SITE] = SITES;
const TIMES = 8;

/** Runs in the page's scripts: writes on the page when the core was first asked, and when it answered, what it was told, and what it told; a page may hold the answer. */
const TIMING = `
{
  const ask = askCore;
  askCore = async (...given) => {
    const { dataset } = document.documentElement;
    const asked = performance.now();
    const answer = await ask(...given);
    dataset.answers = Number(dataset.answers ?? 0) + 1;
    dataset.asked ??= JSON.stringify([asked, performance.now()]);
    if (location.search === '?unanswered' && !('go' in dataset)) await new Promise((go) => document.addEventListener('go', go, { once: true }));
    return answer;
  };
  chrome.runtime.onMessage.addListener(({ type }) => {
    if (type === 'clean') document.documentElement.dataset.pressed = '';
  });
  const send = sendToBackground;
  sendToBackground = (message) => {
    if (message.type === 'learn') document.documentElement.dataset.taught = '';
    return send(message);
  };
}`;

/** What a page does that a framework fills late. */
const CHANGES = {
  'its main part is built anew': "const main = document.querySelector('main'); main.replaceWith(main.cloneNode(true));",
  'it is another root': 'document.documentElement.replaceWith(document.documentElement.cloneNode(true));',
};

/** Runs in the page's scripts: a storage that never answers. */
const DEAF = `
storedRecipe = () => new Promise(() => {});`;

inBothBrowsers('a first visit', { everyFrame: true, extension: variant({ 'page/read.js': endingWith(TIMING) }) }, (world) => {
  it('is clean within one frame of being parsed, besides those that the core takes to answer', async (test) => {
    const { browser, server } = world;
    serveSites(server);
    await switchOn(browser, [SITE.host]);
    const frames = [];
    for (let time = 0; time < TIMES; time++) {
      await openOptions(browser);
      await browser.evaluate(() => chrome.storage.local.clear());
      await browser.open(server.url(SITE.pages[0], SITE.host));
      const { parsed, marked, times } = await browser.evaluate(seenWhenClean);
      const [asked, answered] = JSON.parse(await browser.evaluate(() => document.documentElement.dataset.asked));
      const isOurs = (frame) => (frame > parsed && frame < asked) || (frame > answered && frame < marked);
      frames.push(times.filter(isOurs).length);
    }
    // One visit may fall into a moment in which the machine does something else.
    test.diagnostic(`frames drawn before the page was clean: ${frames}`);
    const late = frames.filter((count) => count > 1);
    assert.ok(late.length <= 1, `besides those, so many frames were drawn before the page was clean: ${frames}`);
  });

  for (const [what, change] of Object.entries(CHANGES)) {
    it(`is clean also where ${what} each time it is read, until it rests`, async () => {
      const { browser, server } = world;
      const script = `new MutationObserver(() => { if (Number(document.documentElement.dataset.answers) <= 2) { ${change} } })
        .observe(document, { attributeFilter: ['data-answers'], subtree: true });`;
      await switchOn(browser, [NEWS_HOST]);
      await browser.open(server.page(articleAround({ script }), { host: NEWS_HOST }));
      await hides(browser, 'c2');
      assert.ok((await browser.evaluate(() => Number(document.documentElement.dataset.answers))) > 2);
    });
  }

  it('has our sheet before there is anything to style, and marks that its page was saved with hide nothing', async () => {
    const { browser, server } = world;
    const script = `document.documentElement.dataset.sheets = String(document.adoptedStyleSheets.length);`;
    const parsed = `<div data-clean-copy="promo" data-clean-copy-action="hide">${prose('saved')}</div>`;
    await switchOn(browser, [OTHER_HOST]);
    await browser.open(server.page(articleAround({ head: `<script>${script}</script>`, parsed }), { host: OTHER_HOST }));
    await hides(browser, 'c2');
    assert.equal(await browser.evaluate(() => document.documentElement.dataset.sheets), '1');
    assert.ok(await browser.evaluate(isSeen, 'saved'));
  });

  it('that is taken back before it is clean teaches nothing', async () => {
    const { browser, server } = world;
    await openOptions(browser);
    await browser.evaluate(() => chrome.storage.local.clear());
    await browser.open(`${server.url(SITE.pages[0], SITE.host)}?unanswered`);
    await until('the answer', () => browser.evaluate(() => 'asked' in document.documentElement.dataset));
    await browser.pressButton();
    const popup = await browser.popup();
    // What is sent from here could come before what the popup asks for as it opens.
    await until('the clean to be asked for', () => browser.evaluate(() => 'pressed' in document.documentElement.dataset));
    const state = await popup.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      return (await chrome.tabs.sendMessage(tab.id, { to: 'page', type: 'restore' })).state;
    });
    assert.equal(state, 'restored');
    await browser.evaluate(() => {
      document.documentElement.dataset.go = '';
      document.dispatchEvent(new Event('go'));
    });
    await popup.reaches('restored');
    // What an answer teaches is sent as soon as it is there, long before this is asked.
    assert.equal(await browser.evaluate(() => 'taught' in document.documentElement.dataset), false);
    assert.deepEqual(await popup.evaluate(() => chrome.storage.local.get()), {});
    await popup.click('clean');
    await popup.reaches('cleaned');
    await until('the next clean to teach', () => popup.evaluate(async () => 'recipes' in (await chrome.storage.local.get())));
  });
});

inBothBrowsers('a storage that does not answer', { everyFrame: true, extension: variant({ 'page/recipe.js': endingWith(DEAF) }) }, (world) => {
  it('neither keeps the page from being seen nor the clean from coming', async () => {
    const { browser, server } = world;
    serveSites(server);
    await switchOn(browser, [SITE.host]);
    const recipe = { text: '', hides: [{ selector: '.clutter-of-old', reason: 'promo' }], pages: 2, off: false };
    await browser.evaluate((items) => chrome.storage.local.set(items), { [`recipe:${SITE.host}`]: recipe });
    await until('the page to wait for its recipe', async () => (await registered(browser, 'learned')).length > 0);
    await browser.open(server.url(SITE.pages[0], SITE.host));
    await until('the page to be seen', () => browser.evaluate(() => window.seen.painted > 0));
    await browser.evaluate(seenWhenClean);
  });
});
