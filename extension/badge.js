// What the toolbar button shows: how many blocks are hidden, and whether the
// page is clean. Both belong to the tab's page; the browser drops them when the
// tab goes elsewhere.

import { counted, word } from './words.js';

/** How long "✓" or "!" stand on the button, in milliseconds. */
const ANSWER_STANDS = 2500;

/**
 * @param {number} tabId
 * @param {State} state
 * @param {number} count
 */
export async function showState(tabId, state, count) {
  const clean = state === 'cleaned' || count > 0;
  await Promise.all([
    chrome.action.setBadgeText({ tabId, text: count > 0 ? String(count) : '' }),
    chrome.action.setBadgeBackgroundColor({ tabId, color: '#0b7285' }),
    chrome.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    chrome.action.setTitle({ tabId, title: titleFor(count) }),
    chrome.action.setIcon({ tabId, path: icons(clean ? 'clean' : 'idle') }),
  ]);
}

/**
 * The state in words, for those who can't see the badge.
 * @param {number} count
 */
function titleFor(count) {
  return count > 0 ? `${word('name')}: ${counted('hidden', count)}` : word('actionTitle');
}

/**
 * Answers a key or a menu entry where no popup is open to do so: for a moment
 * on the button, and in words in its title.
 * @param {number} tabId
 * @param {string} mark
 * @param {string} sentence
 */
export async function showAnswer(tabId, mark, sentence) {
  const before = await chrome.action.getBadgeText({ tabId });
  await chrome.action.setTitle({ tabId, title: sentence });
  await chrome.action.setBadgeText({ tabId, text: mark });
  setTimeout(() => void takeBack(tabId, mark, before), ANSWER_STANDS);
}

/**
 * @param {number} tabId
 * @param {string} mark
 * @param {string} before
 */
async function takeBack(tabId, mark, before) {
  try {
    const now = await chrome.action.getBadgeText({ tabId });
    if (now === mark) await chrome.action.setBadgeText({ tabId, text: before === mark ? '' : before });
  } catch {
    // The tab was closed meanwhile.
  }
}

/**
 * @param {"clean" | "idle"} name
 */
function icons(name) {
  return { 16: `/icons/${name}-16.png`, 32: `/icons/${name}-32.png` };
}
