'use strict';
// Changes of class and style that matter: at the top of the page, where they show
// a banner that was waiting or lock the scrolling, and on what is hidden, where
// they may open what the reader has asked for.

/**
 * @param {(elements: Set<Element>) => void} tell which elements have changed
 */
function createOutlineWatch(tell) {
  const most = 400;
  let count = 0;
  /** Whether an element was to be seen when it was last looked at. @type {WeakMap<Element, boolean>} */
  let seen = new WeakMap();
  const observer = new MutationObserver((records) => {
    tell(new Set(records.map(({ target }) => /** @type {Element} */ (target))));
  });

  /** @param {Iterable<Element>} elements */
  function attend(elements) {
    for (const element of elements) {
      if (seen.has(element) || count >= most) continue;
      count++;
      seen.set(element, isRendered(element));
      observer.observe(element, { attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-hidden'] });
    }
  }

  function attendTop() {
    const body = pageBody();
    if (body) attend([pageRoot(), body, ...[...own(body, 'children')].slice(0, most / 2)]);
  }

  /**
   * Has an element come to be seen since it was last looked at?
   * @param {Element} element
   */
  function hasAppeared(element) {
    const [before, now] = [seen.get(element), isRendered(element)];
    seen.set(element, now);
    return now && before === false;
  }

  function stop() {
    observer.disconnect();
    seen = new WeakMap();
    count = 0;
  }

  return { attend, attendTop, hasAppeared, stop };
}

/**
 * @param {Element} element
 */
function isRendered(element) {
  return own(element, 'checkVisibility').call(element, { visibilityProperty: true, opacityProperty: true });
}
