'use strict';
// What the reader is at: where the focus was put, and what a click or a key
// has opened. Such things are never hidden.

/** How long after a click or a key what shows up is the answer to it, in milliseconds. */
function answerTime() {
  return 1000;
}

// A variable, since a second injection declares it again.
/** @type {ReturnType<typeof createReader> | undefined} */
var cleanCopyReaderOnce;

function cleanCopyReader() {
  return (cleanCopyReaderOnce ??= createReader());
}

function createReader() {
  /** What has been opened by the reader and is still there. @type {Set<Element>} */
  const opened = new Set();
  /** What lay over the page when the reader last did something. @type {Set<Element>} */
  let before = new Set();
  let actedAt = -Infinity;
  /** Does work and counts its time. @type {(work: () => void) => void} */
  let spend = (work) => work();
  /** @type {WeakSet<Element>} */
  const focused = new WeakSet();

  /** @param {Event} event */
  function act(event) {
    const { key } = /** @type {KeyboardEvent} */ (event);
    if (!event.isTrusted || (key && key !== 'Enter' && key !== ' ')) return;
    // Typing opens nothing.
    if (key && isEditable(event.composedPath()[0])) return;
    spend(() => {
      noteOpened();
      before = coveringElements();
    });
    actedAt = performance.now();
    setTimeout(() => spend(noteOpened), answerTime() - 100);
  }

  const isAnswering = () => performance.now() - actedAt < answerTime();

  function noteOpened() {
    for (const element of opened) if (!isPresent(element) || !isRendered(element)) opened.delete(element);
    if (!isAnswering()) return;
    for (const layer of coveringElements()) if (!before.has(layer)) opened.add(layer);
    for (const dialog of allIn(document, ':modal, :popover-open')) if (!before.has(dialog)) opened.add(dialog);
  }

  /** @param {Event} event */
  function noteFocus(event) {
    const [target] = event.composedPath();
    if (isAnswering() && target instanceof Element) focused.add(target);
  }

  const heard = { pointerdown: act, keydown: act, focusin: noteFocus };

  /** @param {(work: () => void) => void} counted does work and counts its time */
  function listen(counted) {
    spend = counted;
    for (const [sign, hear] of Object.entries(heard)) window.addEventListener(sign, hear, { capture: true, passive: true });
  }

  /** A page that is not looked after pays for no click. */
  function rest() {
    for (const [sign, hear] of Object.entries(heard)) window.removeEventListener(sign, hear, { capture: true });
  }

  /**
   * The elements that must stay, as of when it was last noted what is open. A layer over the page that took the focus by
   * itself is not what the reader is at.
   * @returns {Set<Element>}
   */
  function keeps() {
    const kept = new Set(opened);
    const focus = focusedElement();
    if (focus && (focused.has(focus) || !layerOf(focus, new Map()))) kept.add(focus);
    return kept;
  }

  /** @param {Element} element */
  const opens = (element) => void opened.add(element);

  function hasOpened() {
    noteOpened();
    return opened.size > 0;
  }

  return { listen, rest, note: noteOpened, keeps, isAnswering, opens, hasOpened };
}

/** The element with the focus, also in a shadow root; null where that is the page. */
function focusedElement() {
  let focus = own(document, 'activeElement');
  for (let depth = 0; focus && depth < 20; depth++) {
    const inner = shadowRootOf(focus)?.activeElement;
    if (!inner) break;
    focus = inner;
  }
  return focus && !isCanvas(focus) ? focus : null;
}
