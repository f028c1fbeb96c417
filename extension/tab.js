// Reaches the page in a tab: brings the page's scripts there and asks them.

/** The page's scripts, in the order they build on each other. */
export const PAGE_FILES = [
  'page/take.js',
  'page/walk.js',
  'page/facts.js',
  'page/ledger.js',
  'page/read.js',
  'page/mark.js',
  'page/place.js',
  'page/clipboard.js',
  'page/session.js',
  'page.js',
];

/**
 * @param {number} tabId
 * @param {PageMessage} message
 * @returns {Promise<any>} a View, or a CopyReply for "copy"
 */
export async function askPage(tabId, message) {
  try {
    const target = { tabId, frameIds: [0] };
    await chrome.scripting.executeScript({ target, files: PAGE_FILES, injectImmediately: true });
    return await chrome.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch (error) {
    return failed(await stateOfUnreachable(tabId), String(error));
  }
}

/**
 * @param {State} state
 * @param {string} detail
 * @returns {View & CopyReply}
 */
function failed(state, detail) {
  return { state, detail, copied: false, strength: null, count: 0, share: 0, article: null, ledger: [] };
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
