'use strict';
// What is hidden on the page: the ledger's entries and their marks, and what the
// reader showed again or picked.

/** What is hidden. A variable, since a class may not be declared twice. */
var CleanCopyHiding = class {
  marks = new CleanCopyMarks();
  /** @type {Entry[]} */
  entries = [];
  /** Blocks the reader asked to see again; they stay until "restore". @type {WeakSet<Element>} */
  #kept = new WeakSet();
  /** Blocks the reader picked; no later look takes them back. @type {Entry[]} */
  #picked = [];
  /** Rows of a popup that stands open go on naming their blocks, whatever comes or goes. */
  #numbered = 0;
  #insisting = false;
  /** Blocks of which nobody knows yet whether they went. @type {Entry[]} */
  #unproven = [];

  /**
   * Hides these blocks and no others, but for what the reader picked.
   * @param {Entry[]} found
   */
  replace(found) {
    if (this.marks.areGiven) this.bare();
    this.entries = [];
    this.#merge(found);
    this.#merge(this.#picked.filter((entry) => isPresent(entry.element)));
    if (this.entries.length > 0) this.#hide(this.entries);
    else this.bare();
  }

  /** Makes ready for blocks that are about to be found. */
  prepare() {
    if (this.entries.length === 0) this.marks.prepare();
  }

  /**
   * Hides more blocks.
   * @param {Entry[]} found
   * @returns {boolean} whether there were any
   */
  add(found) {
    const added = this.#merge(found);
    if (added.length > 0) this.#hide(added);
    return added.length > 0;
  }

  /** @param {Entry[]} found */
  #merge(found) {
    const { entries, added, swallowed } = mergeEntries(this.entries, found);
    for (const { element } of swallowed) this.marks.unmark(element);
    for (const entry of added) entry.index ??= this.#numbered++;
    this.entries = entries;
    return added;
  }

  /** @param {number | null} index of a row of the ledger */
  entryAt(index) {
    return this.entries.find((entry) => entry.index === index);
  }

  /** @param {Entry[]} entries */
  #hide(entries) {
    this.marks.dress();
    for (const entry of entries) {
      entry.shown = this.#kept.has(entry.element);
      if (!entry.shown) this.marks.mark(entry.element, entry.reason, entry.action);
    }
    this.#prove(entries);
  }

  /**
   * Finds out whether these blocks went, once the browser has styled the page for its next
   * frame: to ask before would have it done twice, in one long task.
   * @param {Entry[]} entries
   */
  #prove(entries) {
    if (this.#insisting) return;
    if (this.#unproven.length === 0) afterFrame(this.#insistWhereNeeded);
    this.#unproven.push(...entries);
  }

  #insistWhereNeeded = () => {
    const standing = new Set(this.entries);
    const hidden = this.#unproven.filter((entry) => standing.has(entry));
    this.#unproven = [];
    if (!this.#insisting && hidden.some(resists)) this.#insist(true);
  };

  /**
   * Shows one block again, or hides it once more.
   * @param {Entry} entry
   */
  show(entry) {
    entry.shown = !entry.shown;
    if (entry.shown) {
      this.#kept.add(entry.element);
      cleanCopyRecipe?.release(entry.element);
      this.marks.unmark(entry.element);
    } else {
      this.#kept.delete(entry.element);
      this.marks.mark(entry.element, entry.reason, entry.action);
    }
  }

  /**
   * The page put a new, equal node where a hidden one was.
   * @param {Entry} entry
   * @param {Element} element
   */
  follow(entry, element) {
    entry.element = element;
    if (entry.shown) this.#kept.add(element);
    else this.marks.mark(element, entry.reason, entry.action);
  }

  /** @param {Entry[]} entries what the reader picked */
  pick(entries) {
    for (const { element } of entries) this.#kept.delete(element);
    this.#picked.push(...entries);
    this.add(entries);
  }

  /** @param {Entry[]} entries what the reader picked and does not want to be hidden after all */
  unpick(entries) {
    const back = new Set(entries.map((entry) => entry.element));
    this.#picked = this.#picked.filter((entry) => !back.has(entry.element));
    this.entries = this.entries.filter((entry) => !back.has(entry.element));
    for (const element of back) this.marks.unmark(element);
  }

  /** Takes everything off the page. */
  bare() {
    this.marks.undress();
    this.entries = [];
    this.#unproven = [];
    if (this.#insisting) this.#insist(false);
  }

  /** Forgets what the reader showed again and picked. */
  forget() {
    this.#kept = new WeakSet();
    this.#picked = [];
  }

  /**
   * An inline "!important" beats every sheet the page can hold. One that the
   * background inserts in the user's name beats that.
   * @param {boolean} on
   */
  #insist(on) {
    this.#insisting = on;
    void sendToBackground({ to: 'background', type: 'insist', on });
  }
};

/**
 * @param {Entry} entry
 */
function resists({ element, action, shown }) {
  if (shown || action === 'mute') return false;
  const { display, overflowY, maxHeight, filter, opacity } = getComputedStyle(element);
  if (action === 'hide') return display !== 'none';
  const isShut = /^(hidden|clip)$/.test(overflowY) || (/unfold/.test(action) && maxHeight !== 'none');
  return (/unlock|unfold/.test(action) && isShut) || (/unveil/.test(action) && (filter !== 'none' || opacity !== '1'));
}
