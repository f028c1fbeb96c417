// Copies of the extension that something is wrong with, or that a test may reach further with.

import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { makeExtension, SOURCE } from '../../../tools/package/make.mjs';
import { atExit } from './cleanup.mjs';

/**
 * Gives `inBothBrowsers` an extension that is made from a source in which some files are others.
 *
 * @param {Record<string, (content: Buffer) => string | Buffer>} changes by file of `extension/`: from what it holds to
 *   what it shall hold
 */
export const variant = (changes) => async (/** @type {string} */ key) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'clean-copy-variant-'));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  const source = path.join(folder, 'source');
  await cp(SOURCE, source, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const file = path.join(source, name);
    const content = await readFile(file);
    const changed = change(content);
    if (String(changed) === String(content)) throw new Error(`the change finds nothing to change in ${name}`);
    await writeFile(file, changed);
  }
  const made = path.join(folder, 'extension');
  await makeExtension(key, made, source);
  return made;
};

/** Puts a line before a script. */
export const startingWith = (/** @type {string} */ line) => (/** @type {Buffer} */ content) => `${line}\n${content}`;

/** Puts a line after a script. */
export const endingWith = (/** @type {string} */ line) => (/** @type {Buffer} */ content) => `${content}\n${line}`;

/** Lets the extension read the loopback server's pages without a click. */
export const reachingPages = (/** @type {Buffer} */ content) => JSON.stringify({ ...JSON.parse(String(content)), host_permissions: ['http://127.0.0.1/*'] });
