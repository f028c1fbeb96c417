'use strict';
// Formulas and drawings in what is copied of a selection: the elements of a
// formula go along in the HTML, and its words stand on one line, as in the copy
// of an article; of a drawing the words do.

/** @param {Element} element */
function isFormula(element) {
  // "mglyph" and "malignmark" are read back as something else.
  return element instanceof MathMLElement && /^(none|m(?!gl|al)[a-z]+)$/.test(element.localName);
}

/**
 * Beside a formula for machines stands one for the eye, which those are told to pass over.
 * @param {Element} element
 */
function isShownAgain(element) {
  if (element.localName !== 'math') return false;
  return [element, element.parentElement].some((each) => {
    const next = each?.nextElementSibling;
    return next?.getAttribute('aria-hidden') === 'true' && next.textContent?.trim();
  });
}

/**
 * What stands on one line between parts that a formula sets above each other.
 * @param {Element} part
 */
function jointBefore(part) {
  if (!(part instanceof MathMLElement)) return '';
  /** @type {Record<string, string>} */
  const joints = { mfrac: '/', msub: '_', msup: '^', msubsup: '_^' };
  const { localName = '', children = [] } = part.parentElement ?? {};
  return joints[localName]?.charAt([...children].indexOf(part) - 1) ?? '';
}

/**
 * Does an element begin a line? Each text of a drawing is a label of its own.
 * @param {Element} element
 * @param {string} display
 */
function isBlock(element, display) {
  if (element instanceof SVGElement) return /^(text|foreignObject)$/.test(element.localName);
  if (element instanceof MathMLElement) return element.localName === 'math' && display.startsWith('block');
  return !/^(inline|contents|ruby)/.test(display);
}
