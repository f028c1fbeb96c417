// A small file server for this machine alone. As a program: serve.mjs FOLDER PORT.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder on the loopback interface.
 *
 * @param {string} folder
 * @param {{ port?: number, only?: (name: string) => boolean }} [options] port 0, the
 *   default, takes any free one; `only` says which files may be had, by their path
 *   in the folder
 */
export async function serve(folder, { port = 0, only = () => true } = {}) {
  const root = path.resolve(folder);
  const server = createServer(async (request, response) => {
    const file = await fileFor(root, request.url ?? '/');
    if (!file || !only(path.relative(root, file))) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
      return;
    }
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * The file behind an address, if it lies in the folder.
 *
 * @param {string} root
 * @param {string} address
 * @returns {Promise<string | undefined>}
 */
async function fileFor(root, address) {
  const pathname = new URL(address, 'http://127.0.0.1').pathname;
  let file;
  try {
    file = path.join(root, decodeURIComponent(pathname));
  } catch {
    return undefined;
  }
  if (file !== root && !file.startsWith(root + path.sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return fileFor(root, `${pathname.replace(/\/?$/, '/')}index.html`);
  return found?.isFile() ? file : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder = '.', port = '0'] = process.argv.slice(2);
  const { origin } = await serve(folder, { port: Number(port) });
  console.log(`Serving ${folder}/ at ${origin}/ (Ctrl+C ends it)`);
}
