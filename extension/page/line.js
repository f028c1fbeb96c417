'use strict';
// Keeps the line that is being read where it is while blocks above it go or come.

/**
 * Runs `work` and scrolls by as much as it moved the first text in view. Browsers
 * do so too, but not where a page opts out of it, nor in every scrolling box.
 * @template T
 * @param {() => T} work
 * @param {{ atStart?: boolean, unlocks?: boolean }} [known] nothing is scrolled, so there is nothing to look for; a lock may go
 * @returns {T}
 */
function holdLine(work, { atStart = false, unlocks = false } = {}) {
  const shift = unlocks ? shiftOfLock() : 0;
  const lines = atStart && shift === 0 ? [] : linesInView(shift > 0);
  const result = work();
  if (shift > 0 && shiftOfLock() === 0) scrollerOf(pageRoot()).scrollBy({ top: shift, behavior: 'instant' });
  /** @type {Set<Element>} */
  const held = new Set();
  for (const { range, top, scroller } of lines) {
    const [rect] = range.getClientRects();
    if (!rect || held.has(scroller)) continue;
    held.add(scroller);
    // It may be at its beginning by now.
    if (scroller.scrollTop > 0 && rect.top !== top) scroller.scrollBy({ top: rect.top - top, behavior: 'instant' });
  }
  return result;
}

/**
 * A box that is made shorter for a moment is scrolled back to where it ends by the browser, and stays there.
 * @param {Element[]} shorter what is made shorter
 * @returns {() => void} scrolls all around them to where it was
 */
function keepScrolled(shorter) {
  /** @type {Map<Element, { left: number, top: number }>} */
  const places = new Map();
  for (const element of shorter.length > 0 ? [...shorter, scrollerOf(pageRoot())] : []) {
    for (let at = /** @type {Element | null} */ (element); at && !places.has(at); at = parentOf(at)) places.set(at, placeIn(at));
  }
  return () => {
    for (const [box, { left, top }] of places) {
      const now = placeIn(box);
      if (now.left !== left || now.top !== top) Reflect.apply(own(box, 'scrollTo'), box, [{ left, top, behavior: 'instant' }]);
    }
  };
}

/** @param {Element} box */
function placeIn(box) {
  return { left: own(box, 'scrollLeft'), top: own(box, 'scrollTop') };
}

/**
 * By how much a page is moved up that is kept from scrolling by being fixed: so it looks as if it still were scrolled.
 */
function shiftOfLock() {
  for (const canvas of [pageRoot(), pageBody()]) {
    const { position, top } = canvas ? getComputedStyle(canvas) : { position: '', top: '' };
    if (position === 'fixed') return Math.max(0, -parseFloat(top)) || 0;
  }
  return 0;
}

/**
 * Letters from the top of the window down, since some of the upper ones may go.
 * The window is put right before the boxes that it holds.
 * @param {boolean} isShifted the page is fixed where it was scrolled to
 */
function linesInView(isShifted) {
  const root = scrollerOf(pageRoot());
  if (!isShifted && !isScrolled(root)) return [];
  /** @type {{ range: Range, top: number, scroller: Element }[]} */
  const lines = [];
  /** @type {Map<Element, Element | null>} */
  const layers = new Map();
  // A point costs next to nothing, but half a second in a list of a million items.
  const deadline = performance.now() + 50;
  for (let row = 0; row < 12 && performance.now() < deadline; row++) {
    // One letter a row, in the middle or beside it: boxes that scroll may stand side by side.
    for (const column of [0.5, 0.25, 0.75, 0.5, 0.25].slice(row % 3, (row % 3) + 3)) {
      const range = letterAt(innerWidth * column, 1 + (innerHeight * row) / 12);
      const element = range && parentOf(range.startContainer);
      if (!range || !element || layerOf(element, layers)) continue;
      const scroller = scrollerOf(element);
      // What is not scrolled stays at its beginning: what comes there is to be seen.
      if (own(scroller, 'scrollTop') <= 0 && !(isShifted && scroller === root)) continue;
      const [rect] = range.getClientRects();
      if (rect) lines.push({ range, top: rect.top, scroller });
      break;
    }
  }
  return lines.sort((one, other) => Number(other.scroller === root) - Number(one.scroller === root) || one.top - other.top);
}

/**
 * Looks whether anything is scrolled while the page is laid out, when that costs nothing,
 * and listens from then on.
 * @returns {() => boolean} ends it, and tells whether all stands at its start still
 */
function watchScrolling() {
  let scrolled = isScrolled(scrollerOf(pageRoot()));
  const note = () => {
    scrolled = true;
  };
  const how = { capture: true, passive: true };
  window.addEventListener('scroll', note, how);
  return () => {
    window.removeEventListener('scroll', note, how);
    return !scrolled;
  };
}

/**
 * Is the window scrolled, or a box that is likely to be seen? Most pages are cleaned
 * as they are opened, and to look for letters takes longer than to hide.
 * @param {Element} root
 */
function isScrolled(root) {
  if (own(root, 'scrollTop') > 0) return true;
  // The boxes around two places are mostly the same.
  const looked = new Set([root]);
  const isInner = (/** @type {number} */ x, /** @type {number} */ y) => {
    let at = cleanCopyNative.elementFromPoint.call(cleanCopyNative.page, x, y);
    for (; at && !looked.has(at); at = parentOf(at)) {
      if (isScrolledBox(at)) return true;
      looked.add(at);
    }
    return false;
  };
  return [0.2, 0.5, 0.8].some((row) => [0.5, 0.25, 0.75].some((column) => isInner(innerWidth * column, innerHeight * row)));
}

/**
 * The letter at a place in the window, or the one next to it.
 * @param {number} x
 * @param {number} y
 */
function letterAt(x, y) {
  const place = own(document, 'caretPositionFromPoint').call(document, x, y);
  if (!(place?.offsetNode instanceof Text) || place.offsetNode.data.length === 0) return null;
  const range = new Range();
  const from = Math.min(place.offset, place.offsetNode.data.length - 1);
  range.setStart(place.offsetNode, from);
  range.setEnd(place.offsetNode, from + 1);
  return range;
}

/**
 * The box that scrolls an element.
 * @param {Element} element
 */
function scrollerOf(element) {
  const root = own(document, 'scrollingElement') ?? pageRoot();
  for (let at = /** @type {Element | null} */ (element); at && at !== root; at = parentOf(at)) {
    if (isScrolledBox(at)) return at;
  }
  return root;
}

/** @param {Element} element */
function isScrolledBox(element) {
  return cleanCopyNative.scrollTop.call(element) > 0 && /^(auto|scroll)$/.test(cleanCopyNative.styleOf(element).overflowY);
}
