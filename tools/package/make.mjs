// Makes an unpacked extension out of its source: one source, two manifests, and the
// scripts and sheets of each page in one file.

import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { ROOT, productVersion } from '../product.mjs';
import { bundlesOf } from './bundles.mjs';

export const SOURCE = path.join(ROOT, 'extension');

/**
 * @param {string} browser
 * @param {string} target the folder, which then holds nothing else
 * @param {string} [source] a copy of `extension/` in which something is changed
 */
export async function makeExtension(browser, target, source = SOURCE) {
  const contents = await bundlesOf(source);
  for (const name of (await filesIn(source)).filter((file) => isCopied(file, browser))) {
    contents.set(name, await contentOf(source, name, browser));
  }
  for (const [name, content] of contents) await update(path.join(target, name), content);
  const gone = (await filesIn(target)).filter((name) => !contents.has(name));
  await Promise.all(gone.map((name) => rm(path.join(target, name))));
}

/**
 * What developers read and browsers do not need stays out; scripts and sheets are in the bundles.
 *
 * @param {string} name
 * @param {string} browser
 */
function isCopied(name, browser) {
  if (name === 'managed_schema.json') return browser === 'chromium';
  return !/\.(js|ts|css|md)$|(^|\/)\./.test(name);
}

/** @param {string} folder */
async function filesIn(folder) {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * The file as it ships.
 *
 * @param {string} source
 * @param {string} name
 * @param {string} browser
 */
async function contentOf(source, name, browser) {
  const content = await readFile(path.join(source, name));
  if (name === 'manifest.json') return Buffer.from(await manifestFor(browser, String(content)));
  if (name.endsWith('messages.json')) return Buffer.from(messagesOf(String(content)));
  if (name.endsWith('.json')) return Buffer.from(JSON.stringify(JSON.parse(String(content))));
  if (name.endsWith('.html')) return Buffer.from(pageOf(String(content)));
  return content;
}

/**
 * Firefox has no service workers for extensions and notes the key at every load.
 * Chromium reads `service_worker` and ignores `scripts`.
 *
 * @param {string} browser
 * @param {string} text
 */
export async function manifestFor(browser, text) {
  const manifest = JSON.parse(text);
  manifest.version = await productVersion();
  if (browser === 'firefox') {
    delete manifest.background.service_worker;
    delete manifest.message_serialization;
    // Firefox reads what administrators set from a file of its own and knows no schema.
    delete manifest.storage;
    // By its own name of the same permission Firefox tells what a menu was opened on.
    manifest.permissions = manifest.permissions.map((/** @type {string} */ name) => (name === 'contextMenus' ? 'menus' : name));
  }
  return JSON.stringify(manifest);
}

/**
 * Without comments and indentation, as scripts and sheets are.
 *
 * @param {string} text
 */
const pageOf = (text) => text.replace(/<!--[^]*?-->/g, '').replace(/\n\s+/g, '\n');

/**
 * Without what is for translators, and with each named placeholder as the number
 * that it stands for: a third of the size, in every language.
 *
 * @param {string} text
 */
function messagesOf(text) {
  /** @type {Record<string, { message: string, placeholders?: Record<string, { content: string }> }>} */
  const messages = JSON.parse(text);
  const shipped = Object.entries(messages).map(([key, { message, placeholders = {} }]) => {
    const numbered = message.replace(/\$([a-z]+)\$/gi, (whole, name) => placeholders[name.toLowerCase()]?.content ?? whole);
    // "$1$2" would be read as a placeholder named "1".
    return [key, /\$\d+\$/.test(numbered) ? { message, placeholders } : { message: numbered }];
  });
  return JSON.stringify(Object.fromEntries(shipped));
}

/**
 * Writes only what differs, so that an unchanged package keeps its time stamps.
 *
 * @param {string} file
 * @param {Buffer} content
 */
async function update(file, content) {
  const present = await readFile(file).catch(() => undefined);
  if (present?.equals(content)) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}
