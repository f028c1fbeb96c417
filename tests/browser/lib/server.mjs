// A loopback server: the fixture pages, pages that a test makes itself, the playground.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';

import { ROOT } from './paths.mjs';

/** What a careful news site sends: no foreign code, no strings turned into markup. */
export const STRICT_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
};

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

export class Server {
  #http;
  #made = new Map();
  #answers = new Map();
  /** How often anything was asked for. */
  requests = 0;
  #folders = new Map([['pages', path.join(ROOT, 'tests/pages')]]);

  static async start() {
    const server = new Server();
    server.#http = http.createServer((request, response) => server.#answer(request, response));
    await new Promise((resolve) => server.#http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** Serves a folder under `/name/`. */
  folder(name, directory) {
    this.#folders.set(name, directory);
    return this.url(`/${name}/`);
  }

  /**
   * The address of a fixture page; `strict` adds the headers of a careful site.
   *
   * @param {string} slug
   * @param {{ host?: string, strict?: boolean }} [where]
   */
  fixture(slug, { host, strict = false } = {}) {
    return this.url(`/pages/${slug}/page.html${strict ? '?strict' : ''}`, host);
  }

  /**
   * Serves a page that the test made.
   *
   * @param {string | Buffer} body
   * @param {{ type?: string, headers?: Record<string, string>, host?: string }} [options]
   */
  page(body, { type = 'text/html; charset=utf-8', headers = {}, host } = {}) {
    const name = `/made/${this.#made.size}`;
    this.#made.set(name, { body, headers: { 'content-type': type, ...headers } });
    return this.url(name, host);
  }

  /**
   * Has a function answer what lies under `/name/`.
   *
   * @param {string} name
   * @param {(url: URL, response: import('node:http').ServerResponse) => void} answer
   */
  route(name, answer) {
    this.#answers.set(name, answer);
  }

  url(pathname, host = '127.0.0.1') {
    return `http://${host}:${this.#http.address().port}${pathname}`;
  }

  async close() {
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  async #answer(request, response) {
    this.requests++;
    const url = new URL(request.url, `http://${request.headers.host}`);
    const answer = this.#answers.get(url.pathname.split('/')[1]);
    if (answer) return answer(url, response);
    const made = this.#made.get(url.pathname);
    if (made) {
      response.writeHead(200, made.headers).end(made.body);
      return;
    }
    const file = await this.#find(decodeURIComponent(url.pathname));
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const headers = { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' };
    response.writeHead(200, url.searchParams.has('strict') ? { ...headers, ...STRICT_HEADERS } : headers);
    createReadStream(file).pipe(response);
  }

  async #find(pathname) {
    const [, name, ...rest] = pathname.split('/');
    const folder = this.#folders.get(name);
    if (!folder) return undefined;
    const wanted = path.join(folder, ...rest);
    if (!wanted.startsWith(folder)) return undefined;
    const found = await stat(wanted).catch(() => undefined);
    if (found?.isDirectory()) return this.#find(`${pathname.replace(/\/?$/, '/')}index.html`);
    return found?.isFile() ? wanted : undefined;
  }
}
