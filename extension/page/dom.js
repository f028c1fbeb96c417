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
 * @param {Node} node
 * @returns {node is Text}
 */
function isText(node) {
  return cleanCopyNative.nodeType.call(node) === 3;
}

/**
 * The element around a node; around what stands in a shadow root, its host.
 * @param {Node} node
 * @returns {Element | null}
 */
function parentOf(node) {
  const parent = cleanCopyNative.parentNode.call(node);
  if (parent === null || isElement(parent)) return parent;
  return parent !== cleanCopyNative.page && parent instanceof ShadowRoot ? parent.host : null;
}

/**
 * Does one element hold the other, or is it that one?
 * @param {Element} outer
 * @param {Element | null} inner
 */
function holds(outer, inner) {
  for (let at = inner; at; at = hostAround(at)) if (cleanCopyNative.contains.call(outer, at)) return true;
  return false;
}

/**
 * The host of the shadow root that an element stands in.
 * @param {Element} element
 */
function hostAround(element) {
  const root = cleanCopyNative.getRootNode.call(element);
  return root !== cleanCopyNative.page && root instanceof ShadowRoot ? root.host : null;
}

/**
 * Is it laid out, or would be without the recipe? Far from the window the browser puts that off (`content-visibility: auto`),
 * and to ask for a style in there has it make up for that, at ten milliseconds a section.
 * @param {Element} element
 */
function isLaidOut(element) {
  return Boolean(cleanCopyRecipe?.standing()) || cleanCopyNative.checkVisibility.call(element, { contentVisibilityAuto: true });
}

/** @param {Element} element */
function rectOf(element) {
  return cleanCopyNative.getBoundingClientRect.call(element);
}

/**
 * The document or shadow root that an element stands in.
 * @param {Node} node
 * @returns {Document | ShadowRoot | null} null outside of every page
 */
function rootOf(node) {
  const root = cleanCopyNative.getRootNode.call(node);
  const { page } = cleanCopyNative;
  if (root === page) return page;
  return root instanceof Document || root instanceof ShadowRoot ? root : null;
}

/**
 * The shadow root of an element, open or closed.
 * @param {Element} element
 * @returns {ShadowRoot | null}
 */
function shadowRootOf(element) {
  const name = cleanCopyNative.localName.call(element);
  return isHostName(name) ? rootOfHost(element, name) : null;
}

/**
 * @param {Element} element
 * @param {string} name its own, of those that the DOM lets have a shadow root
 */
function rootOfHost(element, name) {
  const open = cleanCopyNative.shadowRoot.call(element);
  if (open) return open;
  // Closed roots belong to custom elements, or to a plain one that was made for nothing else.
  if (!name.includes('-') && cleanCopyNative.firstChild.call(element)) return null;
  if (cleanCopyNative.namespaceURI.call(element) !== 'http://www.w3.org/1999/xhtml') return null;
  const { openOrClosedShadowRoot: inFirefox } = cleanCopyNative;
  return inFirefox ? inFirefox.call(element) : openOrClosed(/** @type {HTMLElement} */ (element));
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
  for (let at = 0; at < elements.length; at++) {
    const name = names[at] ?? '';
    const root = hosts.has(name) ? rootOfHost(/** @type {Element} */ (elements[at]), name) : null;
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
  return cleanCopyNative.documentElement.call(cleanCopyNative.page);
}

/** The body, or what a frameset page has in its place. */
function pageBody() {
  return cleanCopyNative.body.call(cleanCopyNative.page);
}

/** Every element of the page in document order; a live list. */
function pageElements() {
  return Document.prototype.getElementsByTagName.call(document, '*');
}

/**
 * @param {ParentNode & Node} node
 * @param {string} selector
 */
function allIn(node, selector) {
  return arrayOf(own(node, 'querySelectorAll').call(node, selector));
}

/**
 * A list's own way to be walked costs several times as much, and so do its numbers.
 * @param {NodeListOf<Element>} list
 */
function arrayOf(list) {
  const { length } = list;
  /** @type {Element[]} */
  const elements = new Array(length);
  for (let at = 0; at < length; at++) elements[at] = /** @type {Element} */ (cleanCopyNative.item.call(list, at));
  return elements;
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
  return allIn(document, ':not(:defined)');
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
