// Puts into www/ what the playground shares with the rest of the product: the look,
// and the test pages, which it offers as samples.

import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { ROOT } from './product.mjs';

const PAGES = path.join(ROOT, 'tests/pages');
const SAMPLES = path.join(ROOT, 'www/samples');

/**
 * A string of a page.toml. They are written on one line, so that JSON can read them.
 *
 * @param {string} toml
 * @param {string} key
 * @returns {string | undefined}
 */
function entry(toml, key) {
  const value = new RegExp(`^${key} = (".*")$`, 'm').exec(toml)?.[1];
  return value && JSON.parse(value);
}

/** @param {string} slug */
async function addSample(slug) {
  const toml = await readFile(path.join(PAGES, slug, 'page.toml'), 'utf8');
  await copyFile(path.join(PAGES, slug, 'page.html'), path.join(SAMPLES, `${slug}.html`));
  return { slug, title: entry(toml, 'title') ?? slug, url: entry(toml, 'url') };
}

await copyFile(path.join(ROOT, 'extension/shared/look.css'), path.join(ROOT, 'www/look.css'));
await rm(SAMPLES, { recursive: true, force: true });
await mkdir(SAMPLES, { recursive: true });
const entries = await readdir(PAGES, { withFileTypes: true });
const slugs = entries.filter((each) => each.isDirectory()).map(({ name }) => name).sort();
const samples = await Promise.all(slugs.map(addSample));
await writeFile(path.join(SAMPLES, 'index.json'), JSON.stringify(samples, null, 2));
