// The ledger as lines for a terminal: what was hidden, and why.

const WIDTH = 100;
const INDENT = ' '.repeat(14);

/** @param {string} text */
function oneLine(text) {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
}

/**
 * Rows hidden for one and the same reason, such as the forty icons of a sprite.
 *
 * @param {LedgerRow[]} rows
 */
function group(rows) {
  /** @type {Map<string, LedgerRow[]>} */
  const groups = new Map();
  for (const row of rows) {
    const key = `${row.reason} ${row.evidence}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** @param {LedgerRow[]} rows */
function linesOf(rows) {
  const [{ reason, evidence }] = /** @type {[LedgerRow]} */ (rows);
  const times = rows.length > 1 ? ` (${rows.length} blocks)` : '';
  const text = oneLine(rows.map((row) => row.text).join(' · '));
  return `  ${reason.padEnd(11)} ${evidence}${times}${text && `\n${INDENT}“${text}”`}`;
}

/** @param {View} view */
export function ledgerLines({ state, strength, ledger }) {
  const hidden = ledger.filter(({ action }) => action === 'hide');
  const others = ledger.filter(({ action }) => action === 'mute').length;
  return [
    `${state}${strength ? ` (${strength})` : ''}: ${hidden.length} blocks hidden`,
    ...group(hidden).map(linesOf),
    ...(others ? [`  and ${others} left on the page but out of the copy`] : []),
  ];
}
