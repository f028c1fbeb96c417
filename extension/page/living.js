'use strict';
// Watches a page for what arrives later. A page that rests costs nothing; one
// that never rests gets a small, fixed part of the main thread.

/**
 * What the watch tells.
 * @typedef {object} Watching
 * @property {() => Entry[]} entries
 * @property {(entry: Entry, element: Element) => void} follow the page put a new, equal node where a hidden one was
 * @property {(entry: Entry) => void} markAgain the page took a mark off
 * @property {(blocks: Element[]) => Promise<boolean>} arrive none of them inside of another; whether the whole page was read
 * @property {(isCanvas: boolean) => void} changed something has changed; `<html>` or `<body>` themselves
 * @property {() => void} held the page has made something inert
 * @property {(entry: Entry, dialog?: Element) => void} touched the page changed class or style of a hidden block, or opened a modal dialog in it
 * @property {(elements: Set<Element>) => void} seen hidden blocks are seen
 */

/** A watch over the page. A variable, since a class may not be declared twice. */
var CleanCopyWatch = class {
  #limiter = createLimiter();
  #arrivals = new CleanCopyArrivals();
  /** @type {Set<ShadowRoot>} */
  #roots = new Set();
  /** Custom elements that no script has defined yet. @type {Element[]} */
  #undefined = [];
  /** Elements whose class or style has changed. @type {Set<Element>} */
  #changed = new Set();
  /** Dialogs that have become modal. @type {Set<Element>} */
  #opened = new Set();
  /** Something has become inert. */
  #isHeld = false;
  /** A frame or a timer of ours is coming. */
  #isDue = false;
  #isBusy = false;
  #isStopped = true;
  /** The elements that were there when listening was paused. @type {WeakSet<Element> | null} */
  #seen = null;
  #observer = new MutationObserver((records) => this.spend(() => this.#note(records)));
  #outline = createOutlineWatch(
    (elements) => this.spend(() => this.#noteChanges(elements)),
    (elements) => this.spend(() => this.#on.seen(elements)),
  );
  #renewal;
  #on;

  /** @param {Watching} on */
  constructor(on) {
    this.#on = on;
    this.#renewal = new CleanCopyRenewal(on);
  }

  start() {
    if (!this.#isStopped) return;
    this.#isStopped = false;
    this.hear();
    this.#undefined = undefinedElements().slice(0, 200);
    this.#observe();
  }

  /** From the first look on it matters what the reader does. */
  hear() {
    cleanCopyReader().listen((work) => this.spend(work));
  }

  stop() {
    cleanCopyReader().rest();
    this.#isStopped = true;
    this.#seen = null;
    this.#observer.disconnect();
    this.#outline.stop();
    this.#arrivals.clear();
    this.#renewal.clear();
    this.#changed.clear();
    this.#opened.clear();
    this.#roots.clear();
  }

  /**
   * Has the watch reach into shadow roots.
   * @param {ShadowRoot[]} roots
   */
  reach(roots) {
    for (const root of this.#roots) if (!isPresent(root)) this.#roots.delete(root);
    for (const root of roots) {
      if (this.#roots.has(root) || this.#roots.size >= 1000) continue;
      this.#roots.add(root);
      if (!this.#isStopped && !this.#seen) this.#observer.observe(root, watchedChanges());
    }
  }

  /** The shadow roots that are watched. @returns {Iterable<ShadowRoot>} */
  get roots() {
    return this.#roots;
  }

  /** @param {Entry[]} entries whose class and style are to be watched too, and whether they are seen */
  attend(entries) {
    this.#outline.attendEntries(entries);
  }

  /**
   * Does work and counts its time.
   * @template T
   * @param {() => T} work
   * @returns {T}
   */
  spend(work) {
    return this.#limiter.spend(work);
  }

  /** The reader has turned to another page: what is to be done is done with the next frame. */
  hurry() {
    this.#limiter.forgive();
    this.#goOn();
    requestAnimationFrame(() => this.#work());
  }

  /** What was spent of how much time, in milliseconds. */
  load() {
    return this.#limiter.load();
  }

  #observe() {
    this.#observer.observe(document, watchedChanges());
    for (const root of this.#roots) this.#observer.observe(root, watchedChanges());
    this.#outline.attendTop();
  }

  /** @param {MutationRecord[]} records */
  #note(records) {
    for (const record of records) {
      if (record.type !== 'attributes') this.#arrivals.note(record);
      else if (record.attributeName === 'open') this.#noteOpening(/** @type {Element} */ (record.target));
      else if (record.attributeName === 'inert') this.#noteInert(/** @type {Element} */ (record.target));
    }
    this.#renewal.note(records);
    if (this.#arrivals.size > 0 || this.#renewal.isDue || this.#undefined.length > 0) this.schedule();
    if (this.#limiter.wait() > 0) this.#pause();
  }

  /** @param {Element} element */
  #noteOpening(element) {
    if (!own(element, 'matches').call(element, 'dialog:modal')) return;
    this.#opened.add(element);
    this.schedule();
  }

  /** @param {Element} element */
  #noteInert(element) {
    if (attributeOf(element, 'inert') === null) return;
    this.#isHeld = true;
    this.schedule();
  }

  /** @param {Set<Element>} elements */
  #noteChanges(elements) {
    for (const element of elements) this.#changed.add(element);
    this.schedule();
  }

  /** All that is listened to. */
  *#elements() {
    yield* pageElements();
    for (const root of this.#roots) yield* allIn(root, '*');
  }

  /** Stops listening until there is time again; then what came meanwhile is looked for. */
  #pause() {
    if (this.#seen || this.#isStopped) return;
    this.#observer.disconnect();
    this.#seen = new WeakSet(this.#elements());
    setTimeout(() => this.#goOn(), this.#limiter.wait());
  }

  #goOn() {
    const seen = this.#seen;
    if (this.#isStopped || !seen) return;
    this.#seen = null;
    this.#observe();
    this.spend(() => {
      for (const element of this.#elements()) {
        const parent = parentOf(element);
        if (!seen.has(element) && (!parent || seen.has(parent))) this.#arrivals.add(element);
      }
      this.#renewal.noteMissed(this.#arrivals.all());
      for (const root of [document, ...this.#roots]) for (const dialog of allIn(root, 'dialog:modal')) this.#opened.add(dialog);
      this.#isHeld = true;
    });
    this.schedule();
  }

  /** Has the work be done before the next frame, or when there is time for it. */
  schedule() {
    if (this.#isDue || this.#isStopped) return;
    this.#isDue = true;
    const wait = this.#limiter.wait();
    const frame = () => requestAnimationFrame(() => this.#work());
    if (wait > 0) setTimeout(frame, wait);
    else frame();
  }

  #work() {
    this.#isDue = false;
    if (this.#isStopped) return;
    this.spend(() => {
      this.#renewal.work();
      this.#lookAtChanges();
    });
    if (this.#isBusy || this.#isStopped) return;
    const blocks = this.spend(() => this.#arrivals.take(this.#on.entries()));
    if (blocks.length > 0) void this.#judge(blocks);
  }

  /** Banners that come to be seen are like new ones, and so are elements that get what they show by a script. */
  #lookAtChanges() {
    this.#outline.attendTop();
    const isDefined = (/** @type {Element} */ element) => own(element, 'matches').call(element, ':defined');
    for (const element of this.#undefined.filter(isDefined)) this.#arrivals.add(element);
    this.#undefined = this.#undefined.filter((element) => !isDefined(element));
    for (const element of this.#changed) {
      const entry = this.#on.entries().find((each) => each.element === element);
      if (entry) this.#on.touched(entry);
      else if (!isCanvas(element) && this.#outline.hasAppeared(element) && isLayer(element)) this.#arrivals.add(element);
    }
    for (const dialog of this.#opened) {
      const entry = this.#on.entries().find((each) => each.action === 'hide' && holds(each.element, dialog));
      if (entry) this.#on.touched(entry, dialog);
    }
    if (this.#isHeld) this.#on.held();
    this.#isHeld = false;
    this.#on.changed([...this.#changed].some(isCanvas));
    this.#changed.clear();
    this.#opened.clear();
  }

  /** @param {Element[]} blocks */
  async #judge(blocks) {
    this.#isBusy = true;
    const asked = performance.now();
    // What could not be judged stays as it is.
    const isLook = await this.#on.arrive(blocks).catch(() => false);
    this.#limiter.charge(performance.now() - asked, isLook);
    this.#isBusy = false;
    if (this.#arrivals.size > 0) this.schedule();
  }
};

/** The changes that are watched in the page and in its shadow roots. */
function watchedChanges() {
  const content = { childList: true, subtree: true, characterData: true, characterDataOldValue: true };
  return { ...content, attributeFilter: ['data-clean-copy-action', 'open', 'inert'] };
}
