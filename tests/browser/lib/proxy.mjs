// A proxy that notes every request of a browser and lets through only those to this machine.

import http from 'node:http';

export class Proxy {
  #http;
  /** What was asked for, each as `METHOD address`. @type {string[]} */
  asked = [];

  static async start() {
    const proxy = new Proxy();
    proxy.#http = http.createServer((request, response) => proxy.#pass(request, response));
    // An encrypted connection: its host is all that can be known.
    proxy.#http.on('connect', ({ url }, socket) => {
      proxy.asked.push(`CONNECT ${url}`);
      socket.on('error', () => {});
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise((resolve) => proxy.#http.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** @returns {number} */
  get port() {
    return this.#http.address().port;
  }

  async close() {
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #pass(request, response) {
    this.asked.push(`${request.method} ${request.url}`);
    const { hostname, port, pathname, search } = new URL(request.url);
    if (!/^(127\.0\.0\.1|news\.test)$/.test(hostname)) {
      response.writeHead(502).end();
      return;
    }
    const asked = http.request({ host: '127.0.0.1', port, path: pathname + search, method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    asked.on('error', () => response.destroy());
    request.pipe(asked);
  }
}
