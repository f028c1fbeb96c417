// What of the core the extension's module keeps. Needs no browser and no build.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { called } from '../tools/called.mjs';

const GLUE = `
export class Applied {}
export function clean(html, options) {}
export function cleanMore(html, options) {}
export function cleanPlain(text) {}
export { initSync, __wbg_init as default };
`;
const EXPORTED = ['memory', 'applied_restore', 'clean', 'cleanMore', 'cleanPlain', '__wbindgen_malloc'];

test('the module keeps what a script imports, and what stands between it and its JavaScript', () => {
  const scripts = [
    "import start, { cleanMore } from '../core/core.js';\n",
    "// Not cleanPlain.\nimport { text } from './other.js';\nimport {\n  clean as wash,\n} from '../core/core.js';\n",
  ];
  assert.deepEqual(called(EXPORTED, GLUE, scripts), ['memory', 'applied_restore', 'clean', 'cleanMore', '__wbindgen_malloc']);
});

test('a module of which nothing is imported keeps none of its functions', () => {
  assert.deepEqual(called(EXPORTED, GLUE, ["import { clean } from './other.js';\n"]), ['memory', 'applied_restore', '__wbindgen_malloc']);
});
