'use strict';
// What a selection says without the elements that are left out of copies, as
// HTML and as plain text. The page is only read: what is built stands in a
// document of its own, where nothing loads and no script runs.

/** Elements that go along; of the others only what they hold does. */
function isKept(/** @type {string} */ name) {
  const blocks = /^(p|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|hr|figure|figcaption|table|caption|thead|tbody|tfoot|tr|th|td)$/;
  return blocks.test(name) || isStyle(name) || /^(br|img|q|ruby|rt|rp|wbr)$/.test(name);
}

/** Elements that a few words in them do not lose when they are copied alone. */
function isStyle(/** @type {string} */ name) {
  return /^(a|b|strong|i|em|u|s|del|ins|sub|sup|code|kbd|samp|var|mark|small|cite|abbr|pre)$/.test(name);
}

/** Elements that hold no words of the page. */
function isSilent(/** @type {string} */ name) {
  return /^(script|style|noscript|template|iframe|object|embed|svg|math|canvas|audio|video|input|select|textarea|head|title|meta|link)$/.test(
    name,
  );
}

/**
 * @param {Range[]} ranges
 * @param {Set<Element>} leftOut
 * @returns {{ text: string, html: string }}
 */
function copyOfRanges(ranges, leftOut) {
  const copies = ranges.map((range) => copyOfRange(range, leftOut));
  const texts = copies.map(({ text }) => text).filter((text) => text !== '');
  return { text: texts.join('\n'), html: copies.map(({ html }) => html).join('') };
}

/**
 * @param {Range} range
 * @param {Set<Element>} leftOut
 */
function copyOfRange(range, leftOut) {
  const top = range.commonAncestorContainer;
  if (isWithin(parentElementOf(top), leftOut)) return { text: '', html: '' };
  const writer = createSelectionWriter(range, leftOut);
  const [first, past] = boundsOf(range);
  if (first) {
    const shut = pathTo(first, top).find((element) => !writer.enter(element));
    walkSelection(shut ?? first, past, top, writer);
  }
  return writer.end();
}

/** The element that a node is, or stands in. */
function parentElementOf(/** @type {Node} */ node) {
  return node instanceof Element ? node : own(node, 'parentElement');
}

/**
 * The first node of a range, and the one that follows its last.
 * @param {Range} range
 * @returns {[Node | null, Node | null]}
 */
function boundsOf({ startContainer, startOffset, endContainer, endOffset }) {
  const inText = (/** @type {Node} */ node) => node instanceof CharacterData;
  const first = inText(startContainer) ? startContainer : (own(startContainer, 'childNodes')[startOffset] ?? following(startContainer));
  const past = inText(endContainer) ? following(endContainer) : (own(endContainer, 'childNodes')[endOffset] ?? following(endContainer));
  const empty = !first || (past && (first === past || own(first, 'compareDocumentPosition').call(first, past) & Node.DOCUMENT_POSITION_PRECEDING));
  return empty ? [null, null] : [first, past];
}

/** The node after this one and all it holds. */
function following(/** @type {Node} */ node) {
  /** @type {Node | null} */
  let at = node;
  while (at && !own(at, 'nextSibling')) at = own(at, 'parentNode');
  return at && own(at, 'nextSibling');
}

/**
 * The elements between the top and a node, outermost first.
 * @param {Node} node
 * @param {Node} top
 */
function pathTo(node, top) {
  /** @type {Element[]} */
  const path = [];
  for (let at = own(node, 'parentElement'); at && at !== top && node !== top; at = own(at, 'parentElement')) path.unshift(at);
  return path;
}

/**
 * @param {Node} first
 * @param {Node | null} past
 * @param {Node} top
 * @param {ReturnType<typeof createSelectionWriter>} writer
 */
function walkSelection(first, past, top, writer) {
  /** @type {Node | null} */
  let node = first;
  while (node && node !== past) {
    if (node instanceof Element && writer.enter(node)) {
      /** @type {Node | null} */
      const inner = own(node, 'firstChild');
      if (inner) {
        node = inner;
        continue;
      }
      writer.leave(node);
    } else if (past && cleanCopyNative.contains.call(node, past)) {
      return;
    } else if (node instanceof Text) {
      writer.text(node);
    }
    while (node && node !== top && !own(node, 'nextSibling')) {
      node = own(node, 'parentNode');
      if (node instanceof Element && node !== top) writer.leave(node);
    }
    node = node && node !== top ? own(node, 'nextSibling') : null;
  }
}

/**
 * @param {Range} range
 * @param {Set<Element>} leftOut
 */
