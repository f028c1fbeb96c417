'use strict';
// What is hidden on the page: the ledger's entries and their marks, and what the reader showed again or picked.

/** What is hidden. A variable, since a class may not be declared twice. */
var CleanCopyHiding = class {
  marks = new CleanCopyMarks();
  #media = new CleanCopyMedia();
  #modals = new CleanCopyModals();
  #column = new CleanCopyColumn(this.marks.undressed, () => this.#layOutAnew());
  #bars = new CleanCopyBars(this.marks.undressed);
  /** The article, and the shadow roots of the page that it may stand in. @type {[Article | undefined, ShadowRoot[]]} */
  #article = [undefined, []];
  /** @type {Entry[]} */
  entries = [];
  /** Blocks the reader asked to see again; they stay until "restore". @type {WeakSet<Element>} */
  #kept = new WeakSet();
  /** Blocks the reader picked; no later look takes them back. @type {Entry[]} */
  #picked = [];
  /** Rows of a popup that stands open go on naming their blocks, whatever comes or goes. */
  #numbered = 0;
  /** Blocks of which nobody knows yet whether they went. @type {Entry[]} */
  #unproven = [];

  /**
   * Hides these blocks and no others, but for what the reader picked.
   * @param {Entry[]} found
   * @param {Article} article
   * @param {ShadowRoot[]} roots
   */
  replace(found, article, roots) {
    this.#column.forget();
    this.#bars.forget();
    this.#article = [article, roots];
    if (this.marks.areGiven) {
      // Not between taking off and putting on: a page that is shorter without us would be scrolled back.
      this.marks.undressed(() => this.#column.measure(found, article, roots));
      // What insists goes on: the page would show what it covers itself with in between.
      this.marks.undress();
    }
    [this.entries, this.#unproven] = [[], []];
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
    const { entries, added, swallowed, gone } = mergeEntries(this.entries, found);
    for (const { element } of swallowed) this.marks.unmark(element);
    // What the reader picked may come back, and nobody else would hide it then.
    for (const entry of gone) if (!this.#picked.includes(entry)) this.marks.letGo(entry.element);
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
    this.#column.measure(entries, ...this.#article);
    this.#bars.note(entries);
    this.marks.dress();
    const target = targetOfAddress();
    for (const entry of entries) {
      if (target && leadsTo(entry, target) && !this.#picked.includes(entry)) this.#spare(entry, target);
      entry.shown = this.#kept.has(entry.element);
      if (!entry.shown) this.mark(entry);
    }
    // Before it is drawn, and when the browser lays the page out.
    if (own(document, 'hidden')) setTimeout(this.#holdColumn);
    else requestAnimationFrame(this.#holdColumn);
    this.#prove(entries);
  }

  /** @param {Entry} entry */
  mark({ element, reason, action, inPlace }) {
    this.marks.mark(element, reason, inPlace ?? action);
    if (action === 'hide') this.#media.stop(element);
  }

  /** The page is laid out in another way by now, and what stood below the article may stand beside it. */
  #layOutAnew() {
    const kept = this.#column.release(this.entries);
    this.marks.undressed(() => {
      this.#column.measure(this.entries, ...this.#article);
      this.#bars.noteAnew(this.entries);
    });
    holdLine(() => {
      kept.forEach((entry) => this.mark(entry));
      this.#holdColumn();
    });
  }

  /** All that is still loading has come: sheets that shape the page, too. */
  lookAtRest() {
    if (this.entries.length > 0 && this.#column.isRestyled()) this.#layOutAnew();
  }

  /** Has what made room for the article to spread, or to move, keep it, and boxes that ended above the article reach below it. */
  #holdColumn = () => {
    if (this.entries.length === 0) return;
    this.#fitRooms();
    const [beside, shrunk] = [this.#column.beside(this.entries), this.#column.shrunk()];
    if (beside.length + shrunk.length === 0) return;
    holdLine(() => {
      for (const box of shrunk) this.#reach(box);
      for (const entry of beside) {
        entry.inPlace = this.#column.isCell(entry.element) ? 'hide-in-place cell' : 'hide-in-place';
        cleanCopyRecipe?.release(entry.element);
        this.mark(entry);
      }
    });
  };

  /** @param {Element} box that ends above the article */
  #reach(box) {
    const entry = this.entries.find(({ element }) => element === box);
    if (!entry) this.marks.mark(box, '', 'reach');
    if (!entry || entry.shown) return;
    // What cuts its end off holds its floats, too.
    const word = entry.action.split(' ').includes('unfold') ? 'hold' : 'reach';
    if (!entry.action.split(' ').includes(word)) entry.action += ` ${word}`;
    this.mark(entry);
  }

  /** Takes the padding that made room for bars which are hidden, and gives it back where one is seen again. */
  #fitRooms() {
    for (const room of this.#bars.rooms()) holdLine(() => this.#fit(room));
  }

  /** @param {[Element, string]} room a box, and the words for what is to go of its padding */
  #fit([box, words]) {
    const entry = this.entries.find(({ element }) => element === box);
    if (!entry) return words ? this.marks.mark(box, '', words) : this.marks.unmark(box);
    // What is muted, or was shown again, stays as it is.
    if (entry.shown || !isLift(entry)) return;
    entry.action = [withoutRooms(entry.action), words].join(' ').trim();
    this.mark(entry);
  }

  /**
   * The page was opened by a link to what the block holds.
   * @param {Entry} entry
   * @param {Element} target
   */
  #spare({ element }, target) {
    this.#kept.add(element);
    // What a recipe hid the browser did not find.
    if (!isRendered(target)) afterFrame(() => own(target, 'scrollIntoView').call(target));
    cleanCopyRecipe?.release(element);
  }

  /**
   * Finds out whether these blocks went, once the browser has styled the page for its next
   * frame: to ask before would have it done twice, in one long task.
   * @param {Entry[]} entries
   */
  #prove(entries) {
    if (this.marks.isInsisting) return;
    if (this.#unproven.length === 0) afterFrame(this.#insistWhereNeeded);
    this.#unproven.push(...entries);
  }

  /**
   * Pages set their own list of sheets at any time, and insist later: what is hidden stays so.
   * A sheet that the background inserts is in no list of theirs.
   * @param {Entry[]} [entries] that may be seen
   */
  standFast(entries = this.entries) {
    if (this.entries.length === 0) return;
    if (this.marks.dress() && !this.marks.isInsisting) this.#insist(true);
    if (this.#bars.isStale) this.#fitRooms();
    if (entries.length > 0) this.#prove(entries);
  }

  #insistWhereNeeded = () => {
    const standing = new Set(this.entries);
    const hidden = this.#unproven.filter((entry) => standing.has(entry));
    this.#unproven = [];
    if (!this.marks.isInsisting && hidden.some(resists)) this.#insist(true);
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
      this.mark(entry);
    }
    this.#fitRooms();
  }

  /**
   * The page put a new, equal node where a hidden one was.
   * @param {Entry} entry
   * @param {Element} element
   */
  follow(entry, element) {
    this.marks.letGo(entry.element);
    entry.element = element;
    if (entry.shown) this.#kept.add(element);
    else this.mark(entry);
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
    const stays = (/** @type {Entry} */ entry) => !back.has(entry.element);
    [this.#picked, this.entries] = [this.#picked.filter(stays), this.entries.filter(stays)];
    for (const element of back) this.marks.unmark(element);
    this.#bars.drop(entries);
    this.#fitRooms();
  }

  /**
   * Keeps silent and closed what is hidden and plays, or is a modal dialog, and what is inert beside it free; what is not
   * hidden any more goes on.
   * @param {Iterable<ShadowRoot>} roots
   * @returns {boolean} whether more of the page can be looked at than before
   */
  settle(roots) {
    const hidden = new Set(this.entries.flatMap(({ element, action, shown }) => (action === 'hide' && !shown ? [element] : [])));
    this.#column.watch(this.entries.length > 0);
    this.#media.settle(hidden, roots);
    const isClosed = this.#modals.settle(hidden, roots);
    // After the dialogs: whether one is there again decides what is inert.
    return cleanCopyInert().settle(this.entries) || isClosed;
  }

  /** Takes everything off the page. */
  bare() {
    this.marks.undress();
    this.#bars.forget();
    [this.entries, this.#unproven] = [[], []];
    if (this.marks.isInsisting) this.#insist(false);
  }

  /** Forgets what the reader showed again and picked. */
  forget() {
    [this.#kept, this.#picked] = [new WeakSet(), []];
  }

  /**
   * An inline "!important" beats every sheet the page can hold. One that the background inserts in the user's name beats that.
   * @param {boolean} on
   */
  #insist(on) {
    this.marks.isInsisting = on;
    void sendToBackground({ to: 'background', type: 'insist', on });
  }
};
