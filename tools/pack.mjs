// Makes one zip of each unpacked extension. The same files give the same bytes:
// sorted names, one time stamp for all.

import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';

import { BROWSERS, ROOT, zipFor } from './product.mjs';

// The first day a zip can name. Zips have no time zone, so it is the local one.
const TIME = new Date(1980, 0, 1);

/** @param {string} browser */
async function pack(browser) {
  const folder = path.join(ROOT, 'dist', browser);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
  /** @type {import('fflate').Zippable} */
  const files = {};
  for (const name of names) files[name] = await readFile(path.join(folder, name));
  const target = await zipFor(browser);
  await writeFile(target, zipSync(files, { level: 9, mtime: TIME }));
  console.log(path.relative(ROOT, target));
}

for (const browser of BROWSERS) await pack(browser);
