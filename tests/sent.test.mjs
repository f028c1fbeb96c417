// Texts as pages send them to the background, as strings or as bytes.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { textOf } from '../extension/shared/sent.js';

describe('a text that is sent', () => {
  for (const text of ['<html>a</html>', '東京都 é 😀', '\uFEFFa part may begin so', '']) {
    it(`arrives as it was: ${JSON.stringify(text)}`, () => {
      assert.equal(textOf(text), text);
      assert.equal(textOf(new TextEncoder().encode(text)), text);
    });
  }
});
