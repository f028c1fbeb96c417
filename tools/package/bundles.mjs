// The scripts and sheets of each page as one file: a popup made of 17 files takes half as
// long again to open. Comments and indentation go, which are a third of them; names stay
// as they are written.

import { build, transform } from 'esbuild';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Modules and sheets that are asked for by name; what these import is in them. */
const ENTRIES = [
  'background/background.js',
  'popup/popup.js',
  'options/options.js',
  'welcome/welcome.js',
  'core/core.js',
  'popup/popup.css',
  'options/options.css',
  'welcome/welcome.css',
  'shared/sample.css',
];

/**
 * Plain scripts that run beside a page and share what they declare, by the file that
 * they ship as: each builds on those before it.
 * @type {Record<string, string[]>}
 */
export const PAGE_SCRIPTS = {
  'page/page.js': [
    'page/recipe.js',
    'page/native.js',
    'page/dom.js',
    'page/take.js',
    'page/walk.js',
    'page/pruned.js',
    'page/reader.js',
    'page/veils.js',
    'page/facts.js',
    'page/ledger.js',
    'page/read.js',
    'page/line.js',
    'page/attributes.js',
    'page/mark.js',
    'page/place.js',
    'shared/flavours.js',
    'page/clipboard.js',
    'page/lines.js',
    'page/formula.js',
    'page/selection.js',
    'page/copying.js',
    'page/trouble.js',
    'page/hiding.js',
    'page/media.js',
    'page/modals.js',
    'page/inert.js',
    'page/column.js',
    'page/bars.js',
    'page/limiter.js',
    'page/arrivals.js',
    'page/renewal.js',
    'page/outline.js',
    'page/living.js',
    'page/navigation.js',
    'page/later.js',
    'page/judged.js',
    'page/turns.js',
    'page/session.js',
    'page/page.js',
  ],
  'page/picker.js': [
    'shared/words.js',
    'page/picker-style.js',
    'page/picker-stage.js',
    'page/picker-aim.js',
    'page/picker-rules.js',
    'page/picker-panel.js',
    'page/picker-view.js',
    'page/picker.js',
  ],
  'page/report.js': ['page/report.js'],
  'page/gate.js': ['page/recipe.js', 'page/gate.js'],
  'page/private.js': ['page/private.js'],
  'page/frame.js': ['page/frame.js'],
  'page/auto.js': ['page/auto.js'],
};

/** @type {import('esbuild').CommonOptions} */
const READABLE = { minifyWhitespace: true, legalComments: 'none', charset: 'utf8' };

/**
 * @param {string} source the folder of the extension's source
 * @returns {Promise<Map<string, Buffer>>} contents by file
 */
export async function bundlesOf(source) {
  const contents = await modulesOf(source);
  for (const [name, files] of Object.entries(PAGE_SCRIPTS)) {
    contents.set(name, await oneScript(source, files));
  }
  return contents;
}

/** @param {string} source */
async function modulesOf(source) {
  const { outputFiles } = await build({
    ...READABLE,
    absWorkingDir: source,
    entryPoints: ENTRIES,
    outdir: '.',
    bundle: true,
    format: 'esm',
    // One copy of the core's glue is enough, and icons are files of their own: both stay as they are
    // written, and lie beside every room.
    external: ['../core/core.js', '../icons/*'],
    write: false,
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path: file, contents }) => [path.relative(source, file), Buffer.from(contents)]));
}

/**
 * @param {string} source
 * @param {string[]} files
 */
async function oneScript(source, files) {
  const texts = await Promise.all(files.map((file) => readFile(path.join(source, file), 'utf8')));
  // A module that imports nothing is a script but for what it exports.
  const script = texts.join('\n').replace(/^export (?=(async )?function )/gm, '');
  const { code } = await transform(script, { ...READABLE, loader: 'js' });
  return Buffer.from(code);
}
