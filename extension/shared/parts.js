// What the extension's own pages share: finding and making their parts, and
// giving them words.

import { word } from './words.js';

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function part(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`expected #${id} to be a ${kind.name}`);
  return found;
}

/**
 * An element that holds text or other elements; a string never becomes markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/**
 * The attributes that name a message, and what of the element it becomes.
 * @type {[string, (element: Element, text: string) => void][]}
 */
const WORDED = [
  ['data-word', (element, text) => (element.textContent = text)],
  ['data-hint', (element, text) => element.setAttribute('title', text)],
  ['data-label', (element, text) => element.setAttribute('aria-label', text)],
  ['data-placeholder', (element, text) => element.setAttribute('placeholder', text)],
];

/**
 * Fills a page with the interface's words. They are English where the browser's
 * language is not among ours, and the page says the language that it has.
 */
export function translate() {
  document.documentElement.lang = word('language');
  document.documentElement.dir = word('direction');
  for (const [attribute, give] of WORDED) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      give(element, word(element.getAttribute(attribute) ?? ''));
    }
  }
}
