// What the bench makes of its samples.

import assert from 'node:assert/strict';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { isSitePattern } from '../extension/shared/settings-items.js';
import { MATCHES, sourceWithBench } from '../tools/bench/extension.mjs';
import { bar, figure, median, short } from '../tools/bench/figures.mjs';
import { report } from '../tools/bench/report.mjs';
import { rowsOf } from '../tools/bench/rows.mjs';
import { SOURCE, makeExtension } from '../tools/package/make.mjs';

/** A page's row with the same milliseconds for every step of every clean. */
const row = (page, bytes, parse, step) => ({
  page,
  bytes,
  parse,
  ...Object.fromEntries(['in', 'read', 'judge', 'plan', 'outer', 'readability', 'defuddle'].map((name) => [name, step])),
  cleans: [{ take: step, facts: step, send: step, message: step, core: step, hide: step, longest: step, whole: step, busy: step }],
});

test('the median leaves out what was not measured', () => {
  assert.equal(median([3, undefined, 1, NaN, 2]), 2);
  assert.equal(median([1, 2]), 1.5);
  assert.ok(Number.isNaN(median([])));
});

test('a ratio is taken page by page, not of the medians', () => {
  const rows = [row('a', 1e5, 1, 4), row('b', 1e5, 10, 5), row('c', 1e5, 100, 6)];
  assert.deepEqual(figure(rows, 'Defuddle'), { ms: 5, ratio: 0.5 });
});

test('bars are as long as what they show', () => {
  assert.equal(bar(1, 1), '█'.repeat(10));
  assert.equal(bar(0.05, 1), '▌');
  assert.equal(bar(0, 1), '');
});

test('figures have three digits that count, and a dash for none', () => {
  assert.deepEqual([short(0.12345), short(1234.5), short(NaN)], ['0.123', '1230', '–']);
});

test('the report says how cost grows from 1 to 50 MB', () => {
  const natively = (bytes, ms) => ({ bytes, parse: ms, read: ms, core: ms, text: ms });
  const rows = [natively(1e6, 10), natively(5e7, 520)];
  const generated = [row('1', 1e6, 10, 5), row('50', 5e7, 500, 300)];
  const presses = [false, true, false, true].map((asleep, at) => ({ asleep, ms: (at + 1) * 100 }));
  const text = report({ browsers: { chromium: { corpus: [row('a', 1e5, 1, 2)], generated, presses } }, native: { corpus: rows, generated: rows } });
  assert.match(text, /50 MB cost 52 times/);
  assert.match(text, /50 MB cost 60 times/);
  assert.match(text, /\| 1 MB \| 10 \| 0\.5 \| 0\.5 \| 0\.5 \| 5 \| 5 \|/);
  assert.match(text, /\| Chromium \| 200 \| 300 \| 1\.5 \|/);
  assert.match(text, /\| core pass: read, judge, plan \| 2 \| 2 \| ≤ 0\.5 \|/);
});

test('the report bears a page whose stages in the core were not measured', () => {
  const generated = [row('1', 1e6, 10, 5), { ...row('50', 5e7, 500, 300), in: undefined, read: undefined, judge: undefined, plan: undefined }];
  const found = { corpus: generated, generated, presses: [] };
  const text = report({ browsers: { chromium: found }, native: { corpus: [], generated: [] } });
  assert.match(text, /\| 50 MB \| 500 \| – \| 0\.6 \| 0\.6 \| 300 \| – \|/);
  assert.match(text, /\| core pass: read, judge, plan \| 5 \| 0\.5 \|/);
  assert.doesNotMatch(text, /50 MB cost/);
});

test('the host that times the core stands for all that the background asks of its host', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'clean-copy-bench-'));
  const at = (name) => path.join(folder, name);
  try {
    await cp(path.join(SOURCE, 'core'), at('core'), { recursive: true });
    await appendFile(at('core/core.js'), '\nexport function runStages() {}\n');
    await sourceWithBench(at('source'), at('core'));
    await makeExtension('chromium', at('extension'), at('source'));
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what the bench may read is no pattern of a site, or the extension gave it back', () => {
  assert.deepEqual(MATCHES.filter(isSitePattern), []);
});

/** Measures pages that are called as the error they fail with, or `good`. */
async function measured(names) {
  const tried = [];
  const measure = async (name) => {
    tried.push(name);
    if (name !== 'good') throw new Error(name);
    return { parse: 1 };
  };
  const end = await rowsOf(names, measure, () => {}).then((rows) => rows.length, ({ message }) => message);
  return { tried: tried.length, end };
}

test('a page that fails is left behind; two in a row that fail alike end the bench', async () => {
  assert.deepEqual(await measured(['slow', 'good', 'slow', 'lost', 'slow']), { tried: 5, end: 5 });
  assert.deepEqual(await measured(['good', 'slow', 'slow', 'good']), { tried: 3, end: 'two pages in a row: Error: slow' });
});
