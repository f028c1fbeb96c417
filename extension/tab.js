// Reaches the page in a tab: brings the page's scripts there and asks them.

/** The page's scripts, in one file as they ship; `tools/package/bundles.mjs` says of what. */
export const PAGE_FILE = 'page.js';

/**
 * What some messages need besides, brought only when they are asked.
 * @type {Partial<Record<PageMessage["type"], string>>}
 */
const MORE_FILES = { report: 'page/report.js', pick: 'page/picker.js' };

/**
 * @param {number} tabId
 * @param {PageMessage} message
 * @returns {Promise<any>} a View, a CopyReply for "copy", an ArticleReply for "article", a PickReply for "pick", a ReportReply for "report"
 */
export async function askPage(tabId, message) {
  try {
    const more = MORE_FILES[message.type];
    await bringScripts(tabId, more ? [more, PAGE_FILE] : [PAGE_FILE]);
    const reply = await chrome.tabs.sendMessage(tabId, message, { frameId: 0 });
    return reply && !('error' in reply) ? reply : failed('core-failed', reply?.error ?? 'no answer from the page');
  } catch (error) {
    return failed(await stateOfUnreachable(tabId), String(error));
  }
}

/** How long the tab's own process may take to hear that the click granted the tab, in milliseconds. */
const GRANT_ARRIVES = 1000;

/**
 * Chromium grants a tab in the browser's process at once and tells the tab's
 * process a little later: scripts that get there first are refused.
 * @param {number} tabId
 * @param {string[]} files
 */
async function bringScripts(tabId, files) {
  const target = { tabId, frameIds: [0] };
  for (let pause = 15; ; pause *= 2) {
    try {
      await chrome.scripting.executeScript({ target, files, injectImmediately: true });
      return;
    } catch (error) {
      const tooEarly = /Cannot access contents of the page/.test(String(error)) && (await isGranted(tabId));
      if (!tooEarly || pause > GRANT_ARRIVES) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/**
 * Only of granted tabs is the address told.
 * @param {number} tabId
 */
async function isGranted(tabId) {
  return (await chrome.tabs.get(tabId)).url !== undefined;
}

/**
 * @param {State} state
 * @param {string} detail
 * @returns {View & CopyReply & PickReply & ReportReply}
 */
function failed(state, detail) {
  const view = { state, detail, strength: null, count: 0, share: 0, article: null, ledger: [], held: 0 };
  return { ...view, copied: false, picking: false, report: null };
}

/**
 * Why the browser kept us out, as far as the address tells.
 * @param {number} tabId
 * @returns {Promise<State>}
 */
async function stateOfUnreachable(tabId) {
  const url = (await chrome.tabs.get(tabId).catch(() => undefined))?.url ?? '';
  if (/\.pdf$/i.test(url.replace(/[?#].*/, ''))) return 'not-a-page';
  return url.startsWith('file:') ? 'file-blocked' : 'not-allowed';
}
