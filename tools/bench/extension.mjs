// Makes the extension that is measured: made as the built one, with the bench's scripts beside its own and leave to run
// on the pages of the loopback server.

import { build } from 'esbuild';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { makeExtension, SOURCE } from '../package/make.mjs';
import { ROOT } from '../product.mjs';

const BENCH = path.join(ROOT, 'tools/bench');
/**
 * The pages of the loopback server, with both schemes, unlike a site's pattern: the extension gives back what it may read
 * of a site that is not in its settings, which Firefox lets it do with what the manifest asks for, too.
 */
export const MATCHES = ['*://127.0.0.1/*'];

/** @param {string} browser */
export async function benchExtension(browser) {
  const folder = path.join(ROOT, 'target/bench', browser);
  const at = (name) => path.join(folder, name);
  const source = path.join(ROOT, 'target/bench', `${browser}-source`);
  await sourceWithBench(source, path.join(ROOT, 'target/bench/core'));
  await makeExtension(browser, folder, source);
  await cp(path.join(BENCH, 'in-page.js'), at('bench-in-page.js'));
  await build({
    entryPoints: [path.join(BENCH, 'peers.js')],
    outfile: at('bench-peers.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    logLevel: 'error',
  });
  await allow(at('manifest.json'));
  return folder;
}

/**
 * The extension's source with the core that has the bench's stages, and a host that times it.
 *
 * @param {string} folder
 * @param {string} core the folder of that core
 */
export async function sourceWithBench(folder, core) {
  const at = (name) => path.join(folder, name);
  await rm(folder, { recursive: true, force: true });
  await cp(SOURCE, folder, { recursive: true });
  await cp(core, at('core'), { recursive: true });
  await rename(at('background/host.js'), at('background/host-plain.js'));
  await cp(path.join(BENCH, 'host.js'), at('background/host.js'));
}

async function allow(file) {
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.host_permissions = MATCHES;
  manifest.content_scripts = [{ matches: MATCHES, js: ['page/page.js', 'bench-peers.js', 'bench-in-page.js'], run_at: 'document_idle' }];
  await writeFile(file, JSON.stringify(manifest));
}
