// What a run of browser-batch.mjs printed, file by file.

/** @typedef {{ pass: number, fail: number }} Counts */

/**
 * The part of each file, from the end of the one before it. Where the process broke off, the file that it was at has what is
 * left, and those that were to follow have not begun.
 *
 * @param {string} output
 * @param {string[]} files in the order in which they ran
 */
export function ofFiles(output, files) {
  let rest = output;
  let begun = true;
  return files.map((file) => {
    const end = new RegExp(`^(not )?ok \\d+ - ${file.replaceAll('.', '\\.')}\\n  ---\\n  duration_ms: ([\\d.]+)\\n(?:.*\\n)*?  \\.\\.\\.\\n`, 'm').exec(rest);
    const upTo = end ? end.index + end[0].length : rest.length;
    const own = { file, begun, output: rest.slice(0, upTo), passed: end !== null && !end[1], seconds: Number(end?.[2] ?? 0) / 1000 };
    rest = rest.slice(upTo);
    begun &&= end !== null;
    return own;
  });
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
