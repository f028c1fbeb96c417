// Asks before what can't be undone.

import { part } from './parts.js';

/**
 * @param {string} question
 * @param {string} yes what the button that does it says
 * @returns {Promise<boolean>}
 */
export function confirmed(question, yes) {
  const dialog = part('confirm', HTMLDialogElement);
  const yesButton = part('confirm-yes', HTMLButtonElement);
  part('confirm-question', HTMLElement).textContent = question;
  yesButton.textContent = yes;
  dialog.returnValue = '';
  yesButton.onclick = () => dialog.close('yes');
  part('confirm-no', HTMLButtonElement).onclick = () => dialog.close();
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
