// All settings as a file that people keep and other browsers read.

import { readRecipes, storeRecipes } from './recipes.js';
import { change } from './settings.js';
import * as items from './settings-items.js';

const { chunksOf, isCopy, isObject, isSite, isSitePattern, isStrength, isStrings, RULES, SITE, VERSION } = items;

/** Says of a JSON file that it is one of ours. */
const KIND = 'clean-copy-settings';

/** What keeps a file from being read; `reason` is a key of the interface's words, `file_…`. */
export class FileError extends Error {
  /**
   * @param {"not-json" | "not-ours" | "newer" | "unknown-field" | "bad-value"} reason
   * @param {string} [field]
   */
  constructor(reason, field = '') {
    super(`${reason} ${field}`);
    this.reason = reason;
    this.field = field;
  }
}

/** @type {Record<keyof Choices, (value: unknown) => boolean>} */
const FIELDS = {
  strength: isStrength,
  sites: (value) => isObject(value) && Object.entries(value).every(([pattern, site]) => isSitePattern(pattern) && isExactly(site, ['strength'], isSite)),
  copy: (value) => isExactly(value, ['header', 'links'], isCopy),
  rules: (value) => typeof value === 'string',
  confirmed: isStrings,
  packsOff: isStrings,
};

/**
 * @param {unknown} value
 * @param {string[]} fields
 * @param {(value: unknown) => boolean} isRight
 */
function isExactly(value, fields, isRight) {
  return isRight(value) && Object.keys(/** @type {object} */ (value)).every((field) => fields.includes(field));
}

/**
 * @param {Choices} choices
 */
export function writeFileText(choices) {
  return `${JSON.stringify({ kind: KIND, version: VERSION, ...choices }, null, 2)}\n`;
}

/**
 * Nothing of the file is taken where anything in it is not understood: half of
 * somebody's settings would be worse than none.
 * @param {string} text
 * @returns {Choices}
 */
export function readFileText(text) {
  const { kind, version, ...fields } = parse(text);
  if (kind !== KIND || typeof version !== 'number') throw new FileError('not-ours');
  if (version > VERSION) throw new FileError('newer');
  for (const [field, value] of Object.entries(fields)) {
    if (!Object.hasOwn(FIELDS, field)) throw new FileError('unknown-field', field);
    if (!FIELDS[/** @type {keyof Choices} */ (field)](value)) throw new FileError('bad-value', field);
  }
  return { strength: 'tidy', sites: {}, copy: { links: 'none' }, rules: '', confirmed: [], packsOff: [], ...fields };
}

/**
 * @param {string} text
 * @returns {Record<string, unknown>}
 */
function parse(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FileError('not-json');
  }
  if (!isObject(value)) throw new FileError('not-ours');
  return value;
}

/**
 * @param {Choices} choices
 */
export async function replaceAll({ sites, rules, ...others }) {
  /** @type {string[]} */
  let gone = [];
  await change((stored) => {
    const chunks = chunksOf(rules).map((chunk, at) => [RULES + at, chunk]);
    const named = Object.entries(sites).map(([pattern, site]) => [SITE + pattern, site]);
    const written = { ...others, ...Object.fromEntries([...chunks, ...named]) };
    const isListed = (/** @type {string} */ key) => key.startsWith(SITE) || key.startsWith(RULES);
    gone = Object.keys(stored).filter((key) => isListed(key) && !(key in written));
    return written;
  });
  if (gone.length > 0) await chrome.storage.sync.remove(gone);
}

/**
 * As after the installation: no settings, no permissions.
 * @param {{ recipes: boolean }} also whether what was learned goes too
 */
export async function forgetAll({ recipes }) {
  const { origins = [] } = await chrome.permissions.getAll();
  const learned = recipes ? {} : await readRecipes();
  const areas = [chrome.storage.sync, chrome.storage.local, chrome.storage.session];
  await Promise.all(areas.map((area) => area.clear()));
  await storeRecipes(learned);
  if (origins.length > 0) await chrome.permissions.remove({ origins });
}
