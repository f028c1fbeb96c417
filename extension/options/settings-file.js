// All settings as a file that people keep and other browsers read.

import { readRecipes, storeRecipes } from '../shared/recipes.js';
import { isCopy, isObject, isSite, isSitePattern, isStrength, isStrings, VERSION } from '../shared/settings-items.js';
import { clearSettings } from '../shared/settings.js';

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
 * As after the installation: no settings, no permissions.
 * @param {{ recipes: boolean }} also whether what was learned goes too
 */
export async function forgetAll({ recipes }) {
  const { origins = [] } = await chrome.permissions.getAll();
  const learned = recipes ? {} : await readRecipes();
  await Promise.all([clearSettings(), chrome.storage.local.clear(), chrome.storage.session.clear()]);
  await storeRecipes(learned);
  if (origins.length > 0) await chrome.permissions.remove({ origins });
}
