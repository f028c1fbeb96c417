// Says of each change that it was saved, or why it was not.

import { part } from './parts.js';
import { unsavedSentence, word } from './words.js';

/**
 * @param {Promise<unknown>} work a change that is on its way
 * @returns {Promise<boolean>}
 */
export async function save(work) {
  try {
    await work;
  } catch (error) {
    tell(unsavedSentence(error), true);
    return false;
  }
  tell(word('saved'), false);
  return true;
}

/**
 * @param {string} text
 * @param {boolean} isTrouble
 */
function tell(text, isTrouble) {
  const place = part('saved', HTMLElement);
  place.classList.toggle('trouble', isTrouble);
  // Emptied first: a reader is told again only what is there anew.
  place.textContent = '';
  requestAnimationFrame(() => (place.textContent = text));
}
