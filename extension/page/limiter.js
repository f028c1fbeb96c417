'use strict';
// Keeps our part of the page's main thread small, whatever the page does.

/**
 * What is spent is a debt that wears off with time: in the long run no more than
 * a thirtieth of the main thread is ours, while what comes rarely is done at once.
 */
function createLimiter() {
  const share = 0.03;
  /** What may be spent in one go, in milliseconds. */
  const grace = 30;
  const started = performance.now();
  let at = started;
  let debt = 0;
  let total = 0;

  function settle() {
    const now = performance.now();
    debt = Math.max(0, debt - (now - at) * share);
    at = now;
  }

  /**
   * Does some work and counts the time it takes.
   * @template T
   * @param {() => T} work
   * @returns {T}
   */
  function spend(work) {
    const start = performance.now();
    try {
      return work();
    } finally {
      const spent = performance.now() - start;
      settle();
      debt += spent;
      total += spent;
    }
  }

  /** For how long nothing more is to be done, in milliseconds. */
  function wait() {
    settle();
    return Math.max(0, (debt - grace) / share);
  }

  /** What was spent of how much time, in milliseconds. */
  const load = () => ({ spent: Math.round(total), of: Math.round(performance.now() - started) });

  /**
   * Counts time that was not measured as ours alone: of a question to the core a small part is, of a look at the whole
   * page a fifth.
   * @param {number} time in milliseconds
   * @param {boolean} isLook
   */
  const charge = (time, isLook) => void (debt += time * (isLook ? 0.2 : share));

  /** The reader has turned to another page, which is to be clean at once. */
  const forgive = () => void (debt = 0);

  return { spend, wait, charge, forgive, load };
}
