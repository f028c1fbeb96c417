// Prints what readers download and load, and fails where it is over budget.

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { BROWSERS, ROOT, zipFor } from './product.mjs';

const inRoot = (/** @type {string} */ name) => readFile(path.join(ROOT, name), 'utf8');

/** The library that comes with rustup's compiler is compiled already, with words for every panic. */
const route = await inRoot('target/wasm-route');
/** @type {Record<string, number>} */
const budget = JSON.parse(await inRoot('tools/budget.json'))[route];

async function measure() {
  const core = await readFile(path.join(ROOT, 'extension/core/core_bg.wasm'));
  /** @type {Record<string, number>} */
  const sizes = { 'core.wasm': core.length, 'core.wasm gzip': gzipSync(core, { level: 9 }).length };
  for (const browser of BROWSERS) sizes[`${browser}.zip`] = (await stat(await zipFor(browser))).size;
  return sizes;
}

const sizes = await measure();
let over = 0;
for (const [name, limit] of Object.entries(budget)) {
  const size = sizes[name];
  if (size === undefined) throw new Error(`budget.json names ${name}, which is not measured`);
  const verdict = size > limit ? 'OVER BUDGET' : 'ok';
  console.log(`${name.padEnd(16)} ${kilobytes(size)} of ${kilobytes(limit)}  ${verdict}`);
  if (size > limit) over += 1;
}
process.exitCode = over ? 1 : 0;

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
}
