// What is chosen in private windows: in memory, and forgotten with the last of them.

import { addRule, confirmRule, removeRule } from './settings.js';

const PRIVATE = 'private';

/** @returns {Promise<PrivateChoices>} */
export async function readPrivate() {
  const { [PRIVATE]: stored } = await chrome.storage.session.get(PRIVATE);
  return { sites: [], rules: [], confirmed: [], .../** @type {Partial<PrivateChoices>} */ (stored) };
}

/**
 * @param {(choices: PrivateChoices) => Partial<PrivateChoices>} edit
 * @returns {Promise<void>}
 */
function change(edit) {
  return navigator.locks.request('private', async () => {
    const choices = await readPrivate();
    await chrome.storage.session.set({ [PRIVATE]: { ...choices, ...edit(choices) } });
  });
}

/**
 * @param {string[]} list
 * @param {string} item
 * @param {boolean} on
 */
function withItem(list, item, on) {
  const others = list.filter((each) => each !== item);
  return on ? [...others, item] : others;
}

/**
 * @param {string} pattern
 * @param {boolean} on
 */
export function switchPrivateSite(pattern, on) {
  return change(({ sites }) => ({ sites: withItem(sites, pattern, on) }));
}

/**
 * @param {Strength} strength of all sites in private windows
 */
export function writePrivateStrength(strength) {
  return change(() => ({ strength }));
}

/**
 * Where the picker and the ledger write the reader's rules.
 * @param {boolean} isPrivate whether they do so in a private window
 */
export function rulesOf(isPrivate) {
  return isPrivate ? privateRules : { add: addRule, remove: removeRule, confirm: confirmRule };
}

const privateRules = {
  /** @param {string} line */
  add: async (line) => {
    let added = false;
    await change(({ rules }) => {
      added = !rules.includes(line);
      return { rules: withItem(rules, line, true) };
    });
    return added;
  },
  /** @param {string} line */
  remove: (line) => change(({ rules }) => ({ rules: withItem(rules, line, false) })),
  /**
   * @param {string} line
   * @param {boolean} on
   */
  confirm: (line, on) => change(({ confirmed }) => ({ confirmed: withItem(confirmed, line, on) })),
};

/** Forgets all of it where no private window is left. A window that we may not see counts as none. */
export async function endPrivacy() {
  const windows = await chrome.windows.getAll();
  if (windows.some(({ incognito }) => incognito)) return false;
  await chrome.storage.session.remove(PRIVATE);
  return true;
}

/**
 * @param {Record<string, chrome.storage.StorageChange>} changes
 * @param {string} area
 */
export function concernsPrivate(changes, area) {
  return area === 'session' && PRIVATE in changes;
}
