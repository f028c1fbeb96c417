// What the reader chose, in storage.sync, and what an administrator set, in
// storage.managed. Each site is an item of its own: an item may hold no more than
// 8 kB, and two browsers that add a site at the same time do not lose one. The
// items are told in docs/extension.md.

import { joined } from './rules-text.js';
import { chunksOf, fieldsOf, isSitePattern, isUnderstood, RULES, ruleKeys, SITE, understand, VERSION } from './settings-items.js';
import { readManaged } from './settings-managed.js';

/** The core's header, `HEADER` in src/options.rs, which the settings offer for a start. */
export const DEFAULT_HEADER = '{title}\n{byline} · {date}\n{url}';

/** Why a setting could not be written. `reason` is a key of the interface's words, `unsaved_…`. */
export class SettingsError extends Error {
  /**
   * @param {"full" | "often" | "newer" | "failed"} reason
   * @param {unknown} [cause]
   */
  constructor(reason, cause) {
    super(`the settings were not written: ${reason}`, { cause });
    this.reason = reason;
  }
}

/**
 * The settings in force. `managed` says what the administrator set, and that is
 * in force where both say something.
 * @returns {Promise<Settings>}
 */
export async function readSettings() {
  const [stored, managed] = await Promise.all([chrome.storage.sync.get(null), readManaged()]);
  const own = understand(stored);
  return {
    ...own,
    strength: managed.strength ?? own.strength,
    sites: { ...own.sites, ...managed.sites },
    copy: { ...own.copy, ...managed.copy },
    packsOff: managed.packsOff ?? own.packsOff,
    managed,
  };
}

/**
 * What the reader chose, without what an administrator set.
 */
export async function readChoices() {
  return understand(await chrome.storage.sync.get(null));
}

/**
 * The permission a site's pages need, or null for what is no web page. Ports
 * are no part of it: both browsers match every port of a host.
 * @param {string | undefined} url
 */
export function patternOf(url) {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  const pattern = `${protocol}//${hostname}/*`;
  return isSitePattern(pattern) ? pattern : null;
}

/**
 * @param {Strength} strength
 */
export function writeStrength(strength) {
  return change(() => ({ strength }));
}

/**
 * @param {string[]} patterns
 */
export function addSites(patterns) {
  const keys = patterns.map((pattern) => SITE + pattern);
  return change((stored) => Object.fromEntries(keys.map((key) => [key, stored[key] ?? {}])));
}

/**
 * A site that was removed meanwhile stays so.
 * @param {string} pattern
 * @param {Strength | undefined} strength undefined: as everywhere
 */
export function writeSiteStrength(pattern, strength) {
  const key = SITE + pattern;
  return change((stored) => (key in stored ? { [key]: { ...fieldsOf(stored[key]), strength } } : {}));
}

/**
 * @param {string[]} patterns
 */
export function removeSites(patterns) {
  const keys = patterns.map((pattern) => SITE + pattern);
  return change((stored) => Object.fromEntries(keys.flatMap((key) => (key in stored ? [[key, null]] : []))));
}

/**
 * @param {CopyChange} copy
 */
export function writeCopy({ header, links }) {
  return change((stored) => {
    const before = fieldsOf(stored.copy);
    const kept = header === undefined ? before.header : (header ?? undefined);
    return { copy: { ...before, header: kept, links: links ?? before.links ?? 'none' } };
  });
}

/**
 * @param {string[]} packsOff language tags
 */
export function writePacksOff(packsOff) {
  return change(() => ({ packsOff }));
}

/** The reader's own rules, as they were typed. */
export async function readRules() {
  return (await readChoices()).rules;
}

/**
 * Adds a rule on a line of its own, unless it is there.
 * @param {string} line
 * @returns {Promise<boolean>} whether it was not there
 */
export async function addRule(line) {
  let added = false;
  await changeRules((text) => {
    added = !text.split('\n').some((each) => each.trim() === line);
    return added ? joined(text, [line]) : text;
  });
  return added;
}

/**
 * @param {string} line
 */
export function removeRule(line) {
  const others = (/** @type {string} */ text) => text.split('\n').filter((each) => each.trim() !== line);
  return changeRules((text) => others(text).join('\n'));
}

