// A screen without glass: Xvfb with a window manager, and the hands (xdotool) that press real keys on it.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { atExit, killGroup, spawnBound } from '../lib/cleanup.mjs';
import { until } from '../lib/until.mjs';

/** Longer than the pause between two pictures of any animation of the browser's own windows. */
const STILL_MS = 250;
const KEY_TIMEOUT_MS = 800;
/** A menu that has not come by then never does. */
const MENU_MS = 4000;
const RIGHT_BUTTON = '3';
/** The size of an entry of the colour table, and of a pixel, in Xvfb's picture file. */
const COLOUR_BYTES = 12;
const PIXEL_BYTES = 4;

const run = promisify(execFile);

export class Display {
  #folder;
  #children = [];
  #forget = [];
  /** @type {string} */
  name;

  static async start({ width = 1000, height = 900 } = {}) {
    const display = new Display();
    display.#folder = await mkdtemp(path.join(os.tmpdir(), 'clean-copy-display-'));
    // Xvfb takes the first free number and writes it to descriptor 3.
    const screen = ['-screen', '0', `${width}x${height}x24`, '-fbdir', display.#folder];
    const server = display.#spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', ...screen]);
    const number = await new Promise((resolve, reject) => {
      server.stdio[3].once('data', (text) => resolve(String(text).trim()));
      server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}: are xvfb, openbox and xdotool installed?`)));
    });
    display.name = `:${number}`;
    display.#spawn('openbox', []);
    return display;
  }

  #spawn(command, parameters) {
    const env = { ...process.env, ...(this.name && { DISPLAY: this.name }) };
    const child = spawnBound(command, parameters, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], env });
    this.#children.push(child);
    this.#forget.push(atExit(() => killGroup(child)));
    return child;
  }

  async #tool(command, ...parameters) {
    const { stdout } = await run(command, parameters, { env: { ...process.env, DISPLAY: this.name } });
    return stdout;
  }

  /** Presses keys, each in xdotool's notation: `Return`, `ctrl+shift+y`. */
  async keys(...keys) {
    await this.#tool('xdotool', 'key', '--delay', '30', ...keys);
  }

  /** Opens the context menu of a place, which is a window of its own, and tells how many there are without it. */
  async openMenu(x, y) {
    const before = (await this.windows()).length;
    // A page that has just come takes no click yet.
    await until('the context menu', async () => {
      await this.#tool('xdotool', 'mousemove', String(x), String(y), 'click', RIGHT_BUTTON);
      return until('a menu', async () => (await this.windows()).length > before, { timeout: MENU_MS });
    });
    return before;
  }

  /** The windows that are on the screen now: menus and prompts are windows too. */
  async windows() {
    const found = await this.#tool('xdotool', 'search', '--onlyvisible', '--name', '').catch(() => '');
    return found.split('\n').filter(Boolean);
  }

  /** The screen as Xvfb keeps it in a file: a header of 32-bit numbers, a table of colours, then the pixels. */
  async #frame() {
    const file = await readFile(path.join(this.#folder, 'Xvfb_screen0'));
    const number = (at) => file.readUInt32BE(at * 4);
    const [headerSize, bytesPerLine, colours] = [number(0), number(12), number(19)];
    return { pixels: file.subarray(headerSize + colours * COLOUR_BYTES), bytesPerLine };
  }

  /** The colour of one pixel. */
  async colour(x, y) {
    const { pixels, bytesPerLine } = await this.#frame();
    return pixels.readUInt32BE(y * bytesPerLine + x * PIXEL_BYTES);
  }

  /** Whether a colour is to be seen in the rows down to `bottom`: `[red, green, blue]`, give or take a little. */
  async shows([red, green, blue], bottom) {
    const { pixels, bytesPerLine } = await this.#frame();
    const near = (one, other) => Math.abs(one - other) < 12;
    for (let at = 0; at < bottom * bytesPerLine; at += PIXEL_BYTES) {
      // Blue comes first.
      if (near(pixels[at], blue) && near(pixels[at + 1], green) && near(pixels[at + 2], red)) return true;
    }
    return false;
  }

  /** Stands for everything on the screen: two equal ones are two equal pictures. */
  async picture() {
    const { pixels } = await this.#frame();
    return createHash('sha1').update(pixels).digest('hex');
  }

  /** Waits until nothing on the screen has moved for a while: what fades in takes no keys yet. */
  async still() {
    let last;
    let since;
    await until('the screen to stand still', async () => {
      const picture = await this.picture();
      if (picture !== last) [last, since] = [picture, Date.now()];
      return Date.now() - since >= STILL_MS;
    });
  }

  /** Presses keys, again if need be, until the screen shows that they were taken: fresh windows drop the first ones. */
  async keysTaken(...keys) {
    await this.still();
    const before = await this.picture();
    const changed = async () => (await this.picture()) !== before;
    await until(`the screen to change after ${keys.join(' ')}`, async () => {
      await this.keys(...keys);
      return until('a change', changed, { timeout: KEY_TIMEOUT_MS });
    });
  }

  async close() {
    for (const child of this.#children.reverse()) killGroup(child);
    for (const forget of this.#forget) forget();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
