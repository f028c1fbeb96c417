// browser-batch.mjs [FILE…]: runs files of tests/browser in this process, where they share browsers: those that are named,
// and then those that its parent sends, one after the other, until it sends an empty name.
// Run it with --test-reporter=tap: what is printed has one suite for each file, named after it.

import path from 'node:path';
import { describe } from 'node:test';

const TESTS = path.resolve('tests/browser');

// First of all: what this does after the last test belongs to none of the files.
await import(path.join(TESTS, 'lib/shared.mjs'));
const run = (/** @type {string} */ file) => describe(file, () => import(path.join(TESTS, file)));
process.argv.slice(2).forEach(run);
if (process.connected) process.on('message', (file) => (file === '' ? process.disconnect() : run(String(file))));
