// What is read off the log of the browser tests: which files passed, and how many tests.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { countsOf, partOf } from '../tools/browser-log.mjs';

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
  const a = partOf(LOG, 'a.test.mjs');
  const b = partOf(LOG.slice(a.output.length), 'b.test.mjs');
  assert.deepEqual([a.passed, a.seconds, b.passed], [true, 1.5005, false]);
  assert.equal(a.output + b.output, LOG);
});

test('a file that has not come to its end has no part yet, whatever was printed of it', () => {
  const second = LOG.slice(LOG.indexOf('# Subtest: b.test'));
  for (let length = 0; length < second.length; length++) assert.equal(partOf(second.slice(0, length), 'b.test.mjs'), undefined);
});

test('tests are counted as Node counts them', () => {
  const [a, b] = LOG.split(/(?=# Subtest: b\.)/);
  assert.deepEqual([countsOf(a), countsOf(b)], [{ pass: 1, fail: 0 }, { pass: 1, fail: 1 }]);
});