function createSelectionWriter(range, leftOut) {
  const inert = document.implementation.createHTMLDocument('');
  const root = inert.createElement('div');
  const lines = createLines();
  /** Where the next node goes. @type {Element} */
  let open = root;
  /** @type {{ element: Element, copy: Element | null, distance: number }[]} */
  const entered = [];

  /** @param {Element} element */
  function enter(element) {
    const { display, userSelect, webkitUserSelect } = getComputedStyle(element);
    const unseen = display === 'none' || (userSelect || webkitUserSelect) === 'none';
    if (leftOut.has(element) || isSilent(element.localName) || unseen) return false;
    const block = !/^(inline|contents|ruby)/.test(display);
    const copy = standIn(inert, element, block);
    const distance = distanceAround(element, block);
    if (copy) open.append(copy);
    open = copy ?? open;
    entered.push({ element, copy, distance });
    lines.enter(element.localName, distance);
    return true;
  }

  /** @param {Element} element */
  function leave(element) {
    if (entered.at(-1)?.element !== element) return;
    const { copy = null, distance = 0 } = entered.pop() ?? {};
    lines.leave(element.localName, distance);
    if (!copy) return;
    open = /** @type {Element} */ (copy.parentElement);
    // What lost all it held is not worth a line; a cell keeps its column.
    if (!copy.firstChild && !/^(br|hr|img|wbr|td|th)$/.test(copy.localName)) copy.remove();
  }

  /** @param {Text} node */
  function text(node) {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const from = node === startContainer ? startOffset : 0;
    const words = node.data.slice(from, node === endContainer ? endOffset : undefined);
    const style = node.parentElement && getComputedStyle(node.parentElement);
    if (words === '' || style?.visibility !== 'visible') return;
    open.append(inert.createTextNode(words));
    lines.text(words, style.whiteSpace);
  }

  // What the words do not lose when they stand alone: the link around them, the list around the items.
  for (const element of contextOf(range.commonAncestorContainer)) {
    const copy = standIn(inert, element, false);
    if (copy) open.append(copy);
    open = copy ?? open;
  }
  return { enter, leave, text, end: () => ({ text: lines.end(), html: root.innerHTML.trim() }) };
}

/**
 * The elements at and around a node whose meaning its words keep, outermost first.
 * @param {Node} node
 */
function contextOf(node) {
  /** @type {Element[]} */
  const out = [];
  let inList = true;
  for (let at = parentElementOf(node); at && at !== pageBody(); at = own(at, 'parentElement')) {
    /** @type {boolean} */
    const part = inList && /^(ul|ol|dl|table|thead|tbody|tfoot|tr)$/.test(at.localName);
    inList = part && !/^(ul|ol|dl|table)$/.test(at.localName);
    if (part || isStyle(at.localName)) out.unshift(at);
  }
  return out;
}

/**
 * What stands for an element in the copy, without the page's classes, styles and listeners; null where only what it
 * holds goes along.
 * @param {Document} inert
 * @param {Element} element
 * @param {boolean} block
 */
function standIn(inert, element, block) {
  const kept = isKept(element.localName);
  if (!kept && !block) return null;
  const copy = inert.createElement(kept ? element.localName : 'div');
  for (const name of ['lang', 'dir', 'colspan', 'rowspan', 'start', 'alt']) {
    const value = attributeOf(element, name);
    if (value !== null) copy.setAttribute(name, value);
  }
  if (element instanceof HTMLAnchorElement) setAddress(copy, 'href', element.getAttribute('href'));
  if (element instanceof HTMLImageElement) return pictureOf(copy, element);
  return copy;
}

/**
 * @param {Element} copy
 * @param {HTMLImageElement} image
 */
function pictureOf(copy, image) {
  if (image.width === 1 && image.height === 1) return null;
  const { src = null, original = null, lazySrc = null } = image.dataset;
  // A lazy picture shows a stand-in until it is seen.
  for (const address of [src, original, lazySrc, image.currentSrc, image.getAttribute('src')]) {
    if (setAddress(copy, 'src', address)) return copy;
  }
  return null;
}

/**
 * @param {Element} copy
 * @param {string} name
 * @param {string | null} address
 */
function setAddress(copy, name, address) {
  if (!address || (name === 'href' && address.startsWith('#')) || !URL.canParse(address, document.baseURI)) return false;
  const url = new URL(address, document.baseURI);
  if (!/^(https?|mailto):$/.test(url.protocol)) return false;
  copy.setAttribute(name, url.href);
  return true;
}
