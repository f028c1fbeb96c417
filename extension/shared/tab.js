// Reaches the page in a tab: brings the page's scripts there and asks them.

import { framesLikePages, isGranted } from './frames.js';

/**
 * The page's scripts, in one file as they ship; `tools/package/bundles.mjs` says of what.
 * From the root: what is not, Firefox looks for beside the page of ours that asks.
 */
export const PAGE_FILE = '/page/page.js';

/**
 * What some messages need besides, brought only when they are asked.
 * @type {Partial<Record<PageMessage["type"], string>>}
 */
const MORE_FILES = { report: '/page/report.js', pick: '/page/picker.js' };

/** @type {PageMessage} */
const VIEW = { to: 'page', type: 'view' };

/** What is asked of the frame that stands for the page, where the page itself holds no article. */
const FOR_FRAMES = ['clean', 'toggle', 'copy'];

/**
 * @param {number} tabId
 * @param {PageMessage} message
 * @param {number} [frameId] of the View before; else the page, or the frame in it that stands for it
 * @returns {Promise<any>} a View, a CopyReply for "copy", an ArticleReply for "article", a PickReply for "pick", a ReportReply for "report"
 */
export async function askPage(tabId, message, frameId = 0) {
  try {
    if (message.type === 'restore') await restoreAll(tabId);
    else if (message.type === 'show') {
      const [place, index] = placeOf(message.index, frameId);
      await askFrame(tabId, place, { ...message, index });
    } else if (message.type !== 'view') return await askPageOrFrame(tabId, message, message.type === 'clean' ? 0 : frameId);
    // What is done waits for nothing, and neither does its answer.
    const view = { ...VIEW, now: message.type !== 'view' };
    const page = await askFrame(tabId, 0, view);
    return frameId === 0 ? page : joined(await askFrame(tabId, frameId, view), page);
  } catch (error) {
    // A frame may be gone by now. Then the page is asked, but not for a row: the frame's rows are not its own.
    if (frameId !== 0) return askPage(tabId, message.type === 'show' ? VIEW : message);
    return failed(await stateOfUnreachable(tabId), String(error));
  }
}

/**
 * Asks the frame, or else the page; where that holds no article, the frame that stands for it.
 * @param {number} tabId
 * @param {PageMessage} message
 * @param {number} frameId
 */
async function askPageOrFrame(tabId, message, frameId) {
  if (message.type === 'toggle' && (await isCleanSomewhere(tabId))) return askPage(tabId, { to: 'page', type: 'restore' }, frameId);
  const reply = await askFrame(tabId, frameId, message);
  const elsewhere = frameId === 0 && isWithoutArticle(reply) && FOR_FRAMES.includes(message.type);
  return (elsewhere && (await askFrames(tabId, message, reply))) || reply;
}

/**
 * The key is of the page and of the frame that stands for it, which may be clean where the page is not.
 * @param {number} tabId
 */
async function isCleanSomewhere(tabId) {
  for (const frameId of [0, ...(await framesLikePages(tabId))]) {
    const view = await askFrame(tabId, frameId, VIEW).catch(() => null);
    if (view && (view.state === 'cleaned' || view.ledger.length > 0)) return true;
  }
  return false;
}

/**
 * The page and all frames in which scripts of ours are. It goes the way that a clean goes, which it may not overtake.
 * @param {number} tabId
 */
async function restoreAll(tabId) {
  await bringScripts(tabId, 0, [PAGE_FILE]).catch(() => {});
  await chrome.tabs.sendMessage(tabId, { to: 'page', type: 'restore' }).catch(() => {});
}

/**
 * One ledger of a frame and the page around it, which may hide blocks too: a banner
 * over both. Its rows have numbers below zero.
 * @param {View} view the frame's
 * @param {View} page
 * @returns {View}
 */
function joined(view, page) {
  const rows = page.ledger.map((row) => ({ ...row, index: -1 - row.index }));
  return { ...view, ledger: [...view.ledger, ...rows], count: view.count + page.count, held: view.held + page.held };
}

/**
 * @param {number} index of a row
 * @param {number} [frameId] of the View that it is in
 * @returns {[frameId: number, index: number]} the frame that knows the row, and its number there
 */
export function placeOf(index, frameId = 0) {
  return index < 0 ? [0, -1 - index] : [frameId, index];
}

/**
 * @param {number} tabId
 * @param {number} frameId
 * @param {PageMessage} message
 */
export async function askFrame(tabId, frameId, message) {
  const more = MORE_FILES[message.type];
  await bringScripts(tabId, frameId, more ? [more, PAGE_FILE] : [PAGE_FILE]);
  const reply = await chrome.tabs.sendMessage(tabId, message, { frameId });
  if (!reply || 'error' in reply) return failed('core-failed', reply?.error ?? 'no answer from the page');
  return frameId === 0 ? reply : { ...reply, frameId };
}

/**
 * The first frame with an article in it, of those that are as large as pages; where there is none, the first that hides something.
 * @param {number} tabId
 * @param {PageMessage} message
 * @param {View} page what the page itself has answered
 */
async function askFrames(tabId, message, page) {
  /** @type {PageMessage} */
  const asked = message.type === 'copy' ? { to: 'page', type: 'article' } : message;
  /** @type {View[]} */
  const others = [];
  let found = null;
  for (const frameId of await framesLikePages(tabId)) {
    // It may be gone by now, or be one that scripts are kept out of.
    const reply = await askFrame(tabId, frameId, asked).catch(() => null);
    if (!reply || reply.state === 'core-failed') continue;
    if (!isWithoutArticle(reply)) {
      found = reply;
      break;
    }
    if (reply.ledger?.length > 0) others.push(reply);
  }
  if (message.type === 'copy') return found && askFrame(tabId, 0, { to: 'page', type: 'put', article: found.article, format: message.format });
  found ??= others.shift();
  // What a frame hides that the ledger does not tell of is seen again.
  for (const { frameId } of others) await askFrame(tabId, frameId ?? 0, { to: 'page', type: 'restore' }).catch(() => null);
  return found && joined(found, page);
}

/**
 * @param {View | CopyReply} reply
 */
export function isWithoutArticle(reply) {
  const empty = reply.state === 'nothing' && 'article' in reply && !reply.article?.excerpts.length;
  return empty || reply.state === 'not-an-article';
}

/** How long the tab's own process may take to hear that the click granted the tab, in milliseconds. */
const GRANT_ARRIVES = 1000;

/**
 * Chromium grants a tab in the browser's process at once and tells the tab's
 * process a little later: scripts that get there first are refused.
 * @param {number} tabId
 * @param {number} frameId
 * @param {string[]} files
 */
async function bringScripts(tabId, frameId, files) {
  const target = { tabId, frameIds: [frameId] };
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
