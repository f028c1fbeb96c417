'use strict';
// The last look at the page that was taken, and whether it still holds.

/** What the page was judged to be. A variable, since a class may not be declared twice. */
var CleanCopyJudged = class {
  /** @type {{ result: CoreResult, url: string, size: string, roots: ShadowRoot[], byHand: boolean } | null} */
  #last = null;

  get result() {
    return this.#last?.result;
  }

  /**
   * @param {Reading} reading
   * @param {string} url
   * @param {boolean} byHand
   */
  remember({ result, taken: { roots, size } }, url, byHand) {
    this.#last = { result, url, size, roots, byHand };
  }

  forget() {
    this.#last = null;
  }

  /** Was it this page, and not one that stood in the same document before? */
  isOfThisPage() {
    return this.#last?.url === pageAddress();
  }

  /**
   * Is the page clean already, as it is asked for?
   * @param {State} state
   * @param {Strength | undefined} strength
   * @param {boolean} byHand it is asked for by the reader
   */
  stands(state, strength, byHand) {
    const asAsked = state === 'cleaned' || this.#last?.byHand || !byHand;
    return isHiding(state) && asAsked && this.isOfThisPage() && (!strength || strength === this.result?.strength);
  }

  /** Has the page more or less in it than it had then? */
  hasGrown() {
    const { size, roots = [] } = this.#last ?? {};
    return size !== pageSize(roots) || hasNewRoot(roots);
  }

  /**
   * Would the page be judged by other settings now?
   * @param {Strength} [strength]
   */
  async isOutdated(strength) {
    const settings = await sendToBackground({ to: 'background', type: 'settings', ...(strength && { strength }) });
    return settings !== undefined && settings !== this.result?.settings;
  }
};
