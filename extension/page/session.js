'use strict';
// One page's cleaning from the first click to "restore": the last result, and
// what is hidden by it.

// A variable, since a class may not be declared twice.
var CleanCopySession = class {
  hiding = new CleanCopyHiding();
  /** @type {State} */
  #state = 'idle';
  #judged = new CleanCopyJudged();
  /** The site is cleaned by itself. */
  isAutomatic = false;
  /** How often the page was given back. */
  restores = 0;
  /** The last clean was asked for. */
  #byHand = false;
  #turns = new CleanCopyTurns();
  #later = new CleanCopyLater(this);

  /**
   * @template T
   * @param {() => T | Promise<T>} work
   */
  inTurn(work) {
    return this.#turns.take(work);
  }

  get watch() { return this.#later.watch; }
  get entries() { return this.hiding.entries; }
  get marks() { return this.hiding.marks; }
  get result() { return this.#judged.result; }
  get state() { return this.#state; }

  /** Is what arrives later, or a change of the address, of any concern? */
  isWatched() {
    if (this.isAutomatic) return true;
    return this.#state !== 'restored' && (isHiding(this.#state) || this.entries.length > 0);
  }

  /** Is the page to be clean? On one that is not, the reader may have picked something. */
  #isAsked() {
    return this.#state !== 'restored' && (this.isAutomatic || this.#state !== 'idle');
  }

  /**
   * Cleans because the reader asks for it.
   * @param {Strength} [strength]
   * @returns {Promise<View>}
   */
  async clean(strength) {
    this.#byHand = true;
    const { restores } = this;
    const isOutdated = isHiding(this.#state) && (await this.#judged.isOutdated(strength));
    return restores === this.restores ? this.#clean(strength, isOutdated) : this.view();
  }

  /** Cleans a page of a site that is cleaned by itself. */
  arrive() {
    this.isAutomatic = true;
    // Of a page that is still to come nothing is styled yet: later our sheet would have it styled anew.
    if (own(document, 'readyState') === 'loading') this.hiding.prepare();
    return this.#clean();
  }

  /**
   * @param {Strength} [strength]
   * @param {boolean} [isOutdated]
   */
  async #clean(strength, isOutdated = false) {
    const again = !isOutdated && this.#judged.stands(this.#state, strength, this.#byHand);
    if (again) this.hiding.standFast();
    if (again && !this.#judged.hasGrown()) return this.view();
    return this.#look(strength, again);
  }

  /** The page may be there as a whole by now, or have come to rest. */
  cleanRest() {
    this.hiding.lookAtRest();
    return this.#isAsked() ? this.#clean() : this.view();
  }

  /** The page has changed too much for its new blocks to be judged one by one. */
  async lookAgain() {
    if (!this.isWatched() || !this.#isAsked()) return this.view();
    return this.#look(this.result?.strength, isHiding(this.#state));
  }

  /**
   * Another article stands in the same document: the old one is forgotten.
   * @returns {Promise<View>}
   */
  async turnPage() {
    this.hiding.forget();
    this.#byHand = false;
    if (this.isAutomatic) {
      this.#state = 'idle';
      await this.#look(undefined, false);
      if (this.state === 'restored') return this.view();
    }
    if (this.#judged.isOfThisPage()) return this.view();
    // What nobody has judged yet stays in sight.
    holdLine(() => this.hiding.bare());
    this.#judged.forget();
    this.#state = 'idle';
    this.keepWatch();
    return this.tell();
  }

  /**
   * What else the core is told: whether anybody asked, what it knows of the site.
   * @returns {Promise<CoreOptions>}
   */
  async asked() {
    return { ...(await cleanCopyRecipe?.options()), automatic: this.isAutomatic && !this.#byHand };
  }

  /**
   * @param {Strength | undefined} strength
   * @param {boolean} again the page stands cleaned; this adds to it
   * @returns {Promise<View>}
   */
  async #look(strength, again) {
    const url = pageAddress();
    let hasClosed;
    this.watch.hear();
    try {
      const reading = await this.#turns.look(async (isOn) => {
        const asked = { ...(await this.asked()), later: true, brief: true };
        return readPage(strength, this.marks.undressed, asked, () => again || requestAnimationFrame(() => isOn() && this.hiding.prepare()));
      });
      if (!reading) return this.view();
      if (again && !isHiding(reading.result.outcome)) return this.view();
      holdLine(() => this.#take(reading, again), { atStart: reading.atStart, unlocks: reading.entries.some(isUnlock) });
      this.#judged.remember(reading, url, this.#byHand);
      hasClosed = this.keepWatch(reading.taken.roots);
    } catch (error) {
      // What nobody has judged stays in sight.
      if (!again) cleanCopyRecipe?.undress();
      if (this.entries.length === 0) this.hiding.bare();
      if (!this.isWatched()) this.watch.stop();
      // A page that stands cleaned is not taken back because a second look failed.
      if (again) return this.view();
      const trouble = troubleOf(error);
      if (this.isAutomatic && /^(page-changed|unreadable)$/.test(trouble.state)) this.#later.tryAgain();
      return { ...this.view(), ...trouble };
    }
    this.#later.lookAtRest();
    // Nothing was to be found under a modal dialog.
    if (hasClosed && !again && isHiding(this.#state)) return this.#look(strength, true);
    return this.tell();
  }

  /** @returns {Promise<View>} */
  async toggle() {
    return this.#state === 'cleaned' || this.entries.length > 0 ? this.restore() : this.clean();
  }

  /**
   * Waits for nothing: a look that is running may wait for the core for long.
   * @param {boolean} [forGood] the site is not cleaned by itself any more
   */
  restore(forGood = false) {
    if (forGood) this.isAutomatic = false;
    this.restores++;
    const isLooking = this.#turns.breakOff();
    holdLine(() => {
      cleanCopyRecipe?.undress();
      this.hiding.bare();
    });
    this.hiding.forget();
    if (isLooking || this.#state !== 'idle') this.#state = 'restored';
    this.keepWatch();
    return this.tell();
  }

  /**
   * Shows one block again, or hides it once more.
   * @param {Entry} entry
   */
  show(entry) {
    this.hiding.show(entry);
    this.keepWatch();
    return this.tell();
  }

  /**
   * Hides what was found in new blocks.
   * @param {Entry[]} found
   */
  add(found) {
    if (found.length === 0 || !holdLine(() => this.hiding.add(found), { unlocks: found.some(isUnlock) })) return;
    this.keepWatch();
    this.tell();
  }

  /**
   * Hides what the reader picked.
   * @param {Element[]} elements
   * @param {string} reason
   * @param {string} evidence
   */
  hide(elements, reason, evidence) {
    const picked = entriesByHand(elements, reason, evidence);
    this.hiding.pick(picked);
    this.keepWatch();
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
    this.hiding.unpick(picked);
    if (isHiding(this.#state)) return this.#look(this.result?.strength, false);
    if (this.entries.length === 0) this.hiding.bare();
    this.keepWatch();
    return this.tell();
  }

  /** What is hidden, or on a page that is not cleaned what would be. */
  async planned() {
    const standing = isHiding(this.#state) && this.#judged.isOfThisPage();
    return standing ? this.entries : (await readPage(undefined, this.marks.undressed, { brief: true })).entries;
  }

  view() {
    return viewOf(this.#state, this.entries, this.result);
  }

  /** Has the badge say what the page looks like now. */
  tell() {
    const view = this.view();
    void sendToBackground({ to: 'background', type: 'badge', state: view.state, count: view.count });
    return view;
  }

  /**
   * @param {Reading} reading
   * @param {boolean} again what was hidden stays hidden, more may follow
   */
  #take({ result, entries, taken }, again) {
    cleanCopyRecipe?.settle(result);
    if (again) this.hiding.add(entries);
    else this.hiding.replace(entries, result.article, taken.roots);
    // A page that fills itself late may turn out to be an article after all.
    if (!again || result.outcome === 'cleaned') this.#state = result.outcome;
  }

  /**
   * Watches the page, or lets go of it.
   * @param {ShadowRoot[]} [roots]
   * @returns {boolean} whether a dialog went that kept the page from being looked at
   */
  keepWatch(roots = []) {
    if (this.isWatched()) {
      this.watch.start();
      this.watch.reach(roots);
      this.watch.attend(this.entries);
    } else this.watch.stop();
    return this.hiding.settle(this.watch.roots);
  }
};
