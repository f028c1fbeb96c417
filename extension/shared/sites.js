// Sites that are always cleaned: one permission, one item in the settings and
// one match pattern of the registered scripts each.

import { endPrivacy, readPrivate, switchPrivateSite } from './private.js';
import { isPermitted, permitted, register, registeredPatterns } from './registered.js';
import { isSitePattern, SITE } from './settings-items.js';
import { addSites, readSettings, removeSites } from './settings.js';

const WANTED = 'wanted';

/** Patterns that no site needed any more, until the browser has told that they are gone. @type {Set<string>} */
const givenBack = new Set();

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
 * @param {string[]} patterns
 * @param {boolean} [isPrivate] asked in a private window
 * @returns {Promise<boolean>}
 */
export async function askFor(patterns, isPrivate = false) {
  const at = Date.now();
  void chrome.storage.session.set({ [WANTED]: { patterns, isPrivate, at } });
  const isGranted = await chrome.permissions.request({ origins: patterns }).catch(() => false);
  // Or the site would be switched on when it is permitted some other day, for something else.
  if (!isGranted && (await readWanted()).at === at) await chrome.storage.session.remove(WANTED);
  return isGranted;
}

/** So long a question may stand. Nobody hears of its refusal where it closed the popup. */
const ANSWERED_MS = 120_000;

/** @returns {Promise<{ patterns: string[], isPrivate?: boolean, at?: number }>} */
async function readWanted() {
  const { [WANTED]: wanted } = /** @type {any} */ (await chrome.storage.session.get(WANTED));
  return wanted && Date.now() - wanted.at < ANSWERED_MS ? wanted : { patterns: [] };
}

/**
 * @param {chrome.permissions.Permissions} permissions
 */
export async function onGranted({ origins = [] }) {
  const { patterns, isPrivate } = await readWanted();
  if (patterns.some((pattern) => origins.includes(pattern))) await setAlways(patterns, true, isPrivate);
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
  // Of what we gave back ourselves the settings say what they say.
  const given = [...lost].filter((pattern) => givenBack.delete(pattern));
  const taken = [...lost].filter((pattern) => !given.includes(pattern));
  if (taken.length > 0) await leave(taken);
  else await register();
  await tellPages('turned-off', given);
}

/**
 * @param {string[]} patterns
 * @param {boolean} on
 * @param {boolean} [isPrivate] switched in a private window, whose pages are of one site
 */
export async function setAlways(patterns, on, isPrivate = false) {
  if (!on) {
    // Whatever becomes of the settings, the site can't be read any more.
    await chrome.permissions.remove({ origins: patterns });
    await leave(patterns);
    return;
  }
  try {
    const { sites, managed } = await readSettings();
    const [pattern = ''] = patterns;
    // A site of the administrator's lacks the permission alone.
    const own = patterns.filter((each) => !(each in (managed.sites ?? {})));
    if (isPrivate && !(pattern in sites)) await switchPrivateSite(pattern, true);
    else if (own.length > 0) await addSites(own);
  } finally {
    await chrome.storage.session.remove(WANTED);
    await giveBack();
  }
  await register();
  await tellPages('turned-on', patterns, isPrivate);
}

/**
 * Ends the cleaning of sites. Their open pages are restored; what was learned there
 * stays in the settings' list, for the next time or to be removed.
 * @param {string[]} patterns
 */
async function leave(patterns) {
  try {
    await removeSites(patterns);
  } finally {
    const { sites } = await readPrivate();
    for (const pattern of sites) if (patterns.includes(pattern)) await switchPrivateSite(pattern, false);
    await register();
    await tellPages('turned-off', patterns);
  }
}

/**
 * The pages know by themselves whether they are meant: their addresses are hidden
 * from us without the permission. Frames ask for themselves when they come.
 * @param {"turned-on" | "turned-off"} type
 * @param {string[]} patterns
 * @param {boolean} [isPrivate] of private windows alone
 */
async function tellPages(type, patterns, isPrivate = false) {
  const to = type === 'turned-on' ? { frameId: 0 } : {};
  for (const { id, incognito } of await chrome.tabs.query({})) {
    // Most tabs have no script of ours.
    if (id && (incognito || !isPrivate)) void chrome.tabs.sendMessage(id, { to: 'page', type, patterns }, to).catch(() => {});
  }
}

/** Forgets the private sites once the last private window is closed. */
export async function onWindowClosed() {
  if (await endPrivacy()) await giveBack();
}

/**
 * @param {Record<string, chrome.storage.StorageChange>} changes
 * @param {string} area
 */
export function removesSites(changes, area) {
  const isGone = (/** @type {string} */ key) => key.startsWith(SITE) && changes[key]?.newValue === undefined;
  return area === 'managed' || (area === 'sync' && Object.keys(changes).some(isGone));
}

/**
 * Gives back the permissions that no site needs any more: it was removed on another
 * device or by a file, went with the private windows, or could not be written. What
 * was asked for is looked up before the sites, which it is among by the time that
 * it is forgotten.
 */
export async function giveBack() {
  const { origins = [] } = await chrome.permissions.getAll();
  const { patterns } = await readWanted();
  const [stored, { sites }, { sites: hidden }] = await Promise.all([chrome.storage.sync.get(null), readSettings(), readPrivate()]);
  // What a newer version wrote of a site may not be understood here, and is the site's all the same.
  const isNeeded = (/** @type {string} */ pattern) => SITE + pattern in stored || pattern in sites || [...hidden, ...patterns].includes(pattern);
  const left = origins.filter((pattern) => isSitePattern(pattern) && !isNeeded(pattern));
  if (left.length === 0) return;
  left.forEach((pattern) => givenBack.add(pattern));
  await chrome.permissions.remove({ origins: left });
}
