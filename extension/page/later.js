'use strict';
// A page after it was cleaned: blocks that arrive later are judged, another
// article in the same document is cleaned anew, locks stay open.

/** What comes later. A variable, since a class may not be declared twice. */
var CleanCopyLater = class {
  /** How much text must come before a page without an article is looked at again; doubled each time in vain. */
  #worthALook = 300;
  #needed = this.#worthALook;
  #arrived = 0;
  /** How often the page was read again because something lay on its prose: what the core leaves there will not go the next time. */
  #looks = 0;
  /** How often in a row the page could not be read. */
  #tries = 0;
  /** For how many more changes an old article may stand under a new path. */
  #patience = 0;
  /** The look at the new article of a page that was turned. @type {Promise<unknown>} */
  #turned = Promise.resolve();
  #session;
  watch;
  #address;

  /** @param {InstanceType<typeof CleanCopySession>} session */
  constructor(session) {
    this.#session = session;
    this.watch = new CleanCopyWatch({
      entries: () => session.entries,
      follow: (entry, element) => this.#follow(entry, element),
      markAgain: (entry) => session.hiding.mark(entry),
      arrive: (blocks) => this.#arrive(blocks),
      changed: (isCanvas) => this.#notice(isCanvas),
      held: () => this.#free(),
      touched: (entry, dialog) => this.#touch(entry, dialog),
      seen: (elements) => session.hiding.standFast(session.entries.filter(({ element }) => elements.has(element))),
    });
    this.#address = createAddressWatch(() => this.#expect());
  }

  /** The page was looked at; one that is still loading is once more when it is done. */
  lookAtRest() {
    this.#tries = 0;
    if (own(document, 'readyState') !== 'complete') window.addEventListener('load', this.#cleanRest, { once: true });
  }

  /** Nobody is there to press the button on a page that changed while it was read; it may come to rest. */
  tryAgain() {
    if (this.#tries < 5) setTimeout(this.#cleanRest, 500 * 2 ** this.#tries++);
  }

  #cleanRest = () => void this.#session.inTurn(() => this.#session.cleanRest());

  /** Another path: the new article may be there already, or come later. */
  #expect() {
    if (!this.#session.isWatched()) return;
    this.#patience = 20;
    this.watch.start();
    this.watch.hurry();
  }

  /** @param {boolean} isCanvas */
  #notice(isCanvas) {
    this.#address.check();
    this.#session.hiding.standFast([]);
    if (this.#patience > 0) this.#turn();
    else if (isCanvas) this.#open();
  }

  /** Until the old article has gone, nothing is forgotten. */
  #turn() {
    const article = /^(cleaned|restored)$/.test(this.#session.state) ? this.#session.result?.article : undefined;
    this.#patience--;
    // On some sites the address changes while one article follows the other: that is the same page.
    if (article && isStillThere(article)) return;
    this.#patience = 0;
    this.watch.hurry();
    this.#needed = this.#worthALook;
    this.#arrived = 0;
    this.#turned = this.#session.inTurn(() => this.#session.turnPage());
  }

  /**
   * @param {Element[]} blocks
   * @returns {Promise<boolean>} whether the whole page was read again
   */
  async #arrive(blocks) {
    // They belong to the new article, and that look may have come too early to see them.
    await this.#turned;
    if (this.#isOver()) return false;
    const { context } = this.#session.result ?? {};
    const isLarge = this.watch.spend(() => blocks.some((block) => countIn(block) > 2000));
    if (context && !isLarge) await this.#session.inTurn(() => this.#judge(context, blocks.filter(isPresent)));
    const isDone = this.#session.state === 'cleaned' ? context && !isLarge : !this.#isWorthALook(blocks, isLarge);
    if (isDone) return false;
    await this.#session.inTurn(() => this.#session.lookAgain());
    return true;
  }

  /**
   * @param {Element[]} blocks
   * @param {boolean} isLarge
   */
  #isWorthALook(blocks, isLarge) {
    for (const block of blocks) this.#arrived += own(block, 'textContent')?.length ?? 0;
    if (!isLarge && this.#arrived < this.#needed) return false;
    this.#needed *= 2;
    this.#arrived = 0;
    return true;
  }

  /**
   * @param {string} context
   * @param {Element[]} blocks
   */
  async #judge(context, blocks) {
    if (this.#isOver()) return;
    const { taken, facts } = this.watch.spend(() => takeWithFacts(blocks));
    const { strength } = this.#session.result ?? {};
    const { automatic = false, recipe } = await this.#session.asked();
    const options = { context, url: location.href, facts, automatic, ...(recipe && { recipe }), ...(strength && { strength }) };
    const result = await askMore(taken.html, options);
    if (result.elements !== taken.elements.length || result.fingerprint !== taken.fingerprint) return;
    // The page may have been restored or turned meanwhile.
    if (this.#session.result?.context !== context || this.#isOver()) return;
    this.watch.spend(() => {
      const found = entriesOf(taken, { hidden: [...result.hidden, ...result.unlocks] });
      this.watch.reach(taken.roots);
      this.#session.add(found.filter(({ element }) => isPresent(element)));
      if (facts.covering.length > 0 || facts.locked.length > 0 || found.some(isCover)) this.#open();
    });
  }

  /** Has the reader taken the page back? */
  #isOver() {
    return this.#session.state === 'restored';
  }

  /** What the page has made inert may be its article, beside a dialog that is hidden. */
  #free() {
    if (cleanCopyReader().hasOpened()) return;
    this.#session.keepWatch();
    this.#open();
  }

  /** For something that is hidden a page may lock its scrolling once more, and veil its article. */
  #open() {
    if (!this.#session.entries.some(isCover) || cleanCopyReader().hasOpened()) return;
    if (this.#looks < 3 && isVeiledAnew()) {
      this.#looks++;
      void this.#session.inTurn(() => this.#session.lookAgain());
    }
    const locks = scrollLocks();
    if (locks.length === 0) return;
    this.#session.hiding.standFast();
    this.#session.add(locks.map(unlockOf));
  }

  /**
   * @param {Entry} entry
   * @param {Element} element
   */
  #follow(entry, element) {
    this.#session.hiding.follow(entry, element);
    this.watch.attend([entry]);
  }

  /**
   * @param {Entry} entry
   * @param {Element} [dialog] in it, which is modal
   */
  #touch(entry, dialog) {
    this.#openFor(entry, dialog);
    this.#session.hiding.standFast([entry]);
  }

  /**
   * The page opens, on the reader's click, what was hidden: a dialog to sign in.
   * @param {Entry} entry
   * @param {Element} [dialog] in it, which is modal
   */
  #openFor(entry, dialog) {
    const { element, shown, action } = entry;
    if (shown || action !== 'hide') return;
    const opened = dialog ?? element;
    const isOver = () => isLayer(opened) || own(opened, 'matches').call(opened, ':modal, :popover-open');
    if (cleanCopyReader().isAnswering() && this.#session.marks.undressed(() => isRendered(opened) && isOver())) {
      cleanCopyReader().opens(element);
      this.#session.show(entry);
    } else if (dialog) {
      // It has opened by itself.
      this.#session.keepWatch();
    }
  }
};

