// The popup's last row: the picker, and a report of a page that went wrong.

import { copyText } from '../shared/copy.js';
import { part } from '../shared/parts.js';
import { askPage, isWithoutArticle } from '../shared/tab.js';
import { sentence, word } from '../shared/words.js';

/**
 * @param {() => { tabId?: number, view?: View | null }} place the tab, and what is known of it
 * @param {(sentence: string) => void} answer
 */
export function listenForMore(place, answer) {
  part('pick', HTMLButtonElement).addEventListener('click', async () => {
    const { tabId, view } = place();
    if (!tabId) return;
    const reply = /** @type {PickReply} */ (await askPage(tabId, { to: 'page', type: 'pick' }, frameOf(view)));
    // The reader's hands are needed on the page now.
    if (reply.picking) window.close();
    else answer(sentence(reply.state));
  });
  part('report', HTMLButtonElement).addEventListener('click', async () => {
    const { tabId, view } = place();
    answer('');
    if (tabId) answer(await copyReport(tabId, frameOf(view)));
  });
}

/**
 * The frame that stands for the page. One that only hides something does not.
 * @param {View | null | undefined} view
 */
function frameOf(view) {
  return view && !isWithoutArticle(view) ? view.frameId : 0;
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
