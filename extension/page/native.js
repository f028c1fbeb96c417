'use strict';
// The browser's own ways to ask a node, past the names that pages put in front of them:
// the fields of a form hide what is called like them, <input name="attributes">. They are looked
// up once, since in Firefox it takes ten times as long to find one on its prototype as to call it.
// `instanceof` takes that long, too, and so does whatever is found on the window, `document` included.

/**
 * @template T
 * @param {object} prototype
 * @param {string} name
 * @returns {T}
 */
function getterOf(prototype, name) {
  return /** @type {any} */ (Object.getOwnPropertyDescriptor(prototype, name)?.get);
}

/** A variable, since a second injection runs this again. */
var cleanCopyNative = {
  page: document,
  styleOf: getComputedStyle.bind(window),
  /** @type {(this: Document) => HTMLElement | null} */
  body: getterOf(Document.prototype, 'body'),
  /** @type {(this: Document) => HTMLElement} */
  documentElement: getterOf(Document.prototype, 'documentElement'),
  /** @type {(this: Node) => Node | null} */
  firstChild: getterOf(Node.prototype, 'firstChild'),
  /** @type {(this: Node) => boolean} */
  isConnected: getterOf(Node.prototype, 'isConnected'),
  /** @type {(this: Node) => number} */
  nodeType: getterOf(Node.prototype, 'nodeType'),
  /** @type {(this: Node) => Node | null} */
  parentNode: getterOf(Node.prototype, 'parentNode'),
  /** @type {(this: Node) => string | null} */
  textContent: getterOf(Node.prototype, 'textContent'),
  /** @type {(this: Element) => string} */
  localName: getterOf(Element.prototype, 'localName'),
  /** @type {(this: Element) => string | null} */
  namespaceURI: getterOf(Element.prototype, 'namespaceURI'),
  /** @type {(this: Element) => string | null} */
  prefix: getterOf(Element.prototype, 'prefix'),
  /** @type {(this: Element) => number} */
  scrollTop: getterOf(Element.prototype, 'scrollTop'),
  /** @type {(this: Element) => ShadowRoot | null} */
  shadowRoot: getterOf(Element.prototype, 'shadowRoot'),
  /** Firefox alone has it, for extensions. @type {((this: Element) => ShadowRoot | null) | undefined} */
  openOrClosedShadowRoot: getterOf(Element.prototype, 'openOrClosedShadowRoot'),
  /** @type {(this: Element) => string} */
  tagName: getterOf(Element.prototype, 'tagName'),
  elementFromPoint: Document.prototype.elementFromPoint,
  getBoundingClientRect: Element.prototype.getBoundingClientRect,
  item: NodeList.prototype.item,
  checkVisibility: Element.prototype.checkVisibility,
  contains: Node.prototype.contains,
  getRootNode: Node.prototype.getRootNode,
  querySelector: Element.prototype.querySelector,
  getAttributeNames: Element.prototype.getAttributeNames,
  getAttribute: Element.prototype.getAttribute,
  setAttribute: Element.prototype.setAttribute,
  removeAttribute: Element.prototype.removeAttribute,
  showModal: HTMLDialogElement.prototype.showModal,
  close: HTMLDialogElement.prototype.close,
};
