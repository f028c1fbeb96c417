'use strict';
// What only the live page can tell: which elements lie over the content, whether
// the page is kept from scrolling, and (veils.js) what lies on its prose.

/**
 * @param {Element[]} elements the page in document order
 * @param {ShadowRoot[]} [roots] those that some of them stand in
 * @returns {LiveFacts}
 */
function liveFacts(elements, roots = []) {
  const fields = [document, ...roots].flatMap((root) => allIn(root, 'input, textarea, [contenteditable]'));
  const frames = allIn(document, 'iframe').filter(fillsPage);
  const veiled = veiledElements([document, ...roots]);
  const isPageUnseen = [...veiled].some(([element, bits]) => (bits & veilBits().unveil) > 0 && isOutOfSight(element));
  const covering = coveringElements(isPageUnseen);
  const veils = placesOf(elements, veiled).flatMap((place) => [place, veiled.get(/** @type {Element} */ (elements[place])) ?? 0]);
  return { covering: placesOf(elements, covering), locked: placesOf(elements, new Set(scrollLocks())), kept: keptPlaces(elements, fields, frames), veils };
}

/**
 * The same for a copy, which holds nothing that is not rendered.
 * @param {Element[]} elements
 * @param {ShadowRoot[]} roots
 * @returns {LiveFacts}
 */
function factsForCopy(elements, roots) {
  return { ...liveFacts(elements, roots), unseen: unseenPlaces(elements) };
}

/**
 * The outermost elements that are not rendered. What a closed <details> holds is there for who asks for it.
 * @param {Element[]} elements
 */
function unseenPlaces(elements) {
  /** @type {number[]} */
  const places = [];
  /** @type {Element | undefined} */
  let last;
  elements.forEach((element, place) => {
    const isInside = last && cleanCopyNative.contains.call(last, element);
    if (isInside || cleanCopyNative.checkVisibility.call(element) || getComputedStyle(element).display !== 'none') return;
    last = element;
    places.push(place);
  });
  return places;
}

/**
 * What takes up half of the window, and does not lie over the page, is what the page is about.
 * @param {Element} frame
 */
function fillsPage(frame) {
  const { width, height } = frame.getBoundingClientRect();
  return width * height >= (innerWidth * innerHeight) / 2 && !layerOf(frame, new Map());
}

/**
 * The facts where nothing lies over the page.
 * @param {Element[]} elements
 * @returns {LiveFacts}
 */
function restingFacts(elements) {
  return { covering: [], locked: [], kept: keptPlaces(elements, elements) };
}

/**
 * @param {Element[]} elements
 * @param {Element[]} fields among which are all of theirs that can be filled in
 * @param {Element[]} [others] that are to stay
 */
function keptPlaces(elements, fields, others = []) {
  const kept = cleanCopyReader().keeps();
  for (const other of others) kept.add(other);
  for (const field of fields) if (isFilledIn(field)) kept.add(field);
  return placesOf(elements, kept);
}

/**
 * @param {Element[]} elements
 * @param {{ has(element: Element): boolean, size: number }} wanted
 */
function placesOf(elements, wanted) {
  /** @type {number[]} */
  const places = [];
  if (wanted.size > 0) elements.forEach((element, place) => wanted.has(element) && places.push(place));
  return places;
}

/**
 * Looks through the page at a grid of points and collects what is fixed or
 * sticky above something that is not its own, or in place of it.
 * @param {boolean} [isPageUnseen]
 */
