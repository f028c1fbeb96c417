'use strict';
// `inert` on what holds the article: beside a dialog its page keeps it from being
// selected, clicked or found, and no style sheet takes that off. So the attribute goes
// with the dialog, and comes back where it stood when that is to be seen again.

// A variable, since a second injection declares it again.
/** @type {ReturnType<typeof createInert> | undefined} */
var cleanCopyInertOnce;

function cleanCopyInert() {
  return (cleanCopyInertOnce ??= createInert());
}

function createInert() {
  /** From which it was taken. @type {Map<Element, Standing>} */
  const freed = new Map();

  /**
   * Is it inert, or would it be without us?
   * @param {Element} element
   */
  const holds = (element) => freed.has(element) || attributeOf(element, 'inert') !== null;

  /**
   * Frees what is to be freed, and nothing else.
   * @param {Entry[]} entries
   * @returns {boolean} whether any was inert
   */
  function settle(entries) {
    const toFree = new Set(entries.flatMap(({ element, action, shown }) => (/\bfree\b/.test(action) && !shown ? [element] : [])));
    for (const [element, standing] of freed) {
      if (toFree.has(element)) continue;
      freed.delete(element);
      if (isPresent(element) && attributeOf(element, 'inert') === null) putBackInPlace(element, 'inert', standing);
    }
    const inert = [...toFree].filter((element) => attributeOf(element, 'inert') !== null);
    for (const element of inert) {
      freed.set(element, standingOf(element, 'inert'));
      putBack(element, 'inert', null);
    }
    return inert.length > 0;
  }

  return { holds, settle };
}
