// A process that hangs is ended, whatever it does, and told of; one that goes on is not.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

import { endedAfter } from '../tools/ended-after.mjs';

/** Runs a script until it ends, or is ended; each line that it prints is a sign of life. */
async function run(script, limit) {
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = 0;
  await once(child.stdout, 'data');
  const watch = endedAfter(child, limit, () => told++, 100);
  watch.anew();
  child.stdout.on('data', watch.anew);
  const [code, signal] = await once(child, 'close');
  watch.stop();
  return { code, signal, told };
}

test('a process that waits for ever is asked to end', async () => {
  const tidies = "process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.log();";
  assert.deepEqual(await run(tidies, 100), { code: 7, signal: null, told: 1 });
});

test('one that hears nothing any more is ended', async () => {
  const deaf = "process.on('SIGTERM', () => {}); console.log(); setTimeout(() => { for (;;); });";
  assert.deepEqual(await run(deaf, 100), { code: null, signal: 'SIGKILL', told: 1 });
});

test('one that only answers is ended, too', async () => {
  const answers = "process.on('SIGTERM', () => console.log()); setInterval(() => {}, 1000); console.log();";
  assert.deepEqual(await run(answers, 100), { code: null, signal: 'SIGKILL', told: 1 });
});

test('one that goes on is let be', async () => {
  const goesOn = 'let left = 4; console.log(); const timer = setInterval(() => (left-- > 0 ? console.log() : clearInterval(timer)), 50);';
  assert.deepEqual(await run(goesOn, 10_000), { code: 0, signal: null, told: 0 });
});
