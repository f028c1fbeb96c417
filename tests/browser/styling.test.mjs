// The browser is not made to style a page, or to lay it out, in the middle of a clean: what is asked for a style or a place
// is asked while what the browser knows of the page still holds, before anything of ours changes it.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { endingWith, variant } from './lib/variant.mjs';

/**
 * Runs in the page's scripts: no frame is drawn before the clean has ended, and what asks for a style or a place after the
 * page has been changed says so on `<html>`.
 */
const WATCHED = `
{
  const late = new Set();
  const waiting = [];
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
  requestAnimationFrame = (work) => void waiting.push(work);
  const { clean } = CleanCopySession.prototype;
  CleanCopySession.prototype.clean = async function (...given) {
    const view = await clean.apply(this, given);
    pageRoot().dataset.changed = String(isChanged);
    pageRoot().dataset.late = [...late].join(' ');
    isChanged = false;
    for (const work of waiting) setTimeout(work);
    return view;
  };
}`;

/** Of each page, what a clean would ask a place for: a bar over it, what stands beside the article in a row, or floats. */
const PAGES = {
  'a plain article': {},
  'an article with a bar fixed to the window': { parsed: '<div class="cookie-banner" style="position:fixed;bottom:0;left:0;right:0;height:90px;background:#fff">We use cookies on this site. <button>Accept all</button></div>' },
  'an article beside a rail': { head: '<style>main{display:flex}article{flex:1}.newsletter-box,.related-stories{float:right;width:200px}</style>' },
};

inBothBrowsers('styling during a clean', { everyFrame: true, extension: variant({ 'page/session.js': endingWith(WATCHED) }) }, (world) => {
  for (const [what, parts] of Object.entries(PAGES)) {
    it(`is not asked for out of turn on ${what}`, async () => {
      const { browser, server } = world;
      await cleanByButton(browser, server.page(articleAround(parts)));
      const { changed, late } = await browser.evaluate(() => ({ ...document.documentElement.dataset }));
      assert.equal(changed, 'true');
      assert.equal(late, '');
    });
  }
});
