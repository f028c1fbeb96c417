// Ends a process that hangs.

/** How long it may take to put away what it has started. */
const LAST_WORDS_MS = 5000;

/**
 * Ends a process so long after the last word of it: at first it is asked to end, and then it is not asked any more.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} limit in milliseconds
 * @param {() => void} tell called before it is ended
 * @param {number} [lastWords] in milliseconds
 */
export function endedAfter(child, limit, tell, lastWords = LAST_WORDS_MS) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isEnding = false;
  const stop = () => clearTimeout(timer);
  const end = () => {
    isEnding = true;
    tell();
    child.kill('SIGTERM');
    timer = setTimeout(() => child.kill('SIGKILL'), lastWords);
  };
  const anew = () => {
    // Its last words are no sign of life.
    if (isEnding) return;
    stop();
    timer = setTimeout(end, limit);
  };
  return { anew, stop };
}
