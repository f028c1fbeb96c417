'use strict';
// What is asked of a page is done one after the other; a look at it can be broken off.

/** The turns of a page. A variable, since a class may not be declared twice. */
var CleanCopyTurns = class {
  /** @type {Promise<unknown>} */
  #busy = Promise.resolve();
  /** Ends the look that is running. @type {((nothing: null) => void) | null} */
  #end = null;

  /**
   * One thing at a time, in the order it was asked for.
   * @template T
   * @param {() => T | Promise<T>} work
   * @returns {Promise<T>}
   */
  take(work) {
    const done = this.#busy.then(work);
    this.#busy = done.catch(() => {});
    return done;
  }

  /**
   * @template T
   * @param {(isOn: () => boolean) => Promise<T>} look gets to know whether it still is waited for
   * @returns {Promise<T | null>} nothing where it was broken off
   */
  async look(look) {
    /** @type {PromiseWithResolvers<null>} */
    const { promise: ended, resolve } = Promise.withResolvers();
    this.#end = resolve;
    const isOn = () => this.#end === resolve;
    try {
      return await Promise.race([ended, look(isOn)]);
    } finally {
      if (isOn()) this.#end = null;
    }
  }

  /** @returns {boolean} whether there was a look to break off */
  breakOff() {
    const isLooking = this.#end !== null;
    this.#end?.(null);
    this.#end = null;
    return isLooking;
  }
};
