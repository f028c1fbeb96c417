// Whatever happens to a test run, no browser outlives it.

import { spawn } from 'node:child_process';

const leftovers = new Set();
let listening = false;

const sweep = () => {
  for (const end of leftovers) end();
  leftovers.clear();
};

/**
 * Runs `end` when this process ends, however it ends. Call the returned function once it is no longer needed.
 *
 * @param {() => void} end synchronous
 */
export function atExit(end) {
  if (!listening) {
    listening = true;
    process.once('exit', sweep);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  }
  leftovers.add(end);
  return () => leftovers.delete(end);
}

/**
 * Starts a program that ends with this process: even when this process is killed and can clean up no more, the kernel
 * ends the program. It leads a group of its own, so that `killGroup` reaches all it starts.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnBound(command, parameters, options) {
  return spawn('setpriv', ['--pdeathsig', 'KILL', command, ...parameters], { ...options, detached: true });
}

/** Ends a program that `spawnBound` started, and its children. */
export function killGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
