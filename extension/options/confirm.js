// Asks before what can't be undone.

import { part } from '../shared/parts.js';

/**
 * @param {string} question
 * @param {string} yes what the button that does it says
 * @param {string} [also] what a box offers besides; `isAlsoWanted` tells whether it was left ticked
 * @returns {Promise<boolean>}
 */
export function isSure(question, yes, also = '') {
  const dialog = part('confirm', HTMLDialogElement);
  const yesButton = part('confirm-yes', HTMLButtonElement);
  part('confirm-question', HTMLElement).textContent = question;
  yesButton.textContent = yes;
  offerAlso(also);
  dialog.returnValue = '';
  yesButton.onclick = () => dialog.close('yes');
  part('confirm-no', HTMLButtonElement).onclick = () => dialog.close();
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

/**
 * @param {string} also
 */
function offerAlso(also) {
  const offered = part('confirm-more', HTMLLabelElement);
  offered.hidden = also === '';
  part('confirm-also', HTMLInputElement).checked = true;
  /** @type {HTMLElement} */ (offered.lastElementChild).textContent = also;
}

export const isAlsoWanted = () => part('confirm-also', HTMLInputElement).checked;
