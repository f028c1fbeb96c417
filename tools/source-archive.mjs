// Makes the archive of the sources that a store's reviewer asks for: every file that git knows, as it stands here.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';

import { ROOT, zipFor } from './product.mjs';

const TIME = new Date(1980, 0, 1);
/** Unix's mark of a plain file, and the bits of one that may be run. */
const [PLAIN_FILE, RUNNABLE] = [0o100644, 0o100755];

function trackedFiles() {
  const names = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  return names.split('\0').filter(Boolean).sort();
}

/** @param {string[]} names */
async function archive(names) {
  /** @type {import('fflate').Zippable} */
  const files = {};
  for (const name of names) {
    const file = path.join(ROOT, name);
    // Of a file that is gone here and not yet in git, there is nothing to add.
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) continue;
    const mode = found.mode & 0o111 ? RUNNABLE : PLAIN_FILE;
    files[name] = [await readFile(file), { os: 3, attrs: mode << 16 }];
  }
  const target = await zipFor('source');
  await writeFile(target, zipSync(files, { level: 9, mtime: TIME }));
  console.log(path.relative(ROOT, target));
}

// What was unpacked from such an archive is no repository, and needs no other archive.
if (existsSync(path.join(ROOT, '.git'))) await archive(trackedFiles());
