'use strict';
// The slower way to take a page whose outerHTML does not read back in the same
// order: scripts can build trees that no parser would. This writer walks the
// tree itself and gives every awkward element a neutral name, so that the n-th
// start tag is the n-th element by construction.

/**
 * @returns {Taken}
 */
function walkPage() {
  const root = document.documentElement;
  /** @type {Element[]} */
  const elements = [];
  /** @type {string[]} */
  const names = [];
  /** @type {string[]} */
  const out = [];
  /** @type {Node | null} */
  let node = root;
  while (node) {
    if (node instanceof Element) {
      elements.push(node);
      names.push(openTag(node, out));
    } else {
      writeText(node, out);
    }
    node = node instanceof Element && node.firstChild ? node.firstChild : nextAfter(node, root, out);
  }
  return { html: out.join(''), elements, root, fingerprint: fingerprintOf(names) };
}

/**
 * Closes what ends here and gives the node that follows, or null at the end.
 * @param {Node} node
 * @param {Element} root
 * @param {string[]} out
 */
function nextAfter(node, root, out) {
  /** @type {Node | null} */
  let at = node;
  while (at) {
    if (at instanceof Element) closeTag(at, out);
    if (at === root) return null;
    if (at.nextSibling) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}

/**
 * @param {Element} element
 * @param {string[]} out
 */
function openTag(element, out) {
  const name = neutralName(element);
  out.push('<', name);
  for (const { name: key, value } of element.attributes) {
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
 * @param {string[]} out
 */
function writeText(node, out) {
  if (node.nodeType !== Node.TEXT_NODE && node.nodeType !== Node.CDATA_SECTION_NODE) return;
  const parent = /** @type {Element} */ (node.parentNode);
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
