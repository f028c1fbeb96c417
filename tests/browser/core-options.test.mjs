// What the module makes of the options that JavaScript hands it. Runs in Node, on the core of the build.

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { loadCore } from './lib/core.mjs';

const PAGE = '<html><head></head><body><p class="a">One.</p><p class="b">Two.</p></body></html>';

/** @type {[unknown, string][]} */
const WRONG = [
  [5, 'an object'],
  [{ strength: 'strong' }, '"tidy" or "focus" for `strength`'],
  [{ copy: { links: true } }, 'a string for `links`'],
  [{ copy: 'none' }, 'an object for `copy`'],
  [{ rules: ['##.b'] }, 'a string for `rules`'],
  [{ learn: 'yes' }, 'a boolean for `learn`'],
  [{ packsOff: 'de' }, 'a list of strings for `packsOff`'],
  [{ facts: { covering: [1, -1] } }, 'a list of numbers for `covering`'],
  [{ facts: { covering: { 0: 3 } } }, 'a list of numbers for `covering`'],
  [{ confirmed: { length: 2 ** 32 } }, 'a list of strings for `confirmed`'],
  [{ confirmed: new Proxy([], { get: () => assert.fail('asked') }) }, 'a list of strings for `confirmed`'],
];

describe('the options of the core', () => {
  /** @type {any} */
  let core;
  const hidden = (/** @type {unknown} */ options) => [...core.clean(PAGE, options).ordinals];
  before(async () => {
    core = await loadCore(process.env.BROWSER || 'chromium');
  });

  it('are as in a plain clean where they are left out', () => {
    for (const options of [undefined, null, {}, { rules: undefined, facts: null, copy: {}, confirmed: [] }]) {
      assert.deepEqual(hidden(options), []);
    }
  });

  it('count where they are given', () => {
    assert.deepEqual(hidden({ rules: '##.b' }), [4]);
    assert.deepEqual(hidden({ rules: '##.b', facts: { covering: new Uint32Array([3]) }, unknown: 1 }), [3, 4]);
    assert.equal(core.clean(PAGE, { rules: '##.b', automatic: true }).outcome, 'not-an-article');
  });

  it('are refused where they are of another kind, with the name of the field', () => {
    for (const [options, said] of WRONG) assert.throws(() => core.clean(PAGE, options), { message: `the options can't be read: expected ${said}` });
  });
});
