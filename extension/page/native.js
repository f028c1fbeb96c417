'use strict';
// The browser's own ways to ask a node, past the names that pages put in front of them:
// the fields of a form hide what is called like them, <input name="attributes">. Looked up
// once: to find one on its prototype takes Firefox ten times as long as to call it, and
// `instanceof` as long again.

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
  checkVisibility: Element.prototype.checkVisibility,
  contains: Node.prototype.contains,
  getRootNode: Node.prototype.getRootNode,
  getAttributeNames: Element.prototype.getAttributeNames,
  getAttribute: Element.prototype.getAttribute,
  setAttribute: Element.prototype.setAttribute,
  removeAttribute: Element.prototype.removeAttribute,
  showModal: HTMLDialogElement.prototype.showModal,
  close: HTMLDialogElement.prototype.close,
};
