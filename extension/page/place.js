'use strict';
// Shows where a block of the ledger is, or was.

/**
 * A frame drawn over the page while the reader points at a row of the ledger.
 * It lives in a closed shadow root beside the body and is gone afterwards, and
 * the page is back where it was.
 * @param {InstanceType<typeof CleanCopyHiding>} hiding
 */
function createPointer(hiding) {
  /** @type {HTMLElement | null} */
  let frame = null;
  /** Where the reader was, and where a row has led. @type {[from: number, to: number] | null} */
  let way = null;

  /**
   * @param {Entry | undefined} entry
   * @param {boolean} [stays] there is more to see than a frame
   */
  function point(entry, stays = false) {
    clear();
    const rect = entry && isPresent(entry.element) && measure(hiding, entry);
    if (!rect) return;
    const from = scrollY;
    rect.y -= bringIntoView(rect);
    if (!stays) way = [from, scrollY];
    frame = drawPlace(rect);
  }

  function clear() {
    frame?.remove();
    // Who has scrolled meanwhile wants to be there.
    if (way?.[1] === scrollY) scrollTo({ top: way[0], behavior: 'instant' });
    way = null;
  }

  return { point, clear };
}

/** @param {DOMRect} rect */
function drawPlace(rect) {
  const host = /** @type {HTMLElement} */ (own(document, 'createElement').call(document, 'clean-copy-place'));
  const top = { position: 'fixed', inset: '0', 'z-index': '2147483647', 'pointer-events': 'none' };
  setStyle(host, { all: 'initial', ...top });
  const frame = /** @type {HTMLElement} */ (own(document, 'createElement').call(document, 'div'));
  setStyle(frame, {
    position: 'absolute',
    'box-sizing': 'border-box',
    left: `${Math.max(rect.left - 6, 2)}px`,
    top: `${Math.max(rect.top - 6, 2)}px`,
    width: `${Math.min(Math.max(rect.width, 40) + 12, innerWidth - 4)}px`,
    height: `${Math.min(rect.height + 12, innerHeight - 4)}px`,
    border: '2px solid #e8590c',
    'border-radius': '6px',
    background: '#e8590c26',
    'box-shadow': '0 0 0 1px #fff9',
  });
  host.attachShadow({ mode: 'closed' }).append(frame);
  pageRoot().append(host);
  return host;
}

/**
 * @param {HTMLElement} element
 * @param {Record<string, string>} style
 */
function setStyle(element, style) {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important');
}

/**
 * Where a block is. A hidden one has no place, so it is let out for the
 * measuring, before which and after which nothing is painted; a block in the
 * flow leaves a line where it was, one that lies over the page its whole frame.
 * @param {InstanceType<typeof CleanCopyHiding>} hiding
 * @param {Entry} entry
 * @returns {DOMRect | null} nothing of a block that the page itself does not draw
 */
function measure(hiding, entry) {
  const { element, action, shown } = entry;
  const isHidden = action === 'hide' && !shown;
  const sheet = isHidden && cleanCopyRecipe?.standing();
  if (sheet) sheet.disabled = true;
  if (isHidden) hiding.marks.unmark(element);
  const { left, top, width, height } = rectOf(element);
  const isWhole = !isHidden || /^(fixed|absolute)$/.test(getComputedStyle(element).position);
  if (isHidden) hiding.mark(entry);
  if (sheet) sheet.disabled = false;
  return width || height ? new DOMRect(left, top, width, isWhole ? height : 0) : null;
}

/**
 * Scrolls only where there is need.
 * @param {DOMRect} rect
 * @returns {number} by how much the page moved
 */
function bringIntoView(rect) {
  const margin = 40;
  if (rect.bottom > margin && rect.top < innerHeight - margin) return 0;
  const before = scrollY;
  const middle = rect.top + Math.min(rect.height, innerHeight) / 2 - innerHeight / 2;
  scrollBy({ top: middle, behavior: 'instant' });
  return scrollY - before;
}