/**
 * @param {Element[]} blocks
 */
function takeWithFacts(blocks) {
  const taken = takeBlocks(blocks);
  cleanCopyReader().note();
  return { taken, facts: blocks.some(holdsLayer) ? liveFacts(taken.elements, taken.roots) : restingFacts(taken.elements) };
}

/**
 * @param {Element} element
 */
function countIn(element) {
  return own(element, 'getElementsByTagName').call(element, '*').length;
}

/**
 * Does a new block lie over the page, or something near the top of it?
 * @param {Element} block
 */
function holdsLayer(block) {
  let looked = 0;
  for (const element of withInner([block])) {
    if (isLayer(element)) return true;
    if (++looked >= 50) return false;
  }
  return false;
}

/**
 * Is this hidden, and something that lay over the page?
 * @param {Entry} entry
 */
function isCover({ action, reason, shown }) {
  return action === 'hide' && !shown && /^(overlay|consent)$/.test(reason);
}

/** Does anything lie on the prose from which nothing is lifted yet? */
function isVeiledAnew() {
  return [...veiledElements()].some(([element, bits]) => {
    const lifted = actionsOn(element);
    const isVeil = (/** @type {[string, number]} */ [word, bit]) => word !== 'fade' && (bits & bit) > 0 && !lifted.includes(word);
    return !lifted.includes('hide') && Object.entries(veilBits()).some(isVeil);
  });
}

/**
 * The entry that a lock gets from the core, for one that came later.
 * @param {Element} element
 * @returns {Entry}
 */
function unlockOf(element) {
  const why = { key: 'locks', values: [] };
  const evidence = 'keeps the page from scrolling';
  return { element, action: 'unlock', reason: 'overlay', evidence, why, text: '', selector: null, shown: false, key: '' };
}
