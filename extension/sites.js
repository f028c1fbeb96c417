// Sites that are always cleaned: one permission, one item in the settings and
// one match pattern of the registered scripts each.

import { SITE } from './settings-items.js';
import { addSite, readSettings, removeSites } from './settings.js';
import { PAGE_FILES } from './tab.js';

const SCRIPT = 'always';
const WANTED = 'wanted';

/**
 * @param {string} pattern
 */
export async function isAlways(pattern) {
  const { sites } = await readSettings();
  return pattern in sites && chrome.permissions.contains({ origins: [pattern] });
}

/**
 * Asks the browser for a site. It only does so inside of a click, so nothing may
 * be waited for before. What is asked for is remembered: the question may close
 * the popup, and then nobody but the background hears the answer.
 * @param {string} pattern
 * @returns {Promise<boolean>}
 */
export function askFor(pattern) {
  void chrome.storage.session.set({ [WANTED]: pattern });
  return chrome.permissions.request({ origins: [pattern] });
}

/**
 * @param {chrome.permissions.Permissions} permissions
 */
export async function onGranted({ origins = [] }) {
  const { [WANTED]: wanted } = await chrome.storage.session.get(WANTED);
  if (typeof wanted === 'string' && origins.includes(wanted)) await setAlways(wanted, true);
  else await register();
}

/**
 * A permission taken back in the browser's own settings ends the cleaning there.
 * Sites that were never permitted in this browser, but in another that shares its
 * settings, stay in the list.
 */
export async function onRevoked() {
  const [standing] = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  const registered = standing?.matches ?? [];
  const allowed = await Promise.all(registered.map(isPermitted));
  const lost = registered.filter((_, at) => !allowed[at]);
  if (lost.length > 0) await removeSites(lost);
  await register();
}

/**
 * @param {string} pattern
 * @param {boolean} on
 */
export async function setAlways(pattern, on) {
  await chrome.storage.session.remove(WANTED);
  if (on) {
    await addSite(pattern);
    await register();
  } else {
    await removeSites([pattern]);
    await register();
    await chrome.permissions.remove({ origins: [pattern] });
  }
}

/**
 * @param {Record<string, chrome.storage.StorageChange>} changes
 * @param {string} area
 */
export function concernsSites(changes, area) {
  return area === 'managed' || (area === 'sync' && Object.keys(changes).some((key) => key.startsWith(SITE)));
}

/** @type {Promise<void>} */
let registering = Promise.resolve();

/**
 * Makes the registered scripts say what the settings and permissions say.
 */
export function register() {
  registering = registering.then(registerNow, registerNow);
  return registering;
}

async function registerNow() {
  const sites = Object.keys((await readSettings()).sites);
  const allowed = await Promise.all(sites.map(isPermitted));
  const matches = sites.filter((_, at) => allowed[at]);
  const [standing] = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (matches.length === 0) {
    if (standing) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    return;
  }
  /** @type {chrome.scripting.RegisteredContentScript} */
  const script = {
    id: SCRIPT,
    matches,
    js: [...PAGE_FILES, 'page/auto.js'],
    runAt: 'document_start',
    persistAcrossSessions: true,
  };
  if (standing) await chrome.scripting.updateContentScripts([script]);
  else await chrome.scripting.registerContentScripts([script]);
}

/**
 * @param {string} pattern
 */
export function isPermitted(pattern) {
  return chrome.permissions.contains({ origins: [pattern] });
}
