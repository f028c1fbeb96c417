// Other extensions than the build, made from it for a test: in another language, of another version, broken.

import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { atExit } from './cleanup.mjs';
import { extensionFor } from './paths.mjs';

/**
 * A copy of the build for a browser, changed; made anew at each call, and gone with the process.
 *
 * @param {string} key of the browser
 * @param {string} name of the copy
 * @param {(folder: string) => Promise<unknown>} change
 * @returns {Promise<string>} its folder
 */
export async function variant(key, name, change) {
  const folder = await mkdtemp(path.join(os.tmpdir(), `clean-copy-${name}-`));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  await cp(extensionFor(key), folder, { recursive: true });
  await change(folder);
  return folder;
}

/**
 * An extension whose first language is this one: browsers in English, as those of the tests, show it so.
 *
 * @param {string} language a folder of `_locales`
 * @returns {(key: string) => Promise<string>}
 */
export const speaking = (language) => (key) =>
  variant(key, language, (folder) =>
    cp(path.join(extensionFor(key), '_locales', language), path.join(folder, '_locales/en'), { recursive: true }),
  );

/** Gives an extension in a folder another version number. */
export async function setVersion(folder, version) {
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, version }));
}
