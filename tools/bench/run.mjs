// run.mjs NATIVE [--json FILE] [--pages N] [--browser NAME]… [--native-only] [--write]

import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { BROWSERS, ROOT } from '../product.mjs';
import { measureIn } from './browser.mjs';
import { CORPUS, GENERATED, layOutPages, pagesIn, PRESSED } from './pages.mjs';
import { report } from './report.mjs';

const DOCUMENT = path.join(ROOT, 'docs/performance.md');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    pages: { type: 'string', default: '60' },
    browser: { type: 'string', multiple: true, default: BROWSERS },
    'native-only': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const [native] = positionals;
if (!native) throw new Error('expected the native program of the bench');

const say = (line) => process.stderr.write(`${line}\n`);

function measureNatively(folder) {
  const lines = execFileSync(native, [folder], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return lines.trim().split('\n').map((line) => JSON.parse(line)).sort((one, other) => one.bytes - other.bytes);
}

/** Pages of the corpus and generated ones in one session; a page that failed is named and left out. */
async function measureBrowser(key) {
  const [corpus, generated] = [await pagesIn(CORPUS), await pagesIn(GENERATED)];
  const { rows, presses } = await measureIn(key, [...corpus, ...generated], say, path.join(GENERATED, `${PRESSED}.html`));
  for (const { page, error } of rows) if (error) say(`${key}: ${page}: ${error}`);
  const good = (from, to) => rows.slice(from, to).filter((row) => !row.error);
  return { corpus: good(0, corpus.length), generated: good(corpus.length), presses };
}

/** The tables stand between two comments; what people wrote around them stays. */
async function intoDocument(tables) {
  const text = await readFile(DOCUMENT, 'utf8');
  const written = text.replace(/(<!-- bench -->\n)[^]*?(<!-- \/bench -->)/, (_, open, close) => `${open}\n${tables}\n\n${close}`);
  if (written === text && !text.includes(tables)) throw new Error(`expected <!-- bench --> and <!-- /bench --> in ${DOCUMENT}`);
  await writeFile(DOCUMENT, written);
}

await layOutPages(native, Number(values.pages));
const found = { browsers: {}, native: { corpus: [], generated: [] } };
for (const key of values['native-only'] ? [] : values.browser) found.browsers[key] = await measureBrowser(key);
found.native = { corpus: measureNatively(CORPUS), generated: measureNatively(GENERATED) };
if (values.json) await writeFile(values.json, JSON.stringify(found));
const tables = report(found);
console.log(tables);
if (values.write) await intoDocument(tables);
