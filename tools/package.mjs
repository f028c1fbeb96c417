// Makes dist/chromium/ and dist/firefox/ out of extension/: one source, two manifests.

import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';

import { BROWSERS, ROOT, productVersion } from './product.mjs';

const SOURCE = path.join(ROOT, 'extension');

/**
 * What developers read and browsers do not need stays out.
 *
 * @param {string} name
 * @param {string} browser
 */
function isShipped(name, browser) {
  if (name === 'managed_schema.json') return browser === 'chromium';
  return !/\.d\.ts$|\.md$|(^|\/)\./.test(name);
}

/** @param {string} folder */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * Firefox has no service workers for extensions and notes the key at every load.
 * Chromium reads `service_worker` and ignores `scripts`.
 *
 * @param {string} browser
 */
async function manifestFor(browser) {
  const manifest = JSON.parse(await readFile(path.join(SOURCE, 'manifest.json'), 'utf8'));
  manifest.version = await productVersion();
  if (browser === 'firefox') {
    delete manifest.background.service_worker;
    delete manifest.message_serialization;
    // Firefox reads what administrators set from a file of its own and knows no schema.
    delete manifest.storage;
  }
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * Without what is for translators, and with each named placeholder as the number
 * that it stands for: a third of the size, in every language.
 *
 * @param {string} file
 */
async function messagesOf(file) {
  /** @type {Record<string, { message: string, placeholders?: Record<string, { content: string }> }>} */
  const messages = JSON.parse(await readFile(file, 'utf8'));
  const shipped = Object.entries(messages).map(([key, { message, placeholders = {} }]) => {
    const numbered = message.replace(/\$([a-z]+)\$/gi, (whole, name) => placeholders[name.toLowerCase()]?.content ?? whole);
    // "$1$2" would be read as a placeholder named "1".
    return [key, /\$\d+\$/.test(numbered) ? { message, placeholders } : { message: numbered }];
  });
  return JSON.stringify(Object.fromEntries(shipped));
}

/**
 * Scripts and sheets without comments and indentation, which are a third of them; names stay as they are written.
 *
 * @param {string} name
 */
async function withoutComments(name) {
  const text = await readFile(path.join(SOURCE, name), 'utf8');
  const loader = name.endsWith('.css') ? 'css' : 'js';
  const { code } = await transform(text, { loader, minifyWhitespace: true, legalComments: 'none', charset: 'utf8' });
  return code;
}

/**
 * The file as it ships.
 *
 * @param {string} name
 * @param {string} browser
 */
async function contentOf(name, browser) {
  if (name === 'manifest.json') return Buffer.from(await manifestFor(browser));
  if (name.endsWith('messages.json')) return Buffer.from(await messagesOf(path.join(SOURCE, name)));
  if (/\.(js|css)$/.test(name)) return Buffer.from(await withoutComments(name));
  return readFile(path.join(SOURCE, name));
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

/** @param {string} browser */
async function makePackage(browser) {
  const target = path.join(ROOT, 'dist', browser);
  await mkdir(target, { recursive: true });
  const names = (await filesIn(SOURCE)).filter((name) => isShipped(name, browser));
  for (const name of names) {
    await update(path.join(target, name), await contentOf(name, browser));
  }
  const gone = (await filesIn(target)).filter((name) => !names.includes(name));
  await Promise.all(gone.map((name) => rm(path.join(target, name))));
}

await Promise.all(BROWSERS.map(makePackage));
