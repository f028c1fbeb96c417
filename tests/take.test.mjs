// What the page's script cuts out of a page before it is sent: the bodies of scripts and styles, in linear time. Needs no
// browser: the function is taken from the script as it ships.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import vm from 'node:vm';

const script = readFileSync(path.join(import.meta.dirname, '../extension/page/take.js'), 'utf8');
/** @type {(html: string) => string} */
const withoutBodies = vm.runInNewContext(`${script}; withoutBodies`);

/** Markup, and what is left of it. */
const CUT = {
  '<script>a<b</script>x': '<script></script>x',
  '<style media="print">p{}</style>x': '<style media="print"></style>x',
  '<script type="application/ld+json">{"a":"<p>"}</script>': '<script type="application/ld+json">{"a":"<p>"}</script>',
  '<script type="application/ld+json">{"a":"<style>"}</script><style>p{}</style>': '<script type="application/ld+json">{"a":"<style>"}</script><style></style>',
  '<!-- <script>a</script> -->': '<!-- <script>a</script> -->',
  '<!-- <script> --><script>b</script>': '<!-- <script> --><script></script>',
  '<noscript><style>p{}</style></noscript>': '<noscript><style>p{}</style></noscript>',
  '<iframe><script>a</script></iframe><script>b</script>': '<iframe><script>a</script></iframe><script></script>',
  '<plaintext><!-- <noscript> <script>a</script>': '<plaintext><!-- <noscript> <script></script>',
  '<p title="a>b">x</p><script src="a>b">c</script>': '<p title="a>b">x</p><script src="a>b"></script>',
  '<scripty>a</scripty><b>script</b>': '<scripty>a</scripty><b>script</b>',
};

/** What a hostile page repeats: openings of what never ends. */
const ENDLESS = ['<!--', '<noscript>', '<style>', '<script x="1">', '<iframe a="', '<script x="1" y="2" ', '<xmp><!--<noembed>', '<script ', '<style a=b'];

const SMALL = 4000;

/** @param {string} html */
function cost(html) {
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    for (let round = 0; round < 10; round++) withoutBodies(html);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  });
  return Math.max(1000, Math.min(...times));
}

describe('the bodies of scripts and styles', () => {
  for (const [html, left] of Object.entries(CUT)) {
    it(`are cut, and nothing else is: ${html}`, () => assert.equal(withoutBodies(html), left));
  }

  for (const piece of ENDLESS) {
    it(`are cut in linear time where a page repeats ${piece}`, () => {
      const page = (/** @type {number} */ count) => `<plaintext>${piece.repeat(count)}`;
      const ratio = cost(page(16 * SMALL)) / cost(page(SMALL));
      assert.ok(ratio < 64, `sixteen times the page costs ${ratio.toFixed(0)} times the work`);
    });
  }

  it('are cut from a tag of a hundred thousand attributes', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => ` a${at}="${at}"`).join('');
    assert.equal(withoutBodies(`<script${many}>x</script>y`), `<script${many}></script>y`);
  });
});
