// The reader's own rules: an editor that saves by itself, the core's word on each
// line, and the rules that hide nothing because they would hide an article.

import { checkRules } from '../core/core.js';
import { readHeld } from '../shared/held.js';
import { make, part } from '../shared/parts.js';
import { joined } from '../shared/rules-text.js';
import { confirmRule, readRules } from '../shared/settings.js';
import { warm } from '../shared/warm.js';
import { counted, word, wordFor } from '../shared/words.js';
import { showEditor } from './editor.js';
import { offer, onChosen } from './files.js';
import { fill } from './list.js';
import { whenQuiet } from './quiet.js';
import { save, saveBehind } from './saved.js';

/** How many complaints are listed; a file of another kind would fill the page. */
const MOST_COMPLAINTS = 50;

/** The stored rules that the text in the editor began with. */
let known = '';
/**
 * What is on its way to be stored, which a change begins with until it is.
 * @type {string | null}
 */
let sent = null;

const editor = () => part('rules-text', HTMLTextAreaElement);

export function listenToRules() {
  const saveLater = whenQuiet(saveText);
  editor().addEventListener('input', () => {
    void check();
    saveLater();
  });
  editor().addEventListener('change', saveLater.now);
  editor().addEventListener('scroll', () => showEditor(editor()));
  part('rules-export', HTMLButtonElement).addEventListener('click', () => {
    offer('clean-copy-rules.txt', 'text/plain', editor().value);
  });
  onChosen(part('rules-import', HTMLInputElement), addLines);
}

/**
 * What another page added meanwhile, such as the picker, is kept.
 * @returns {Promise<boolean>} whether it is stored
 */
async function saveText() {
  const text = editor().value;
  const base = sent ?? known;
  sent = text;
  const isSaved = await saveBehind({ to: 'background', type: 'write-rules', base, text });
  if (sent === text) sent = null;
  if (!isSaved) return false;
  const written = await readRules();
  if (editor().value === text) take(written);
  else known = text;
  return true;
}

/**
 * Shows rules that are stored. The caret stays.
 * @param {string} rules
 */
function take(rules) {
  known = rules;
  const { value, selectionStart, selectionEnd } = editor();
  if (value === rules) return;
  editor().value = rules;
  editor().setSelectionRange(selectionStart, selectionEnd);
}

/**
 * All of the file or nothing: a part of a list that was not saved would have to be taken out by hand.
 * @param {string} file
 */
async function addLines(file) {
  const given = file.split(/\r\n?|\n/);
  if (await isNoList(given)) return say(word('rulesBad'));
  const present = new Set(editor().value.split('\n').map((line) => line.trim()));
  const lines = given.filter((line) => line.trim() && !present.has(line.trim()));
  const areThere = lines.length === 0 || (await isAdded(lines));
  say(areThere ? counted('linesAdded', lines.length) : '');
}

/**
 * A picture, a page or a list of another kind would fill the rules with what is none.
 * @param {string[]} lines
 */
async function isNoList(lines) {
  const checked = await warm().then(() => checkRules(lines.join('\n')), () => null);
  return checked !== null && checked.rules === 0 && checked.errors.length > 0;
}

/**
 * @param {string[]} lines
 */
async function isAdded(lines) {
  const before = editor().value;
  const added = joined(before, lines);
  editor().value = added;
  const isSaved = await saveText();
  if (!isSaved && editor().value === added) editor().value = before;
  void check();
  return isSaved;
}

/**
 * @param {string} text
 */
function say(text) {
  part('rules-answer', HTMLElement).textContent = text;
}

/**
 * @param {Settings} settings
 */
export async function showRules({ rules, confirmed, managed }) {
  // What is typed and not yet saved is not written over.
  if (editor().value === known || editor().value === rules) take(rules);
  part('managed-rules', HTMLElement).hidden = !managed.rules;
  part('managed-rules-text', HTMLElement).textContent = managed.rules ?? '';
  await Promise.all([check(), showHeld(`${rules}\n${managed.rules ?? ''}`, confirmed)]);
}

async function check() {
  await warm();
  const { rules, errors } = checkRules(editor().value);
  showEditor(editor(), errors.map(({ line }) => line));
  const count = part('rules-count', HTMLElement);
  const said = errors.length > 0 ? counted('rulesWrong', errors.length) : counted('rules', rules);
  // What is written once more is read out once more.
  if (count.textContent !== said) count.textContent = said;
  count.classList.toggle('trouble', errors.length > 0);
  const listed = errors.slice(0, MOST_COMPLAINTS).map((error) => ({ key: String(error.line), ...error }));
  fill(part('rules-errors', HTMLOListElement), listed, complaint);
}

/**
 * @param {{ key: string, line: number, text: string, reason: string }} error
 */
function complaint({ key, line, text, reason }) {
  const why = wordFor('rule', reason) || word('rule_other');
  const button = make('button', { type: 'button', className: 'complaint', id: `complaint ${key}` });
  const named = make('code', { dir: 'ltr' }, text.length > 80 ? `${text.slice(0, 79)}…` : text);
  button.append(make('b', {}, word('rulesLine', line.toLocaleString(word('language')))), ' ', why, ' ', named);
  button.addEventListener('click', () => selectLine(line));
  return make('li', {}, button);
}

/**
 * @param {number} line counted from 1
 */
function selectLine(line) {
  const lines = editor().value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  const end = start + (lines[line - 1] ?? '').length;
  editor().focus();
  editor().setSelectionRange(start, end);
  const height = editor().scrollHeight / lines.length;
  editor().scrollTop = (line - 4) * height;
}

/**
 * @param {string} rules
 * @param {string[]} confirmed
 */
async function showHeld(rules, confirmed) {
  const lines = new Set(rules.split('\n').map((line) => line.trim()));
  const held = new Set([...(await readHeld()), ...confirmed].filter((line) => lines.has(line)));
  part('held', HTMLElement).hidden = held.size === 0;
  fill(part('held-list', HTMLUListElement), Array.from(held, (key) => ({ key, isConfirmed: confirmed.includes(key) })), heldRow);
}

/**
 * @param {{ key: string, isConfirmed: boolean }} rule
 */
function heldRow({ key: line, isConfirmed }) {
  const button = make('button', { type: 'button', className: 'plain', id: `held ${line}` }, word(isConfirmed ? 'holdAgain' : 'applyAnyway'));
  button.addEventListener('click', () => void save(confirmRule(line, !isConfirmed)));
  const state = make('span', { className: 'hint' }, word(isConfirmed ? 'heldConfirmed' : 'heldBack'));
  const row = make('li', {}, make('div', { className: 'grow' }, make('code', { dir: 'ltr' }, line), state), button);
  row.dataset.confirmed = String(isConfirmed);
  return row;
}
