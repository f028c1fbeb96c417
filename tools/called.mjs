// Says what of a module the extension calls, for `wasm-metadce`, which leaves out the rest.
//
// Usage: node tools/called.mjs CORE_FOLDER
//
// Prints the module's exports as roots, without the functions of `core.js` that no script of extension/ imports: the
// playground and sites that embed the core have more uses for it.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The exports that are to stay, in the module's order.
 * @param {string[]} exported of the module: functions of `core.js` bear the same name there, the rest is between the two
 * @param {string} glue `core.js`
 * @param {string[]} scripts the extension's
 */
export function called(exported, glue, scripts) {
  const imports = scripts.flatMap((script) => [...script.matchAll(/^import [^;{}]*\{([^}]*)\} from '[./]+\/core\/core\.js'/gm)]);
  const asked = new Set(imports.flatMap(([, names = '']) => names.split(',').map((name) => name.trim().split(' ')[0])));
  const offered = new Set([...glue.matchAll(/^export function (\w+)\(/gm)].map(([, name]) => name));
  return exported.filter((name) => asked.has(name) || !offered.has(name));
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function scriptsIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js') && !file.startsWith('core'));
  return files.map((file) => readFileSync(path.join(folder, file), 'utf8'));
}

if (process.argv[1] === import.meta.filename) {
  const [, , core = ''] = process.argv;
  const module = new WebAssembly.Module(readFileSync(path.join(core, 'core_bg.wasm')));
  const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
  const kept = called(exported, readFileSync(path.join(core, 'core.js'), 'utf8'), scriptsIn('extension'));
  console.log(JSON.stringify(kept.map((name) => ({ name, export: name, root: true }))));
}
