'use strict';
// The room that the page's own padding makes for bars fixed to the window's top or bottom. Where these are hidden it
// would be an empty strip above the article, or below the footer.

/** What a bar takes up of the window. @typedef {{ top: number, bottom: number }} Bar */

/** The bars among what is hidden. A variable, since a class may not be declared twice. */
var CleanCopyBars = class {
  /** @type {WeakMap<Element, Bar>} */
  #bars = new WeakMap();

  /**
   * Measures those that are about to be hidden.
   * @param {Entry[]} entries
   */
  note(entries) {
    for (const { element, action } of entries) {
      if (action !== 'hide' || cleanCopyNative.styleOf(element).position !== 'fixed') continue;
      const { top, bottom, width } = rectOf(element);
      if (width >= innerWidth * 0.9 && bottom - top < innerHeight / 2) this.#bars.set(element, { top, bottom });
    }
  }

  /**
   * The boxes of the page whose padding made room for bars that are hidden by now, with the words for what goes of it.
   * @param {Entry[]} entries
   * @returns {[Element, string][]}
   */
  rooms(entries) {
    const bars = entries.flatMap(({ element, shown }) => (shown ? [] : (this.#bars.get(element) ?? [])));
    if (bars.length === 0) return [];
    const fromBottom = bars.map(({ top, bottom }) => ({ top: innerHeight - bottom, bottom: innerHeight - top }));
    const head = isClear(1) ? stacked(bars) : 0;
    const foot = isClear(innerHeight - 2) ? stacked(fromBottom) : 0;
    const canvases = [pageRoot(), pageBody()].filter((canvas) => canvas !== null);
    return canvases.flatMap((canvas) => {
      const { paddingTop, paddingBottom } = cleanCopyNative.styleOf(canvas);
      const words = [isRoomFor(head, paddingTop) && 'head', isRoomFor(foot, paddingBottom) && 'foot'].filter(Boolean).join(' ');
      return words === '' ? [] : [/** @type {[Element, string]} */ ([canvas, words])];
    });
  }
};

/**
 * How far bars that stand one upon the other reach from the edge.
 * @param {Bar[]} bars
 */
function stacked(bars) {
  let end = 0;
  for (const { top, bottom } of [...bars].sort((one, other) => one.top - other.top)) if (top <= end + 1) end = Math.max(end, bottom);
  return end;
}

/**
 * Is there no other bar at this height of the window?
 * @param {number} y
 */
function isClear(y) {
  const top = topmostAt(innerWidth / 2, y);
  const layer = top && layerOf(top, new Map());
  return !layer || cleanCopyNative.styleOf(layer).position !== 'fixed';
}

/**
 * Padding that is much larger has another reason, too, such as a masthead that stays.
 * @param {number} reach
 * @param {string} padding
 */
function isRoomFor(reach, padding) {
  return reach > 0 && Math.abs(parseFloat(padding) - reach) <= 16;
}
