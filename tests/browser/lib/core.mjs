// The core of the build under test, run by Node: what it reads can be compared with what a browser has.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { extensionFor, WWW } from './paths.mjs';

/** Loads the WebAssembly that the extension for this browser carries. */
export const loadCore = (browserKey) => loadFrom(path.join(extensionFor(browserKey), 'core'));

/** Loads that of the playground, which does more than the extension asks for. */
export const loadWholeCore = () => loadFrom(path.join(WWW, 'core'));

async function loadFrom(folder) {
  const core = await import(pathToFileURL(path.join(folder, 'core.js')).href);
  await core.default({ module_or_path: await readFile(path.join(folder, 'core_bg.wasm')) });
  return core;
}

/** FNV-1a over the names, each followed by a space: the slow and obvious version of what core and page compute. */
export function fingerprint(names) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(names.map((name) => `${name} `).join(''))) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash;
}
