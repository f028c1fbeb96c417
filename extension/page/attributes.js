'use strict';
// Takes attributes off elements and puts them back as they stood, so that the page's source is what it was.

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value
 */
function putBack(element, name, value) {
  if (value === null) cleanCopyNative.removeAttribute.call(element, name);
  else cleanCopyNative.setAttribute.call(element, name, value);
}

/**
 * How an attribute stands on its element.
 * @typedef {{ ahead: string[], value: string }} Standing the names of those before it, and its value
 */

/**
 * @param {Element} element
 * @param {string} name
 * @returns {Standing}
 */
function standingOf(element, name) {
  const names = cleanCopyNative.getAttributeNames.call(element);
  return { ahead: names.slice(0, names.indexOf(name)), value: attributeOf(element, name) ?? '' };
}

/**
 * Attributes stand in the order in which they were set: those behind it are set anew.
 * @param {Element} element
 * @param {string} name
 * @param {Standing} standing
 */
function putBackInPlace(element, name, { ahead, value }) {
  if (attributeOf(element, name) !== value) putBack(element, name, value);
  for (const other of cleanCopyNative.getAttributeNames.call(element)) {
    if (other === name || ahead.includes(other)) continue;
    const behind = attributeOf(element, other);
    putBack(element, other, null);
    putBack(element, other, behind);
  }
}
