// The popup's last row: the picker, and a report of a page that went wrong.

import { part } from './parts.js';
import { copyText } from './popup-copy.js';
import { askPage } from './tab.js';
import { sentence, word } from './words.js';

/**
 * @param {() => { tabId?: number, frameId?: number }} place the tab, and the frame in it that stands for the page
 * @param {(sentence: string) => void} answer
 */
export function listenForMore(place, answer) {
  part('pick', HTMLButtonElement).addEventListener('click', async () => {
    const { tabId, frameId } = place();
    if (!tabId) return;
    const reply = /** @type {PickReply} */ (await askPage(tabId, { to: 'page', type: 'pick' }, frameId));
    // The reader's hands are needed on the page now.
    if (reply.picking) window.close();
    else answer(sentence(reply.state));
  });
  part('report', HTMLButtonElement).addEventListener('click', async () => {
    const { tabId, frameId } = place();
    answer('');
    if (tabId) answer(await copyReport(tabId, frameId));
  });
}

/**
 * @param {number} tabId
 * @param {number | undefined} frameId
 * @returns {Promise<string>} what came of it, in words
 */
async function copyReport(tabId, frameId) {
  const named = part('report-site', HTMLInputElement).checked;
  const reply = /** @type {ReportReply} */ (await askPage(tabId, { to: 'page', type: 'report', named }, frameId));
  if (!reply.report) return sentence(reply.state);
  return word((await copyText(reply.report)) ? 'reportCopied' : 'notCopiedHere');
}