/**
 * @param {(text: string) => string} edit from the rules as they are stored now to those that shall be
 */
export function changeRules(edit) {
  return change((stored) => {
    const { rules, confirmed } = understand(stored);
    const text = edit(rules);
    const still = stillConfirmed(confirmed, rules, text);
    return { ...rulesAsItems(stored, text), ...(still.length < confirmed.length && { confirmed: still }) };
  });
}

/**
 * What is left over is emptied in the call that writes the rest: nobody reads the
 * old end after a new beginning.
 * @param {Record<string, unknown>} stored
 * @param {string} rules
 */
function rulesAsItems(stored, rules) {
  const emptied = ruleKeys(stored).map((key) => [key, '']);
  return Object.fromEntries([...emptied, ...chunksOf(rules).map((chunk, at) => [RULES + at, chunk])]);
}

/**
 * Has all settings be those of a file. Which rules may hide an article is for the
 * reader to say, not for a file: it confirms none that is not confirmed here.
 * @param {Choices} choices
 */
export function replaceSettings({ sites, rules, confirmed, ...others }) {
  return change((stored) => {
    const before = understand(stored);
    const still = stillConfirmed(before.confirmed, before.rules, rules).filter((line) => confirmed.includes(line));
    const gone = Object.keys(stored).filter((key) => key.startsWith(SITE));
    const named = Object.entries(sites).map(([pattern, site]) => [SITE + pattern, site]);
    const listed = Object.fromEntries([...gone.map((key) => [key, null]), ...named]);
    return { ...others, confirmed: still, ...listed, ...rulesAsItems(stored, rules) };
  });
}

/** Removes everything. */
export function clearSettings() {
  return inTurn(() => chrome.storage.sync.clear());
}

/**
 * A rule that is taken out and written again later is to be confirmed again.
 * @param {string[]} confirmed
 * @param {string} before
 * @param {string} after
 */
function stillConfirmed(confirmed, before, after) {
  const [had, has] = [before, after].map((text) => new Set(text.split('\n').map((line) => line.trim())));
  return confirmed.filter((line) => has?.has(line) || !had?.has(line));
}

/**
 * Has a rule apply although it hides an article, or no longer.
 * @param {string} line
 * @param {boolean} on
 */
export function confirmRule(line, on) {
  return change((stored) => {
    const others = understand(stored).confirmed.filter((each) => each !== line);
    return { confirmed: on ? [...others, line] : others };
  });
}

/**
 * One call of `set` for a change, whatever it touches: browsers count the calls.
 * What is null or empty is removed after that.
 * @param {(stored: Record<string, unknown>) => Record<string, unknown>} changes
 */
function change(changes) {
  return inTurn(async () => {
    const stored = await chrome.storage.sync.get(null);
    const items = Object.entries(changes(stored));
    if (items.length === 0) return;
    const written = Object.fromEntries(items.filter(([, value]) => value !== null));
    const gone = items.flatMap(([key, value]) => (value === null || value === '' ? [key] : []));
    const { version } = stored;
    if (typeof version !== 'number' || version <= VERSION) written.version = VERSION;
    // A newer version wrote this; what we can't read we do not write over.
    else if (Object.keys(written).some((key) => key in stored && !isUnderstood(key, stored[key]))) throw new SettingsError('newer');
    await chrome.storage.sync.set(written).catch(asSettingsError);
    if (gone.length > 0) await chrome.storage.sync.remove(gone).catch(asSettingsError);
  });
}

/**
 * Changes wait for each other, also those of another page of the extension.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
const inTurn = (work) => navigator.locks.request('settings', work);

/**
 * What those are told who had something written by the background, with what else the work tells.
 * @param {Promise<object | void>} work
 * @returns {Promise<SaveReply>}
 */
export const replyOf = (work) => work.then((more) => ({ saved: true, ...more }), ({ reason = 'failed' }) => ({ saved: false, reason }));

/**
 * @param {unknown} error
 * @returns {never}
 */
function asSettingsError(error) {
  const said = String(error);
  if (/WRITE_OPERATIONS/.test(said)) throw new SettingsError('often', error);
  throw new SettingsError(/quota/i.test(said) ? 'full' : 'failed', error);
}
