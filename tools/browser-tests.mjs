// browser-tests.mjs LOGS: runs tests/browser/*.test.mjs in Chromium and in Firefox, side by side.
//
// Two lanes, each with a browser, a screen, keys and a clipboard of its own: one of each browser, and when one browser has
// no file left, two of the other. A lane is one process, whose files share its browser; it takes the next file when it has
// done one, so that both end together although nobody knows how long a file takes. A file that fails beside another runs
// once more with the machine to itself: a test that holds only on a quiet machine, or only in a browser that has just been
// started, is named as unsteady, and one that fails again has failed. A few unsteady files are the machine's; more are a
// fault of ours that only shows where things take long. Logs of both runs lie in LOGS.

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { countsOf, partOf } from './browser-log.mjs';
import { endedAfter } from './ended-after.mjs';

const [logs = fail()] = process.argv.slice(2);
const BROWSERS = ['chromium', 'firefox'];
/** So many files may be unsteady: one in twenty. */
const MOST_UNSTEADY = 5;
/** Every test says when it ends, and no answer of a browser is waited for longer than two minutes: after this silence a file hangs. */
const SILENCE_MS = 200_000;
const FILES = readdirSync('tests/browser').filter((name) => name.endsWith('.test.mjs')).sort();

/** @returns {never} */
function fail() {
  throw new Error('expected the folder of the logs');
}

/**
 * @typedef {{ browser: string, file: string, output: string, passed: boolean, counts: import('./browser-log.mjs').Counts }} Run
 */

/**
 * Runs files in one browser, one after the other, and keeps what each printed. Where the process breaks off, the file that it
 * was at has failed, and the next one is not taken.
 *
 * @param {string} browser
 * @param {() => string | undefined} next takes a file, as long as there is one
 * @param {string} [suffix] of the logs' names
 * @returns {Promise<Run[]>}
 */
async function run(browser, next, suffix = '') {
  const child = spawn(process.execPath, ['--test-reporter=tap', 'tools/browser-batch.mjs'], {
    env: { ...process.env, BROWSER: browser },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  // One that has gone is told by its end.
  child.on('error', () => {});
  const runs = /** @type {Run[]} */ ([]);
  let file = /** @type {string | undefined} */ (undefined);
  let printed = '';
  // Apart from the other: amid it, it could hide that a file has ended, and the next one would never be sent.
  let complained = '';
  const watch = endedAfter(child, SILENCE_MS, () => {
    const said = `${file ? nameOf(file) : 'what follows the last file'}, ${browser}, has said nothing for ${SILENCE_MS / 1000} s: its process is ended.`;
    console.log(said);
    complained += `\n${said}\n`;
  });
  const take = () => {
    watch.anew();
    child.send((file = next()) ?? '', () => {});
  };
  const note = (/** @type {{ output: string, passed: boolean, seconds?: number }} */ { output, passed, seconds = 0 }) => {
    runs.push({ browser, file: String(file), output: output + complained, passed, counts: countsOf(output) });
    console.log(`${passed ? 'passed' : 'FAILED'} in ${Math.round(seconds)} s: ${nameOf(String(file))}, ${browser}`);
    printed = printed.slice(output.length);
    complained = '';
  };
  const listen = (/** @type {string} */ text) => {
    watch.anew();
    printed += text;
    const part = file && partOf(printed, file);
    if (!part) return;
    note(part);
    take();
  };
  child.stdout?.setEncoding('utf8').on('data', listen);
  child.stderr?.setEncoding('utf8').on('data', (text) => void (complained += text));
  take();
  const status = await new Promise((done) => child.on('close', done));
  watch.stop();
  if (file) note({ output: printed, passed: false });
  // What fails after the last test fails with its file.
  const last = runs[runs.length - 1];
  if (status !== 0 && runs.every(({ passed }) => passed)) Object.assign(last, { passed: false, output: last.output + printed + complained });
  for (const each of runs) await writeFile(path.join(logs, `${browser}-${nameOf(each.file)}${suffix}.log`), each.output);
  return runs;
}

const nameOf = (/** @type {string} */ file) => path.basename(file, '.test.mjs');

/** What is still to run: one browser's files in order, then the other's from the last on. */
const left = BROWSERS.map((browser, at) => {
  const runs = FILES.map((file) => ({ browser, file }));
  return at === 0 ? runs : runs.reverse();
}).flat();

/**
 * Runs files of one browser as long as any are left, then those of the other.
 *
 * @param {0 | -1} end of `left` from which they are taken
 */
async function lane(end) {
  const ran = [];
  while (left.length > 0) {
    const { browser } = /** @type {{ browser: string }} */ (left.at(end));
    const next = () => (left.at(end)?.browser === browser ? left.splice(end, 1)[0].file : undefined);
    ran.push(...(await run(browser, next)));
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
  const alone = [failed.file];
  const [again] = await run(failed.browser, () => alone.pop(), '-again');
  if (again.passed) unsteady.push(failed);
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
