// The pin of a ledger's row: what the reader's rules must say for its block to be
// seen again, here and on the next visit, and the way back.

import { readPrivate, rulesOf } from '../shared/private.js';
import { changeRules, confirmRule, readSettings } from '../shared/settings.js';

/** A rule for one site alone, as the picker writes them. */
const FOR_ONE_SITE = /^[^\s#,~]+##/;

/** @type {Set<string>} */
let rules = new Set();
/** @type {Set<string>} */
let managed = new Set();
/** Where a rule stood that was taken out, and whether it was confirmed. @type {Map<string, { place: number, confirmed: boolean }>} */
const taken = new Map();
let isPrivate = false;

/**
 * @param {{ incognito?: boolean }} tab the one that the popup is about
 */
export async function readKept({ incognito = false }) {
  isPrivate = incognito;
  const here = isPrivate ? (await readPrivate()).rules : [];
  const settings = await readSettings();
  rules = new Set([...linesOf(settings.rules), ...here]);
  managed = linesOf(settings.managed.rules ?? '');
}

/**
 * @param {string} text
 */
const linesOf = (text) => new Set(text.split('\n').map((line) => line.trim()));

/**
 * A rule of the reader's for one site is taken out: an exception to it would say
 * the opposite of a line above. Against everything else stands an exception.
 * @param {LedgerRow} row
 * @returns {Pin | null} null where neither is possible: blocks that nothing lasting names, pages without a host
 */
export function pinOf({ host, action, reason, why, selector }) {
  if (!host || action !== 'hide') return null;
  const rule = reason === 'your-rule' ? (why?.values[0] ?? '') : '';
  if (FOR_ONE_SITE.test(rule) && !managed.has(rule)) return { line: rule, takesOut: true, set: !rules.has(rule) };
  const line = `${host}#@#${selector}`;
  return selector ? { line, takesOut: false, set: rules.has(line) } : null;
}

/**
 * @param {Pin} pin
 */
export async function switchPin({ line, takesOut, set }) {
  if (takesOut) await (set ? putBack(line) : takeOut(line));
  else await (set ? forget(line) : rulesOf(isPrivate).add(line));
  if (takesOut === set) rules.add(line);
  else rules.delete(line);
}

/**
 * @param {string} line
 */
async function takeOut(line) {
  if (isPrivate) await rulesOf(true).remove(line);
  const confirmed = (await readSettings()).confirmed.includes(line);
  await changeRules((text) => {
    const lines = text.split('\n');
    const place = lines.findIndex((each) => each.trim() === line);
    if (place >= 0) taken.set(line, { place, confirmed });
    return lines.filter((each) => each.trim() !== line).join('\n');
  });
}

/**
 * A note that stood above the rule stands there again.
 * @param {string} line
 */
async function putBack(line) {
  const before = taken.get(line);
  if (!before) return void (await rulesOf(isPrivate).add(line));
  await changeRules((text) => text.split('\n').toSpliced(before.place, 0, line).join('\n'));
  if (before.confirmed) await confirmRule(line, true);
}

/**
 * A rule may have been made in another window, private or not.
 * @param {string} rule
 */
async function forget(rule) {
  await rulesOf(false).remove(rule);
  if (isPrivate) await rulesOf(true).remove(rule);
}
