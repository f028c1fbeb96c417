// What a run of browser-batch.mjs printed, file by file.

/** @typedef {{ pass: number, fail: number }} Counts */

/**
 * The part of a file, which begins where the one before it ends; undefined while it has not come to its own end.
 *
 * @param {string} output from the end of the file before
 * @param {string} file
 */
export function partOf(output, file) {
  const end = new RegExp(`^(not )?ok \\d+ - ${file.replaceAll('.', '\\.')}\\n  ---\\n  duration_ms: ([\\d.]+)\\n(?:.*\\n)*?  \\.\\.\\.\\n`, 'm').exec(output);
  return end ? { output: output.slice(0, end.index + end[0].length), passed: !end[1], seconds: Number(end[2]) / 1000 } : undefined;
}

/**
 * Counts as Node's test runner does: what was left out, was to do or never ran has neither passed nor failed, and a suite is
 * none of the tests.
 *
 * @param {string} output
 * @returns {Counts}
 */
export function countsOf(output) {
  const counts = { pass: 0, fail: 0 };
  const results = /^( *)(not )?ok \d+ - (.*)\n\1 {2}---\n((?:\1 {2}.*\n)*?)\1 {2}\.\.\.$/gm;
  for (const [, , not, name, told] of output.matchAll(results)) {
    if (/ # (?:SKIP|TODO)\b/.test(name) || /^ *(?:type: 'suite'|failureType: 'cancelledByParent')$/m.test(told)) continue;
    counts[not ? 'fail' : 'pass']++;
  }
  return counts;
}
