// Saves what is being typed once the typing rests: browsers take only so many
// changes in a minute.

const REST_MS = 900;

/**
 * @param {() => void} work done at the latest as the page goes: it may only ask for what others do
 * @returns {{ (): void, now(): void }} call it at each change; `now` does at once what is waiting
 */
export function whenQuiet(work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const now = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    work();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(now, REST_MS);
  };
  window.addEventListener('pagehide', now);
  return Object.assign(later, { now });
}
