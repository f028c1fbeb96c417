// One plan, three hands: the page that the extension cleans, the page that the core cleans beside it, and the page that
// the core writes anew must be the same page.

import assert from 'node:assert/strict';
import path from 'node:path';
import { before, it } from 'node:test';

import { cleanByButton, inBothBrowsers, screenFile } from './lib/both.mjs';
import { loadWholeCore } from './lib/core.mjs';
import { assertSameText, source } from './lib/look.mjs';
import { fixtures } from './lib/pages.mjs';
import { ROOT, WWW } from './lib/paths.mjs';
import { until } from './lib/until.mjs';

/** The page without what is hidden; what is muted or unlocked keeps its marks, as in a rewritten page. */
function withoutHidden() {
  const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
  for (const element of copy.querySelectorAll('[data-clean-copy-action^=hide]')) element.remove();
  for (const element of copy.querySelectorAll('[data-clean-copy-action=reach]')) {
    for (const name of ['data-clean-copy', 'data-clean-copy-action']) element.removeAttribute(name);
  }
  return copy.outerHTML;
}

/** A rewritten page without what only a page on its own needs: the note that it is clean, and a sheet for its marks. */
const withoutNotes = (html) =>
  html
    .replace(/ data-clean-copy-cleaned="(tidy|focus)"/, '')
    .replace(/<style data-clean-copy="overlay">[^<]*<\/style>/, '');

/** Every mark as place, reason and action: only a page that is drawn knows what is to keep its room, and what is to reach further. */
const marks = () =>
  Array.from(document.getElementsByTagName('*')).flatMap((element, ordinal) =>
    element.matches('[data-clean-copy-action]:not([data-clean-copy-action=reach])')
      ? [[ordinal, element.getAttribute('data-clean-copy'), element.getAttribute('data-clean-copy-action').replace(/-in-place( cell)?$/, '')]]
      : [],
  );

/** Puts the core and the extension's way of looking at a page into the page, and leaves no element behind. */
function bring(coreUrl, pageUrls) {
  const core = document.createElement('script');
  core.type = 'module';
  core.textContent = `import * as core from '${coreUrl}'; await core.default(); window.cleanCopyCore = core;`;
  const files = pageUrls.map((src) => Object.assign(document.createElement('script'), { src, async: false }));
  // Closed roots are for extensions to see.
  window.chrome = /** @type {any} */ ({ ...window.chrome, dom: { openOrClosedShadowRoot: (element) => element.shadowRoot } });
  document.head.append(core, ...files);
  for (const script of [core, ...files]) script.remove();
}

/** Where a page comes to rest. */
const RESTED = ['cleaned', 'nothing', 'not-an-article', 'too-much'];

const applyInPage = (options) => {
  window.applied = window.cleanCopyCore.applyTo(document, document.documentElement.outerHTML, options);
};

/** Runs in the popup: has the page do something, as the popup's own buttons do, and tells where it came to rest. */
async function ask(message) {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return (await chrome.tabs.sendMessage(tab.id, { to: 'page', ...message })).state;
}

inBothBrowsers('apply equals rewrite', {}, (world) => {
  let core;
  let urls;
  before(async () => {
    const { server } = world;
    core = await loadWholeCore();
    const files = server.folder('core', path.join(WWW, 'core'));
    const page = server.folder('page', path.join(ROOT, 'extension/page'));
    urls = [`${files}core.js`, ['native.js', 'dom.js', 'reader.js', 'inert.js', 'veils.js', 'facts.js'].map((name) => page + name)];
  });

  /** What the core is told about this page, found out by the extension's own code. */
  const optionsFor = async () => {
    const { browser } = world;
    await browser.evaluate(bring, ...urls);
    await until('the core to be in the page', () =>
      browser.evaluate(() => Boolean(window.cleanCopyCore && window.liveFacts)),
    );
    const facts = await browser.evaluate(() => window.liveFacts(Array.from(document.getElementsByTagName('*'))));
    return { url: await browser.evaluate(() => location.href), facts };
  };

  /** Has the page cleaned by the button and then in the other strengths, restores it, and has the core do the same. */
  const assertSamePage = async (slug, ...strengths) => {
    const { browser, server } = world;
    await browser.open(server.fixture(slug));
    const untouched = await browser.evaluate(source);
    const options = await optionsFor();
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches(...RESTED);
    assert.ok(await popup.isChecked(`strength-${strengths[0]}`), `the popup shows the strength ${strengths[0]}`);
    const byExtension = {};
    for (const strength of strengths) {
      if (strength !== strengths[0]) assert.ok(RESTED.includes(await popup.evaluate(ask, { type: 'clean', strength })));
      byExtension[strength] = await browser.evaluate(marks);
      const rewritten = withoutNotes(core.rewrite(untouched, { ...options, strength }));
      assertSameText(await browser.evaluate(withoutHidden), rewritten, `${strength}: the page in place is the rewritten one`);
    }

    await popup.evaluate(ask, { type: 'restore' });
    for (const strength of strengths) {
      await browser.evaluate(applyInPage, { ...options, strength });
      assert.deepEqual(await browser.evaluate(marks), byExtension[strength], `${strength}: marks that the core makes`);
      await browser.evaluate(() => window.applied.restore());
      assertSameText(await browser.evaluate(source), untouched, `${strength}: the core restores the page`);
    }
  };

  for (const { slug } of fixtures()) {
    it(`holds for ${slug} in both strengths`, () => assertSamePage(slug, 'tidy', 'focus'));
  }

  it('keeps the strength that was chosen, and holds for the next page', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.fixture('wire-service'));
    await popup.clickSelector('label[for=strength-focus]');
    await until('the page to be in focus', async () =>
      (await browser.evaluate(marks)).some(([, reason]) => reason === 'outside'),
    );
    await popup.screenshot(await screenFile(browser, 'popup-focus'));
    await browser.screenshot(await screenFile(browser, 'page-focus'));
    await assertSamePage('magazine-long-read', 'focus');
  });
});
