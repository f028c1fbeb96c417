// The popup by keyboard alone: everything is reached, everything is seen to be reached, everything can be used. And the
// focus in the settings.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers } from './lib/both.mjs';
import { markCount } from './lib/look.mjs';
import { openOptions, store } from './lib/options.mjs';
import { until } from './lib/until.mjs';

/** What takes the focus and is shown, in the order of the document; of radios the chosen one. */
function expectedStops() {
  const all = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')];
  const open = /** @type {HTMLInputElement[]} */ (all.filter((one) => one.checkVisibility({ visibilityProperty: true })));
  return open.filter((one) => !one.disabled && (one.type !== 'radio' || one.checked)).map((one) => window.nameOf(one));
}

const defineNames = () => {
  window.nameOf = (one) => one.id || one.dataset.index || `${one.localName} ${one.closest('[data-reason], [id]')?.id ?? ''} ${one.closest('[data-reason]')?.getAttribute('data-reason') ?? ''}`;
};

const focusedName = () => (document.activeElement === document.body ? '' : window.nameOf(document.activeElement));

/** Changes the row of a site, that of its recipe and those of two languages in the settings, and waits until they show it. */
async function changing(browser, strength) {
  await browser.evaluate(async (strength) => {
    const recipe = { text: '', hides: [{ selector: '.x', reason: 'promo' }], pages: strength.length, off: false };
    await chrome.storage.local.set({ 'recipe:a.example': recipe });
    await chrome.storage.sync.set({ 'site:https://a.example/*': { strength }, packsOff: [strength === 'tidy' ? 'de' : 'fr'] });
  }, strength);
  await until('the change to be shown', () =>
    browser.evaluate((strength) => {
      const fields = /** @type {any} */ (document);
      const isOff = !fields.querySelector(strength === 'tidy' ? '#pack-de' : '#pack-fr').checked;
      return isOff && fields.querySelector('#site-list select').value === strength;
    }, strength),
  );
}

const takesFocus = (selector) => {
  const control = document.querySelector(selector);
  control?.focus();
  return control !== null && document.activeElement === control;
};

inBothBrowsers('the popup by keyboard', {}, (world) => {
  /** Presses Tab until a part has the focus. */
  async function tabTo(browser, popup, name) {
    for (let at = 0; at < 60; at++) {
      if ((await popup.evaluate(focusedName)) === name) return;
      await browser.press('Tab');
    }
    throw new Error(`Tab never came to ${name}`);
  }

  async function cleanPopup() {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.fixture('wire-service'));
    await popup.evaluate(defineNames);
    return { browser, popup };
  }

  it('reaches everything with Tab, in the order it is read', async () => {
    const { browser, popup } = await cleanPopup();
    const expected = await popup.evaluate(expectedStops);
    assert.ok(expected.includes('restore') && expected.includes('copy') && expected.includes('report') === false, String(expected));
    await tabTo(browser, popup, expected[0]);
    const stops = [];
    while (stops.length < 60 && stops.at(-1) !== expected.at(-1)) {
      const stop = await popup.evaluate(focusedName);
      // Firefox lets the keyboard scroll what scrolls.
      if (stop !== 'ledger') stops.push(stop);
      await browser.press('Tab');
      await until(`Tab to leave ${stop}`, async () => (await popup.evaluate(focusedName)) !== stop);
    }
    assert.deepEqual(stops, expected);
  });

  it('shows where the focus is, everywhere', async () => {
    const { browser, popup } = await cleanPopup();
    const stops = await popup.evaluate(expectedStops);
    for (const stop of stops) {
      await tabTo(browser, popup, stop);
      const seen = await popup.evaluate(() => {
        const focused = document.activeElement;
        const outlined = [focused, focused.nextElementSibling].filter((one) => one && getComputedStyle(one).outlineStyle === 'solid');
        return outlined.length > 0;
      });
      assert.ok(seen, `${stop} has an outline`);
    }
  });

  it('takes Space and Enter for a click, and arrows in the choice of strength', async () => {
    const { browser, popup } = await cleanPopup();
    await tabTo(browser, popup, 'strength-tidy');
    await browser.press('ArrowRight');
    await until('Focus to be chosen', () => popup.isChecked('strength-focus'));
    await popup.reaches('cleaned');
    await browser.press('ArrowLeft');
    await until('Tidy to be chosen', () => popup.isChecked('strength-tidy'));
    await popup.reaches('cleaned');
    await tabTo(browser, popup, 'restore');
    await browser.press('Enter');
    await popup.reaches('restored');
    assert.equal(await popup.evaluate(focusedName), 'clean', 'the button that took over has the focus');
    await browser.press('Space');
    await popup.reaches('cleaned');
    assert.equal(await popup.evaluate(focusedName), 'restore');
  });

  it('outlines on the page what a row is about while the row has the focus', async () => {
    const { browser, popup } = await cleanPopup();
    const place = () => document.querySelector('clean-copy-place') !== null;
    const summary = await popup.evaluate(() => window.nameOf(document.querySelector('#ledger [data-reason=share] summary')));
    await tabTo(browser, popup, summary);
    assert.equal(await browser.evaluate(place), false);
    await browser.press('Enter');
    await browser.press('Tab');
    await until('the place to be outlined', () => browser.evaluate(place));
    const hidden = await browser.evaluate(markCount);
    await browser.press('Enter');
    await until('the block to be shown', async () => (await browser.evaluate(markCount)) === hidden - 1);
    await until('the row to say so', () => popup.evaluate(() => document.activeElement.getAttribute('aria-pressed') === 'true'));
    await browser.press('Shift+Tab');
    await until('the outline to go', async () => !(await browser.evaluate(place)));
  });

  it('keeps the focus in the settings while other things change there', async () => {
    const { browser } = world;
    await openOptions(browser);
    await store(browser, { version: 2, 'rules:0': 'a.example##\n' });
    for (const selector of ['#site-list .allow', '#site-list .remove', '#rules-errors button', '#recipe-list .remove', '#recipe-list summary', '#pack-de']) {
      await changing(browser, 'focus');
      await until(`${selector} to take the focus`, () => browser.evaluate(takesFocus, selector));
      await changing(browser, 'tidy');
      assert.ok(await browser.evaluate((selector) => document.activeElement?.matches(selector), selector), `${selector} has lost the focus`);
    }
    await browser.evaluate(() => document.getElementById('pack-es').classList.add('same'));
    await changing(browser, 'focus');
    assert.ok(await browser.evaluate(() => document.querySelector('#pack-es.same') !== null), 'what shows the same is drawn once');
  });
});
