'use strict';
// Changes of class and style that matter: at the top of the page, where they show
// a banner that was waiting or lock the scrolling, and on what is hidden, where
// they may open what the reader has asked for. What is hidden may be seen again
// without such a change, too, when the page sets its own list of sheets.

/**
 * @param {(elements: Set<Element>) => void} tell which elements have changed
 * @param {(elements: Set<Element>) => void} tellSeen which hidden ones are seen, though nobody opened them
 */
function createOutlineWatch(tell, tellSeen) {
  const most = 400;
  let count = 0;
  /** @type {WeakSet<Element>} */
  let known = new WeakSet();
  /** Whether an element was to be seen when it was last looked at. @type {WeakMap<Element, boolean>} */
  let seen = new WeakMap();
  /** Those that were not looked at yet. @type {Element[]} */
  let fresh = [];
  const observer = new MutationObserver((records) => {
    tell(new Set(records.map(({ target }) => /** @type {Element} */ (target))));
  });
  const sizes = createSizeWatch(tellSeen);

  /** To look at once would have the page styled anew, in the middle of a clean. */
  function look() {
    for (const element of fresh) if (!seen.has(element)) seen.set(element, isRendered(element));
    fresh = [];
  }

  /** @param {Iterable<Element>} elements */
  function attend(elements) {
    for (const element of elements) {
      if (known.has(element) || count >= most) continue;
      count++;
      known.add(element);
      if (fresh.length === 0) afterFrame(look);
      fresh.push(element);
      observer.observe(element, { attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-hidden'] });
    }
  }

  /** @param {Entry[]} entries */
  function attendEntries(entries) {
    // They make room for others.
    for (const element of sizes.gone()) if (known.delete(element)) count--;
    attend(entries.map(({ element }) => element));
    for (const { element, action } of entries) if (action === 'hide' && known.has(element)) sizes.observe(element);
  }

  function attendTop() {
    const body = pageBody();
    if (body) attend([pageRoot(), body, ...[...own(body, 'children')].slice(0, most / 2)]);
  }

  /**
   * Has an element come to be seen since it was last looked at? One that changed before
   * the first look may have.
   * @param {Element} element
   */
  function hasAppeared(element) {
    const [before, now] = [seen.get(element), isRendered(element)];
    seen.set(element, now);
    return now && before !== true;
  }

  function stop() {
    observer.disconnect();
    sizes.stop();
    seen = new WeakMap();
    known = new WeakSet();
    fresh = [];
    count = 0;
  }

  return { attendEntries, attendTop, hasAppeared, stop };
}

/**
 * What is hidden has no size until it is seen again. It is told after the frame: hidden again at once, it would change
 * sizes among those that observers are being told of, and the browser reports that to the page as an error.
 * @param {(elements: Set<Element>) => void} tell
 */
function createSizeWatch(tell) {
  /** @type {Set<Element>} */
  const watched = new Set();
  const observer = new ResizeObserver((records) => {
    const shown = records.filter(({ contentRect: { width, height } }) => width || height).map(({ target }) => target);
    // What we have shown again has no mark.
    const marked = shown.filter((element) => attributeOf(element, 'data-clean-copy-action') === 'hide');
    if (marked.length > 0) setTimeout(() => tell(new Set(marked)));
  });

  /** @param {Element} element */
  function observe(element) {
    watched.add(element);
    observer.observe(element);
  }

  /** Lets go of what has left the page, which Firefox holds as long as it is watched. */
  function gone() {
    const left = [...watched].filter((element) => !isPresent(element));
    for (const element of left) {
      watched.delete(element);
      observer.unobserve(element);
    }
    return left;
  }

  function stop() {
    watched.clear();
    observer.disconnect();
  }

  return { observe, gone, stop };
}

/**
 * @param {Element} element
 */
function isRendered(element) {
  return cleanCopyNative.checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true });
}
