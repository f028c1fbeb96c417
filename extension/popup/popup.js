// The popup: its first act is to have the tab cleaned, then it shows what went.

import { copyToClipboard } from '../shared/copy.js';
import { coreOptions } from '../shared/core-options.js';
import { part, translate } from '../shared/parts.js';
import { writePrivateStrength } from '../shared/private.js';
import { patternOf, readSettings, writeSiteStrength, writeStrength } from '../shared/settings.js';
import { askFor, isAlways } from '../shared/sites.js';
import { askPage } from '../shared/tab.js';
import { counted, sentence, unsavedSentence, word } from '../shared/words.js';
import { pinOf, readKept, switchPin } from './keep.js';
import { showLedger } from './ledger.js';
import { listenForMore } from './more.js';
import { createPointing } from './pointing.js';

/** States in which cleaning once more may help. */
const AGAIN = ['idle', 'restored', 'page-changed', 'unreadable', 'core-failed'];
/** States of pages in which no picker can be opened. */
const OUT_OF_REACH = ['not-a-page', 'not-allowed', 'file-blocked'];

const status = part('status', HTMLParagraphElement);
const answer = part('answer', HTMLParagraphElement);
const always = part('always', HTMLInputElement);

/** @type {chrome.tabs.Tab | undefined} */
let tab;
/** @type {View | undefined} */
let view;
/** What the page was asked last. @type {Promise<unknown>} */
let asked = Promise.resolve();
/** One pin after the other: the next may be pressed while what the last one turns is still being shown. */
let pressed = Promise.resolve();
const about = () => ({ tabId: tab?.id, view });
const point = createPointing(about);

translate();
void chrome.runtime.sendMessage({ to: 'background', type: 'warm' }).catch(() => {});
void open();

