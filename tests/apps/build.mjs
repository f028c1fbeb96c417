// Builds the applications with the real frameworks into target/apps/, in their production form, and renders their first
// page as a server does.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';
import { compile } from 'svelte/compiler';

import { PATHS } from './content.js';

const HERE = import.meta.dirname;
export const TARGET = path.resolve(HERE, '../../target/apps');
export const APPS = ['plain', 'react', 'svelte', 'vue'];

/** @param {"client" | "server"} generate */
const svelte = (generate) => ({
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path: file }) => {
      const { js } = compile(await readFile(file, 'utf8'), { filename: file, generate, dev: false });
      return { contents: js.code, resolveDir: path.dirname(file) };
    });
  },
});

const shared = (generate) => ({
  absWorkingDir: HERE,
  bundle: true,
  logLevel: /** @type {const} */ ('warning'),
  plugins: [svelte(generate)],
  define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true' },
});

/**
 * Runs in the page before anything else: notes errors, loads of the frame, and holds the application back with `?late`
 * until the page is clean.
 */
function start(first) {
  Object.assign(window, { errors: [], loads: 0 });
  const note = (what) => window.errors.push(String(what));
  window.addEventListener('error', ({ message }) => note(message));
  window.addEventListener('unhandledrejection', ({ reason }) => note(reason));
  for (const level of ['error', 'warn']) console[level] = note;
  document.addEventListener('load', ({ target }) => target instanceof HTMLIFrameElement && window.loads++, true);
  window.begin = (hydrate) => {
    const isLate = location.search === '?late';
    if (isLate && !document.querySelector('[data-clean-copy]')) requestAnimationFrame(() => window.begin(hydrate));
    else hydrate(document.getElementById('root'), first);
  };
}

const page = (name, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
<meta property="og:type" content="article"><script>(${start})(${JSON.stringify(PATHS[0])})</script></head>
<body><div id="root">${body}</div><script src="/apps/${name}.js"></script></body></html>`;

/** @param {string} name */
async function buildApp(name) {
  const server = path.join(TARGET, `${name}.server.mjs`);
  const entry = name === 'svelte' ? './svelte-server.js' : `./${name}.js`;
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  await build({ ...shared('server'), entryPoints: [entry], outfile: server, platform: 'node', format: 'esm', banner });
  const contents = `import { hydrate } from './${name}.js'; window.begin(hydrate);`;
  await build({ ...shared('client'), stdin: { contents, resolveDir: HERE }, outfile: path.join(TARGET, `${name}.js`), minify: true, conditions: ['browser'] });
  const { render } = await import(pathToFileURL(server).href);
  await writeFile(path.join(TARGET, `${name}.html`), page(name, await render(PATHS[0])));
}

/** Builds all of them. */
export async function buildApps() {
  await Promise.all(APPS.map(buildApp));
}
