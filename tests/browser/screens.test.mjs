// Every screen in light and dark, in a script that runs from left to right and in one that does not: no fault that axe
// knows, nothing wider than the window, and a picture for people to look at.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { axe } from './lib/axe.mjs';
import { cleanByButton, inBothBrowsers, NEWS_HOST, screenFile } from './lib/both.mjs';
import { openOptions, shownText, store } from './lib/options.mjs';
import { openPicker, QUAY_PAGE } from './lib/picker.mjs';
import { openAll, PAGES_FOR, stage, STAGED } from './lib/states.mjs';
import { until } from './lib/until.mjs';
import { speaking } from './lib/variants.mjs';

/** Colours do not depend on where lines begin, nor the other way round: one of the four is left out, and colours are looked at once. */
const LANGUAGES = { en: { runs: 'ltr', schemes: ['light', 'dark'], colours: true }, ar: { runs: 'rtl', schemes: ['light'], colours: false } };

/** Settings with something in every section. */
const SETTINGS = {
  version: 2,
  'site:https://www.harbour-observer.example/*': { strength: 'focus' },
  'site:https://news.example/*': {},
  'rules:0': '! Things that follow me\nharbour-observer.example##.sticky-video\n||ads.example^\nexample.com##\n',
};

const direction = () => document.documentElement.dir;

/** Runs in a page of the extension: what reaches beyond either side of it. */
function outside() {
  const { clientWidth } = document.documentElement;
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('body *:not(.spoken)')]);
  const scrolls = (/** @type {Element | null} */ one) => one !== null && one !== document.body && (/auto|scroll|hidden/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  const beyond = all.filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 0 && (left < -1 || right > clientWidth + 1) && !scrolls(one.parentElement);
  });
  return beyond.map((one) => one.id || `${one.localName}.${one.className}`);
}

/** Runs in the popup: buttons and lines whose words are cut off. */
const cutOff = () =>
  [...document.querySelectorAll('button, h1, h2, summary, label, p')]
    .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline' && !one.matches('.spoken'))
    .map((one) => one.id || one.outerHTML.slice(0, 80));

