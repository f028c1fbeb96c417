'use strict';
// Small questions about outcomes and errors, and the way to the background.

/**
 * The outcomes with which blocks may be hidden: on a front page, what covers it.
 * @param {State} state
 */
function isHiding(state) {
  return state === 'cleaned' || state === 'not-an-article';
}

/** @param {Entry} entry */
function isUnlock({ action }) {
  return action.split(' ').includes('unlock');
}

/**
 * @param {unknown} error
 * @returns {{ state: State, detail: string }}
 */
function troubleOf(error) {
  const { state = 'core-failed', message = String(error) } = /** @type {{ state?: State, message?: string }} */ (error);
  return { state, detail: message };
}

/**
 * @param {BackgroundMessage} message
 * @returns {Promise<any>} the answer, if there is one
 */
async function sendToBackground(message) {
  try {
    return await chrome.runtime.sendMessage(message);
  } catch {
    // The extension was updated or removed under the page: it has no badge left to set.
    return undefined;
  }
}
