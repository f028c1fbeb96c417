// The scripts that start by themselves. They are made anew from what the settings,
// the permissions and the recipes say.

import { concernsPrivate, readPrivate } from './private.js';
import { concernsRecipes, hostsThatHide } from './recipes.js';
import { concerns, SITE } from './settings-items.js';
import { readSettings } from './settings.js';
import { PAGE_FILE } from './tab.js';

const AUTO = '/page/auto.js';
const PRIVATE = '/page/private.js';
const FRAME = '/page/frame.js';

/**
 * @param {Record<string, chrome.storage.StorageChange>} changes
 * @param {string} area
 */
export function concernsScripts(changes, area) {
  return concerns(SITE, changes, area) || concernsPrivate(changes, area) || concernsRecipes(changes, area);
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
  const [{ sites }, { sites: hidden }, hiding] = await Promise.all([readSettings(), readPrivate(), hostsThatHide()]);
  const matches = await permitted(Object.keys(sites));
  const inPrivate = (await permitted(hidden)).filter((pattern) => !matches.includes(pattern));
  const learned = matches.filter((pattern) => hiding.has(hostOf(pattern)));
  await make([
    { id: 'always', matches, js: [PAGE_FILE, AUTO], persistAcrossSessions: true },
    { id: 'private', matches: inPrivate, js: [PAGE_FILE, PRIVATE, AUTO], persistAcrossSessions: false },
    { id: 'frames', matches, js: [FRAME], allFrames: true, persistAcrossSessions: true },
    { id: 'private-frames', matches: inPrivate, js: [PRIVATE, FRAME], allFrames: true, persistAcrossSessions: false },
    // Only where there is something to hide does a page wait for its recipe.
    { id: 'learned', matches: learned, js: ['/page/gate.js'], persistAcrossSessions: true },
  ]);
}

/**
 * @param {(chrome.scripting.RegisteredContentScript & { matches: string[] })[]} scripts one without matches is not to be there
 */
async function make(scripts) {
  const standing = (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const gone = scripts.filter(({ id, matches }) => matches.length === 0 && standing.includes(id));
  const wanted = scripts.filter(({ matches }) => matches.length > 0).map((script) => ({ ...script, runAt: /** @type {const} */ ('document_start') }));
  const changed = wanted.filter(({ id }) => standing.includes(id));
  const added = wanted.filter(({ id }) => !standing.includes(id));
  if (gone.length > 0) await chrome.scripting.unregisterContentScripts({ ids: gone.map(({ id }) => id) });
  if (changed.length > 0) await chrome.scripting.updateContentScripts(changed);
  if (added.length > 0) await chrome.scripting.registerContentScripts(added);
}

/** The patterns for which scripts are registered. */
export async function registeredPatterns() {
  const scripts = await chrome.scripting.getRegisteredContentScripts();
  return [...new Set(scripts.flatMap(({ matches = [] }) => matches))];
}

/**
 * @param {string[]} patterns
 */
export async function permitted(patterns) {
  const allowed = await Promise.all(patterns.map(isPermitted));
  return patterns.filter((_, at) => allowed[at]);
}

/**
 * A pattern that the browser takes for none is not permitted, and the others are as they were.
 * @param {string} pattern
 */
export async function isPermitted(pattern) {
  try {
    return await chrome.permissions.contains({ origins: [pattern] });
  } catch {
    return false;
  }
}

/**
 * @param {string} pattern of a site
 */
export const hostOf = (pattern) => new URL(pattern.slice(0, -1)).hostname;
