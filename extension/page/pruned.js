'use strict';
// The page cut down to what is new in it, for the core to judge without reading
// the page again.

/**
 * The new blocks whole, and of the page around them the open tags.
 * @param {Element[]} blocks none inside of another
 * @returns {Taken}
 */
function takeBlocks(blocks) {
  const writer = createPageWriter();
  /** The elements whose tags stand open. @type {Element[]} */
  const open = [];
  /** @param {Element[]} way */
  const closeTo = (way) => {
    while (open.length > 0 && open.at(-1) !== way[open.length - 1]) writer.close(/** @type {Element} */ (open.pop()));
  };
  for (const block of blocks.toSorted(byPlace)) {
    const way = wayTo(block);
    closeTo(way);
    for (const element of way.slice(open.length)) {
      writer.open(element);
      open.push(element);
    }
    writer.tree(block, ' data-clean-copy-new=""');
  }
  closeTo([]);
  return writer.taken();
}

/**
 * @param {Element} one
 * @param {Element} other
 */
function byPlace(one, other) {
  return own(one, 'compareDocumentPosition').call(one, other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/**
 * The elements around a block, outermost first.
 * @param {Element} block
 */
function wayTo(block) {
  /** @type {Element[]} */
  const way = [];
  for (let at = parentOf(block); at; at = parentOf(at)) way.push(at);
  return way.reverse();
}
