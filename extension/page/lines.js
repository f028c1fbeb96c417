'use strict';
// Plain text laid out as a browser does it: white space squeezed, a line for
// each block, a blank line around paragraphs, tabs between cells.

function createLines() {
  let out = '';
  /** Line breaks that are due before the next words. */
  let breaks = 0;
  /** A space is due before the next words, if they stand in the same line. */
  let space = false;
  /** The row has a cell already. */
  let inRow = false;
  /** Nothing stands in the cell yet: blocks in it begin no line. */
  let freshCell = false;

  /**
   * @param {string} name
   * @param {number} distance
   */
  function enter(name, distance) {
    if (name === 'br') write('\n');
    if (name === 'tr') inRow = false;
    apart(distance);
    if (name !== 'td' && name !== 'th') return;
    if (inRow) write('\t');
    inRow = freshCell = true;
  }

  /**
   * @param {string} name
   * @param {number} distance
   */
  function leave(name, distance) {
    const cell = name === 'td' || name === 'th';
    if (cell && inRow && out !== '') breaks = freshCell ? breaks : 0;
    if (cell) freshCell = false;
    apart(distance);
  }

  /** @param {number} distance */
  function apart(distance) {
    if (freshCell || distance === 0) return;
    breaks = Math.max(breaks, distance);
    space = false;
  }

  /**
   * @param {string} words
   * @param {string} whiteSpace
   */
  function text(words, whiteSpace) {
    for (const part of partsOfText(words, whiteSpace)) {
      if (part === ' ') space = true;
      else write(part);
    }
  }

  /** @param {string} words */
  function write(words) {
    if (out !== '') out += '\n'.repeat(breaks);
    const inLine = out !== '' && !/[\n\t]$/.test(out) && !/^[\n\t]/.test(words);
    out += space && inLine ? ` ${words}` : words;
    breaks = 0;
    space = freshCell = false;
  }

  return { enter, leave, text, end: () => out.replace(/^\n+|[ \t\n]+$/g, '') };
}

/**
 * Words, and single spaces for the white space between them where the page has it squeezed.
 * @param {string} words
 * @param {string} whiteSpace
 */
function partsOfText(words, whiteSpace) {
  if (/^(pre|pre-wrap|break-spaces)$/.test(whiteSpace)) return [words];
  // Not \s: a no-break space stays what it is.
  const keepsLines = whiteSpace === 'pre-line';
  const parts = words.split(keepsLines ? /(\n|[ \t\r\f]+)/ : /([ \t\n\r\f]+)/);
  const squeezed = parts.map((part) => (/^[ \t\n\r\f]/.test(part) && !(keepsLines && part === '\n') ? ' ' : part));
  return squeezed.filter((part) => part !== '');
}

/**
 * How many line breaks set an element off from its neighbours.
 * @param {Element} element
 * @param {boolean} block
 */
function distanceAround(element, block) {
  const name = element.localName;
  if (!block || name === 'td' || name === 'th' || name === 'br') return 0;
  if (/^(p|h[1-6]|blockquote|pre|dl|table|figure)$/.test(name)) return 2;
  const parent = own(element, 'parentElement');
  return /^(ul|ol)$/.test(name) && !(parent && own(parent, 'closest').call(parent, 'ul, ol')) ? 2 : 1;
}
