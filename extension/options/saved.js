// Says of each change that it was saved, or why it was not.

import { part } from '../shared/parts.js';
import { unsavedSentence, word } from '../shared/words.js';

/**
 * @param {Promise<unknown>} work a change that is on its way
 * @param {() => void} [showStored] done where it is refused, by those whose control would go on showing it
 * @returns {Promise<boolean>}
 */
export async function save(work, showStored) {
  try {
    await work;
  } catch (error) {
    tell(unsavedSentence(error), true);
    showStored?.();
    return false;
  }
  tell(word('saved'), false);
  return true;
}

/**
 * Has the background make a change. It does so also when this page is closed meanwhile.
 * @param {BackgroundMessage} message one that is answered by a SaveReply
 */
export function saveBehind(message) {
  return save(askBehind(message));
}

/**
 * @param {BackgroundMessage} message
 */
async function askBehind(message) {
  const reply = await chrome.runtime.sendMessage(message);
  if (!reply.saved) throw Object.assign(new Error('not saved'), reply);
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
