'use strict';
// What is hidden stays hidden when the page's framework takes a block out and
// adds it again as a new, equal node, or takes our mark off.

/** Hides again. A variable, since a class may not be declared twice. */
var CleanCopyRenewal = class {
  /**
   * A page may answer each mark of ours at once, by yet another node: between two
   * answers of ours the browser gets to draw. In milliseconds.
   */
  #apart = 8;
  #workedAt = -Infinity;
  /** Something was taken away since we last looked. */
  #isLess = false;
  /** Nodes added since we last looked. @type {Element[]} */
  #added = [];
  /** Elements whose mark the page took off. @type {Set<Element>} */
  #bared = new Set();
  /** Entries whose element is not on the page any more. @type {Entry[]} */
  #gone = [];
  #on;

  /** @param {Watching} on */
  constructor(on) {
    this.#on = on;
  }

  get isDue() {
    return this.#isLess || this.#bared.size > 0 || (this.#gone.length > 0 && this.#added.length > 0);
  }

  /** @param {MutationRecord[]} records */
  note(records) {
    for (const { target, removedNodes, attributeName } of records) {
      if (attributeName === 'data-clean-copy-action') this.#noteMark(/** @type {Element} */ (target));
      else if (removedNodes.length > 0) this.#isLess = true;
    }
    if (this.#isLess || this.#gone.length > 0) for (const { addedNodes } of records) this.#noteAdded(addedNodes);
    if (performance.now() - this.#workedAt > this.#apart) this.work();
  }

  /** @param {Element} element whose mark has changed */
  #noteMark(element) {
    if (attributeOf(element, 'data-clean-copy-action') === null) this.#bared.add(element);
  }

  /** @param {Iterable<Node>} nodes */
  #noteAdded(nodes) {
    for (const node of nodes) if (node instanceof Element && this.#added.length < 1000) this.#added.push(node);
  }

  /**
   * After a time in which nobody listened.
   * @param {Iterable<Node>} nodes what has come since
   */
  noteMissed(nodes) {
    this.#isLess = true;
    this.#noteAdded(nodes);
  }

  work() {
    if (!this.isDue) return;
    this.#workedAt = performance.now();
    const entries = this.#on.entries();
    for (const element of this.#bared) {
      const entry = entries.find((each) => each.element === element && !each.shown);
      if (entry) this.#on.markAgain(entry);
    }
    this.#bared.clear();
    if (this.#isLess) this.#gone = entries.filter(({ element }) => !isPresent(element));
    this.#isLess = false;
    if (this.#gone.length > 0) this.#findAgain();
    this.#added = [];
  }

  #findAgain() {
    const kinds = new Set(this.#gone.map((entry) => entry.key.split('\n', 2).join('\n')));
    for (const element of withInner(this.#added)) {
      if (!kinds.has(blockKind(element)) || !isPresent(element)) continue;
      const key = blockKey(element);
      const at = this.#gone.findIndex((entry) => entry.key === key);
      if (at >= 0) this.#on.follow(/** @type {Entry} */ (this.#gone.splice(at, 1)[0]), element);
      if (this.#gone.length === 0) return;
    }
  }

  clear() {
    this.#isLess = false;
    this.#added = [];
    this.#gone = [];
    this.#bared.clear();
  }
};

/**
 * These, all that they hold, and what stands in their shadow roots.
 * @param {Iterable<Element>} elements
 * @returns {Generator<Element>}
 */
function* withInner(elements) {
  for (const element of elements) {
    for (const one of [element, ...allIn(element, '*')]) {
      yield one;
      const root = shadowRootOf(one);
      if (root) yield* withInner(root.children);
    }
  }
}
