// What the playground makes of a file that is opened or dropped.

import assert from 'node:assert/strict';
import test from 'node:test';

import { isHtml, readFile } from '../www/source.js';

/** @param {...(string | number[])} parts */
const file = (...parts) => new Blob(parts.map((part) => (typeof part === 'string' ? part : new Uint8Array(part))));

test('a page is read in the encoding that it is in', async () => {
  for (const page of [
    file('\ufeff<p>Grüße'),
    file('<meta charset=iso-8859-1><p>Grüße'),
    file('<meta charset=windows-1252><p>Gr', [0xfc, 0xdf], 'e'),
    file('<p>Gr', [0xfc, 0xdf], 'e'),
    file('<meta charset=nothing><p>Gr', [0xfc, 0xdf], 'e'),
    file([0xff, 0xfe, ...new Uint8Array(Uint16Array.from('<p>Grüße', (c) => c.charCodeAt(0)).buffer)]),
  ]) {
    assert.match(await readFile(page), /<p>Grüße$/);
  }
  assert.equal(await readFile(file('<meta charset=iso-2022-jp>', [0x1b, 0x24, 0x42, 0x38, 0x40, 0x1b, 0x28, 0x42])), '<meta charset=iso-2022-jp>言');
});

test('what is neither a page nor text is not cleaned', async () => {
  await assert.rejects(readFile(file('%PDF-1.7')), /neither a web page nor text/);
  await assert.rejects(readFile(file('PK', [3, 4, 0, 0])), /neither a web page nor text/);
});

test('text without a tag is no page', () => {
  assert.ok(isHtml('<p>a') && !isHtml('a < b and b > c'));
});
