// What only a page that is drawn can tell: which elements lie over the others, and
// whether it is kept from scrolling.

/**
 * @param {Document} page
 */
export function liveFacts(page) {
  const covering = coveringElements(page);
  const ordinals = Array.from(page.getElementsByTagName('*'), (element, ordinal) => (covering.has(element) ? ordinal : -1));
  return { covering: ordinals.filter((ordinal) => ordinal >= 0), scrollLocked: isScrollLocked(page) };
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
