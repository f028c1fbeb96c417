// The pages that are measured: some of the corpus, spread over its sizes, and generated ones.

import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { ROOT } from '../product.mjs';

export const CORPUS = path.join(ROOT, 'target/bench/pages/corpus');
export const GENERATED = path.join(ROOT, 'target/bench/pages/generated');
export const SIZES = [100_000, 300_000, 1_000_000, 2_000_000, 10_000_000, 50_000_000];
/** The generated page on which the button is pressed. */
export const PRESSED = 300_000;

/**
 * Lays out both kinds of pages.
 *
 * @param {string} native the bench's native program, which makes pages
 * @param {number} count how many pages of the corpus
 */
export async function layOutPages(native, count) {
  for (const folder of [CORPUS, GENERATED]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
  execFileSync(native, ['--write', GENERATED, ...SIZES.map(String)], { cwd: ROOT });
  const all = path.join(ROOT, 'target/corpus/pages');
  const sized = await Promise.all(
    (await readdir(all)).map(async (name) => ({ name, size: (await stat(path.join(all, name))).size })),
  );
  sized.sort((one, other) => one.size - other.size || (one.name < other.name ? -1 : 1));
  // The middle of each of `count` equal parts.
  const chosen = Array.from({ length: count }, (_, at) => sized[Math.floor(((at + 0.5) * sized.length) / count)]);
  for (const { name } of chosen) await cp(path.join(all, name), path.join(CORPUS, name));
}

/** @param {string} folder */
export async function pagesIn(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html'));
  names.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  return names.map((name) => path.join(folder, name));
}
