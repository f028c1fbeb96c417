// Elements are named by their place in the page. If the places could slip, something wrong would be hidden: so either
// core and page count the same elements, or another way of reading takes over, and nothing else ever goes.

import assert from 'node:assert/strict';
import { before, it } from 'node:test';

import { cleanByButton, inBothBrowsers } from './lib/both.mjs';
import { fingerprint, loadCore } from './lib/core.mjs';
import { articleAround, BUILT, PARSED } from './lib/hostile.mjs';
import { assertSameText, source } from './lib/look.mjs';
import { fixtures } from './lib/pages.mjs';

/** The page as text and the names of its elements, taken in one step. */
const takePage = () => ({
  html: document.documentElement.outerHTML,
  names: Array.from(document.getElementsByTagName('*'), (element) => element.localName.toLowerCase()),
});

/** The identities of what is hidden, and of all paragraphs that are not to be seen any more. */
const whatWent = () => ({
  hidden: [...document.querySelectorAll('[data-clean-copy-action=hide]')].map(({ id, localName }) => id || localName),
  unseen: [...document.querySelectorAll('p[id], h1')].filter((p) => !p.checkVisibility()).map(({ id }) => id),
});

inBothBrowsers('the order of elements', {}, (world) => {
  let core;
  let expected;
  before(async () => {
    core = await loadCore(world.browser.key);
  });

  const assertSameOrder = async (url) => {
    await world.browser.open(url);
    const { html, names } = await world.browser.evaluate(takePage);
    const read = core.clean(html, {});
    assert.deepEqual(
      { elements: read.elements, fingerprint: read.fingerprint },
      { elements: names.length, fingerprint: fingerprint(names) },
    );
  };

  for (const { slug } of fixtures()) {
    it(`is the same in core and browser for ${slug}`, () => assertSameOrder(world.server.fixture(slug)));
  }

  for (const [what, parts] of Object.entries(PARSED)) {
    it(`is the same in core and browser with ${what}`, () => assertSameOrder(world.server.page(articleAround(parts))));
  }

  it('is not needed for the plain article: all four blocks of clutter go, no paragraph does', async () => {
    const { browser, server } = world;
    await cleanByButton(browser, server.page(articleAround({ parsed: '<p>Nothing awkward.</p>' })));
    expected = await browser.evaluate(whatWent);
    for (const id of ['c2', 'c3', 'c4']) assert.ok(expected.hidden.includes(id), `${id} is hidden: ${expected.hidden}`);
    assert.deepEqual(expected.unseen.filter((id) => id !== 'c2'), []);
  });

  const assertSameClean = async (parts) => {
    const { browser, server } = world;
    const url = server.page(articleAround(parts));
    await browser.open(url);
    const untouched = await browser.evaluate(source);
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    const { hidden, unseen } = await browser.evaluate(whatWent);
    // What stands between may go by itself: a form of one letter is clutter. The blocks around it may not change.
    const around = (/** @type {string[]} */ ids) => ids.filter((id) => /^[cp]\d+$/.test(id));
    assert.deepEqual({ hidden: around(hidden), unseen }, { ...expected, hidden: around(expected.hidden) });
    await popup.click('restore');
    await popup.reaches('restored');
    assertSameText(await browser.evaluate(source), untouched, 'the page is what it was');
  };

  for (const [what, parts] of Object.entries(PARSED)) {
    it(`hides the same blocks with ${what} between them`, () => assertSameClean(parts));
  }

  for (const [what, script] of Object.entries(BUILT)) {
    it(`hides the same blocks with ${what} between them`, () => assertSameClean({ script }));
  }
});

inBothBrowsers('the order of elements with scripts switched off', { scripts: false }, (world) => {
  it('holds although a noscript has elements now', async () => {
    const { browser, server } = world;
    const page = articleAround({ parsed: '<noscript><p>Pictures</p><img src="/x.png"></noscript>' });
    const popup = await cleanByButton(browser, server.page(page));
    const { hidden, unseen } = await browser.evaluate(whatWent);
    assert.ok(await browser.evaluate(() => document.querySelector('noscript > p') !== null), 'scripts are really off');
    for (const id of ['c2', 'c3', 'c4']) assert.ok(hidden.includes(id), `${id} is hidden: ${hidden}`);
    assert.deepEqual(unseen.filter((id) => id !== 'c2'), []);
    await popup.click('restore');
    await popup.reaches('restored');
  });
});
