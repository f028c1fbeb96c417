// Draws the ledger: what was hidden, grouped by reason, each with its evidence.
// All of it is page text, so it only ever becomes text nodes.

import { word, wordFor } from '../shared/words.js';

/**
 * @typedef {object} LedgerActs
 * @property {(index: number | null) => void} point
 * @property {(index: number) => void} toggle
 * @property {(row: LedgerRow) => Pin | null} pinOf
 * @property {(row: LedgerRow, pin: Pin) => void} press the row's pin
 */

/**
 * @param {HTMLElement} place
 * @param {LedgerRow[]} rows
 * @param {LedgerActs} acts
 */
export function showLedger(place, rows, acts) {
  const open = Array.from(place.querySelectorAll('details[open]'), (group) => group.getAttribute('data-reason'));
  const focused = focusedPart();
  const groups = [...grouped(rows)].sort(([, one], [, other]) => other.length - one.length);
  place.replaceChildren(...groups.map(([reason, members]) => drawGroup(reason, members, open.includes(reason), acts)));
  const same = focused && place.querySelector(focused);
  if (same instanceof HTMLElement) same.focus();
}

/** What has the focus and will be drawn anew, as a selector. */
function focusedPart() {
  const { index, keep } = /** @type {HTMLElement} */ (document.activeElement ?? document.body).dataset;
  if (keep) return `[data-keep="${CSS.escape(keep)}"]`;
  return index && `[data-index="${CSS.escape(index)}"]`;
}

/**
 * @param {LedgerRow[]} rows
 */
function grouped(rows) {
  /** @type {Map<string, LedgerRow[]>} */
  const groups = new Map();
  for (const row of rows) {
    const members = groups.get(row.reason);
    if (members) members.push(row);
    else groups.set(row.reason, [row]);
  }
  return groups;
}

/**
 * @param {string} reason
 * @param {LedgerRow[]} rows
 * @param {boolean} open
 * @param {LedgerActs} acts
 */
function drawGroup(reason, rows, open, acts) {
  const group = document.createElement('details');
  group.dataset.reason = reason;
  group.open = open;
  const summary = group.appendChild(document.createElement('summary'));
  summary.append(
    phrase('reason', wordFor('reason', reason) || word('reason_other')),
    phrase('count', rows.length.toLocaleString(document.documentElement.lang)),
  );
  const list = group.appendChild(document.createElement('ul'));
  for (const row of rows) list.appendChild(document.createElement('li')).append(...drawRow(row, acts));
  return group;
}

/**
 * @param {LedgerRow} row
 * @param {LedgerActs} acts
 */
function drawRow(row, acts) {
  const pin = acts.pinOf(row);
  const button = drawBlock(row, pin, acts);
  return pin === null ? [button] : [button, drawKeep(row, pin, acts)];
}

/**
 * @param {LedgerRow} row
 * @param {Pin | null} pin
 * @param {LedgerActs} acts
 */
function drawBlock(row, pin, acts) {
  const { index, action, text, shown } = row;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'row';
  button.dataset.index = String(index);
  button.title = word(shown ? 'hideAgain' : 'showAgain');
  button.setAttribute('aria-pressed', String(shown));
  const excerpt = phrase('excerpt', text.trim() || word('noText'));
  // The page may run the other way than the interface.
  excerpt.dir = 'auto';
  button.append(excerpt, phrase('evidence', evidenceOf(row)));
  button.append(phrase('again', word(pin?.set ? (pin.takesOut ? 'takenOut' : 'kept') : 'shown')));
  if (action === 'mute') button.append(phrase('evidence', word('mutedNote')));
  button.addEventListener('click', () => acts.toggle(index));
  for (const event of ['mouseenter', 'focus']) button.addEventListener(event, () => acts.point(index));
  for (const event of ['mouseleave', 'blur']) button.addEventListener(event, () => acts.point(null));
  return button;
}

/**
 * In the interface's language. What the page says in it may run the other way:
 * isolated, it leaves the words around it where they are.
 * @param {LedgerRow} row
 */
function evidenceOf({ evidence, why }) {
  if (!why) return evidence;
  const isolated = why.values.map((value) => `\u2068${value}\u2069`);
  return wordFor('why', why.key, ...isolated) || evidence;
}

/**
 * A pin, and once it is set the way back.
 * @param {LedgerRow} row
 * @param {Pin} pin
 * @param {LedgerActs} acts
 */
function drawKeep(row, pin, acts) {
  const button = document.createElement('button');
  const said = word(pin.set ? 'undo' : pin.takesOut ? 'takeOut' : 'keep');
  button.type = 'button';
  button.className = 'keep';
  button.dataset.keep = String(row.index);
  button.dataset.takesOut = String(pin.takesOut);
  button.title = said;
  button.setAttribute('aria-label', `${said}: ${row.text.trim().slice(0, 80) || word('noText')}`);
  // No aria-pressed: what it says already changes, and "Undo, pressed" would say the opposite.
  button.dataset.set = String(pin.set);
  button.addEventListener('click', () => acts.press(row, pin));
  if (pin.set) button.append(said);
  return button;
}

/**
 * @param {string} name
 * @param {string} text
 */
function phrase(name, text) {
  const span = document.createElement('span');
  span.className = name;
  span.textContent = text;
  return span;
}
