import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';

import { arrange } from '../tools/arrange.mjs';

/** Bytes that don't repeat: as many functions as asked for, each of its own kind. */
function kinds(/** @type {number} */ count) {
  let state = 1;
  const next = () => (state = (state * 48271) % 2147483647) & 255;
  return Array.from({ length: count }, () => Uint8Array.from({ length: 9000 }, next));
}

test('functions that are alike stand side by side', () => {
  const [a, b, c, d] = kinds(4);
  const like = (/** @type {Uint8Array} */ own) => own.slice(0, 8000);
  assert.deepEqual(arrange([a, b, like(b), like(a)]).slice(0, 2), [0, 3]);

  const apart = [a, b, c, d, like(a), like(b), like(c), like(d)];
  const size = (/** @type {Uint8Array[]} */ all) => gzipSync(Buffer.concat(all)).length;
  const order = arrange(apart);
  assert.deepEqual(order.toSorted(), [...apart.keys()]);
  assert.ok(size(order.map((at) => apart[at])) < 0.6 * size(apart));
});

test('functions that share nothing and empty ones are kept', () => {
  assert.deepEqual(arrange([]), []);
  assert.deepEqual(arrange(kinds(3)).toSorted(), [0, 1, 2]);
  assert.deepEqual(arrange([new Uint8Array(), new Uint8Array()]).toSorted(), [0, 1]);
});
