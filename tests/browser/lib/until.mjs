// Waiting for conditions, never for the clock.

const POLL_MS = 40;
const DEFAULT_TIMEOUT_MS = 15_000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Calls `condition` until it gives something truthy and returns that.
 * A condition may throw while the thing it looks at is not there yet; the last error is told when time is up.
 *
 * @template T
 * @param {string} what what we wait for, in words: it becomes the error message
 * @param {() => T | Promise<T>} condition
 * @param {{ timeout?: number }} [options]
 * @returns {Promise<T>}
 */
export async function until(what, condition, { timeout = DEFAULT_TIMEOUT_MS } = {}) {
  const deadline = Date.now() + timeout;
  let lastError;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() >= deadline) {
      // The test runner's report leaves causes out.
      const saw = lastError ? `; the last look: ${lastError.message}` : '';
      throw new Error(`waited ${timeout} ms for ${what}${saw}`, { cause: lastError });
    }
    await pause(POLL_MS);
  }
}

/**
 * Ends the wait for a promise that may never settle (a hung page, a browser that does not answer).
 *
 * @template T
 * @param {string} what
 * @param {Promise<T>} promise
 * @param {number} timeout
 * @returns {Promise<T>}
 */
export async function within(what, promise, timeout) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${timeout} ms`)), timeout);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
