// The browser is not made to style a page, or to lay it out, in the middle of a clean: what is asked for a style or a place
// is asked while what the browser knows of the page still holds, before anything of ours changes it.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { consent, frames, hides } from './lib/living.mjs';
import { switchOn } from './lib/sites.mjs';
import { until } from './lib/until.mjs';
import { endingWith, variant } from './lib/variant.mjs';

/**
 * Runs in the page's scripts: no frame is drawn between the taking of the page and the end of the clean, and what asks for
 * a style or a place after the page has been changed is named on `<html>`.
 */
const WATCHED = `
{
  const late = new Set();
  let waiting = [];
  let isChanged = false;
  const note = (name) => void (isChanged && late.add(name));
  const change = (how) => (...given) => {
    isChanged = true;
    return how(...given);
  };
  for (const name of ['styleOf', 'getBoundingClientRect', 'checkVisibility', 'elementFromPoint', 'scrollTop']) {
    const ask = cleanCopyNative[name];
    cleanCopyNative[name] = function (...given) {
      note(name);
      return ask.apply(this, given);
    };
  }
  const styleOf = getComputedStyle;
  getComputedStyle = (...given) => (note('getComputedStyle'), styleOf(...given));
  const get = own;
  own = (node, name) => (/^(scroll|client|offset)/.test(name) && note(name), get(node, name));
  setSheets = change(setSheets);
  putBack = change(putBack);
  const { get: isOff, set: turn } = Object.getOwnPropertyDescriptor(StyleSheet.prototype, 'disabled');
  Object.defineProperty(StyleSheet.prototype, 'disabled', { get: isOff, set(off) { change(() => turn.call(this, off))(); } });
  const [shoot, draw, { tell }] = [snapshot, requestAnimationFrame, CleanCopySession.prototype];
  snapshot = () => {
    isChanged = false;
    requestAnimationFrame = (work) => void waiting.push(work);
    return shoot();
  };
  CleanCopySession.prototype.tell = function () {
    const { dataset } = pageRoot();
    dataset.changed ??= String(isChanged);
    dataset.late = [...late].join(' ');
    requestAnimationFrame = draw;
    for (const work of waiting) draw(work);
    [waiting, isChanged] = [[], false];
    return tell.call(this);
  };
  const ask = askCore;
  askCore = (...given) => {
    if (!('unanswered' in pageRoot().dataset)) return ask(...given);
    pageRoot().dataset.unanswered = 'asked';
    return new Promise(() => {});
  };
}`;

/** Pages with what a clean asks a place for: nothing, a bar over the page, what stands beside the article. */
const PAGES = {
  'a plain article': {},
  'an article under a bar': { parsed: consent('bar') },
  'an article beside floats': { head: '<style>main{display:flex}article{flex:1}.newsletter-box,.related-stories{float:right;width:200px}</style>' },
};

/** What the page's scripts said of the clean. */
const said = () => ({ ...document.documentElement.dataset });

inBothBrowsers('styling during a clean', { everyFrame: true, extension: variant({ 'page/session.js': endingWith(WATCHED) }) }, (world) => {
  for (const [what, parts] of Object.entries(PAGES)) {
    it(`is not asked for out of turn on ${what}`, async () => {
      const { browser, server } = world;
      await cleanByButton(browser, server.page(articleAround(parts)));
      assert.deepEqual(await browser.evaluate(said), { changed: 'true', late: '' });
    });
  }

  it('is not asked for after a clean that was taken back before its frame', async () => {
    const { browser, server } = world;
    await browser.open(server.page(articleAround({}).replace('<html', '<html data-unanswered')));
    await browser.pressButton();
    const popup = await browser.popup();
    await until('the core to be asked', async () => (await browser.evaluate(said)).unanswered === 'asked');
    await popup.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      await chrome.tabs.sendMessage(tab.id, { to: 'page', type: 'restore' });
    });
    await popup.reaches('restored');
    await frames(browser);
    assert.equal(await browser.evaluate(() => document.adoptedStyleSheets.length), 0);
  });

  it('is not asked for out of turn on a first visit', async () => {
    const { browser, server } = world;
    await switchOn(browser, [NEWS_HOST]);
    await browser.open(server.page(articleAround(PAGES['an article under a bar']), { host: NEWS_HOST }));
    await hides(browser, 'bar');
    assert.deepEqual(await browser.evaluate(said), { changed: 'true', late: '' });
  });
});
