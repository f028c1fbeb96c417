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
  'page/lines.js',
  'page/selection.js',
  'page/copying.js',
  'page/trouble.js',
  'page/session.js',
  'page.js',
];

/**
 * What some messages need besides, brought only when they are asked.
 * @type {Partial<Record<PageMessage["type"], string[]>>}
 */
const MORE_FILES = {
  report: ['page/report.js'],
  pick: [
    'page/words.js',
    'page/picker-style.js',
    'page/picker-stage.js',
    'page/picker-aim.js',
    'page/picker-rules.js',
    'page/picker-panel.js',
    'page/picker-view.js',
    'page/picker.js',
  ],
};

/**
 * @param {number} tabId
 * @param {PageMessage} message
 * @returns {Promise<any>} a View, a CopyReply for "copy", a PickReply for "pick", a ReportReply for "report"
 */
export async function askPage(tabId, message) {
  try {
    const target = { tabId, frameIds: [0] };
    const files = [...(MORE_FILES[message.type] ?? []), ...PAGE_FILES];
    await chrome.scripting.executeScript({ target, files, injectImmediately: true });
    return await chrome.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch (error) {
    return failed(await stateOfUnreachable(tabId), String(error));
  }
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
