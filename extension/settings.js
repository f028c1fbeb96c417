// What the reader chose, in storage.sync. Each site is an item of its own: an
// item may hold no more than 8 kB, and two browsers that add a site at the same
// time do not lose one.

const VERSION = 1;
const SITE = 'site:';

/**
 * @typedef {object} Settings
 * @property {Strength} strength
 * @property {string[]} sites match patterns of the sites that are always cleaned
 */

/**
 * @returns {Promise<Settings>}
 */
export async function readSettings() {
  const stored = await chrome.storage.sync.get(null);
  const sites = Object.keys(stored).filter((key) => key.startsWith(SITE));
  return {
    strength: stored.strength === 'focus' ? 'focus' : 'tidy',
    sites: sites.map((key) => key.slice(SITE.length)),
  };
}

/**
 * @param {Strength} strength
 */
export function writeStrength(strength) {
  return chrome.storage.sync.set({ version: VERSION, strength });
}

/**
 * @param {string} pattern
 */
export function addSite(pattern) {
  return chrome.storage.sync.set({ version: VERSION, [SITE + pattern]: {} });
}

/**
 * @param {string[]} patterns
 */
export function removeSites(patterns) {
  return chrome.storage.sync.remove(patterns.map((pattern) => SITE + pattern));
}
