// Where things lie and what they are called.

import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');
export const BROWSERS = ['chromium', 'firefox'];

/** The product's version, kept in Cargo.toml alone. */
export async function productVersion() {
  const cargo = await readFile(path.join(ROOT, 'Cargo.toml'), 'utf8');
  const version = /^\[package\][^[]*?^version = "(.+?)"/ms.exec(cargo)?.[1];
  if (!version) throw new Error('expected a version under [package] in Cargo.toml');
  return version;
}

/** @param {string} browser */
export async function zipFor(browser) {
  return path.join(ROOT, 'dist', `clean-copy-${await productVersion()}-${browser}.zip`);
}
