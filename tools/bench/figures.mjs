// Samples → medians and ratios.

/** @param {number[]} values */
export function median(values) {
  const known = values.filter((value) => Number.isFinite(value)).sort((one, other) => one - other);
  if (known.length === 0) return NaN;
  const middle = known.length >> 1;
  return known.length % 2 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
}

/** What is measured in a browser: the name in the tables, and the milliseconds in a page's row. */
export const STEPS = {
  'DOMParser of the same HTML': (row) => row.parse,
  'clean, warm: button to last hidden block': (row) => ofCleans(row, 'whole'),
  'main thread of the page, per clean': (row) => ofCleans(row, 'busy'),
  '· take the page': (row) => ofCleans(row, 'take'),
  '· what covers the page': (row) => ofCleans(row, 'facts'),
  '· send': (row) => ofCleans(row, 'send'),
  '· hide': (row) => ofCleans(row, 'hide'),
  'messages, both ways': (row) => ofCleans(row, 'message'),
  'core in the background, copies and answer included': (row) => ofCleans(row, 'core'),
  'core pass: read, judge, plan': (row) => row.plan,
  '· the string into the core': (row) => row.in,
  '· read': (row) => row.read - row.in,
  '· judge': (row) => row.judge - row.read,
  '· plan': (row) => row.plan - row.judge,
  'Readability on a clone': (row) => row.readability,
  Defuddle: (row) => row.defuddle,
};

const ofCleans = (row, name) => median(row.cleans.map((clean) => clean[name]));

/**
 * The median milliseconds of a step and the median of its ratio to DOMParser on the same page.
 *
 * @param {any[]} rows
 * @param {string} step
 */
export function figure(rows, step) {
  const of = STEPS[step];
  return { ms: median(rows.map(of)), ratio: median(rows.map((row) => of(row) / row.parse)) };
}

/** A bar of text, a block for each tenth of `unit`. */
export function bar(value, unit) {
  const eighths = Math.round((value / unit) * 80);
  const rest = eighths % 8 ? String.fromCodePoint(0x2590 - (eighths % 8)) : '';
  return '█'.repeat(Math.floor(eighths / 8)) + rest;
}

/** Three figures that count. */
export const short = (value) => (Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '–');
