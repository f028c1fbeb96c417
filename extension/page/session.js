'use strict';
// One page's cleaning from the first click to "restore": the last result, the
// ledger, and what the reader asked to see again.

// A variable, since a class may not be declared twice.
var CleanCopySession = class {
  /** @type {Entry[]} */
  entries = [];
  marks = createMarks();
  /** @type {State} */
  #state = 'idle';
  /** @type {{ result: CoreResult, url: string } | null} */
  #last = null;
  /** Blocks the reader asked to see again; they stay until "restore". */
  #kept = new WeakSet();
  /** Blocks the reader picked; no later look takes them back. @type {Entry[]} */
  #picked = [];
  #insisting = false;
  #stopKeeping = () => {};
  /** @type {Promise<unknown>} */
  #busy = Promise.resolve();

  /**
   * One thing at a time, in the order it was asked for.
   * @template T
   * @param {() => T | Promise<T>} work
   * @returns {Promise<T>}
   */
  inTurn(work) {
    const done = this.#busy.then(work);
    this.#busy = done.catch(() => {});
    return done;
  }

  /**
   * @param {Strength} [strength]
   * @returns {Promise<View>}
   */
  async clean(strength) {
    const again = this.#isStanding(strength);
    if (again && this.#last?.result.elements === document.getElementsByTagName('*').length) return this.view();
    return this.#look(strength, again);
  }

  /**
   * @param {Strength | undefined} strength
   * @param {boolean} again the page stands cleaned; this adds to it
   * @returns {Promise<View>}
   */
  async #look(strength, again) {
    try {
      const reading = await readPage(strength, this.marks.undressed, await cleanCopyRecipe?.options());
      if (again && !isHiding(reading.result.outcome)) return this.view();
      holdLine(() => this.#take(reading, again));
      this.#remember(reading.result);
    } catch (error) {
      // What nobody has judged stays in sight.
      if (!again) cleanCopyRecipe?.undress();
      // A page that stands cleaned is not taken back because a second look failed.
      return again ? this.view() : { ...this.view(), ...troubleOf(error) };
    }
    this.#cleanRest();
    return this.tell();
  }

  /** @returns {Promise<View>} */
  async toggle() {
    return this.#state === 'cleaned' || this.entries.length > 0 ? this.restore() : this.clean();
  }

  restore() {
    holdLine(() => {
      cleanCopyRecipe?.undress();
      this.#bare();
    });
    this.#kept = new WeakSet();
    this.#picked = [];
    if (this.#state !== 'idle') this.#state = 'restored';
    return this.tell();
  }

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
    return this.tell();
  }

  /**
   * Hides what the reader picked.
   * @param {Element[]} elements
   * @param {string} reason
   * @param {string} evidence
   */
  hide(elements, reason, evidence) {
    const picked = entriesByHand(elements, reason, evidence);
    for (const { element } of picked) this.#kept.delete(element);
    this.#picked.push(...picked);
    this.#merge(picked);
    this.#hide();
    this.tell();
    return picked;
  }

  /**
   * Gives back what the reader picked. Blocks that were hidden inside of it are
   * found by a fresh look.
   * @param {Entry[]} picked
   * @returns {Promise<View>}
   */
  async takeBack(picked) {
    const back = new Set(picked.map((entry) => entry.element));
    this.#picked = this.#picked.filter((entry) => !back.has(entry.element));
    this.entries = this.entries.filter((entry) => !back.has(entry.element));
    for (const element of back) this.marks.unmark(element);
    if (isHiding(this.#state)) return this.#look(this.#last?.result.strength, false);
    if (this.entries.length === 0) this.#bare();
    return this.tell();
  }

  /**
   * Reads the page for its article where that was not done yet; hides nothing.
   * @param {CopyFormat} format
   * @returns {Promise<CopyReply>}
   */
  async copy(format) {
    try {
      if (this.#last?.url !== location.href) this.#remember((await readPage(undefined, this.marks.undressed)).result);
      const { outcome, article } = /** @type {{ result: CoreResult }} */ (this.#last).result;
      if (outcome === 'not-an-article' || !article.text) return { copied: false, state: 'not-an-article' };
      return { copied: await copyArticle(article, format), state: outcome };
    } catch (error) {
      return { copied: false, state: troubleOf(error).state };
    }
  }

  /** What is hidden, or on a page that is not cleaned what would be. */
  async planned() {
    const standing = isHiding(this.#state) && this.#last?.url === location.href;
    return standing ? this.entries : (await readPage(undefined, this.marks.undressed)).entries;
  }

  /** @returns {View} */
  view() {
    const { share = 0, article = null, strength = null, rules = [] } = this.#last?.result ?? {};
    const ledger = this.entries.map(({ action, reason, evidence, why, text, selector, shown }, index) => {
      return { index, action, reason, evidence, why, text, selector, shown };
    });
    const held = rules.filter((rule) => rule.held).length;
    const count = ledger.filter((row) => row.action === 'hide' && !row.shown).length;
    return { state: this.#state, strength, count, share, article, ledger, held };
  }

  /** Has the badge say what the page looks like now. */
  tell() {
    const view = this.view();
    void sendToBackground({ to: 'background', type: 'badge', state: view.state, count: view.count });
    return view;
  }

  /**
   * Is the page clean already, as it is asked for?
   * @param {Strength | undefined} strength
   */
  #isStanding(strength) {
    const { result, url } = this.#last ?? {};
    return isHiding(this.#state) && url === location.href && (!strength || strength === result?.strength);
  }

  /** @param {CoreResult} result */
  #remember(result) {
    this.#last = { result, url: location.href };
  }

  /**
   * @param {Reading} reading
   * @param {boolean} again
   */
  #take(reading, again) {
    cleanCopyRecipe?.settle(reading.result);
    if (again) this.#add(reading);
    else this.#replace(reading);
  }

  /**
   * The page has grown: what was hidden stays hidden, more may follow.
   * @param {Reading} reading
   */
  #add(reading) {
    this.#merge(reading.entries);
    // A page that fills itself late may turn out to be an article after all.
    if (reading.result.outcome === 'cleaned') this.#state = 'cleaned';
    if (this.entries.length > 0) this.#hide();
  }

  /** @param {Entry[]} found */
  #merge(found) {
    const { entries, swallowed } = mergeEntries(this.entries, found);
    for (const { element } of swallowed) this.marks.unmark(element);
    this.entries = entries;
  }

  /** @param {Reading} reading */
  #replace(reading) {
    this.#bare();
    this.#state = reading.result.outcome;
    this.entries = reading.entries;
    this.#merge(this.#picked.filter((entry) => entry.element.isConnected));
    if (this.entries.length > 0) this.#hide();
  }

  #hide() {
    this.marks.dress();
    for (const entry of this.entries) {
      entry.shown = this.#kept.has(entry.element);
      if (!entry.shown) this.marks.mark(entry.element, entry.reason, entry.action);
    }
    this.#stopKeeping();
    this.#stopKeeping = keepHidden(this.entries, (entry, element) => this.#follow(entry, element), this.marks.dress);
    if (this.entries.some(resists)) this.#insist(true);
  }

  /** Takes everything off the page. */
  #bare() {
    this.#stopKeeping();
    this.marks.undress();
    this.entries = [];
    if (this.#insisting) this.#insist(false);
  }

  /**
   * The page put a new, equal node where a hidden one was.
   * @param {Entry} entry
   * @param {Element} element
   */
  #follow(entry, element) {
    entry.element = element;
    if (entry.shown) this.#kept.add(element);
    else this.marks.mark(element, entry.reason, entry.action);
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

  /** A page that is still loading is looked at once more when it is done. */
  #cleanRest() {
    if (document.readyState === 'complete') return;
    const look = () => void this.inTurn(() => (this.#state === 'restored' ? this.view() : this.clean()));
    window.addEventListener('load', look, { once: true });
  }
};
