'use strict';
// The new blocks of a page that nobody has judged yet: a bounded set.

/** The new blocks. A variable, since a class may not be declared twice. */
var CleanCopyArrivals = class {
  /** How many blocks may wait; of more the oldest are dropped. */
  #most = 1000;
  /** How many are judged at once. */
  #atOnce = 200;
  /** @type {Set<Element>} */
  #waiting = new Set();
  /** Elements that were empty and have been filled in; once is enough for a clock. @type {WeakSet<Element>} */
  #filled = new WeakSet();

  get size() {
    return this.#waiting.size;
  }

  /** @returns {Iterable<Element>} */
  all() {
    return this.#waiting;
  }

  /** @param {MutationRecord} record */
  note({ type, target, oldValue, addedNodes }) {
    if (type === 'characterData') {
      if (oldValue?.trim() === '') this.#noteText(/** @type {Text} */ (target), 1);
      return;
    }
    for (const node of addedNodes) {
      if (node instanceof Element) this.add(node);
      else if (node instanceof Text) this.#noteText(node, addedNodes.length);
    }
  }

  /**
   * Text that comes where there was nothing makes its element new.
   * @param {Text} text
   * @param {number} added how many nodes came with it
   */
  #noteText(text, added) {
    const parent = parentOf(text);
    if (!parent || this.#filled.has(parent) || text.data.trim() === '') return;
    if (own(parent, 'childNodes').length > added) return;
    this.#filled.add(parent);
    this.add(parent);
  }

  /** @param {Element} element */
  add(element) {
    if (!isShowable(element)) return;
    this.#waiting.add(element);
    if (this.#waiting.size > this.#most) this.#trim();
  }

  /** Drops what is gone, and else the older half, so that this is seldom done. */
  #trim() {
    for (const element of this.#waiting) if (!isPresent(element)) this.#waiting.delete(element);
    if (this.#waiting.size > this.#most / 2) this.#waiting = new Set([...this.#waiting].slice(-this.#most / 2));
  }

  /**
   * The blocks that are still there, none inside of another, nor inside of one
   * that is hidden or that the reader asked to see.
   * @param {Entry[]} entries
   */
  take(entries) {
    const present = [...this.#waiting].filter(isPresent);
    const known = new Set(entries.flatMap(({ element, action }) => (action === 'hide' ? [element] : [])));
    const [isKnown, isInner] = [insideOf(known), insideOf(new Set(present))];
    const blocks = present.filter((element) => !known.has(element) && !isKnown(element) && !isInner(element));
    this.#waiting = new Set(blocks.splice(this.#atOnce));
    return blocks;
  }

  clear() {
    this.#waiting.clear();
    this.#filled = new WeakSet();
  }
};

/**
 * Is this an element of the page that can show something by itself?
 * @param {Element} element
 */
function isShowable(element) {
  const name = serialisedName(element);
  if (/^(script|style|link|meta|base|title|head|template|noscript|source|track|param|option|br|wbr)$/.test(name)) return false;
  if (name.startsWith('clean-copy-') || isCanvas(element)) return false;
  return !(element instanceof SVGElement && element.ownerSVGElement);
}
