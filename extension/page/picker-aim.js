'use strict';
// Which block the reader means: the one under the pointer, or one step wider,
// narrower or to the side of it.

/**
 * The block at a point of the window, under the picker's own layer.
 * @param {number} x
 * @param {number} y
 * @param {Element} host the picker's layer
 */
function blockAt(x, y, host) {
  const below = document.elementsFromPoint(x, y).find((element) => element !== host && isPickable(element));
  return below ? blockAround(below) : null;
}

/**
 * The nearest element that stands for itself: a word in bold is no block, a picture is.
 * @param {Element} element
 */
function blockAround(element) {
  let at = closestOf(element, 'svg') ?? element;
  for (;;) {
    const around = own(at, 'parentElement');
    if (standsAlone(at) || !around || !isPickable(around)) return at;
    at = around;
  }
}

/**
 * @param {Element} element
 */
function standsAlone(element) {
  if (/^(img|picture|video|audio|canvas|iframe|object|embed|svg|button|input|select|textarea)$/.test(element.localName)) {
    return true;
  }
  return !/^(inline|contents|none)$/.test(getComputedStyle(element).display);
}

/**
 * The page itself can't be picked.
 * @param {Element} element
 */
function isPickable(element) {
  return element !== document.documentElement && element !== document.body && closestOf(element, 'body') !== null;
}

/**
 * @param {Element} element
 * @param {string} selector
 */
function closestOf(element, selector) {
  return own(element, 'closest').call(element, selector);
}

/**
 * The block that a menu was opened on; of what stands in a shadow root, its host.
 * @param {Element | null} target
 */
function blockOfMenu(target) {
  let at = target;
  while (at && rootOf(at) !== document) at = parentOf(at);
  return at && isPickable(at) ? blockAround(at) : null;
}

/**
 * Remembers the way that was widened, so that narrowing leads back.
 */
function createAim() {
  /** @type {Element | null} */
  let target = null;
  /** @type {Element[]} */
  let inner = [];

  /** @param {Element | null} element */
  function set(element) {
    inner = [];
    target = element;
    return target;
  }

  function wider() {
    const parent = target && own(target, 'parentElement');
    if (!target || !parent || !isPickable(parent)) return target;
    inner.push(target);
    return (target = parent);
  }

  function narrower() {
    const back = inner.pop();
    if (back && target && holds(target, back)) return (target = back);
    inner = [];
    return (target = [...(target ? own(target, 'children') : [])].find(isSeen) ?? target);
  }

  /** @param {string} key an arrow: which neighbour is to the left depends on where lines begin */
  function aside(key) {
    const around = target ? own(target, 'parentElement') : null;
    const rtl = getComputedStyle(around ?? document.documentElement).direction === 'rtl';
    const direction = (key === 'ArrowLeft') === rtl ? 'nextElementSibling' : 'previousElementSibling';
    let at = target && own(target, direction);
    while (at && !isSeen(at)) at = own(at, direction);
    return at && isPickable(at) ? set(at) : target;
  }

  return { set, wider, narrower, aside, target: () => target };
}

/**
 * @param {Element} element
 */
function isSeen(element) {
  const { width, height } = rectOf(element);
  return width > 0 && height > 0 && isOfPage(element);
}

/**
 * Where the keyboard begins: with the block in the middle of the window.
 * @param {Element} host
 */
function firstBlock(host) {
  const middle = blockAt(innerWidth / 2, innerHeight / 2, host);
  return middle ?? [...(document.body?.children ?? [])].find((child) => isSeen(child) && isPickable(child)) ?? null;
}

/**
 * The block in words, for the panel and for screen readers.
 * @param {Element} element
 */
function describeBlock(element) {
  const text = (attributeOf(element, 'aria-label') ?? attributeOf(element, 'alt') ?? shownText(element)).trim();
  const excerpt = text.replace(/\s+/g, ' ');
  return { tag: cleanCopyNative.localName.call(element), excerpt: excerpt.length > 90 ? `${excerpt.slice(0, 90).trimEnd()} …` : excerpt };
}

/**
 * @param {Element} element
 */
function shownText(element) {
  return (element instanceof HTMLElement ? own(element, 'innerText') : element.textContent) ?? '';
}
