'use strict';
// What only the live page can tell: which elements lie over the content, and
// whether the page is kept from scrolling.

/**
 * @param {Element[]} elements the page in document order
 * @returns {LiveFacts}
 */
function liveFacts(elements) {
  const covering = coveringElements();
  /** @type {number[]} */
  const ordinals = [];
  if (covering.size > 0) {
    elements.forEach((element, ordinal) => covering.has(element) && ordinals.push(ordinal));
  }
  return { covering: ordinals, scrollLocked: isScrollLocked() };
}

/**
 * Looks through the page at a grid of points and collects what is fixed or
 * sticky above something that is not its own.
 */
function coveringElements() {
  /** @type {Set<Element>} */
  const covering = new Set();
  /** @type {Map<Element, Element | null>} */
  const known = new Map();
  // A point costs next to nothing, but half a second in a list of a million
  // items: the middle and the edges, where things lie over a page, come first.
  const deadline = performance.now() + 100;
  for (const row of [0.45, 0.95, 0.05, 0.7, 0.2, 0.85, 0.3, 0.6]) {
    for (const column of [0.5, 0.1, 0.9, 0.3, 0.7]) {
      if (performance.now() > deadline) return covering;
      const [x, y] = [innerWidth * column, innerHeight * row];
      const top = document.elementFromPoint(x, y);
      // Mostly nothing lies over the content, and all that lies at a point takes longer to find.
      if (top && layerOf(top, known)) coverAt(document.elementsFromPoint(x, y).filter(isOfPage), known, covering);
    }
  }
  return covering;
}

/**
 * The picker lies over the page, and is not a part of it.
 * @param {Element} element
 */
function isOfPage(element) {
  return element.localName !== 'clean-copy-picker';
}

/**
 * @param {Element[]} stack what lies at one point, topmost first
 * @param {Map<Element, Element | null>} known
 * @param {Set<Element>} covering
 */
function coverAt(stack, known, covering) {
  for (const element of stack) {
    const layer = layerOf(element, known);
    if (!layer) continue;
    if (stack.some((other) => isCovered(other, layer))) covering.add(layer);
  }
}

/**
 * Is this content that the layer lies over, and not what the layer lies in?
 * @param {Element} element
 * @param {Element} layer
 */
function isCovered(element, layer) {
  const canvas = element === document.body || element === document.documentElement;
  return !canvas && !layer.contains(element) && !element.contains(layer);
}

/**
 * The nearest ancestor (or the element itself) that does not move with the page.
 * @param {Element} element
 * @param {Map<Element, Element | null>} known
 */
function layerOf(element, known) {
  /** @type {Element[]} */
  const path = [];
  /** @type {Element | null} */
  let at = element;
  /** @type {Element | null} */
  let layer = null;
  while (at && at !== document.body && at !== document.documentElement) {
    const found = known.get(at);
    if (found !== undefined) {
      layer = found;
      break;
    }
    path.push(at);
    if (/^(fixed|sticky)$/.test(getComputedStyle(at).position)) {
      layer = at;
      break;
    }
    at = at.parentElement;
  }
  for (const passed of path) known.set(passed, layer);
  return layer;
}

/**
 * A page that is taller than the window and may not be scrolled.
 */
function isScrollLocked() {
  const { documentElement: root, body } = document;
  if (!body) return false;
  const taller = Math.max(root.scrollHeight, body.scrollHeight) > innerHeight + 1;
  return taller && (isStopped(root) || isStopped(body) || getComputedStyle(body).position === 'fixed');
}

/**
 * @param {Element} element
 */
function isStopped(element) {
  return /^(hidden|clip)$/.test(getComputedStyle(element).overflowY);
}
