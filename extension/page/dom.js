'use strict';
// Asking a page's nodes: past the names that pages put in front of the
// browser's own, and into shadow roots.

/**
 * A property as the browser gives it. The fields of a form and the named
 * elements of a document hide what is called like them: <input name="attributes">.
 * @template {Node} T
 * @template {keyof T} K
 * @param {T} node
 * @param {K} name
 * @returns {T[K]}
 */
function own(node, name) {
  return Reflect.get(Object.getPrototypeOf(node), name, node);
}

/**
 * @param {Element} element
 * @param {string} name
 * @returns {string | null}
 */
function attributeOf(element, name) {
  return cleanCopyNative.getAttribute.call(element, name);
}

/**
 * @param {Node} node
 * @returns {node is Element}
 */
function isElement(node) {
  // Node.ELEMENT_NODE, which takes longer to look up.
  return cleanCopyNative.nodeType.call(node) === 1;
}

/**
 * The element around a node; around what stands in a shadow root, its host.
 * @param {Node} node
 * @returns {Element | null}
 */
function parentOf(node) {
  const parent = cleanCopyNative.parentNode.call(node);
  if (parent === null || isElement(parent)) return parent;
  return parent instanceof ShadowRoot ? parent.host : null;
}

/**
 * Does one element hold the other, or is it that one?
 * @param {Element} outer
 * @param {Element | null} inner
 */
function holds(outer, inner) {
  for (let at = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

/** @param {Element} element */
function rectOf(element) {
  return own(element, 'getBoundingClientRect').call(element);
}

/**
 * The document or shadow root that an element stands in.
 * @param {Node} node
 * @returns {Document | ShadowRoot | null} null outside of every page
 */
function rootOf(node) {
  const root = cleanCopyNative.getRootNode.call(node);
  if (root === document) return document;
  return root instanceof Document || root instanceof ShadowRoot ? root : null;
}

/**
 * The shadow root of an element, open or closed.
 * @param {Element} element
 * @returns {ShadowRoot | null}
 */
function shadowRootOf(element) {
  if (!mayHost(element)) return null;
  if (element.shadowRoot) return element.shadowRoot;
  // To ask costs a hundred times as much. Closed roots belong to custom elements,
  // or to a plain one that was made for nothing else.
  if (element.firstChild && !element.localName.includes('-')) return null;
  // Firefox has it as a property that only extensions see.
  const { openOrClosedShadowRoot: inFirefox } = /** @type {any} */ (element);
  return inFirefox !== undefined ? inFirefox : openOrClosed(element);
}

/**
 * @param {HTMLElement} element
 * @returns {ShadowRoot | null}
 */
function openOrClosed(element) {
  // Chromium's alone; the linter for Firefox knows no condition.
  const { dom } = chrome;
  return /** @type {any} */ (dom.openOrClosedShadowRoot(element));
}

/**
 * The elements that the DOM lets have a shadow root.
 * @param {Element} element
 * @returns {element is HTMLElement}
 */
function mayHost(element) {
  const { localName: name } = element;
  // Of a form it may be one of its fields.
  return typeof name === 'string' && isHostName(name) && element instanceof HTMLElement;
}

/** The names, besides those with a hyphen, of elements that may have a shadow root. */
function plainHosts() {
  return ['article', 'aside', 'blockquote', 'body', 'div', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'main', 'nav', 'p', 'section', 'span'];
}

/** @param {string} name */
function isHostName(name) {
  // What we draw on the page is not of the page.
  return name.includes('-') ? !name.startsWith('clean-copy-') : plainHosts().includes(name);
}

/**
 * The shadow roots among these elements of the page.
 * @param {Element[]} elements
 * @param {string[]} names theirs
 */
function* rootsAmong(elements, names) {
  const hosts = new Set([...new Set(names)].filter(isHostName));
  const isOpen = (/** @type {Element} */ element, /** @type {number} */ at) => {
    const name = names[at] ?? '';
    return hosts.has(name) && (name.includes('-') || element.shadowRoot !== null);
  };
  // The browser finds the few among which a closed root may be faster than we do.
  for (const element of [...elements.filter(isOpen), ...allIn(document, `:is(${plainHosts().join()}):empty`)]) {
    const root = shadowRootOf(element);
    if (root) yield root;
  }
}

/**
 * Has an element of the page got a shadow root since these were found? Nobody is told of that.
 * @param {ShadowRoot[]} known
 */
function hasNewRoot(known) {
  const elements = [...pageElements()];
  return [...rootsAmong(elements, namesOf(elements))].some((root) => !known.includes(root));
}

/**
 * A root that only styles or passes on what its host holds shows nothing of its own.
 * @param {ShadowRoot} root
 */
function showsContent(root) {
  if (root.querySelector(':not(style, link, script, template, slot)')) return true;
  return [...root.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
}

/** @returns {HTMLElement} */
function pageRoot() {
  return own(document, 'documentElement');
}

/** The body, or what a frameset page has in its place. */
function pageBody() {
  return /** @type {HTMLElement | null} */ (own(document, 'body'));
}

/** Every element of the page in document order; a live list. */
function pageElements() {
  return Document.prototype.getElementsByTagName.call(document, '*');
}

/**
 * @param {ParentNode & Node} node
 * @param {string} selector
 * @returns {Iterable<Element>}
 */
function allIn(node, selector) {
  return own(node, 'querySelectorAll').call(node, selector);
}

/**
 * Tells whether the page has grown: how many elements there are, in these shadow
 * roots too, and how many wait for a script that defines them.
 * @param {ShadowRoot[]} [roots]
 */
function pageSize(roots = []) {
  return [pageElements().length, undefinedElements().length, ...sizesOf(roots)].join(' ');
}

/** @param {ShadowRoot[]} roots */
function sizesOf(roots) {
  return roots.map((root) => root.querySelectorAll('*').length);
}

/** Custom elements without a script yet: it may give them a shadow root. */
function undefinedElements() {
  return /** @type {NodeListOf<Element>} */ (allIn(document, ':not(:defined)'));
}

/**
 * Runs this when the browser has styled the page for its next frame. A page in the
 * background has none.
 * @param {() => void} work
 */
function afterFrame(work) {
  if (own(document, 'hidden')) setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work));
}
