// The rooms of extension/, and which others each may ask. Needs no browser.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

import { PAGE_SCRIPTS } from '../tools/package/bundles.mjs';

const EXTENSION = path.resolve(import.meta.dirname, '../extension');

/** @type {Record<string, string[]>} */
const ROOMS = {
  // Plain scripts: they import nothing, and are put into one file with what they need of shared/.
  page: [],
  shared: ['core'],
  background: ['core', 'shared'],
  popup: ['icons', 'shared'],
  options: ['core', 'icons', 'shared'],
  welcome: ['core', 'icons', 'shared'],
};

const sourcesIn = (/** @type {string} */ folder) => readdirSync(path.join(EXTENSION, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css|html)$/.test(name));

describe('the rooms of the extension', () => {
  for (const [room, others] of Object.entries(ROOMS)) {
    it(`${room}/ asks ${others.map((name) => `${name}/`).join(', ') || 'no other'}`, () => {
      const sources = sourcesIn(room);
      assert.ok(sources.length > 0);
      const asked = sources.flatMap((name) =>
        [...readFileSync(path.join(EXTENSION, room, name), 'utf8').matchAll(/["'`]\.\.\/([^/"'`]*)/g)].map(([, other]) => ({ name, other })),
      );
      assert.deepEqual(asked.filter(({ other }) => !others.includes(other)), []);
      assert.deepEqual(others.filter((other) => !asked.some((each) => each.other === other)), [], 'every leave is used');
    });
  }

  it('hold every script, sheet and page', () => {
    const known = [...Object.keys(ROOMS), 'core'];
    assert.deepEqual(sourcesIn('').filter((name) => !known.includes(path.dirname(name))), []);
  });

  it('hide by the same rules in a page and in the user’s name', () => {
    const rulesIn = (/** @type {string} */ name) => readFileSync(path.join(EXTENSION, name), 'utf8').match(/^\[data-clean-copy-action.*\}/gm) ?? [];
    // What is muted no page's own style keeps from being left out of copies.
    const insisted = rulesIn('page/mark.js').filter((rule) => !rule.includes('=mute]'));
    assert.ok(insisted.length >= 8);
    assert.deepEqual(rulesIn('background/background.js'), insisted);
  });

  it('give a page what is of page/ and shared/', () => {
    const rooms = Object.values(PAGE_SCRIPTS).flat().map((name) => path.dirname(name));
    assert.deepEqual([...new Set(rooms)].sort(), ['page', 'shared']);
  });
});
