// Line numbers beside a text field, those of wrong lines marked.

import { make, part } from '../shared/parts.js';

/** @type {number[]} */
let wrong = [];

/**
 * Draws the numbers that are in view; a long list has thousands.
 * @param {HTMLTextAreaElement} text
 * @param {number[]} [wrongLines]
 */
export function showEditor(text, wrongLines = wrong) {
  wrong = wrongLines;
  const count = text.value.split('\n').length;
  const height = parseFloat(getComputedStyle(text).lineHeight);
  const first = Math.floor(text.scrollTop / height);
  const last = Math.min(count, first + Math.ceil(text.clientHeight / height) + 1);
  const gutter = part('rules-gutter', HTMLElement);
  const marked = new Set(wrong);
  const numbers = Array.from({ length: Math.max(0, last - first) }, (_, at) => {
    const line = first + at + 1;
    return make('span', { className: marked.has(line) ? 'wrong' : '' }, String(line));
  });
  gutter.replaceChildren(...numbers);
  gutter.style.setProperty('--shift', `${-(text.scrollTop % height)}px`);
  gutter.style.setProperty('--digits', String(String(count).length));
}
