'use strict';
// What plays in a hidden block falls silent, and goes on when the block is seen
// again. What is still being loaded is let be: the page waits for it to play.

/** What was stopped. A variable, since a class may not be declared twice. */
var CleanCopyMedia = class {
  /** Where each was. @type {Map<HTMLMediaElement, number>} */
  #stopped = new Map();

  /** @param {Element} block */
  stop(block) {
    const isOne = /^(video|audio)$/.test(cleanCopyNative.localName.call(block));
    const found = isOne ? [block] : allIn(block, 'video, audio');
    for (const media of /** @type {Iterable<HTMLMediaElement>} */ (found)) {
      if (!(media instanceof HTMLMediaElement) || media.paused || media.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) continue;
      media.pause();
      this.#stopped.set(media, media.currentTime);
    }
  }

  /**
   * What the page has moved on meanwhile stays as it left it.
   * @param {Element} [block] else all
   */
  resume(block) {
    for (const [media, at] of this.#stopped) {
      if (block && !holds(block, media)) continue;
      this.#stopped.delete(media);
      // The browser may refuse, or be asked to stop again.
      if (media.isConnected && media.paused && media.currentTime === at) media.play().catch(() => {});
    }
  }
};
