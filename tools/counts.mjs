// counts.mjs LOG STATUS: prints how many tests a log counts, as "PASSED FAILED".
// A step that counts none is one test itself: it passed or it failed.

import { readFileSync } from 'node:fs';

const [log, status] = process.argv.slice(2);
const text = readFileSync(log ?? fail(), 'utf8');

/** @returns {never} */
function fail() {
  throw new Error('expected a log file and an exit status');
}

/**
 * Adds up the numbers that a pattern finds.
 *
 * @param {RegExp} pattern
 */
function total(pattern) {
  return [...text.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]), 0);
}

const ok = status === '0';
const passed = total(/^test result: .*?(\d+) passed;/gm) + total(/^(?:#|ℹ) pass (\d+)$/gm);
const failed = total(/^test result: .*?(\d+) failed;/gm) + total(/^(?:#|ℹ) fail (\d+)$/gm);

if (passed + failed === 0) {
  console.log(ok ? '1 0' : '0 1');
} else {
  // A runner that broke off counts as a failure even where no test of it failed.
  console.log(passed, ok ? failed : Math.max(failed, 1));
}
