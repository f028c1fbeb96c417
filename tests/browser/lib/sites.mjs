// The site models in tests/sites/: each a frame of a site with its clutter, filled with one of several articles.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './paths.mjs';
import { openOptions } from './options.mjs';
import { until } from './until.mjs';

const FOLDER = path.join(ROOT, 'tests/sites');
/** The colour of what is watched for, and of nothing else: red, green, blue. */
export const WATCHED = [255, 0, 255];
/**
 * Once in hundreds of loads Firefox leaves what follows a script lying until more of the page comes, and draws no frame until
 * then. So many line ends follow the first part, one at a time, as long as the page does not ask for the rest.
 */
const DRIPS = 40;
const DRIP_MS = 500;

const articles = JSON.parse(readFileSync(path.join(FOLDER, 'articles.json'), 'utf8'));
const names = readdirSync(FOLDER).filter((file) => file.endsWith('.html')).map((file) => path.basename(file, '.html')).sort();

/** Every model: its host and the paths of its pages. */
export const SITES = names.map((name) => ({ name, host: `${name}.test`, pages: articles.map(({ slug }) => `/sites/${slug}`) }));
export const SITE_HOSTS = SITES.map(({ host }) => host);
export const patternOf = (host) => `http://${host}/*`;

/**
 * Serves the models, each under its host. A page comes in two parts: the second one follows when the page asks for it,
 * which it does after a few frames, or with `?held` when the test says so.
 *
 * @param {import('./server.mjs').Server} server
 * @returns {(host: string, selectors: string[]) => void} has the pages of a host watch from then on for what these name, and colour it
 */
export function serveSites(server) {
  const watched = new Map();
  /** What is still to be sent, by the number of the request. */
  const held = new Map();
  let requests = 0;
  server.route('sites', (url, response) => {
    const number = String(++requests);
    const [first, rest] = render(url, number, watched.get(url.hostname) ?? []).split('{{cut}}');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.write(first);
    held.set(number, dripping(response, rest));
  });
  server.route('rest', (url, response) => {
    const number = url.pathname.split('/').at(-1);
    held.get(number)?.();
    held.delete(number);
    response.writeHead(204).end();
  });
  return (host, selectors) => void watched.set(host, selectors);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} rest
 * @returns {() => void} sends the rest; the page is the same whenever that is
 */
function dripping(response, rest) {
  let drips = DRIPS;
  const timer = setInterval(() => void (drips > 0 && drips-- && response.write('\n')), DRIP_MS);
  response.once('close', () => clearInterval(timer));
  return () => {
    clearInterval(timer);
    response.end('\n'.repeat(drips) + rest);
  };
}

function render(url, number, selectors) {
  const at = articles.findIndex(({ slug }) => url.pathname.endsWith(slug));
  const others = articles.filter((_, place) => place !== at);
  const { title, byline, date, paragraphs } = articles[at];
  // A site that has changed may use the name of what was clutter for its article.
  const name = url.searchParams.get('renamed') ?? '';
  const texts = paragraphs.map((text) => `<p class="${name}">${text}</p>`);
  const values = {
    title,
    byline,
    date,
    first: texts.slice(0, 3).join('\n'),
    rest: texts.slice(3).join('\n'),
    related: others.map((other) => `<li><a href="/sites/${other.slug}">${other.title}</a></li>`).join('\n'),
    'other.title': others[0].title,
    'other.slug': `sites/${others[0].slug}`,
    probe: `<script>(${probe})(${number}, ${url.searchParams.has('held')}, ${JSON.stringify(selectors)})</script><style>${url.searchParams.get('style') ?? ''}</style>`,
  };
  if (selectors.length > 0) values.probe += `<style>${selectors.join()}{background:rgb(${WATCHED})!important}</style>`;
  const template = readFileSync(path.join(FOLDER, `${url.hostname.replace(/\.test$/, '')}.html`), 'utf8');
  return template.replace(/\{\{([\w.]+)\}\}/g, (whole, name) => values[name] ?? whole);
}

/**
 * Runs in the page from its first byte on: looks in every frame whether something is drawn that the selectors name, and
 * asks for the rest of the page after three frames.
 */
