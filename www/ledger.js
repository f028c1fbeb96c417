// Draws the ledger: what went, why, and the evidence. It is page text, so all of it
// only ever becomes text nodes.

import { actionWords, counted, reasonWords, textElement } from './words.js';

/**
 * @typedef {{ reason: string, evidence: string, text: string, tag?: string, action?: string, ordinal?: number }} Line
 */

/**
 * @param {HTMLElement} place
 * @param {Line[]} lines
 * @param {{ point: (ordinal: number) => void, clear: () => void }} spot
 */
export function drawLedger(place, lines, spot) {
  const list = document.createElement('ol');
  for (const line of lines) {
    const item = document.createElement('li');
    item.append(drawLine(line, spot));
    list.append(item);
  }
  place.replaceChildren(lines.length > 0 ? list : textElement('p', 'Nothing was hidden.', 'hint'));
}

/**
 * @param {Line} line
 * @param {{ point: (ordinal: number) => void, clear: () => void }} spot
 */
function drawLine({ reason, evidence, text, tag, action = 'hide', ordinal }, spot) {
  const row = document.createElement(ordinal === undefined ? 'div' : 'button');
  row.className = 'line';
  const name = textElement('span', reasonWords(reason), 'reason');
  name.append(textElement('small', tag ? `<${tag}>` : ''));
  const excerpt = textElement('span', text.trim() || '(no text)', 'excerpt');
  excerpt.dir = 'auto';
  const why = [evidence, actionWords(action)].filter(Boolean).join(' – ');
  row.append(name, excerpt, textElement('span', why, 'evidence'));
  if (ordinal !== undefined) {
    for (const event of ['mouseenter', 'focus', 'click']) row.addEventListener(event, () => spot.point(ordinal));
    for (const event of ['mouseleave', 'blur']) row.addEventListener(event, () => spot.clear());
  }
  return row;
}

/**
 * How many blocks went for each reason.
 * @param {HTMLElement} place
 * @param {Line[]} lines
 */
export function drawReasons(place, lines) {
  const groups = Object.entries(Object.groupBy(lines, ({ reason }) => reason));
  const sizes = groups.map(([reason, members]) => ({ reason, size: members?.length ?? 0 }));
  sizes.sort((one, other) => other.size - one.size);
  place.replaceChildren(
    ...sizes.map(({ reason, size }) => {
      const chip = textElement('li', `${reasonWords(reason)} `);
      const count = textElement('b', String(size));
      count.title = counted(size, 'block', 'blocks');
      chip.append(count);
      return chip;
    }),
  );
}
