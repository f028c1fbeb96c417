// browser-tests.mjs LOGS: runs tests/browser/*.test.mjs in Chromium and in Firefox, side by side.
//
// Two batches of files at a time, each with a browser, a screen, keys and a clipboard of its own: one of each browser, and
// when one browser has none left, two of the other. The files of a batch share its browser. A file that fails beside
// another runs once more with the machine to itself: a test that holds only on a quiet machine, or only in a browser that
// has just been started, is named as unsteady, and one that fails again has failed. A few unsteady files are the
// machine's; more are a fault of ours that only shows where things take long. Logs of both runs lie in LOGS.

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { countsOf, ofFiles } from './browser-log.mjs';

const [logs = fail()] = process.argv.slice(2);
const BROWSERS = ['chromium', 'firefox'];
const LANES = 2;
/** So many files may be unsteady. */
const MOST_UNSTEADY = 3;
/** So many files share a browser at most. */
const MOST_FILES = 8;
const FILES = readdirSync('tests/browser').filter((name) => name.endsWith('.test.mjs')).sort();

/** @returns {never} */
function fail() {
  throw new Error('expected the folder of the logs');
}

/**
 * @typedef {{ browser: string, file: string, output: string, passed: boolean, begun: boolean, counts: import('./browser-log.mjs').Counts }} Run
 */

/**
 * Runs files in one browser, and keeps what each printed.
 *
 * @param {string} browser
 * @param {string[]} files
 * @param {string} [suffix] of the logs' names
 * @returns {Promise<Run[]>}
 */
async function run(browser, files, suffix = '') {
  const child = spawn(process.execPath, ['--test-reporter=tap', 'tools/browser-batch.mjs', ...files], {
    env: { ...process.env, BROWSER: browser },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks = /** @type {Buffer[]} */ ([]);
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  const status = await new Promise((done) => child.on('close', done));
  const told = ofFiles(Buffer.concat(chunks).toString(), files);
  const runs = told.map((each) => ({ ...each, browser, counts: countsOf(each.output) }));
  // What fails after the last test fails with its file.
  if (status !== 0 && runs.every(({ passed }) => passed)) runs[runs.length - 1].passed = false;
  for (const { file, output, passed, begun, seconds } of runs) {
    await writeFile(path.join(logs, `${browser}-${nameOf(file)}${suffix}.log`), output);
    if (begun) console.log(`${passed ? 'passed' : 'FAILED'} in ${Math.round(seconds)} s: ${nameOf(file)}, ${browser}`);
  }
  return runs;
}

const nameOf = (/** @type {string} */ file) => path.basename(file, '.test.mjs');

/** What is still to run: one browser's files in order, then the other's from the last on. */
const left = BROWSERS.map((browser, at) => {
  const runs = FILES.map((file) => ({ browser, file }));
  return at === 0 ? runs : runs.reverse();
}).flat();

/**
 * Runs one batch after another, as long as any is left: many files while there are many, few towards the end, so that the
 * lanes end together although nobody knows how long a file takes.
 *
 * @param {0 | -1} end of `left` from which they are taken
 */
async function lane(end) {
  const ran = [];
  while (left.length > 0) {
    const size = Math.min(MOST_FILES, Math.ceil(left.length / (3 * LANES)));
    const files = [];
    const { browser } = /** @type {{ browser: string }} */ (left.at(end));
    while (files.length < size && left.at(end)?.browser === browser) files.push(...left.splice(end, 1).map(({ file }) => file));
    ran.push(...(await run(browser, files)));
  }
  return ran;
}

/**
 * The lines of a log that tell a failure, with what follows them; set off, since this log is counted too.
 *
 * @param {string} output
 */
function failures(output) {
  const lines = output.split('\n');
  const isNear = (/** @type {number} */ at) => lines.slice(Math.max(0, at - 24), at + 1).some((line) => /^\s*not ok/.test(line) && !/# TODO/.test(line));
  const told = lines.filter((_line, at) => isNear(at));
  return (told.length > 0 ? told : lines.slice(-40)).map((line) => `| ${line}`).join('\n');
}

const first = (await Promise.all([lane(0), lane(-1)])).flat();
const settled = first.filter(({ passed }) => passed);
const unsteady = [];
for (const failed of first.filter(({ passed }) => !passed)) {
  const [again] = await run(failed.browser, [failed.file], '-again');
  if (again.passed && failed.begun) unsteady.push(failed);
  settled.push(again);
}

for (const { file, browser, output } of unsteady) console.log(`\nUnsteady: ${nameOf(file)}, ${browser}; the first run said:\n${failures(output)}`);
const broken = settled.filter(({ passed }) => !passed);
if (unsteady.length > MOST_UNSTEADY) broken.push(...unsteady);
for (const { file, browser, output } of broken) console.log(`\nFailed: ${nameOf(file)}, ${browser}\n${failures(output)}`);
const sum = (/** @type {Run[]} */ runs, /** @type {'pass' | 'fail'} */ word) => runs.reduce((total, { counts }) => total + counts[word], 0);
const failed = sum(broken, 'fail');
console.log(`# pass ${sum(settled, 'pass')}\n# fail ${broken.length ? Math.max(failed, broken.length) : 0}`);
process.exit(broken.length ? 1 : 0);
