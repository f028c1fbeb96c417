// Lists the crates that are linked into the core, with their licences, in extension/licences.txt; fails where one has a
// licence that we did not agree to.

import { execFileSync } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { ROOT } from './product.mjs';

/** What may ship, the one we take first where a crate offers several. */
const ALLOWED = ['MIT', 'BSD-3-Clause', 'BSD-2-Clause', 'ISC', 'Zlib', 'Unicode-3.0', 'Apache-2.0', 'MPL-2.0', 'CC0-1.0', 'Unlicense'];

/**
 * @typedef {{ id: string, name: string, version: string, license: string | null, manifest_path: string, source: string | null, targets: { kind: string[] }[] }} Crate
 * @typedef {{ id: string, deps: { pkg: string, dep_kinds: { kind: string | null }[] }[] }} Node
 */

/**
 * The crates whose code is in the module: what the core depends on, without what only runs while it is compiled.
 *
 * @returns {Crate[]}
 */
function linkedCrates() {
  const manifest = path.join(ROOT, 'tools/wasm/Cargo.toml');
  const asked = ['metadata', '--format-version', '1', '--offline', '--filter-platform', 'wasm32-unknown-unknown', '--manifest-path', manifest];
  const metadata = JSON.parse(execFileSync('cargo', asked, { encoding: 'utf8', maxBuffer: 2 ** 28 }));
  /** @type {Map<string, Crate>} */
  const crates = new Map(metadata.packages.map((/** @type {Crate} */ crate) => [crate.id, crate]));
  /** @type {Map<string, Node>} */
  const nodes = new Map(metadata.resolve.nodes.map((/** @type {Node} */ node) => [node.id, node]));
  /** @type {Set<string>} */
  const linked = new Set();
  const waiting = [metadata.resolve.root];
  for (let id = waiting.pop(); id; id = waiting.pop()) {
    const crate = crates.get(id);
    if (linked.has(id) || crate?.targets.some(({ kind }) => kind.includes('proc-macro'))) continue;
    linked.add(id);
    const needed = nodes.get(id)?.deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null)) ?? [];
    waiting.push(...needed.map(({ pkg }) => pkg));
  }
  // Ours have no source, and the file beside them says their licence.
  return [...crates.values()].filter((crate) => linked.has(crate.id) && crate.source !== null);
}

/**
 * The licences that we take of what a crate offers: one of each `OR`, all of each `AND`.
 *
 * @param {Crate} crate
 */
function taken({ name, license }) {
  const parts = (license ?? '').replaceAll('/', ' OR ').replace(/[()]/g, '').split(' AND ');
  return parts.map((part) => {
    const offered = part.trim().split(' OR ');
    const found = ALLOWED.find((allowed) => offered.includes(allowed));
    if (!found) throw new Error(`${name} is licensed as “${license}”, and ${part} is none of ${ALLOWED.join(', ')}`);
    return found;
  });
}

/**
 * The text of a licence as the crate brings it: a file named after it, else the only one.
 *
 * @param {Crate} crate
 * @param {string} licence
 */
async function textOf({ manifest_path }, licence) {
  const folder = path.dirname(manifest_path);
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|unlicense)/i.test(file)).sort();
  const word = licence.split('-')[0].toLowerCase();
  const file = files.find((name) => name.toLowerCase().includes(word)) ?? files.find((name) => !/apache/i.test(name)) ?? files[0];
  const text = file ? await readFile(path.join(folder, file), 'utf8') : '';
  return text.replaceAll('\r\n', '\n').trim();
}

/** Long texts that stand at a known place; the others are short and stand here. */
const ELSEWHERE = new Map([
  ['MPL-2.0', 'https://www.mozilla.org/MPL/2.0/ — the source is the crate of this name and version, unchanged'],
  ['Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0'],
]);

const COPYRIGHT = /^\s*(?:copyright|\(c\)|©)/i;

/**
 * One entry for each text, with the crates and the lines of copyright that it covers.
 *
 * @param {Crate[]} crates
 */
async function entries(crates) {
  /** @type {Map<string, { names: string[], owners: Set<string>, text: string }>} */
  const found = new Map();
  for (const crate of crates) {
    for (const licence of taken(crate)) {
      const lines = (await textOf(crate, licence)).split('\n');
      const body = lines.filter((line) => !COPYRIGHT.test(line)).join('\n').trim();
      const text = ELSEWHERE.get(licence) ?? body;
      const key = `${licence} ${text.replace(/\W+/g, ' ')}`;
      const entry = found.get(key) ?? { names: [], owners: new Set(), text: `${licence}\n\n${text}` };
      entry.names.push(`${crate.name} ${crate.version}`);
      if (!ELSEWHERE.has(licence)) for (const line of lines) if (COPYRIGHT.test(line)) entry.owners.add(line.trim());
      found.set(key, entry);
    }
  }
  return [...found.values()];
}

const crates = linkedCrates().sort((one, other) => (one.name < other.name ? -1 : 1));
const written = (await entries(crates)).map(({ names, owners, text }) => [names.join(', '), [...owners].join('\n'), text].filter(Boolean).join('\n\n'));
const head = 'Clean Copy contains these Rust crates, each under the licence below it.';
const content = `${[head, ...written].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
const file = path.join(ROOT, 'extension/licences.txt');
const present = await readFile(file, 'utf8').catch(() => '');
if (present !== content) await writeFile(file, content);
console.log(`${path.relative(ROOT, file)}: ${crates.length} crates`);
