// What tests do to pages that go on living after they were cleaned.

import { until } from './until.mjs';

/** Is the element there, and not to be seen? */
export const isUnseen = (id) => {
  const element = document.getElementById(id);
  return element !== null && !element.checkVisibility();
};

/** Is it there, and to be seen? */
export const isSeen = (id) => document.getElementById(id)?.checkVisibility() === true;

/** Puts markup into the page, as its own scripts do. */
export const addMarkup = (selector, markup) => document.querySelector(selector).insertAdjacentHTML('beforeend', markup);

/** A block that says by its words what it is. */
export const promo = (id) =>
  `<p class="promo" id="${id}"><strong>Also on example.com</strong> <a href="/ferry">Ferry to the outer islands runs again</a></p>`;

/** Paragraphs that belong to the article. */
export const prose = (id) =>
  `<p id="${id}">The harbour master, who has kept the log of the lamp since the spring, wrote that it failed only twice, and that both times a fuse had been the cause of it.</p>`;

/** A banner that lies over the page and asks for consent. */
export const consent = (id) =>
  `<div id="${id}" class="cookie-consent" role="dialog" style="position:fixed;inset:auto 0 0 0;height:240px;background:#fff;z-index:99">
    <p>We and our partners use cookies to store and access information on your device. You can accept or reject all cookies.</p>
    <button type="button">Accept all</button><button type="button">Reject all</button></div>`;

export const hides = (browser, id) => until(`#${id} to be hidden`, () => browser.evaluate(isUnseen, id));
export const shows = (browser, id) => until(`#${id} to be shown`, () => browser.evaluate(isSeen, id));

/** Waits for some frames to be drawn: what is to be done before a frame has been done then. */
export const frames = (browser, count = 3) =>
  browser.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);

/** How much of the page's time watching it has taken, in milliseconds: `{ spent, of }`. */
export async function load(popup) {
  const { report } = await popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['/page/report.js', '/page/page.js'] });
    return chrome.tabs.sendMessage(tab.id, { to: 'page', type: 'report', named: false }, { frameId: 0 });
  });
  return JSON.parse(report).watching;
}

/** Waits until the page has done all that was asked of it: a copy comes after that, and hides nothing. */
export async function atRest(browser) {
  await browser.command('copy');
  await until('the article to be copied', async () => (await browser.buttonState()).badge === '✓');
}
