// The playground: takes a page, lets the core clean it, and shows what became of it.

import start, { cleanPlain } from './core/core.js';
import { drawLedger, drawReasons } from './ledger.js';
import { clean, normalise, show } from './page.js';
import { fetchSample, isHtml, listSamples, onDrop, readFile } from './source.js';
import { spotlight } from './spot.js';
import { counted, outcomeWords, textElement } from './words.js';

/**
 * @template {HTMLElement} E
 * @param {string} id
 * @param {new () => E} kind
 * @returns {E}
 */
function find(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page lacks #${id}.`);
  return element;
}

const form = find('input', HTMLFormElement);
const source = find('source', HTMLTextAreaElement);
const address = find('address', HTMLInputElement);
const sample = find('sample', HTMLSelectElement);
const file = find('file', HTMLInputElement);
const status = find('status', HTMLElement);
const result = find('result', HTMLElement);
const before = find('before', HTMLIFrameElement);
const after = find('after', HTMLIFrameElement);
const restore = find('restore', HTMLButtonElement);
const spot = spotlight(before, find('spot', HTMLElement));

/** What hides blocks in the page after, or nothing while that is restored.
 * @type {ReturnType<typeof clean> | undefined} */
let applied;

/** Counts the pages taken, so that one that loads slowly can't replace a later one. */
let turn = 0;

/**
 * @param {string} text
 * @param {boolean} [trouble]
 */
function say(text, trouble = false) {
  status.textContent = text;
  status.classList.toggle('trouble', trouble);
}

/**
 * Runs an action of the user's and tells what goes wrong.
 * @param {() => Promise<void> | void} action
 */
async function attempt(action) {
  try {
    await action();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), true);
  }
}

const strength = () => (new FormData(form).get('strength') === 'focus' ? 'focus' : 'tidy');

async function run() {
  const text = source.value;
  if (text.trim() === '') {
    say('Paste a page first, open a file, or take a sample.');
    source.focus();
    return;
  }
  say('Cleaning…');
  restorePage();
  if (isHtml(text)) await runPage(text);
  else runPlain(text);
}

/** @param {string} text */
async function runPage(text) {
  const mine = ++turn;
  const html = normalise(text);
  showKind('page');
  await Promise.all([show(before, html), show(after, html)]);
  if (mine !== turn) return;
  spot.attach();
  cleanPage();
}

/** Cleans the page after with the strength that is set. */
function cleanPage() {
  const page = after.contentDocument;
  if (!page) return;
  const started = performance.now();
  applied = clean(page, { url: address.value || undefined, strength: strength() });
  const took = Math.round(performance.now() - started);
  const { outcome, hidden, share, article, elements } = applied.result;
  drawShare(share, 'of the visible text was not the article.');
  drawLines(hidden);
  drawFacts(article);
  drawCopies(article.text, article.markdown);
  drawRestore();
  const muted = hidden.filter(({ action }) => action === 'mute').length;
  const copies = muted > 0 ? ` and ${muted.toLocaleString('en')} kept out of copies` : '';
  say(`${outcomeWords(outcome)} ${counted(hidden.length - muted, 'block', 'blocks')} hidden${copies}, of ${counted(elements, 'element', 'elements')}, in ${took} ms.`);
}

/** @param {string} text */
function runPlain(text) {
  turn++;
  const plain = cleanPlain(text);
  showKind('plain');
  find('plain-before', HTMLElement).textContent = text;
  find('plain-after', HTMLElement).textContent = plain.text;
  drawShare(text.length > 0 ? 1 - plain.text.length / text.length : 0, 'of the text was not the article.');
  drawLines(plain.removed.map(({ line, reason, evidence }) => ({ text: line, reason, evidence })));
  drawFacts({});
  drawCopies(plain.text, null);
  say(`${counted(plain.removed.length, 'line', 'lines')} removed.`);
}

/** @param {'page' | 'plain'} kind */
function showKind(kind) {
  result.hidden = false;
  for (const frame of [before, after, restore, find('ledger-hint', HTMLElement)]) frame.hidden = kind === 'plain';
  for (const id of ['plain-before', 'plain-after']) find(id, HTMLElement).hidden = kind === 'page';
}

/**
 * @param {number} share
 * @param {string} words
 */
function drawShare(share, words) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  find('share-number', HTMLElement).textContent = `${percent} %`;
  find('share-words', HTMLElement).textContent = words;
  find('share-bar', HTMLElement).style.setProperty('--share', `${percent}%`);
}

/** @param {import('./ledger.js').Line[]} lines */
function drawLines(lines) {
  spot.clear();
  find('ledger-count', HTMLElement).textContent = String(lines.length);
  drawReasons(find('reasons', HTMLElement), lines);
  drawLedger(find('ledger', HTMLElement), lines, spot);
}

/** @param {Partial<import('./core/core.js').Article>} article */
function drawFacts(article) {
  const rows = { Headline: article.title, 'Written by': article.byline, Published: article.published, Site: article.site, Language: article.language };
  const told = Object.entries(rows).filter(([, value]) => value);
  find('facts', HTMLElement).replaceChildren(...told.flatMap(([name, value]) => [textElement('dt', name), textElement('dd', value ?? '')]));
}

/**
 * @param {string} text
 * @param {string | null} markdown
 */
function drawCopies(text, markdown) {
  find('text', HTMLElement).textContent = text;
  find('markdown', HTMLElement).textContent = markdown;
  find('markdown-block', HTMLElement).hidden = markdown === null;
}

function drawRestore() {
  restore.textContent = applied ? 'Restore' : 'Clean again';
}

function restorePage() {
  const present = applied;
  applied = undefined;
  present?.restore();
  drawRestore();
}

/**
 * @param {string} text
 * @param {string} url
 */
function take(text, url = '') {
  source.value = text;
  address.value = url;
  return run();
}

function wire() {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(run);
  });
  for (const radio of form.querySelectorAll('input[name=strength]')) radio.addEventListener('change', () => attempt(changeStrength));
  sample.addEventListener('change', () => attempt(async () => {
    const chosen = sample.selectedOptions[0];
    if (chosen?.value) await take(await fetchSample(chosen.value), chosen.dataset.url);
  }));
  const open = (/** @type {File} */ chosen) => attempt(async () => take(await readFile(chosen)));
  file.addEventListener('change', () => file.files?.[0] && open(file.files[0]));
  onDrop(form, open);
  restore.addEventListener('click', () => attempt(applied ? restorePage : cleanPage));
  for (const button of document.querySelectorAll('.copy-button')) button.addEventListener('click', () => attempt(() => copy(button)));
}

function changeStrength() {
  find('strength-note', HTMLElement).textContent =
    strength() === 'focus' ? 'Leaves only the article, in the site’s own style.' : 'Hides the clutter; menus and footer stay.';
  if (result.hidden || after.hidden) return;
  restorePage();
  cleanPage();
}

/** @param {Element} button */
async function copy(button) {
  const which = button.getAttribute('data-copies') ?? '';
  await navigator.clipboard.writeText(find(which, HTMLElement).textContent ?? '');
  say('Copied.');
}

wire();
attempt(async () => {
  await Promise.all([start(), listSamples(sample, find('sample-field', HTMLElement))]);
  for (const button of form.querySelectorAll('button')) button.disabled = false;
  say('Ready.');
});
