// A rule that the core accepts means in the core what it means in a browser, and so does every selector it proposes.

import assert from 'node:assert/strict';
import { before, it } from 'node:test';

import { inBothBrowsers } from './lib/both.mjs';
import { loadCore } from './lib/core.mjs';
import { fixtures } from './lib/pages.mjs';

const SELECTORS = [
  '*',
  'p',
  'DIV',
  '#first',
  '.a',
  '.a.b',
  '.A',
  'div.a',
  'div .a',
  'div > .a',
  'section > div > p, ul li',
  '.\\31 23',
  '.md\\:flex',
  '.größe',
  '[title]',
  '[title=""]',
  '[TITLE="x y"]',
  '[title~="y"]',
  '[title^="x"]',
  '[title$="y"]',
  '[title*=" "]',
  '[title*=""]',
  '[title~=""]',
  '[lang|="en"]',
  '[type="RADIO"]',
  '[data-x="Q"]',
  '[data-x="Q" i]',
  '[href*="/amp/"]',
  '[href^="/go"]',
  'li:first-child',
  'li:nth-child(2)',
  'li:nth-child(2n + 1)',
  'li:nth-child(even)',
  'li:nth-child(-n+2)',
  'p:nth-of-type(2)',
  'p:first-of-type',
  ':not(.a)',
  ':not(.a, p, [title])',
  'div:not([class]) > *',
  'li:not(:first-child)',
  'x-y',
  'svg',
  'template',
  'template p',
  'noscript *',
  'br',
];

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Mill</title></head><body>
<div id="first" class="a b 123 md:flex" title="x y"><p class="a">one</p><br><p class="größe A" title>two</p></div>
<section class=" a\tb\n"><div><p title="a &amp; b" lang="en">three</p><x-y data-x="q"><p data-x="Q">four</p></x-y></div></section>
<ul><li>1<li class="a">2<li><a href="/go?a=1&amp;b=2">3</a><li><a href="/amp/x" title=" ">4</a></ul>
<template><p class="a">none</p></template><noscript><p class="a">none</p></noscript>
<svg class="a" viewBox="0 0 1 1"><title>x</title><g class="a"/><foreignObject><p class="b">five</p></foreignObject></svg>
<form><input type="radio" title="&quot;x&quot;"><input type="Radio"><textarea class="a"><p class="a"></textarea></form>
</body></html>`;

/** The page's source and how many elements each selector names. */
const look = (selectors) => ({
  html: document.documentElement.outerHTML,
  counts: selectors.map((selector) => document.querySelectorAll(selector).length),
});

/** The proposed selectors that do not name their element. */
const astray = (named) => {
  const elements = Array.from(document.getElementsByTagName('*'));
  return named.flatMap(({ ordinal, selectors }) =>
    selectors.filter((selector) => !Array.from(document.querySelectorAll(selector)).includes(elements[ordinal])),
  );
};

inBothBrowsers('rules', {}, (world) => {
  let core;
  before(async () => {
    core = await loadCore(world.browser.key);
  });

  /** Where the core counts other elements than the browser. */
  const differences = async () => {
    const { html, counts } = await world.browser.evaluate(look, SELECTORS);
    const { rules } = core.clean(html, { rules: SELECTORS.map((selector) => `##${selector}`).join('\n') });
    assert.equal(rules.length, SELECTORS.length, 'every selector is a rule');
    return rules.flatMap(({ text, matched }, at) =>
      matched === counts[at] ? [] : [`${text}: core ${matched}, browser ${counts[at]}`],
    );
  };

  it('count what the browser counts on an awkward page', async () => {
    await world.browser.open(world.server.page(PAGE));
    assert.deepEqual(await differences(), []);
  });

  it('count what the browser counts on every fixture', async () => {
    for (const { slug } of fixtures()) {
      await world.browser.open(world.server.fixture(slug));
      assert.deepEqual(await differences(), [], slug);
    }
  });

  it('are proposed only where they name the element', async () => {
    let proposed = 0;
    for (const { slug } of fixtures()) {
      await world.browser.open(world.server.fixture(slug));
      const { html } = await world.browser.evaluate(look, []);
      const { elements } = core.clean(html);
      const places = Array.from({ length: Math.ceil(elements / 7) }, (_, at) => at * 7);
      const named = places.flatMap((ordinal) => core.selectorsOf(html, ordinal).slice(0, 1));
      proposed += named.flatMap(({ selectors }) => selectors).length;
      assert.deepEqual(await world.browser.evaluate(astray, named), [], slug);
    }
    assert.ok(proposed > 200, `${proposed} selectors`);
  });
});
