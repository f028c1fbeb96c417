// What else the core tells of a page, for the picker and for a report of a page
// that went wrong.

import { breakage, selectorsOf } from '../core/core.js';
import { coreOptions } from '../shared/core-options.js';
import { warm } from '../shared/warm.js';

/**
 * An element of a page and those around it, each with selectors that find it.
 * @param {string} html
 * @param {number} ordinal
 * @returns {Promise<{ blocks: NamedElement[] }>}
 */
export async function selectors(html, ordinal) {
  await warm();
  return { blocks: selectorsOf(html, ordinal) };
}

/**
 * How a page was judged, with its words masked.
 * @param {string} html
 * @param {CoreOptions} options
 * @param {boolean} isPrivate
 * @returns {Promise<{ breakage: import('../core/core.js').Breakage }>}
 */
export async function examine(html, options, isPrivate) {
  const [chosen] = await Promise.all([coreOptions(options.url, isPrivate), warm()]);
  return { breakage: breakage(html, { ...chosen, ...options }) };
}
