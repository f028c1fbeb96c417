// What only a page that is drawn can tell: which elements lie over the others, which
// are not rendered, and whether it is kept from scrolling. As `extension/page/facts.js`
// tells it, which has more to mind on live pages: no script runs in the playground's
// frames, so nothing stands in front of the browser's own names or in shadow roots.

/**
 * @param {Document} page
 */
export function liveFacts(page) {
  const elements = [...page.getElementsByTagName('*')];
  /** @param {Set<Element>} wanted */
  const ordinalsOf = (wanted) => elements.flatMap((element, ordinal) => (wanted.has(element) ? [ordinal] : []));
  return { covering: ordinalsOf(coveringElements(page)), locked: ordinalsOf(new Set(scrollLocks(page))), unseen: ordinalsOf(unseenElements(page, elements)) };
}

/**
 * The outermost elements that are not rendered. What a closed <details> holds is there for who asks for it.
 * @param {Document} page
 * @param {Element[]} elements
 */
function unseenElements(page, elements) {
  /** @type {Set<Element>} */
  const unseen = new Set();
  /** @type {Element | undefined} */
  let last;
  for (const element of elements) {
    if (last?.contains(element) || element.checkVisibility() || page.defaultView?.getComputedStyle(element).display !== 'none') continue;
    last = element;
    unseen.add(element);
  }
  return unseen;
}

/**
 * Looks through the page at a grid of points.
 * @param {Document} page
 */
function coveringElements(page) {
  const view = page.defaultView;
  /** @type {Set<Element>} */
  const covering = new Set();
  if (!view) return covering;
  for (const row of [0.45, 0.95, 0.05, 0.7, 0.2, 0.85, 0.3, 0.6]) {
    for (const column of [0.5, 0.1, 0.9, 0.3, 0.7]) {
      coverAt(page.elementsFromPoint(view.innerWidth * column, view.innerHeight * row), view, covering);
    }
  }
  return covering;
}

/**
 * @param {Element[]} stack what lies at one point, topmost first
 * @param {Window} view
 * @param {Set<Element>} covering
 */
function coverAt(stack, view, covering) {
  const content = stack.filter((element) => !element.matches('html, body'));
  for (const element of content) {
    const layer = layerOf(element, view);
    if (layer && content.some((other) => !layer.contains(other) && !other.contains(layer))) covering.add(layer);
  }
}

/**
 * The nearest ancestor (or the element itself) that does not move with the page.
 * @param {Element} element
 * @param {Window} view
 */
function layerOf(element, view) {
  /** @type {Element | null} */
  let at = element;
  while (at && !at.matches('html, body') && !/^(fixed|sticky)$/.test(view.getComputedStyle(at).position)) at = at.parentElement;
  return at?.matches('html, body') ? null : at;
}

/**
 * What keeps a page that is taller than its window from being scrolled.
 * @param {Document} page
 */
function scrollLocks(page) {
  const { documentElement: root, body, defaultView: view } = page;
  if (!body || !view || Math.max(root.scrollHeight, body.scrollHeight) <= view.innerHeight + 1) return [];
  // Where <html> has a say of its own, <body> is a box that may scroll.
  const { overflowY: ofRoot } = view.getComputedStyle(root);
  if (ofRoot === 'hidden' && body.scrollHeight > body.clientHeight && /^(auto|scroll)$/.test(view.getComputedStyle(body).overflowY)) return [];
  return [root, body].filter((canvas) => {
    const { overflowY, position } = view.getComputedStyle(canvas);
    return /^(hidden|clip)$/.test(overflowY) || position === 'fixed';
  });
}
