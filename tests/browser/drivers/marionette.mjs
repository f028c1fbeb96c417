// A client of Marionette, Firefox's own remote protocol: JSON packets `length:[kind, id, error, result]` over a socket.

import net from 'node:net';

export class Marionette {
  #socket;
  #received = Buffer.alloc(0);
  #waiting = new Map();
  #lastId = 0;
  #greeted;
  #context = 'content';
  #sent = Promise.resolve();

  /** Connects to the Marionette server that listens on a loopback port. */
  static async connect(port) {
    const client = new Marionette();
    await new Promise((resolve, reject) => {
      client.#greeted = resolve;
      client.#socket = net.connect(port, '127.0.0.1');
      client.#socket.once('error', reject);
      client.#socket.on('data', (bytes) => client.#receive(bytes));
    });
    client.#socket.on('error', (error) => client.#fail(error));
    client.#socket.on('close', () => client.#fail(new Error('Firefox closed the connection')));
    return client;
  }

  /**
   * Sends one command and gives its result.
   *
   * @param {string} name
   * @param {object} [parameters]
   * @param {'content' | 'chrome'} [context] whether it means the page or the browser's own window
   */
  async command(name, parameters = {}, context = 'content') {
    // One after the other: a command means what the context is when it comes. Nobody waits for another's answer.
    const sent = this.#sent.then(() => this.#enter(context)).then(() => ({ answer: this.#send(name, parameters) }));
    this.#sent = sent.then(() => {}, () => {});
    const result = await (await sent).answer;
    return result !== null && typeof result === 'object' && 'value' in result ? result.value : result;
  }

  /** Most commands mean what the one before them meant, and a switch costs as much as a small command. */
  async #enter(context) {
    if (context === this.#context) return;
    await this.#send('Marionette:SetContext', { value: context });
    this.#context = context;
  }

  #send(name, parameters) {
    const id = ++this.#lastId;
    if (this.#socket.destroyed) throw new Error(`${name}: Firefox has gone`);
    const packet = JSON.stringify([0, id, name, parameters]);
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { name, resolve, reject }));
    this.#socket.write(`${Buffer.byteLength(packet)}:${packet}`);
    return answer;
  }

  close() {
    this.#socket.destroy();
  }

  #receive(bytes) {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.subarray(0, colon).toString());
      if (this.#received.length < end) return;
      this.#dispatch(JSON.parse(this.#received.subarray(colon + 1, end).toString()));
      this.#received = this.#received.subarray(end);
    }
  }

  #dispatch(packet) {
    // The greeting is the one packet that is not a list.
    if (!Array.isArray(packet)) return this.#greeted();
    const [, id, error, result] = packet;
    const { name, resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new Error(`${name}: ${error.error}: ${error.message}`));
    else resolve(result);
  }

  #fail(error) {
    for (const { name, reject } of this.#waiting.values()) {
      reject(new Error(`${name}: no answer`, { cause: error }));
    }
    this.#waiting.clear();
  }
}
