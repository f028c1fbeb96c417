// The settings page: each section shows what is in force and saves what is changed.

import { part, translate } from '../shared/parts.js';
import { readSettings, writeStrength } from '../shared/settings.js';
import { warm } from '../shared/warm.js';
import { sentence, word } from '../shared/words.js';
import { listenToBackup } from './backup.js';
import { listenToCopies, showCopies } from './copies.js';
import { showKeys } from './keys.js';
import { showPacks } from './packs.js';
import { listenToRecipes, showRecipes } from './recipes.js';
import { listenToRules, showRules } from './rules.js';
import { save } from './saved.js';
import { listenToSites, showSites } from './sites.js';

let showing = Promise.resolve();

translate();
part('version', HTMLElement).textContent = word('version', chrome.runtime.getManifest().version);
part('strength', HTMLFieldSetElement).addEventListener('change', ({ target }) => {
  void save(writeStrength(/** @type {Strength} */ (/** @type {HTMLInputElement} */ (target).value)), show);
});
listenToSites();
listenToRecipes();
listenToCopies();
listenToRules();
listenToBackup();
chrome.storage.onChanged.addListener(() => void show());
chrome.permissions.onAdded.addListener(() => void show());
chrome.permissions.onRemoved.addListener(() => void show());
// The keys are changed on a page of the browser's own, which tells nobody.
window.addEventListener('focus', () => void showKeys());
void Promise.all([show(), showKeys()]);

/** One after the other: what was read first is not to be shown last. */
function show() {
  return (showing = showing.then(showNow));
}

async function showNow() {
  try {
    const settings = await readSettings();
    showStrength(settings);
    await showSections(settings);
    document.body.dataset.state = 'ready';
  } catch (error) {
    tell(word('optionsUnread', String(error)));
    document.body.dataset.state = 'failed';
  }
}

/**
 * Without the core there is no preview and no word on rules, but all that is set
 * can be seen, changed and written to a file.
 * @param {Settings} settings
 */
async function showSections(settings) {
  const isRunning = await warm().then(() => true, () => false);
  const sections = [showSites(settings), showRecipes(), showCopies(settings), showPacks(settings), showRules(settings)];
  await (isRunning ? Promise.all(sections) : Promise.allSettled(sections));
  tell(isRunning ? '' : sentence('core-failed'));
}

/**
 * @param {string} trouble none: it is over
 */
function tell(trouble) {
  const note = part('trouble', HTMLElement);
  if (note.textContent !== trouble) note.textContent = trouble;
  note.hidden = trouble === '';
}

/**
 * @param {Settings} settings
 */
function showStrength({ strength, managed }) {
  const locked = Boolean(managed.strength);
  part(`strength-${strength}`, HTMLInputElement).checked = true;
  part('strength', HTMLFieldSetElement).disabled = locked;
  part('strength-locked', HTMLElement).hidden = !locked;
  part('strength-hint', HTMLElement).textContent = word(`${strength}Hint`);
}
