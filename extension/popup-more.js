// The popup's last row: the picker, and a report of a page that went wrong.

import { part } from './parts.js';
import { copyText } from './popup-copy.js';
import { askPage } from './tab.js';
import { sentence, word } from './words.js';

/**
 * @param {() => number | undefined} tabId
 * @param {(sentence: string) => void} answer
 */
export function listenForMore(tabId, answer) {
  part('pick', HTMLButtonElement).addEventListener('click', async () => {
    const id = tabId();
    if (!id) return;
    const reply = /** @type {PickReply} */ (await askPage(id, { to: 'page', type: 'pick' }));
    // The reader's hands are needed on the page now.
    if (reply.picking) window.close();
    else answer(sentence(reply.state));
  });
  part('report', HTMLButtonElement).addEventListener('click', async () => {
    const id = tabId();
    if (id) answer(await copyReport(id));
  });
}

/**
 * @param {number} tabId
 * @returns {Promise<string>} what came of it, in words
 */
async function copyReport(tabId) {
  const named = part('report-site', HTMLInputElement).checked;
  const reply = /** @type {ReportReply} */ (await askPage(tabId, { to: 'page', type: 'report', named }));
  if (!reply.report) return sentence(reply.state);
  return word((await copyText(reply.report)) ? 'reportCopied' : 'notCopiedHere');
}