function probe(number, isHeld, selectors) {
  const seen = { frames: 0, times: [], painted: 0, sightings: 0, what: '', parsed: 0, marked: 0 };
  const isDrawn = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0;
  const look = () => {
    seen.frames++;
    seen.times.push(performance.now());
    const title = document.querySelector('h1');
    if (title && isDrawn(title)) seen.painted++;
    for (const selector of selectors) {
      if (![...document.querySelectorAll(selector)].some(isDrawn)) continue;
      seen.sightings++;
      seen.what = `${selector} in frame ${seen.frames}`;
    }
    if (seen.frames === 3 && !isHeld) void fetch(`/rest/${number}`);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  document.addEventListener('DOMContentLoaded', () => (seen.parsed = performance.now()));
  new MutationObserver((_, observer) => {
    seen.marked = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, attributeFilter: ['data-clean-copy'] });
  Object.assign(window, { seen, goOn: () => fetch(`/rest/${number}`) });
}

/** Waits in the page until it is clean and two more frames are drawn; gives what the probe saw. */
export async function seenWhenClean() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  while (!document.querySelector('[data-clean-copy]')) await frame();
  await frame();
  await frame();
  return window.seen;
}

/** What the probe saw once the whole page is there and three more frames are drawn. */
export async function seenWhenParsed() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  while (!window.seen.parsed) await frame();
  for (let more = 0; more < 3; more++) await frame();
  return window.seen;
}

/** Counts in the page how many pixels of a picture have a colour. */
export async function pixelsOf(picture, [red, green, blue]) {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) count++;
  return count;
}

/** Switches these sites on, as on the browser's page for that and in the settings. */
export async function switchOn(browser, hosts) {
  for (const host of hosts) await browser.permit(patternOf(host));
  await openOptions(browser);
  const keys = hosts.map((host) => `site:${patternOf(host)}`);
  await browser.evaluate((keys) => chrome.storage.sync.set(Object.fromEntries(keys.map((key) => [key, {}]))), keys);
  for (const host of hosts) await allow(browser, patternOf(host));
  await until('the sites to be registered', async () => {
    const matches = await registered(browser, 'always');
    return hosts.every((host) => matches.includes(patternOf(host)));
  });
}

/** Chromium gives a permission of its own page to the extension once that asks for it; there is no question then. */
async function allow(browser, pattern) {
  const row = `[data-pattern="${pattern}"]`;
  await until(`${pattern} to be listed`, () => browser.evaluate((row) => document.querySelector(row) !== null, row));
  const asks = () => browser.evaluate((button) => document.querySelector(button) !== null, `${row} .allow`);
  // The list is drawn anew at every change, also under the mouse.
  await until(`${pattern} to be allowed`, async () => {
    if (await asks()) await browser.click(`${row} .allow`);
    return !(await asks());
  });
}

/** Switches these sites off, as the settings do. */
export async function switchOff(browser, hosts) {
  await openOptions(browser);
  const off = (pattern) => chrome.runtime.sendMessage({ to: 'background', type: 'always', patterns: [pattern], on: false });
  for (const host of hosts) await browser.evaluate(off, patternOf(host));
}

/** The patterns of a registered script. The page under test must be one of the extension's. */
export const registered = (browser, id) =>
  browser.evaluate(async (id) => {
    const [script] = await chrome.scripting.getRegisteredContentScripts({ ids: [id] });
    return script?.matches ?? [];
  }, id);

/** What a recipe hides: its selectors. The page under test must be one of the extension's. */
export const selectorsFor = (browser, host) =>
  browser.evaluate(async (key) => {
    const stored = /** @type {Record<string, any>} */ (await chrome.storage.local.get(key));
    return (stored[key]?.hides ?? []).map(({ selector }) => selector);
  }, `recipe:${host}`);

/** Visits pages of a site, each until it is clean. */
export async function visit(browser, server, host, pages) {
  for (const page of pages) {
    await browser.open(server.url(page, host));
    await browser.evaluate(seenWhenClean);
  }
}

/** Visits two pages of each site, which must be on; afterwards the settings are open and each has a recipe that hides. */
export async function learnSites(browser, server, sites) {
  for (const { host, pages } of sites) await visit(browser, server, host, pages.slice(0, 2));
  await openOptions(browser);
  for (const { host } of sites) {
    await until(`a recipe for ${host}`, async () => (await registered(browser, 'learned')).includes(patternOf(host)));
  }
}
