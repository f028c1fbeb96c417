// The first-run page: the three uses, tried on a sample that the real core cleans in
// place. It asks for no permission and needs none: the sample is the extension's own.

import { applyTo } from '../core/core.js';
import { copyToClipboard } from '../shared/copy.js';
import { coreOptions } from '../shared/core-options.js';
import { make, part, translate } from '../shared/parts.js';
import { warm } from '../shared/warm.js';
import { counted, sentence, word, wordFor } from '../shared/words.js';

/** The address the sample pretends to have. */
const ADDRESS = 'https://www.example.com/harbour/light';

const frame = part('sample', HTMLIFrameElement);

/** @type {ReturnType<typeof applyTo> | undefined} */
let applied;
/** @type {Article | undefined} */
let article;

translate();
for (const id of ['press', 'try-clean']) part(id, HTMLButtonElement).addEventListener('click', () => void toggle());
part('try-copy', HTMLButtonElement).addEventListener('click', () => void copy());
part('options', HTMLButtonElement).addEventListener('click', () => void chrome.runtime.openOptionsPage());
void open();

async function open() {
  await Promise.all([warm(), sampleLoaded(), showKeys()]);
  // The sample's links lead nowhere.
  frame.contentDocument?.addEventListener('click', (event) => event.preventDefault(), true);
  document.body.dataset.state = 'ready';
}

function sampleLoaded() {
  const { contentDocument } = frame;
  const isThere = contentDocument?.readyState === 'complete' && contentDocument.URL.endsWith('sample.html');
  return isThere || new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
}

async function toggle() {
  if (applied) restore();
  else await clean().catch(tellTrouble);
}

function tellTrouble() {
  part('sample-status', HTMLElement).textContent = sentence('core-failed');
}

/** As the button does: with what the reader's settings say. */
async function clean() {
  const [options] = await Promise.all([coreOptions(ADDRESS), warm(), sampleLoaded()]);
  const page = frame.contentDocument;
  // Pressed twice before the core was there, it is cleaned once.
  if (!page || applied) return;
  applied = applyTo(page, page.documentElement.outerHTML, { url: ADDRESS, ...options });
  article = applied.result.article;
  show(applied.result.hidden);
}

function restore() {
  applied?.restore();
  applied = undefined;
  show([]);
}

/**
 * @param {{ action: Action, reason: string }[]} ledger
 */
function show(ledger) {
  const hidden = ledger.filter(({ action }) => action === 'hide');
  const isClean = applied !== undefined;
  part('press-icon', HTMLImageElement).src = `../icons/${isClean ? 'clean' : 'idle'}.svg`;
  part('press-count', HTMLElement).hidden = !isClean;
  part('press-count', HTMLElement).textContent = String(hidden.length);
  part('try-clean', HTMLButtonElement).textContent = word(isClean ? 'restore' : 'tryClean');
  part('sample-status', HTMLElement).textContent = isClean ? counted('hidden', hidden.length) : word('state_restored');
  const reasons = [...new Set(hidden.map(({ reason }) => wordFor('reason', reason)))];
  part('sample-reasons', HTMLUListElement).replaceChildren(...reasons.map((reason) => make('li', {}, reason)));
  part('sample-reasons', HTMLUListElement).hidden = reasons.length === 0;
  document.body.dataset.sample = isClean ? 'cleaned' : 'restored';
}

async function copy() {
  // The same sentence once more is said again only if it was gone.
  part('copy-status', HTMLElement).textContent = '';
  if (!applied) await clean().catch(tellTrouble);
  const copied = article !== undefined && (await copyToClipboard(article, 'rich'));
  part('copy-status', HTMLElement).textContent = word(copied ? 'copied' : 'notCopiedHere');
  // Text in a box that is shown already would keep the box's direction in Firefox.
  part('clipboard-text', HTMLElement).textContent = article?.text ?? '';
  part('clipboard', HTMLElement).hidden = !copied;
}

async function showKeys() {
  const commands = await chrome.commands.getAll();
  const shortcut = commands.find(({ name }) => name === 'clean')?.shortcut;
  part('hint-keys', HTMLElement).textContent = shortcut ? word('hintKeys', shortcut) : word('hintNoKeys');
}
