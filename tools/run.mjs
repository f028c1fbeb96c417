// run.mjs PAGE: opens a page in Chromium, presses the extension's toolbar button and
// keeps what comes of it in target/run/.

import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

import { ROOT } from './product.mjs';
import { ledgerLines } from './ledger.mjs';
import { serve } from './serve.mjs';

const OUT = path.join(ROOT, 'target/run');
const DISPLAY = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const QUIET = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** @param {string} profile */
function launch(profile) {
  const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: !DISPLAY,
    pipe: true,
    enableExtensions: [path.join(ROOT, 'dist/chromium')],
    userDataDir: profile,
    args: [...QUIET, ...rootFlags, ...(DISPLAY ? [] : ['--disable-gpu'])],
    // In a window, no bar that says that a program drives the browser.
    ignoreDefaultArgs: DISPLAY ? ['--enable-automation'] : [],
    defaultViewport: DISPLAY ? null : { width: 1200, height: 900 },
  });
}

/**
 * Serves a page and, where the browser that saved it put its pictures into a
 * folder beside it, that folder; nothing else that lies there.
 *
 * @param {string} file
 */
function servePage(file) {
  const { dir, base, name } = path.parse(path.resolve(file));
  const beside = `${name}_files${path.sep}`;
  return serve(dir, { only: (found) => found === base || found.startsWith(beside) });
}

/**
 * Presses the button and waits until popup and page have settled.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {import('puppeteer-core').Page} page
 */
async function pressButton(browser, page) {
  // The installation opens the first-run page in front.
  const welcome = await browser.waitForTarget((each) => each.url().endsWith('/welcome/welcome.html'));
  await (await welcome.page())?.close();
  await page.bringToFront();
  const [extension] = (await browser.extensions()).values();
  if (!extension) throw new Error('Chromium did not load the extension in dist/chromium');
  await page.triggerExtensionAction(extension);
  const target = await browser.waitForTarget((each) => each.url().endsWith('/popup/popup.html'));
  const popup = await target.asPage();
  await popup.waitForFunction(() => !['working', undefined].includes(document.body?.dataset.state));
  return popup;
}

/**
 * What the page's own half of the extension tells the popup.
 *
 * @param {import('puppeteer-core').Page} popup
 * @param {'view' | 'article'} type
 * @returns {Promise<any>} a View, or an ArticleReply
 */
function answerOf(popup, type) {
  return popup.evaluate(async (asked) => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.tabs.sendMessage(/** @type {number} */ (tab?.id), { to: 'page', type: asked });
  }, type);
}

/**
 * Presses “Copy article” and reads what is on the clipboard then. Where the popup
 * offers no copy, because the page is no article, its answer is the text.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {import('puppeteer-core').Page} page
 * @param {import('puppeteer-core').Page} popup
 */
async function copyArticle(browser, page, popup) {
  const offered = await popup.$eval('#copies', (copies) => !(/** @type {HTMLElement} */ (copies).hidden));
  if (!offered) return popup.$eval('#status', (status) => status.textContent ?? '');
  const origin = new URL(page.url()).origin;
  await browser.defaultBrowserContext().overridePermissions(origin, ['clipboard-read', 'clipboard-write']);
  await popup.click('#copy');
  await popup.waitForFunction(() => document.querySelector('#answer')?.textContent);
  await page.bringToFront();
  return page.evaluate(() => navigator.clipboard.readText());
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} address
 */
async function show(browser, address) {
  const [page = await browser.newPage()] = await browser.pages();
  await page.goto(address, { waitUntil: 'load' });
  await page.screenshot({ path: path.join(OUT, 'before.png'), fullPage: true });
  const popup = await pressButton(browser, page);
  await popup.screenshot({ path: path.join(OUT, 'popup.png') });
  /** @type {View} */
  const view = await answerOf(popup, 'view');
  /** @type {ArticleReply} */
  const { article } = await answerOf(popup, 'article');
  const text = await copyArticle(browser, page, popup);
  await page.screenshot({ path: path.join(OUT, 'after.png'), fullPage: true });
  await writeFile(path.join(OUT, 'clean.txt'), `${text}\n`);
  await writeFile(path.join(OUT, 'clean.md'), article?.markdown ?? '');
  console.log(`${text}\n\n${ledgerLines(view).join('\n')}`);
}

const file = process.argv[2];
if (!file) throw new Error('expected the path of a page');
await mkdir(OUT, { recursive: true });
const profile = await mkdtemp(path.join(os.tmpdir(), 'clean-copy-run-'));
// At the very end, however that comes: Ctrl+C ends a window that stays open.
process.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
const server = await servePage(file);
const browser = await launch(profile);
try {
  await show(browser, `${server.origin}/${encodeURIComponent(path.basename(file))}`);
  console.log(`\nWritten to ${path.relative(process.cwd(), OUT)}/: before.png, after.png, popup.png, clean.txt, clean.md`);
  if (DISPLAY) {
    console.log('The window stays open; close it to end.');
    await new Promise((resolve) => browser.once('disconnected', resolve));
  }
} finally {
  await browser.close();
  server.close();
}
