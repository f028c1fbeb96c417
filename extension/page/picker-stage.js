'use strict';
// The layer that the picker draws on. A frame in a closed shadow root: the
// page's sheets do not reach into it, its listeners hear no click and no key of
// it, and none of its scripts finds more than an empty element.

/**
 * @typedef {object} Stage
 * @property {HTMLElement} host what the page can see of it
 * @property {Document} document where the picker draws
 * @property {Window} window
 * @property {() => void} cover lies over the whole page
 * @property {(width: number, height: number) => void} shrink leaves the page free, but for a corner
 * @property {() => void} close
 */

/**
 * @param {string} title
 * @returns {Promise<Stage>}
 */
async function openStage(title) {
  const host = document.createElement('clean-copy-picker');
  const frame = document.createElement('iframe');
  frame.title = title;
  // Equal schemes on both sides keep the frame see-through.
  const whole = { width: '100%', height: '100%', border: '0', margin: '0', padding: '0' };
  setStyle(frame, { all: 'initial', display: 'block', 'color-scheme': 'light', ...whole });
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  host.attachShadow({ mode: 'closed' }).append(frame);
  cover();
  // Everything beside an open modal dialog is dead to the mouse, so the stage goes into it.
  const around = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
  around.append(host);
  raise(host);
  await loaded;

  function cover() {
    place({ inset: '0', width: 'auto', height: 'auto' });
  }

  /**
   * To the corner where the panel has been: that at the end of a line.
   * @param {number} width
   * @param {number} height
   */
  function shrink(width, height) {
    const inset = word('direction') === 'rtl' ? 'auto auto 0 0' : 'auto 0 0 auto';
    place({ inset, width: `${width}px`, height: `${height}px` });
  }

  /** @param {Record<string, string>} where */
  function place(where) {
    host.removeAttribute('style');
    const over = { position: 'fixed', display: 'block', 'z-index': '2147483647', 'color-scheme': 'light' };
    setStyle(host, { all: 'initial', ...over, ...where });
  }

  const inside = /** @type {Window} */ (frame.contentWindow);
  return { host, document: inside.document, window: inside, cover, shrink, close: () => host.remove() };
}

/**
 * Above the page's own dialogs and popovers, which no z-index reaches.
 * @param {HTMLElement} host
 */
function raise(host) {
  host.popover = 'manual';
  host.showPopover();
}