function coveringElements(isPageUnseen = false) {
  /** @type {Set<Element>} */
  const covering = new Set();
  /** @type {Map<Element, Element | null>} */
  const known = new Map();
  // A point costs next to nothing, but half a second in a list of a million
  // items: the middle and the edges, where things lie over a page, come first.
  const deadline = Date.now() + 100;
  const [width, height] = [innerWidth, innerHeight];
  for (const row of [0.45, 0.95, 0.05, 0.7, 0.2, 0.85, 0.3, 0.6]) {
    for (const column of [0.5, 0.1, 0.9, 0.3, 0.7]) {
      if (Date.now() > deadline) return covering;
      const [x, y] = [width * column, height * row];
      const top = topmostAt(x, y);
      // Mostly nothing lies over the content, and all that lies at a point takes longer to find.
      if (!top || !layerOf(top, known)) continue;
      const stack = [top, ...own(document, 'elementsFromPoint').call(document, x, y)];
      coverAt(stack.filter(isOfPage), known, covering, isPageUnseen);
    }
  }
  return covering;
}

/**
 * What is seen at a point, also where it stands in a shadow root.
 * @param {number} x
 * @param {number} y
 */
function topmostAt(x, y) {
  let top = cleanCopyNative.elementFromPoint.call(cleanCopyNative.page, x, y);
  for (let depth = 0; top && depth < 20; depth++) {
    const inner = shadowRootOf(top)?.elementFromPoint(x, y);
    if (!inner || inner === top) break;
    top = inner;
  }
  return top;
}

/**
 * The picker lies over the page, and is not a part of it.
 * @param {Element} element
 */
function isOfPage(element) {
  return cleanCopyNative.localName.call(element) !== 'clean-copy-picker';
}

/**
 * @param {Element[]} stack what lies at one point, topmost first
 * @param {Map<Element, Element | null>} known
 * @param {Set<Element>} covering
 * @param {boolean} isPageUnseen
 */
function coverAt(stack, known, covering, isPageUnseen) {
  for (const element of stack) {
    const layer = layerOf(element, known);
    if (!layer || covering.has(layer)) continue;
    if (isPageUnseen || stack.some((other) => isCovered(other, layer))) covering.add(layer);
  }
}

/**
 * Is this content that the layer lies over, and not what the layer lies in?
 * @param {Element} element
 * @param {Element} layer
 */
function isCovered(element, layer) {
  return !isCanvas(element) && !holds(layer, element) && !holds(element, layer);
}

/**
 * @param {Element} element
 */
function isCanvas(element) {
  return element === pageBody() || element === pageRoot();
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
  while (at && !isCanvas(at)) {
    const found = known.get(at);
    if (found !== undefined) {
      layer = found;
      break;
    }
    path.push(at);
    if (isLayer(at)) {
      layer = at;
      break;
    }
    at = parentOf(at);
  }
  for (const passed of path) known.set(passed, layer);
  return layer;
}

/**
 * @param {Element} element
 */
function isLayer(element) {
  return /^(fixed|sticky)$/.test(cleanCopyNative.styleOf(element).position);
}

/**
 * Is this a field that holds what the reader typed?
 * @param {Element} element
 */
function isFilledIn(element) {
  const edited = attributeOf(element, 'contenteditable');
  if (edited !== null && edited !== 'false') return own(element, 'textContent')?.trim() !== '';
  const isField = element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && hasText(element));
  return isField && element.value !== element.defaultValue && element.value.trim() !== '';
}

/**
 * @param {HTMLInputElement} field
 */
function hasText(field) {
  return /^(text|search|email|url|tel|number|password)$/.test(field.type);
}

/** What keeps a page that is taller than the window from being scrolled: `<html>`, `<body>`, or both. */
function scrollLocks() {
  const [root, body] = [pageRoot(), pageBody()];
  if (!body || Math.max(root.scrollHeight, body.scrollHeight) <= innerHeight + 1) return [];
  // Where <html> has a say of its own, <body> is a box that may scroll.
  if (isStopped(root) && body.scrollHeight > body.clientHeight && /^(auto|scroll)$/.test(getComputedStyle(body).overflowY)) return [];
  return [root, body].filter((canvas) => isStopped(canvas) || getComputedStyle(canvas).position === 'fixed');
}

/**
 * @param {Element} element
 */
function isStopped(element) {
  return /^(hidden|clip)$/.test(getComputedStyle(element).overflowY);
}
