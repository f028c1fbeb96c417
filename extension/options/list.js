// Lists whose rows stand while they show the same.

const CONTROLS = 'button, input, select, summary';

/**
 * What each row shows, and whose it is.
 * @type {WeakMap<Element, { key: string, text: string }>}
 */
const shown = new WeakMap();

/**
 * Draws what shows something else than before. All other rows stay, and with them
 * the focus, a click that is under way, and what is open. The focus of a row that
 * is drawn anew goes on in the new one.
 * @template {{ key: string }} T
 * @param {HTMLElement} list
 * @param {T[]} items
 * @param {(item: T, before: Element | undefined) => HTMLElement} draw gives each control an id
 */
export function fill(list, items, draw) {
  const standing = new Map(Array.from(list.children, (row) => [shown.get(row)?.key, row]));
  const rows = items.map((item) => {
    const before = standing.get(item.key);
    const text = JSON.stringify(item);
    if (before && shown.get(before)?.text === text) return before;
    const row = draw(item, before);
    shown.set(row, { key: item.key, text });
    return row;
  });
  keepingFocus(list, () => place(list, rows));
}

/**
 * A row that is put where it stands already would lose the focus.
 * @param {HTMLElement} list
 * @param {Element[]} rows
 */
function place(list, rows) {
  for (const row of list.querySelectorAll(':scope > *')) if (!rows.includes(row)) row.remove();
  rows.forEach((row, at) => list.children[at] === row || list.insertBefore(row, list.children[at] ?? null));
}

/**
 * @param {HTMLElement} list
 * @param {() => void} work
 */
function keepingFocus(list, work) {
  const focused = document.activeElement;
  const row = list.contains(focused) ? focused?.closest(`#${list.id} > *`) : null;
  const key = row && shown.get(row)?.key;
  work();
  if (!row || row.isConnected) return;
  const same = document.getElementById(focused?.id ?? '');
  const next = Array.from(list.children).find((each) => shown.get(each)?.key === key) ?? list;
  (same ?? /** @type {HTMLElement | null} */ (next.querySelector(CONTROLS)))?.focus();
}
