// Pages that mean harm. A model says what its page is made of and what must hold there; the tests in tests/browser/ open
// each in real browsers.

import { articleAround } from '../browser/lib/hostile.mjs';

/**
 * @typedef {object} Model
 * @property {string} [parsed] markup in the middle of the article
 * @property {string} [script] a script that runs at the end of the page
 * @property {string} [head] markup for the head
 * @property {string} [before] markup around the article, its beginning
 * @property {string} [behind] and its end
 * @property {(page: string) => string | Buffer} [body] makes of the page what is sent
 * @property {Record<string, string>} [headers] what the server sends along
 * @property {string[]} [states] what the popup may come to; left out: cleaned
 * @property {string[]} [gone] ids of clutter that must be hidden where the page is cleaned; left out: all of it
 * @property {number} [marks] how many elements carry marks that are the page's own
 * @property {boolean} [unseen] the page itself hides its article while anything is hidden
 * @property {boolean} [restless] the page changes itself, and is not after the restore what it was before
 */

/** The clutter that every page has. */
export const CLUTTER_IDS = ['c2', 'c3', 'c4'];

/** Keeps the errors of the page's own scripts. */
const LISTENER = "<script>window.pageErrors = []; addEventListener('error', ({ message }) => window.pageErrors.push(message));</script>";

/**
 * What the server sends for a model.
 *
 * @param {Model} model
 * @returns {string | Buffer}
 */
export function bodyOf({ parsed, script, head = '', before = '', behind = '', body = (page) => page }) {
  const page = articleAround({ parsed, script, head: LISTENER + head });
  return body(page.replace('<main>', () => `${before}<main>`).replace('</main>', () => `</main>${behind}`));
}
