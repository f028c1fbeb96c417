// All settings out to a file, in from one, and back to how they were at first.

import { part } from '../shared/parts.js';
import { readChoices, replaceSettings } from '../shared/settings.js';
import { counted, word, wordFor } from '../shared/words.js';
import { isAlsoWanted, isSure } from './confirm.js';
import { offer, onChosen } from './files.js';
import { save } from './saved.js';
import { FileError, forgetAll, readFileText, writeFileText } from './settings-file.js';
import { forgetRemoved } from './sites.js';

export function listenToBackup() {
  part('export', HTMLButtonElement).addEventListener('click', async () => {
    offer('clean-copy-settings.json', 'application/json', writeFileText(await readChoices()));
  });
  onChosen(part('import', HTMLInputElement), takeFile);
  part('reset-all', HTMLButtonElement).addEventListener('click', reset);
}

/**
 * @param {string} text
 */
async function takeFile(text) {
  const answer = part('backup-answer', HTMLElement);
  answer.textContent = '';
  try {
    const choices = readFileText(text);
    const contents = word('importContents', counted('sites', Object.keys(choices.sites).length), counted('lines', linesOf(choices.rules)));
    if (!(await isSure(contents, word('importYes')))) return;
    if (await save(replaceSettings(choices))) answer.textContent = word('imported');
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    answer.textContent = wordFor('file', error.reason, error.field);
  }
}

/**
 * @param {string} rules
 */
const linesOf = (rules) => rules.split('\n').filter((line) => line.trim()).length;

async function reset() {
  if (!(await isSure(word('resetQuestion'), word('resetAll'), word('resetRecipes')))) return;
  forgetRemoved();
  await save(forgetAll({ recipes: isAlsoWanted() }));
}
