// Shows where in the page before a line of the ledger belongs. The spot lies over the
// frame, so it is seen above whatever covers the page, and the page is not touched.

/**
 * @param {HTMLIFrameElement} frame
 * @param {HTMLElement} spot
 */
export function spotlight(frame, spot) {
  /** @type {Element | undefined} */
  let element;

  function place() {
    const box = element?.getBoundingClientRect();
    const drawn = Boolean(box && box.width > 0 && box.height > 0);
    spot.hidden = !drawn;
    if (!box || !drawn) return;
    const scale = frame.getBoundingClientRect().width / frame.offsetWidth;
    spot.style.width = `${box.width * scale}px`;
    spot.style.height = `${box.height * scale}px`;
    spot.style.transform = `translate(${box.x * scale}px, ${box.y * scale}px)`;
  }

  return {
    /** Follows the page that the frame shows now. */
    attach() {
      frame.contentWindow?.addEventListener('scroll', place, { passive: true });
    },
    /** @param {number} ordinal */
    point(ordinal) {
      element = frame.contentDocument?.getElementsByTagName('*')[ordinal];
      const view = frame.contentWindow;
      // scrollIntoView would scroll this page as well, away from under the pointer.
      if (element && view) view.scrollBy({ top: middle(element) - view.innerHeight / 2, behavior: 'instant' });
      place();
    },
    clear() {
      element = undefined;
      place();
    },
  };
}

/**
 * How far below the top of the window the middle of an element lies; the top of a tall one.
 * @param {Element} element
 */
function middle(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + Math.min(height, 400) / 2;
}
