// What the toolbar button shows: how many blocks are hidden, and whether the
// page is clean. Both belong to the tab's page; the browser drops them when the
// tab goes elsewhere.

import { counted, word } from '../shared/words.js';

/** How long "✓" or "!" stand on the button, in milliseconds. */
const ANSWER_STANDS = 2500;

/**
 * @param {number} tabId
 * @param {State} state
 * @param {number} count
 */
export async function showState(tabId, state, count) {
  const clean = state === 'cleaned' || count > 0;
  const said = { text: count > 0 ? String(count) : '', title: titleFor(count) };
  const answer = answers.get(tabId);
  if (answer) answer.before = said;
  const stands = answer && (await chrome.action.getBadgeText({ tabId })) === answer.mark;
  await Promise.all([
    !stands && say(tabId, said.text, said.title),
    chrome.action.setBadgeBackgroundColor({ tabId, color: '#0b7285' }),
    chrome.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
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
 * @typedef {object} ButtonAnswer
 * @property {string} mark
 * @property {{ text: string, title: string } | null} before what the button says of the page
 */

/** Answers that stand, by tab. @type {Map<number, ButtonAnswer>} */
const answers = new Map();

/**
 * Answers a key or a menu entry where no popup is open to do so: for a moment
 * on the button, and in words in its title, which is its name for screen readers.
 * @param {number} tabId
 * @param {string} mark
 * @param {string} sentence
 */
export async function showAnswer(tabId, mark, sentence) {
  const last = answers.get(tabId);
  /** @type {ButtonAnswer} */
  const answer = { mark, before: null };
  answers.set(tabId, answer);
  // Asked and said at once: what the page tells meanwhile finds the answer standing.
  const stood = Promise.all([chrome.action.getBadgeText({ tabId }), chrome.action.getTitle({ tabId })]);
  const said = say(tabId, mark, sentence);
  const [text, title] = await stood;
  answer.before ??= last?.mark === text ? last.before : { text, title };
  await said;
  setTimeout(() => void takeBack(tabId, answer).catch(() => {}), ANSWER_STANDS);
}

/**
 * @param {number} tabId
 * @param {ButtonAnswer} answer
 */
async function takeBack(tabId, answer) {
  if (answers.get(tabId) !== answer) return;
  answers.delete(tabId);
  const { mark, before } = answer;
  // On another page it does not stand any more.
  if (before && (await chrome.action.getBadgeText({ tabId })) === mark) await say(tabId, before.text, before.title);
}

/**
 * @param {number} tabId
 * @param {string} text
 * @param {string} title
 */
function say(tabId, text, title) {
  return Promise.all([chrome.action.setBadgeText({ tabId, text }), chrome.action.setTitle({ tabId, title })]);
}

/**
 * @param {"clean" | "idle"} name
 */
function icons(name) {
  return { 16: `/icons/${name}-16.png`, 32: `/icons/${name}-32.png` };
}
