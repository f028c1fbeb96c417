// What is read off the log of the browser tests: which files passed, and how many tests.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { countsOf, ofFiles } from '../tools/browser-log.mjs';

const result = (indent, line, told = []) => [line, '  ---', '  duration_ms: 1500.5', ...told.map((each) => `  ${each}`), '  ...'].map((each) => indent + each).join('\n');

const LOG = `${[
  'TAP version 13',
  '# Subtest: a.test.mjs',
  result('        ', 'ok 1 - does'),
  result('        ', 'ok 2 - is for another # SKIP too slow'),
  result('        ', 'not ok 3 - will # TODO later', ["failureType: 'testCodeFailure'"]),
  result('    ', 'ok 1 - a, Firefox', ["type: 'suite'"]),
  result('', 'ok 1 - a.test.mjs', ["type: 'suite'"]),
  '# Subtest: b.test.mjs',
  result('        ', 'not ok 1 - does', ["failureType: 'testCodeFailure'", 'error: |-', '  not ok 7 - in a message']),
  result('        ', 'not ok 2 - never ran', ["failureType: 'cancelledByParent'"]),
  result('        ', 'ok 3 - does'),
  result('    ', 'not ok 1 - b, Firefox', ["type: 'suite'", "failureType: 'subtestsFailed'"]),
  result('', 'not ok 2 - b.test.mjs', ["type: 'suite'", "failureType: 'subtestsFailed'"]),
].join('\n')}\n`;

test('each file has its own part of the log, and passed or did not', () => {
  const [a, b] = ofFiles(LOG, ['a.test.mjs', 'b.test.mjs']);
  assert.deepEqual([a.passed, a.seconds, b.passed], [true, 1.5005, false]);
  assert.equal(a.output + b.output, LOG);
});

test('where a process breaks off, one file has failed, and the others have not begun', () => {
  const [a, b, c] = ofFiles(LOG.slice(0, LOG.indexOf('not ok 2 - b.test')), ['a.test.mjs', 'b.test.mjs', 'c.test.mjs']);
  assert.deepEqual([a, b, c].map(({ passed, begun }) => ({ passed, begun })), [{ passed: true, begun: true }, { passed: false, begun: true }, { passed: false, begun: false }]);
  assert.equal(a.output + b.output + c.output, LOG.slice(0, LOG.indexOf('not ok 2 - b.test')));
});

test('tests are counted as Node counts them', () => {
  const [a, b] = ofFiles(LOG, ['a.test.mjs', 'b.test.mjs']);
  assert.deepEqual([countsOf(a.output), countsOf(b.output)], [{ pass: 1, fail: 0 }, { pass: 1, fail: 1 }]);
});
