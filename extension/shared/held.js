// Rules that would hide an article hide nothing. Which ones a clean found is kept
// in storage.local, the rule alone and not the page, for the settings to show.

import { concerns, RULES } from './settings-items.js';
import { readSettings } from './settings.js';

const HELD = 'held';
const MOST = 200;

/** @returns {Promise<string[]>} */
export async function readHeld() {
  const { [HELD]: held } = await chrome.storage.local.get(HELD);
  return Array.isArray(held) ? held.filter((line) => typeof line === 'string') : [];
}

/**
 * Keeps these too, and none that is not in the settings: what the picker tries is
 * not saved yet, and may never be.
 * @param {RuleReport[]} rules those that a clean met on its page
 */
export async function rememberHeld(rules) {
  const [before, { rules: own, managed }] = await Promise.all([readHeld(), readSettings()]);
  const lines = new Set(`${own}\n${managed.rules ?? ''}`.split('\n').map((line) => line.trim()));
  const found = rules.flatMap((rule) => (rule.held ? [rule.text] : []));
  const held = [...new Set([...before, ...found])].filter((line) => lines.has(line)).slice(-MOST);
  if (String(held) !== String(before)) await chrome.storage.local.set({ [HELD]: held });
}

/**
 * @param {Record<string, chrome.storage.StorageChange>} changes
 * @param {string} area
 */
export function concernsHeld(changes, area) {
  return concerns(RULES, changes, area);
}
