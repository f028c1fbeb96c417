// What `./build.sh page` suggests for a page's `page.toml`.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';

/** @param {object} article */
function suggested(article) {
  const input = JSON.stringify({ outcome: 'cleaned', article: { title: null, byline: null, published: null, ...article } });
  const { stdout, status } = spawnSync(process.execPath, ['tools/page-toml.mjs'], { input, encoding: 'utf8' });
  assert.equal(status, 0);
  return stdout;
}

test('a page that says little of itself gets an address to fill in, and no fields that it does not fill', () => {
  const toml = suggested({ canonical: null, language: null });
  assert.match(toml, /^url = "https:\/\/www\.example\.com\/FILL-IN"$/m);
  assert.doesNotMatch(toml, /^(language|title|byline|published) =/m);
});

test('language and day are written as the tests compare them', () => {
  const toml = suggested({ canonical: 'https://a.example/b', language: 'en-US', published: '2020-01-09T19:03:00Z' });
  assert.match(toml, /^url = "https:\/\/a\.example\/b"\nlanguage = "en"$/m);
  assert.match(toml, /^published = "2020-01-09"$/m);
});
