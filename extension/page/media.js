'use strict';
// What plays in a hidden block falls silent, and goes on when the block is seen again. What is
// still being loaded falls silent once it plays: a page that waits for that would see it fail.

/** What was stopped. A variable, since a class may not be declared twice. */
var CleanCopyMedia = class {
  /** The blocks that are hidden. @type {Set<Element>} */
  #hidden = new Set();
  /** Where it is listened: such events do not leave a shadow root. @type {Set<Window | ShadowRoot>} */
  #heard = new Set();
  /** Where each was. @type {Map<HTMLMediaElement, number>} */
  #stopped = new Map();
  /** What the reader has started, by a button that is to be seen. @type {WeakSet<HTMLMediaElement>} */
  #wanted = new WeakSet();
  /** How often each was stopped: a page may answer by starting it again. @type {WeakMap<HTMLMediaElement, number>} */
  #times = new WeakMap();

  /**
   * What is seen again goes on; what begins to play unseen is heard of.
   * @param {Set<Element>} hidden
   * @param {Iterable<ShadowRoot>} roots
   */
  settle(hidden, roots) {
    this.#hidden = hidden;
    for (const target of this.#heard) if (hidden.size === 0 || isLeft(target)) this.#listen(target, false);
    if (hidden.size > 0) for (const target of [window, ...roots]) if (!this.#heard.has(target)) this.#listen(target, true);
    for (const [media, at] of this.#stopped) if (!isWithin(media, hidden)) this.#resume(media, at);
    for (const root of roots) for (const media of mediaIn(root)) if (isWithin(media, hidden)) this.#silence(media);
  }

  /**
   * @param {Window | ShadowRoot} target
   * @param {boolean} on
   */
  #listen(target, on) {
    if (on) this.#heard.add(target);
    else this.#heard.delete(target);
    for (const name of ['play', 'playing']) {
      if (on) target.addEventListener(name, this.#hear, { capture: true, passive: true });
      else target.removeEventListener(name, this.#hear, { capture: true });
    }
  }

  /** @param {Element} block that is hidden */
  stop(block) {
    this.#hidden.add(block);
    const isMedia = /^(video|audio)$/.test(cleanCopyNative.localName.call(block));
    // Most hold none, which is told in less time than an empty list takes.
    if (!isMedia && cleanCopyNative.querySelector.call(block, 'video, audio') === null) return;
    for (const media of block instanceof HTMLMediaElement ? [block] : mediaIn(block)) this.#silence(media);
  }

  /** @param {Event} event */
  #hear = ({ type, target: media }) => {
    if (!(media instanceof HTMLMediaElement)) return;
    if (type === 'playing') {
      if (isWithin(media, this.#hidden)) this.#silence(media);
    } else if (cleanCopyReader().isAnswering()) this.#wanted.add(media);
    else this.#wanted.delete(media);
  };

  /** @param {HTMLMediaElement} media */
  #silence(media) {
    const times = this.#times.get(media) ?? 0;
    if (media.paused || media.readyState < HTMLMediaElement.HAVE_FUTURE_DATA || this.#wanted.has(media) || times >= 20) return;
    this.#times.set(media, times + 1);
    media.pause();
    this.#stopped.set(media, media.currentTime);
  }

  /**
   * What the page has moved on meanwhile stays as it left it.
   * @param {HTMLMediaElement} media
   * @param {number} at
   */
  #resume(media, at) {
    this.#stopped.delete(media);
    this.#times.delete(media);
    // The browser may refuse, or be asked to stop again.
    if (media.isConnected && media.paused && media.currentTime === at) media.play().catch(() => {});
  }
};

/** @param {ParentNode & Node} node */
function mediaIn(node) {
  return allIn(node, 'video, audio').filter((element) => element instanceof HTMLMediaElement);
}

/** @param {Window | ShadowRoot} target */
function isLeft(target) {
  return target instanceof ShadowRoot && !isPresent(target);
}
