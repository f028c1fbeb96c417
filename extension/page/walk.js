'use strict';
// The slower way to take a page: for trees whose outerHTML does not read back in
// the same order, since scripts can build what no parser would, and for pages
// with shadow roots, which outerHTML leaves out. This writer walks the tree as
// it is shown and gives every awkward element a neutral name, so that the n-th
// start tag is the n-th element by construction.

/**
 * @returns {Taken}
 */
function walkPage() {
  const writer = createPageWriter();
  writer.tree(pageRoot());
  return writer.taken();
}

function createPageWriter() {
  /** @type {Element[]} */
  const elements = [];
  /** @type {string[]} */
  const names = [];
  /** @type {string[]} */
  const out = [];
  /** @type {ShadowRoot[]} */
  const roots = [];

  /**
   * @param {Element} element
   * @param {string} [extra] an attribute that only the string has
   */
  function open(element, extra) {
    elements.push(element);
    names.push(openTag(element, out, extra));
  }

  /** @param {Element} element */
  function close(element) {
    closeTag(element, out);
  }

  /**
   * An element with all that is shown in it. Without recursion: pages can be
   * nested deeper than the stack.
   * @param {Element} root
   * @param {string} [extra]
   */
  function tree(root, extra) {
    open(root, extra);
    const stack = [enterNode(root, roots)];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const node = top.nodes[top.at++];
      if (!node) {
        stack.pop();
        // What a slot shows stands in the place of the slot.
        if (top.element === root || !isSlot(top.element)) close(top.element);
      } else if (node instanceof Element) {
        if (!isSlot(node)) open(node);
        stack.push(enterNode(node, roots));
      } else {
        writeText(node, top.element, out);
      }
    }
  }

  /** @returns {Taken} */
  function taken() {
    return { html: out.join(''), elements, names, root: pageRoot(), fingerprint: fingerprintOf(names), roots, size: pageSize(roots) };
  }

  return { open, close, tree, taken, elements };
}

/**
 * @param {Element} element
 * @param {ShadowRoot[]} roots gets the element's, if it has one
 */
function enterNode(element, roots) {
  const root = shadowRootOf(element);
  if (root) roots.push(root);
  return { element, nodes: shownNodes(element, root), at: 0 };
}

/**
 * What is shown inside an element: the content of its shadow root in place of
 * its own children, and what a slot is assigned in place of its default.
 * @param {Element} element
 * @param {ShadowRoot | null} root
 * @returns {ArrayLike<Node>}
 */
function shownNodes(element, root) {
  if (isSlot(element)) {
    const assigned = /** @type {HTMLSlotElement} */ (element).assignedNodes();
    return assigned.length > 0 ? assigned : own(element, 'childNodes');
  }
  return own(root ?? element, 'childNodes');
}

/**
 * A slot outside of every shadow root is an element like others.
 * @param {Element} element
 */
function isSlot(element) {
  return element instanceof HTMLSlotElement && rootOf(element) instanceof ShadowRoot;
}

/**
 * @param {Element} element
 * @param {string[]} out
 * @param {string} [extra]
 */
function openTag(element, out, extra = '') {
  const name = neutralName(element);
  out.push('<', name, extra);
  for (const { name: key, value } of own(element, 'attributes')) {
    if (/^[^\s"'<>/=\0]+$/.test(key)) out.push(' ', key, '="', escapeText(value).replace(/"/g, '&quot;'), '"');
  }
  out.push('>');
  return name;
}

/**
 * @param {Element} element
 * @param {string[]} out
 */
function closeTag(element, out) {
  const name = neutralName(element);
  if (!isVoid(name)) out.push('</', name, '>');
}

/**
 * The element's own name where a tokenizer reads it as what it is, else a name
 * with an x- in front, which means nothing to it.
 * @param {Element} element
 */
function neutralName(element) {
  const name = serialisedName(element);
  if (!/^[a-z][^\s/<>\0]*$/.test(name)) return 'x-element';
  const raw = /^(xmp|iframe|noembed|noframes|noscript|plaintext)$/.test(name);
  const tight = isVoid(name) || /^(script|style|title|textarea|template)$/.test(name);
  return raw || (tight && element.firstElementChild) ? `x-${name}` : name;
}

/**
 * @param {string} name
 */
function isVoid(name) {
  return /^(area|base|basefont|bgsound|br|col|embed|frame|hr|img|input|keygen|link|meta|param|source|track|wbr)$/.test(
    name,
  );
}

/**
 * Text that the reader can see, and the JSON-LD. The bodies of scripts, styles
 * and frames are no text of the page.
 * @param {Node} node
 * @param {Element} parent
 * @param {string[]} out
 */
function writeText(node, parent, out) {
  if (node.nodeType !== Node.TEXT_NODE && node.nodeType !== Node.CDATA_SECTION_NODE) return;
  const text = node.nodeValue ?? '';
  if (isMetadata(parent)) {
    // In JSON "<" may be written as an escape; it stands only inside strings.
    out.push(text.replace(/</g, '\\u003c'));
  } else if (!isUnseen(parent)) {
    out.push(escapeText(text));
  }
}

/**
 * A noscript with elements is one that scripts-off readers see.
 * @param {Element} parent
 */
function isUnseen(parent) {
  const name = serialisedName(parent);
  if (name === 'noscript') return !parent.firstElementChild;
  return /^(script|style|iframe|noembed|noframes)$/.test(name);
}

/**
 * @param {Element} script
 */
function isMetadata(script) {
  if (serialisedName(script) !== 'script' || script.firstElementChild) return false;
  return /^application\/ld\+json\b/i.test(script.getAttribute('type') ?? '');
}

/**
 * @param {string} text
 */
function escapeText(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
