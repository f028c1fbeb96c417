// What the items of storage.sync mean, and how a long text fits into them. Reads
// leniently: an item that is not what we wrote counts as not there.

/** Goes up when an older version would misread what this one writes. */
export const VERSION = 2;
export const SITE = 'site:';
export const RULES = 'rules:';

/** An item may hold 8192 bytes with its key; the rest is for browsers that count otherwise. */
const CHUNK_BYTES = 7000;

/**
 * @param {unknown} value
 * @returns {value is Strength}
 */
export const isStrength = (value) => value === 'tidy' || value === 'focus';

/**
 * Does a change touch items whose keys begin so, or what an administrator set?
 * @param {string} prefix
 * @param {Record<string, chrome.storage.StorageChange>} changes
 * @param {string} area
 */
export function concerns(prefix, changes, area) {
  return area === 'managed' || (area === 'sync' && Object.keys(changes).some((key) => key.startsWith(prefix)));
}

/**
 * The patterns that the switch asks for: one host, one scheme. One bad pattern
 * would keep every other site from being registered. Chromium takes blanks for a
 * part of a host and writes them as %20; numbers can be no address of any kind.
 * @param {string} pattern
 */
export const isSitePattern = (pattern) => /^https?:\/\/([\w.-]+|\[[\da-f:.]+\])\/\*$/.test(pattern) && URL.canParse(pattern.slice(0, -1));

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An item's fields, those of a newer version too: they are written back as they are.
 * @param {unknown} value
 */
export const fieldsOf = (value) => (isObject(value) ? value : {});

/**
 * @param {unknown} value
 * @returns {value is string[]}
 */
export const isStrings = (value) => Array.isArray(value) && value.every((each) => typeof each === 'string');

/**
 * @param {unknown} value
 * @returns {value is CopySettings}
 */
export function isCopy(value) {
  if (!isObject(value)) return false;
  const { header, links } = value;
  return (header === undefined || typeof header === 'string') && (links === 'none' || links === 'wrapped');
}

/**
 * @param {unknown} value
 * @returns {value is SiteSettings}
 */
export const isSite = (value) => isObject(value) && (value.strength === undefined || isStrength(value.strength));

/**
 * Is an item one that this version can read? Those of a newer one may not be.
 * @param {string} key
 * @param {unknown} value
 */
export function isUnderstood(key, value) {
  if (key === 'strength') return isStrength(value);
  if (key === 'copy') return isCopy(value);
  if (key === 'confirmed' || key === 'packsOff') return isStrings(value);
  if (key.startsWith(SITE)) return isSite(value);
  return typeof value === 'string';
}

/**
 * @param {Record<string, unknown>} stored
 * @returns {Choices}
 */
export function understand(stored) {
  const { strength, copy, confirmed, packsOff } = stored;
  return {
    strength: isStrength(strength) ? strength : 'tidy',
    sites: sitesIn(stored),
    copy: isCopy(copy) ? copyOf(copy) : { links: 'none' },
    rules: rulesIn(stored),
    confirmed: isStrings(confirmed) ? confirmed : [],
    packsOff: isStrings(packsOff) ? packsOff : [],
  };
}

/**
 * Only the fields that this version knows.
 * @param {CopySettings} copy
 * @returns {CopySettings}
 */
const copyOf = ({ header, links }) => ({ ...(header !== undefined && { header }), links });

/**
 * @param {Record<string, unknown>} stored
 */
function sitesIn(stored) {
  /** @type {Record<string, SiteSettings>} */
  const sites = {};
  for (const [key, value] of Object.entries(stored)) {
    const pattern = key.slice(SITE.length);
    if (!key.startsWith(SITE) || !isSitePattern(pattern)) continue;
    sites[pattern] = isSite(value) && value.strength ? { strength: value.strength } : {};
  }
  return sites;
}

/**
 * @param {Record<string, unknown>} stored
 */
function rulesIn(stored) {
  const keys = ruleKeys(stored).filter((key) => typeof stored[key] === 'string');
  return keys.map((key) => stored[key]).join('');
}

/**
 * @param {Record<string, unknown>} stored
 */
export function ruleKeys(stored) {
  const number = (/** @type {string} */ key) => Number(key.slice(RULES.length));
  const keys = Object.keys(stored).filter((key) => key.startsWith(RULES) && Number.isInteger(number(key)));
  return keys.sort((one, other) => number(one) - number(other));
}

/**
 * Cuts a text into items, between lines where that can be: should two browsers
 * write at the same time, no line is half of one and half of the other.
 * @param {string} text
 */
export function chunksOf(text) {
  /** @type {string[]} */
  const chunks = [];
  let chunk = '';
  let size = 0;
  for (const piece of piecesOf(text)) {
    const bytes = storedBytes(piece);
    if (size + bytes > CHUNK_BYTES) {
      chunks.push(chunk);
      [chunk, size] = ['', 0];
    }
    chunk += piece;
    size += bytes;
  }
  return chunk ? [...chunks, chunk] : chunks;
}

/**
 * Lines with their ends; one that fits into no item, in single characters.
 * @param {string} text
 */
function* piecesOf(text) {
  for (const line of text.match(/[^\n]*\n|[^\n]+/g) ?? []) {
    if (storedBytes(line) <= CHUNK_BYTES) yield line;
    else yield* line;
  }
}

/**
 * What a text takes as JSON. Chromium writes six bytes for each "<".
 * @param {string} text
 */
export function storedBytes(text) {
  const less = text.split('<').length - 1;
  return new TextEncoder().encode(JSON.stringify(text)).length - 2 + 5 * less;
}
