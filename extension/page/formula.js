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
 * Beside a formula for machines stands one for the eye, with the same letters, which those are told to pass over.
 * @param {Element} element
 */
function isShownAgain(element) {
  if (element.localName !== 'math') return false;
  const letters = lettersOf([...allIn(element, 'mi, mn, mtext')].map((part) => part.textContent ?? '').join(''));
  return [element, parentOf(element)].some((each) => {
    const next = each && own(each, 'nextElementSibling');
    const others = lettersOf(next && attributeOf(next, 'aria-hidden') === 'true' ? (own(next, 'textContent') ?? '') : '');
    return letters.size > 0 && [...letters].every((letter) => others.has(letter));
  });
}

/** Of letters that only look otherwise the plain ones. @param {string} text */
function lettersOf(text) {
  return new Set(text.normalize('NFKC').match(/[\p{L}\p{N}]/gu));
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
