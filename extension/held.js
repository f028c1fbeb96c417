// Rules that would hide an article hide nothing. Which ones a clean found is kept
// in storage.local, the rule alone and not the page, for the settings to show.

const HELD = 'held';
const MOST = 200;

/** @returns {Promise<string[]>} */
export async function readHeld() {
  const { [HELD]: held } = await chrome.storage.local.get(HELD);
  return Array.isArray(held) ? held.filter((line) => typeof line === 'string') : [];
}

/**
 * @param {AppliedRule[]} rules those that a clean met on its page
 */
export async function rememberHeld(rules) {
  const held = rules.flatMap((rule) => (rule.held ? [rule.text] : []));
  if (held.length === 0) return;
  const before = await readHeld();
  const added = held.filter((line) => !before.includes(line));
  if (added.length > 0) await chrome.storage.local.set({ [HELD]: [...before, ...new Set(added)].slice(-MOST) });
}
