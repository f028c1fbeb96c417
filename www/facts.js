// What only a page that is drawn can tell: which elements lie over the others, which
// are not rendered, and whether it is kept from scrolling.

/**
 * @param {Document} page
 */
export function liveFacts(page) {
  const elements = [...page.getElementsByTagName('*')];
  /** @param {Set<Element>} wanted */
  const ordinalsOf = (wanted) => elements.flatMap((element, ordinal) => (wanted.has(element) ? [ordinal] : []));
  return { covering: ordinalsOf(coveringElements(page)), scrollLocked: isScrollLocked(page), unseen: ordinalsOf(unseenElements(page, elements)) };
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
  const { clientWidth: width, clientHeight: height } = page.documentElement;
  const view = page.defaultView;
  /** @type {Set<Element>} */
  const covering = new Set();
  for (let cell = 0; view && cell < 40; cell++) {
    const stack = page.elementsFromPoint((width * ((cell % 5) + 0.5)) / 5, (view.innerHeight * (Math.floor(cell / 5) + 0.5)) / 8);
    if (height > 0) coverAt(stack, view, covering);
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
    if (!/^(fixed|sticky)$/.test(view.getComputedStyle(element).position)) continue;
    if (content.some((other) => !element.contains(other) && !other.contains(element))) covering.add(element);
  }
}

/**
 * A page that is taller than its window and may not be scrolled.
 * @param {Document} page
 */
function isScrollLocked(page) {
  const { documentElement: root, body, defaultView: view } = page;
  if (!body || !view || Math.max(root.scrollHeight, body.scrollHeight) <= view.innerHeight + 1) return false;
  const stopped = [root, body].some((element) => /^(hidden|clip)$/.test(view.getComputedStyle(element).overflowY));
  return stopped || view.getComputedStyle(body).position === 'fixed';
}
