// The fixture pages in tests/pages/ and what they promise.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { PAGES } from './paths.mjs';

/** @typedef {{ slug: string, outcome: string, must_go: string[], must_stay: string[], [key: string]: any }} Fixture */

/** Every fixture page, in the order of its name. */
export function fixtures() {
  const slugs = readdirSync(PAGES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return slugs.map(({ name }) => fixture(name)).sort((one, other) => (one.slug < other.slug ? -1 : 1));
}

/**
 * @param {string} slug
 * @returns {Fixture}
 */
export function fixture(slug) {
  const text = readFileSync(path.join(PAGES, slug, 'page.toml'), 'utf8');
  return { slug, outcome: '', must_go: [], must_stay: [], ...parse(text) };
}

/**
 * Reads the TOML that page.toml files are written in: keys with a string or a list of strings. Anything else is an
 * error, so that nothing is overlooked in silence.
 */
function parse(text) {
  const pair = /\s*(?:#[^\n]*|(\w+)\s*=\s*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\[[^]*?^\]|\[[^\n]*\]|true|false))[^\S\n]*(?:#[^\n]*)?(?:\n|$)/my;
  const values = {};
  while (pair.lastIndex < text.trimEnd().length) {
    const at = pair.lastIndex;
    const found = pair.exec(text);
    if (!found) throw new Error(`expected \`key = value\`, but found \`${text.slice(at, at + 60)}\``);
    if (found[1]) values[found[1]] = value(found[2]);
  }
  return values;
}

function value(written) {
  if (!written.startsWith('[')) return scalar(written);
  return [...written.matchAll(/#[^\n]*|("(?:[^"\\\n]|\\.)*"|'[^'\n]*')/g)].flatMap(([, item]) => (item ? [scalar(item)] : []));
}

const scalar = (written) => (written.startsWith("'") ? written.slice(1, -1) : JSON.parse(written));
