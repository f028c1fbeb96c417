// Says in which order the functions of a module compress best.
//
// Usage: node tools/order.mjs IN.wasm OUT.wasm
//
// OUT is IN with every function named for its place. `wasm-opt --reorder-functions-by-name` then moves them, since
// calls name functions by where they stand.

import { readFile, writeFile } from 'node:fs/promises';

import { arrange } from './arrange.mjs';

const [input, output] = process.argv.slice(2);
const bytes = await readFile(input);
const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
const imported = imports.filter(({ kind }) => kind === 'function').length;
await writeFile(output, Buffer.concat([bytes, nameSection(arrange(bodies(bytes)), imported)]));

/**
 * The functions of a module with their lengths before them, as its code section holds them.
 * @param {Uint8Array} module
 */
function bodies(module) {
  let at = 8;
  while (module[at] !== 10) {
    if (at >= module.length) throw new Error(`${input} has no code section`);
    const [size, start] = number(module, at + 1);
    at = start + size;
  }
  let [count, from] = number(module, number(module, at + 1)[1]);
  const found = [];
  for (; count > 0; count--) {
    const [size, start] = number(module, from);
    found.push(module.subarray(from, start + size));
    from = start + size;
  }
  return found;
}

/**
 * A section of names: each function's is its place in the order.
 * @param {number[]} order @param {number} first the number of the first, which those imported come before
 */
function nameSection(order, first) {
  const places = new Map(order.map((at, place) => [at, place]));
  const names = order.map((_, at) => [
    ...leb(first + at),
    ...text(String(places.get(at)).padStart(6, '0')),
  ]);
  const functions = [...leb(order.length), ...names.flat()];
  const section = [...text('name'), 1, ...leb(functions.length), ...functions];
  return Uint8Array.from([0, ...leb(section.length), ...section]);
}

/** @param {string} ascii */
function text(ascii) {
  return [...leb(ascii.length), ...Buffer.from(ascii)];
}

/**
 * A number of a module, and where it ends.
 * @param {Uint8Array} module @param {number} at
 * @returns {[number, number]}
 */
function number(module, at) {
  let value = 0;
  for (let unit = 1; ; unit *= 128) {
    const byte = module[at++];
    value += (byte & 127) * unit;
    if (byte < 128) return [value, at];
  }
}

/** @param {number} value @returns {number[]} */
function leb(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >> 7)];
}
