// "Keep on this site": an exception among the reader's rules for one row of the
// ledger, taken back by the same button.

import { addRule, readRules, removeRule } from './settings.js';

/** @type {Set<string>} */
let rules = new Set();
let host = '';

/**
 * @param {string} url of the page that the popup is about
 */
export async function readKept(url) {
  host = URL.canParse(url) ? new URL(url).hostname : '';
  rules = new Set((await readRules()).split('\n').map((line) => line.trim()));
}

/**
 * The rule that keeps a row's block, or null where none could: blocks that nothing
 * lasting names, pages without a host.
 * @param {LedgerRow} row
 */
function ruleFor({ action, selector }) {
  return host && selector && action === 'hide' ? `${host}#@#${selector}` : null;
}

/**
 * @param {LedgerRow} row
 * @returns {boolean | null} null: it can't be kept
 */
export function isKept(row) {
  const rule = ruleFor(row);
  return rule === null ? null : rules.has(rule);
}

/**
 * @param {LedgerRow} row
 * @param {boolean} on
 */
export async function keep(row, on) {
  const rule = ruleFor(row);
  if (rule === null) return;
  await (on ? addRule(rule) : removeRule(rule));
  if (on) rules.add(rule);
  else rules.delete(rule);
}
