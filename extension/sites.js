// Sites that are always cleaned: one permission, one item in the settings and
// one match pattern of the registered scripts each.

import { endPrivacy, readPrivate, switchPrivateSite } from './private.js';
import { isPermitted, permitted, register, registeredPatterns } from './registered.js';
import { isSitePattern } from './settings-items.js';
import { addSite, readSettings, removeSites } from './settings.js';

const WANTED = 'wanted';
/** Says, without naming a site, that a permission is to go with the private windows. */
const LENT = 'lent';

/**
 * @param {string} pattern
 * @param {boolean} [isPrivate] asked in a private window
 */
export async function isAlways(pattern, isPrivate = false) {
  const { sites } = await readSettings();
  const isOn = pattern in sites || (isPrivate && (await readPrivate()).sites.includes(pattern));
  return isOn && isPermitted(pattern);
}

/**
 * Asks the browser for a site. It only does so inside of a click, so nothing may
 * be waited for before. What is asked for is remembered: the question may close
 * the popup, and then nobody but the background hears the answer.
 * @param {string} pattern
 * @param {boolean} [isPrivate] asked in a private window
 * @returns {Promise<boolean>}
 */
export function askFor(pattern, isPrivate = false) {
  void chrome.storage.session.set({ [WANTED]: { pattern, isPrivate } });
  return chrome.permissions.request({ origins: [pattern] });
}

/**
 * @param {chrome.permissions.Permissions} permissions
 */
export async function onGranted({ origins = [] }) {
  const { [WANTED]: wanted } = await chrome.storage.session.get(WANTED);
  const { pattern = '', isPrivate = false } = /** @type {{ pattern?: string, isPrivate?: boolean }} */ (wanted ?? {});
  if (origins.includes(pattern)) await setAlways(pattern, true, isPrivate);
  else await register();
}

/**
 * A permission taken back in the browser's own settings ends the cleaning there.
 * Sites that were never permitted in this browser, but in another that shares its
 * settings, stay in the list.
 * @param {chrome.permissions.Permissions} permissions
 */
export async function onRevoked({ origins = [] }) {
  const registered = await registeredPatterns();
  const standing = await permitted(registered);
  const lost = new Set([...registered.filter((pattern) => !standing.includes(pattern)), ...origins.filter(isSitePattern)]);
  if (lost.size > 0) await leave([...lost]);
  else await register();
}

/**
 * @param {string} pattern
 * @param {boolean} on
 * @param {boolean} [isPrivate] switched in a private window
 */
export async function setAlways(pattern, on, isPrivate = false) {
  await chrome.storage.session.remove(WANTED);
  if (!on) {
    await leave([pattern]);
    await chrome.permissions.remove({ origins: [pattern] });
    return;
  }
  if (isPrivate && !(pattern in (await readSettings()).sites)) await lend(pattern);
  else await addSite(pattern);
  await register();
}

/**
 * Ends the cleaning of sites. Their open pages are restored; what was learned there
 * stays in the settings' list, for the next time or to be removed.
 * @param {string[]} patterns
 */
async function leave(patterns) {
  await removeSites(patterns);
  const { sites } = await readPrivate();
  for (const pattern of sites) if (patterns.includes(pattern)) await switchPrivateSite(pattern, false);
  await register();
  await tellPages(patterns);
}

/**
 * The pages know by themselves whether they are meant: their addresses are hidden
 * from us without the permission.
 * @param {string[]} patterns
 */
async function tellPages(patterns) {
  for (const { id } of await chrome.tabs.query({})) {
    // Most tabs have no script of ours.
    if (id) void chrome.tabs.sendMessage(id, { to: 'page', type: 'turned-off', patterns }).catch(() => {});
  }
}

/**
 * @param {string} pattern of a site that is cleaned in private windows only
 */
async function lend(pattern) {
  await chrome.storage.local.set({ [LENT]: true });
  await switchPrivateSite(pattern, true);
}

/** Forgets the private sites once the last private window is closed. */
export async function onWindowClosed() {
  if (await endPrivacy()) await takeBackLent();
}

/**
 * Gives back the permissions that private windows left behind, also those of a
 * browser that was closed with them: what no site needs was lent.
 */
export async function takeBackLent() {
  const { [LENT]: isLent } = await chrome.storage.local.get(LENT);
  if (!isLent) return;
  const [{ sites }, { origins = [] }] = await Promise.all([readSettings(), chrome.permissions.getAll()]);
  const lent = origins.filter((pattern) => isSitePattern(pattern) && !(pattern in sites));
  await register();
  if (lent.length > 0) await chrome.permissions.remove({ origins: lent });
  await chrome.storage.local.remove(LENT);
}
