// browser-tests.mjs LOGS: runs tests/browser/*.test.mjs in Chromium and in Firefox, side by side.
//
// Two files at a time, each with a browser, a screen, keys and a clipboard of its own: one of each browser, and when one
// browser has none left, two of the other. A file that fails beside another runs once more with the machine to itself: a
// test that holds only on a quiet machine is named as unsteady, and one that fails again has failed. A few unsteady files
// are the machine's; more are a fault of ours that only shows where things take long. Logs of both runs lie in LOGS.

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

const [logs = fail()] = process.argv.slice(2);
const BROWSERS = ['chromium', 'firefox'];
/** So many files may be unsteady. */
const MOST_UNSTEADY = 3;
const FOLDER = 'tests/browser';
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.test.mjs')).sort();

/** @returns {never} */
function fail() {
  throw new Error('expected the folder of the logs');
}

/**
 * Runs one file in one browser, and keeps what it printed.
 *
 * @param {string} browser
 * @param {string} file
 * @param {string} suffix of the log's name
 */
async function run(browser, file, suffix) {
  const began = performance.now();
  const child = spawn(process.execPath, ['--test', '--test-reporter=tap', path.join(FOLDER, file)], {
    env: { ...process.env, BROWSER: browser },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks = /** @type {Buffer[]} */ ([]);
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  const status = await new Promise((done) => child.on('close', done));
  const output = Buffer.concat(chunks).toString();
  const name = path.basename(file, '.test.mjs');
  await writeFile(path.join(logs, `${browser}-${name}${suffix}.log`), output);
  console.log(`${status === 0 ? 'passed' : 'FAILED'} in ${Math.round((performance.now() - began) / 1000)} s: ${name}, ${browser}`);
  return { browser, file, name, output, passed: status === 0 };
}

/** What is still to run: one browser's files in order, then the other's from the last on. */
const left = BROWSERS.map((browser, at) => {
  const runs = FILES.map((file) => ({ browser, file }));
  return at === 0 ? runs : runs.reverse();
}).flat();

/**
 * Runs one file after another, as long as any is left: the first browser's lane from the front, the other's from the end.
 *
 * @param {() => { browser: string, file: string } | undefined} next
 */
async function lane(next) {
  const ran = [];
  for (let one = next(); one; one = next()) ran.push(await run(one.browser, one.file, ''));
  return ran;
}

/**
 * The sum of what the runs counted under one of the runner's words.
 *
 * @param {{ output: string }[]} runs
 * @param {string} word
 */
const counted = (runs, word) => runs.reduce((sum, { output }) => sum + Number(output.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0), 0);

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

const first = (await Promise.all([lane(() => left.shift()), lane(() => left.pop())])).flat();
const settled = first.filter(({ passed }) => passed);
const unsteady = [];
for (const failed of first.filter(({ passed }) => !passed)) {
  const again = await run(failed.browser, failed.file, '-again');
  if (again.passed) unsteady.push(failed);
  settled.push(again);
}

for (const { name, browser, output } of unsteady) console.log(`\nUnsteady: ${name}, ${browser}; the first run said:\n${failures(output)}`);
const broken = settled.filter(({ passed }) => !passed);
if (unsteady.length > MOST_UNSTEADY) broken.push(...unsteady);
for (const { name, browser, output } of broken) console.log(`\nFailed: ${name}, ${browser}\n${failures(output)}`);
const failed = counted(broken, 'fail');
console.log(`# pass ${counted(settled, 'pass')}\n# fail ${broken.length ? Math.max(failed, broken.length) : 0}`);
process.exit(broken.length ? 1 : 0);
