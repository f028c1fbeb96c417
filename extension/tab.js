// Reaches the page in a tab: brings the page's scripts there and asks them.

/** The page's scripts, in the order they build on each other. */
export const PAGE_FILES = [
  'page/recipe.js',
  'page/native.js',
  'page/dom.js',
  'page/take.js',
  'page/walk.js',
  'page/pruned.js',
  'page/reader.js',
  'page/facts.js',
  'page/ledger.js',
  'page/read.js',
  'page/line.js',
  'page/mark.js',
  'page/place.js',
  'page/clipboard.js',
  'page/lines.js',
  'page/selection.js',
  'page/copying.js',
  'page/trouble.js',
  'page/hiding.js',
  'page/limiter.js',
  'page/arrivals.js',
  'page/renewal.js',
  'page/outline.js',
  'page/living.js',
  'page/navigation.js',
  'page/later.js',
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
 * @returns {Promise<any>} a View, a CopyReply for "copy", an ArticleReply for "article", a PickReply for "pick", a ReportReply for "report"
 */
export async function askPage(tabId, message) {
  try {
    await bringScripts(tabId, [...(MORE_FILES[message.type] ?? []), ...PAGE_FILES]);
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
