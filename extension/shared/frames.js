// Some pages are no more than a frame around another one, in which the article stands.

/** How much of the window such a frame takes up, at least. */
const LEAST_OF_PAGE = 0.5;
/** A frame in a frame in a frame is as deep as such pages are. */
const MOST_FRAMES = 3;

/**
 * The frames that may stand for the page, the largest first: of those that the
 * extension may read, which are those of the same site and of sites that are always cleaned.
 * @param {number} tabId
 * @returns {Promise<number[]>} their ids
 */
export async function framesLikePages(tabId) {
  const target = { tabId, allFrames: true };
  const all = await chrome.scripting.executeScript({ target, func: areaOfFrame, injectImmediately: true }).catch(() => []);
  const page = all.find(({ frameId }) => frameId === 0)?.result ?? Infinity;
  return all
    .filter(({ frameId, result }) => frameId !== 0 && (result ?? 0) >= LEAST_OF_PAGE * page)
    .sort((one, other) => (other.result ?? 0) - (one.result ?? 0))
    .slice(0, MOST_FRAMES)
    .map(({ frameId }) => frameId);
}

/** Mail and other applications show what they are about in frames too, and have more to say around them. */
const MOST_LETTERS_AROUND = 500;

/**
 * Is the page not much more than the frame that it shows?
 * @param {number} tabId
 */
export async function isOnlyAround(tabId) {
  const [page] = await chrome.scripting.executeScript({ target: { tabId }, func: lettersOfPage });
  return (page?.result ?? Infinity) <= MOST_LETTERS_AROUND;
}

/** Runs in the page. */
function lettersOfPage() {
  return document.documentElement.innerText?.length ?? 0;
}

/**
 * How many blocks are hidden in the page and its frames.
 * @param {number} tabId
 * @param {number} told where the browser lets nobody look
 */
export async function countIn(tabId, told) {
  // Asked to run in a tab that was withheld a moment ago, Chromium waits for ever, and has its button ask for a reload.
  if (!(await isGranted(tabId))) return told;
  const target = { tabId, allFrames: true };
  const all = await chrome.scripting.executeScript({ target, func: hiddenInFrame, injectImmediately: true }).catch(() => [{ result: told }]);
  return all.reduce((sum, { result }) => sum + (result ?? 0), 0);
}

/**
 * Only of granted tabs is the address told.
 * @param {number} tabId
 */
export async function isGranted(tabId) {
  return (await chrome.tabs.get(tabId)).url !== undefined;
}

/** Runs in each frame. */
function hiddenInFrame() {
  return Reflect.get(globalThis, 'cleanCopyPage')?.count() ?? 0;
}

/** Runs in each frame. */
function areaOfFrame() {
  return innerWidth * innerHeight;
}