for (const [language, { runs, schemes, colours }] of Object.entries(LANGUAGES)) {
  inBothBrowsers(`the screens in “${language}”`, { extension: speaking(language) }, (world) => {
    const file = (name, scheme) => screenFile(world.browser, `${name}-${language}-${scheme}`);

    /** @param {(f: any, ...parameters: any[]) => Promise<any>} evaluate in the screen */
    async function assertFit(evaluate, what) {
      const { violations } = await axe(world.browser, evaluate, { colours });
      assert.deepEqual(violations, [], what);
      assert.deepEqual(await evaluate(outside), [], `${what}: nothing reaches out of it`);
      assert.deepEqual(await evaluate(cutOff), [], `${what}: no words are cut off`);
    }

    for (const scheme of schemes) {
      for (const [state, pageFor] of Object.entries(PAGES_FOR)) {
        it(`has a popup without fault that is “${state}”, ${scheme}`, async () => {
          const { browser } = world;
          await browser.prefer({ scheme });
          const popup = await cleanByButton(browser, pageFor(world), state);
          assert.equal(await popup.evaluate(direction), runs);
          await assertFit(popup.evaluate, state);
          await popup.screenshot(await file(`popup-${state}`, scheme));
          if (state !== 'cleaned') return;
          await popup.evaluate(openAll);
          await assertFit(popup.evaluate, `${state}, with all groups open`);
          await popup.screenshot(await file(`popup-${state}-open`, scheme));
          await popup.click('restore');
          await popup.reaches('restored');
          await assertFit(popup.evaluate, 'restored');
          await popup.screenshot(await file('popup-restored', scheme));
        });
      }

      it(`has a popup without fault in states that are seldom, ${scheme}`, async () => {
        const { browser, server } = world;
        await browser.prefer({ scheme });
        const popup = await cleanByButton(browser, server.fixture('wire-service'));
        for (const state of STAGED) {
          await popup.evaluate(stage, state);
          await assertFit(popup.evaluate, state);
          await popup.screenshot(await file(`popup-${state}`, scheme));
        }
      });

      it(`has a ledger without fault, with pins and a block that is kept, ${scheme}`, async () => {
        const { browser, server } = world;
        await browser.prefer({ scheme });
        await openOptions(browser);
        await store(browser, { version: 2, 'rules:0': `${NEWS_HOST}##.quay-notice\n` });
        const popup = await cleanByButton(browser, server.page(QUAY_PAGE, { host: NEWS_HOST }));
        await popup.evaluate(() => document.querySelectorAll('#ledger details').forEach((group) => ((/** @type {HTMLDetailsElement} */ (group)).open = true)));
        await popup.clickSelector('[data-reason=newsletter] .keep');
        await until('the block to be kept', () => popup.evaluate(() => document.querySelector('[data-reason=newsletter] .keep[data-set=true]') !== null));
        await assertFit(popup.evaluate, 'ledger');
        await popup.screenshot(await file('ledger', scheme));
      });

      it(`has a picker without fault, ${scheme}`, async () => {
        const { browser, server } = world;
        await browser.prefer({ scheme });
        await openOptions(browser);
        await store(browser, {});
        const picker = await openPicker(browser, server.page(QUAY_PAGE, { host: NEWS_HOST }));
        const evaluate = (f, ...parameters) => picker.evaluate(f, ...parameters);
        const look = async (phase) => {
          const { violations } = await axe(browser, evaluate, { colours });
          assert.deepEqual(violations, [], phase);
          await browser.screenshot(await file(`picker-${phase}`, scheme));
        };
        await picker.pointAt('#q1');
        await look('point');
        await picker.choose('#q1');
        await look('choose');
        await picker.click('#once');
        await picker.reaches('done');
        await look('done');
        await picker.click('#done');
        await picker.closed();
      });

      it(`has a settings page without fault, ${scheme}`, async () => {
        const { browser } = world;
        await browser.hands.colours(scheme);
        await openOptions(browser);
        await store(browser, SETTINGS);
        await openOptions(browser);
        await until('a preview', () => shownText(browser, '#preview'));
        const evaluate = (f, ...parameters) => browser.evaluate(f, ...parameters);
        assert.equal(await browser.evaluate(direction), runs);
        await assertFit(evaluate, 'settings');
        await browser.screenshot(await file('options', scheme), { whole: true });
        await browser.click('#reset-all');
        await assertFit(evaluate, 'the question');
        await browser.screenshot(await file('options-question', scheme));
        await browser.hands.key('Escape');
        await store(browser, {});
        await openOptions(browser);
        await assertFit(evaluate, 'settings, empty');
        await browser.screenshot(await file('options-empty', scheme), { whole: true });
      });

      it(`has a first-run page without fault, ${scheme}`, async () => {
        const { browser } = world;
        await browser.hands.colours(scheme);
        await browser.open(await browser.extensionUrl('welcome/welcome.html'));
        await until('the page to be ready', () => browser.evaluate(() => document.body?.dataset.state === 'ready'));
        const evaluate = (f, ...parameters) => browser.evaluate(f, ...parameters);
        assert.equal(await browser.evaluate(direction), runs);
        await assertFit(evaluate, 'first run');
        await browser.screenshot(await file('welcome', scheme), { whole: true });
        await browser.click('#press');
        await until('the sample to be cleaned', () => browser.evaluate(() => document.body.dataset.sample === 'cleaned'));
        await browser.click('#try-copy');
        await until('the copy to be shown', () => shownText(browser, '#clipboard-text'));
        await assertFit(evaluate, 'first run, cleaned');
        await browser.screenshot(await file('welcome-cleaned', scheme), { whole: true });
      });
    }
  });
}
