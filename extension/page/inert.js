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
  /** From which it was taken, with what was last hidden that lay over the page. @type {Map<Element, { standing: Standing, over: Entry[] }>} */
  const freed = new Map();

  const isInert = (/** @type {Element} */ element) => attributeOf(element, 'inert') !== null;

  /**
   * Is it inert, or would it be without us?
   * @param {Element} element
   */
  const holds = (element) => freed.has(element) || isInert(element);

  /**
   * Frees what is to be freed, and nothing else.
   * @param {Entry[]} entries
   * @returns {boolean} whether any was inert
   */
  function settle(entries) {
    const toFree = new Set(entries.flatMap(({ element, action, shown }) => (/\bfree\b/.test(action) && !shown ? [element] : [])));
    for (const [element, { standing, over }] of freed) {
      if (toFree.has(element)) continue;
      freed.delete(element);
      if (isPresent(element) && !isInert(element) && stillLies(over)) putBackInPlace(element, 'inert', standing);
    }
    const inert = [...toFree].filter(isInert);
    for (const element of inert) {
      freed.set(element, { standing: standingOf(element, 'inert'), over: [] });
      putBack(element, 'inert', null);
    }
    const over = freed.size > 0 ? entries.filter((entry) => isPresent(entry.element) && liesOver(entry)) : [];
    if (over.length > 0) for (const each of freed.values()) each.over = over;
    return inert.length > 0;
  }

  return { holds, settle };
}

/**
 * Is this hidden, and something for which a page makes the rest of itself inert?
 * @param {Entry} entry
 */
function liesOver(entry) {
  const { element, action, shown } = entry;
  if (action !== 'hide' || shown) return false;
  return isCover(entry) || own(element, 'matches').call(element, 'dialog, :has(dialog)') || holdsLayer(element);
}

/**
 * A page that has closed its dialog while it was hidden has freed what lay under it as well, which no attribute tells.
 * @param {Entry[]} over
 */
function stillLies(over) {
  const isThere = (/** @type {Entry} */ { element }) => isPresent(element) && (actionsOn(element).includes('hide') || cleanCopyNative.checkVisibility.call(element));
  return over.length === 0 || over.some(isThere);
}