async function open() {
  status.textContent = word('working');
  listen();
  [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const cleaning = ask({ to: 'page', type: 'clean' });
  await Promise.all([cleaning, showSite(), readKept(tab ?? {}).catch(() => {})]);
  // What is kept is known now.
  if (view) showRows(view);
}

/**
 * @param {PageMessage} message
 */
async function ask(message) {
  if (!tab?.id) return;
  const next = askPage(tab.id, message, view?.frameId);
  asked = next;
  show(await next);
  answer.textContent = '';
}

/**
 * What the page does by itself while the popup is open: the rest of it has come, more blocks have.
 * @param {BackgroundMessage} message which the button is told by
 * @param {chrome.runtime.MessageSender} sender
 */
async function follow(message, sender) {
  if (message.type !== 'badge' || sender.id !== chrome.runtime.id || !tab?.id || sender.tab?.id !== tab.id) return;
  // What was asked brings its own answer.
  await asked;
  if (message.state === view?.state && message.count === view.count) return;
  show(await askPage(tab.id, { to: 'page', type: 'view' }, view?.frameId));
}

async function openOptions() {
  await chrome.runtime.openOptionsPage();
  window.close();
}

function listen() {
  for (const type of /** @type {const} */ (['restore', 'clean'])) part(type, HTMLButtonElement).addEventListener('click', () => ask({ to: 'page', type }));
  part('copy', HTMLButtonElement).addEventListener('click', () => copy('rich'));
  for (const format of /** @type {const} */ (['markdown', 'text', 'title'])) part(`copy-${format}`, HTMLButtonElement).addEventListener('click', () => copy(format));
  listenForMore(about, (words) => (answer.textContent = words));
  for (const id of ['options', 'held']) part(id, HTMLButtonElement).addEventListener('click', openOptions);
  part('strength', HTMLFieldSetElement).addEventListener('change', chooseStrength);
  chrome.runtime.onMessage.addListener((message, sender) => void follow(message, sender));
  always.addEventListener('change', () => switchAlways(always.checked));
}

/**
 * @param {View} next
 */
function show(next) {
  const focused = document.activeElement;
  view = next;
  const { state, ledger, share, article } = next;
  document.body.dataset.state = state;
  status.textContent = summary(next);
  status.title = next.detail ?? '';
  showShare(state === 'cleaned' ? share : 0);
  part('restore', HTMLButtonElement).hidden = ledger.length === 0;
  part('clean', HTMLButtonElement).hidden = !AGAIN.includes(state);
  part('copies', HTMLElement).hidden = !article?.excerpts.length || state === 'not-an-article';
  part('pick', HTMLButtonElement).hidden = OUT_OF_REACH.includes(state);
  part('ledger-section', HTMLElement).hidden = ledger.length === 0;
  showRows(next);
  showHeld(next.held);
  if (focused !== document.body) keepFocus();
  void showStrength(next.strength);
}

/** A focus whose part went, such as Restore, is with the button that took over. */
function keepFocus() {
  const now = document.activeElement;
  if (now && now !== document.body && now.checkVisibility()) return;
  const buttons = ['restore', 'clean', 'options'].map((id) => part(id, HTMLButtonElement));
  buttons.find((button) => button.checkVisibility())?.focus();
}

/**
 * @param {View} shown
 */
function showRows({ ledger }) {
  showLedger(part('ledger', HTMLDivElement), ledger, { point, toggle, pinOf, press: (row, pin) => void (pressed = pressed.then(() => press(row, pin)).catch(() => {})) });
}

/**
 * @param {number} count
 */
function showHeld(count) {
  const note = part('held', HTMLButtonElement);
  note.hidden = count === 0;
  note.textContent = count > 0 ? counted('heldHere', count) : '';
}

/**
 * @param {View} shown
 */
function summary({ state, count, ledger }) {
  if (state === 'cleaned' && count === 0) return uncounted(ledger);
  if (state === 'cleaned') return counted('hidden', count);
  // The reader's own rules and picks are followed also where the clean is refused.
  const said = state === 'too-much' && ledger.length > 0 ? word('refusedButYours') : sentence(state);
  return count > 0 ? word('stateWithCount', said, counted('hidden', count)) : said;
}

/**
 * What to say of a page where no block is hidden.
 * @param {LedgerRow[]} ledger
 */
function uncounted(ledger) {
  if (ledger.some((row) => /unlock|unfold/.test(row.action) && !row.shown)) return word('unlocked');
  if (ledger.some((row) => row.action === 'mute' && !row.shown)) return word('muted');
  return ledger.length > 0 ? sentence('restored') : sentence('nothing');
}

/**
 * @param {number} share
 */
function showShare(share) {
  const line = part('share', HTMLParagraphElement);
  const meter = part('meter', HTMLDivElement);
  line.hidden = meter.hidden = share < 0.005;
  const percent = share.toLocaleString(document.documentElement.lang, { style: 'percent' });
  line.textContent = word('share', percent);
  const bar = /** @type {HTMLElement} */ (meter.firstElementChild);
  bar.style.width = `${Math.round((1 - share) * 100)}%`;
}

/**
 * @param {Strength | null} strength
 */
async function showStrength(strength) {
  const chosen = strength ?? (await coreOptions(view?.url ?? tab?.url, tab?.incognito)).strength;
  part(`strength-${chosen}`, HTMLInputElement).checked = true;
  const choice = part('strength', HTMLFieldSetElement);
  const { managed } = await readSettings();
  choice.disabled = Boolean(managed.strength ?? managed.sites?.[patternOf(view?.url ?? tab?.url) ?? '']?.strength);
  choice.title = choice.disabled ? word('managed') : '';
}

/**
 * On a site that the reader has always cleaned the choice is for that site, else
 * for all others; in private windows for all that is private.
 * @param {Strength} strength
 */
async function keepStrength(strength) {
  const pattern = patternOf(view?.url ?? tab?.url);
  if (tab?.incognito) return writePrivateStrength(strength);
  if (!pattern || !(await isAlways(pattern))) return writeStrength(strength);
  // What is stored of a site that an administrator set counts for nothing.
  const isManaged = pattern in ((await readSettings()).managed.sites ?? {});
  return isManaged ? writeStrength(strength) : writeSiteStrength(pattern, strength);
}

/**
 * @param {Event} event
 */
async function chooseStrength({ target }) {
  const strength = /** @type {Strength} */ (/** @type {HTMLInputElement} */ (target).value);
  const trouble = keepStrength(strength).then(() => '', unsavedSentence);
  await ask({ to: 'page', type: 'clean', strength });
  answer.textContent = await trouble;
}

/**
 * @param {CopyFormat} format
 */
async function copy(format) {
  // The same sentence once more is said again only if it was gone.
  answer.textContent = '';
  const { article, state = 'core-failed' } = format === 'title' ? { article: view?.article } : await written();
  const copied = article && (await copyToClipboard(article, format));
  const said = format === 'title' ? 'copiedTitle' : 'copied';
  answer.textContent = article ? word(copied ? said : 'notCopiedHere') : sentence(state);
}

/** @returns {Promise<ArticleReply>} the article with its texts, which no view brings along */
async function written() {
  if (!tab?.id) return { article: null };
  return askPage(tab.id, { to: 'page', type: 'article' }, view?.frameId);
}

/**
 * What is shown again is framed as long as the reader points there: a click may come without.
 * @param {number} index
 */
function toggle(index) {
  point(index);
  void ask({ to: 'page', type: 'show', index });
}

/**
 * A block that is kept is seen again at once, one that is not kept any more goes;
 * so do all that the same rule hides.
 * @param {LedgerRow} row
 * @param {Pin} pin
 */
async function press(row, pin) {
  point(row.index);
  const now = view?.ledger.find((each) => each.index === row.index) ?? row;
  const others = view?.ledger.filter((other) => other.index !== row.index && pinOf(other)?.line === pin.line) ?? [];
  try {
    await switchPin(pin);
  } catch (error) {
    answer.textContent = unsavedSentence(error);
    return;
  }
  // The page goes to what it was told last.
  const turned = [...others, now].filter(({ shown }) => shown === pin.set);
  for (const { index } of turned) await ask({ to: 'page', type: 'show', index });
  if (turned.length === 0 && view) showRows(view);
}

async function showSite() {
  const pattern = patternOf(tab?.url);
  always.disabled = !pattern;
  part('site', HTMLSpanElement).textContent = pattern ? new URL(tab?.url ?? '').host : word('alwaysOff');
  always.checked = pattern !== null && (await isAlways(pattern, tab?.incognito));
}

/**
 * @param {boolean} on
 */
async function switchAlways(on) {
  const pattern = patternOf(tab?.url);
  if (!pattern) return;
  answer.textContent = '';
  if (on && !(await askFor([pattern], tab?.incognito))) {
    always.checked = false;
    answer.textContent = word('alwaysRefused');
    return;
  }
  const message = { to: 'background', type: 'always', patterns: [pattern], on, isPrivate: tab?.incognito };
  /** @type {Partial<SaveReply>} */
  const reply = await chrome.runtime.sendMessage(message).catch(() => ({}));
  // Switched off, the site's pages are as they were.
  if (!on) await ask({ to: 'page', type: 'view' });
  if (reply.saved) return;
  answer.textContent = unsavedSentence(reply);
  await showSite();
}
