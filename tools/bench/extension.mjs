// Makes the extension that is measured: the built one, with the bench's scripts beside its own and leave to run on the
// pages of the loopback server.

import { build } from 'esbuild';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { ROOT } from '../product.mjs';

const BENCH = path.join(ROOT, 'tools/bench');

/** @param {string} browser */
export async function benchExtension(browser) {
  const folder = path.join(ROOT, 'target/bench', browser);
  const at = (name) => path.join(folder, name);
  await rm(folder, { recursive: true, force: true });
  await cp(path.join(ROOT, 'dist', browser), folder, { recursive: true });
  await cp(path.join(ROOT, 'target/bench/core'), at('core'), { recursive: true });
  await rename(at('host.js'), at('host-plain.js'));
  await cp(path.join(BENCH, 'host.js'), at('host.js'));
  await cp(path.join(BENCH, 'in-page.js'), at('bench-in-page.js'));
  await build({
    entryPoints: [path.join(BENCH, 'peers.js')],
    outfile: at('bench-peers.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    logLevel: 'error',
  });
  await allow(at('manifest.json'), await pageFiles());
  return folder;
}

/** The page's scripts, as the extension brings them. */
async function pageFiles() {
  const tab = await readFile(path.join(ROOT, 'extension/tab.js'), 'utf8');
  const list = /PAGE_FILES = \[([^\]]+)\]/.exec(tab)?.[1];
  if (!list) throw new Error('expected PAGE_FILES in tab.js');
  return [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name);
}

async function allow(file, scripts) {
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const matches = ['http://127.0.0.1/*'];
  manifest.host_permissions = matches;
  manifest.content_scripts = [{ matches, js: [...scripts, 'bench-peers.js', 'bench-in-page.js'], run_at: 'document_idle' }];
  await writeFile(file, JSON.stringify(manifest));
}
