'use strict';
// The article's column keeps its width and its ground. Where what is hidden stood beside it in
// a flex row, the browser would give the column that room: lines half as long again, pictures
// blown up. Where it was what a box of floats ended with, the box would end above them.

/** The article's column. A variable, since a class may not be declared twice. */
var CleanCopyColumn = class {
  /** A paragraph, and the boxes around it that reached below it. @type {{ paragraph: Element, width: number, view: number, boxes: Element[] } | null} */
  #before = null;
  /** The article whose paragraphs were looked for. @type {Article | undefined} */
  #sought;

  /** The page is as it came. */
  forget() {
    this.#before = null;
    this.#sought = undefined;
  }

  /**
   * Notes how wide the article is before these are hidden.
   * @param {Entry[]} entries
   * @param {Article | undefined} article
   */
  measure(entries, article) {
    const { paragraph, view } = this.#before ?? {};
    if (paragraph ? isPresent(paragraph) && view === innerWidth : this.#sought === article) return;
    this.#before = null;
    this.#sought = article;
    const found = article && entries.length > 0 && paragraphOf(article);
    if (!found) return;
    const boxes = boxesAround(found).filter((box) => !endsAbove(box, found));
    this.#before = { paragraph: found, width: rectOf(found).width, view: innerWidth, boxes };
  }

  /**
   * What ends above the article by now, and is seen to.
   * @returns {Element[]}
   */
  shrunk() {
    const { paragraph, boxes = [] } = this.#before ?? {};
    return paragraph ? boxes.filter((box) => endsAbove(box, paragraph) && isDrawn(box)) : [];
  }

  /**
   * What has left its room to the article.
   * @param {Entry[]} entries
   * @returns {Entry[]}
   */
  beside(entries) {
    const { paragraph, width = 0, view } = this.#before ?? {};
    if (!paragraph || view !== innerWidth || rectOf(paragraph).width <= width * 1.15) return [];
    return entries.filter(({ element, action, shown, inPlace }) => {
      const row = action === 'hide' && !shown && !inPlace && rowAround(element);
      return row && holds(row, paragraph);
    });
  }
};

/**
 * The flex row of which an element is an item.
 * @param {Element} element
 */
function rowAround(element) {
  const parent = parentOf(element);
  if (!parent) return null;
  const { display, flexDirection } = getComputedStyle(parent);
  const isRow = display.endsWith('flex') && flexDirection.startsWith('row');
  return isRow && !/^(absolute|fixed)$/.test(getComputedStyle(element).position) ? parent : null;
}

/**
 * The boxes around an element, but for the page's own, which are as large as what they hold.
 * @param {Element} element
 */
function boxesAround(element) {
  /** @type {Element[]} */
  const boxes = [];
  for (let at = parentOf(element); at && !isCanvas(at); at = parentOf(at)) boxes.push(at);
  return boxes;
}

/**
 * @param {Element} box
 * @param {Element} element
 */
function endsAbove(box, element) {
  return rectOf(box).bottom < rectOf(element).bottom - 1;
}

/**
 * Does a plain box draw a ground, or a line around it?
 * @param {Element} box
 */
function isDrawn(box) {
  const { display, backgroundColor, backgroundImage, borderTopWidth, borderLeftWidth } = getComputedStyle(box);
  const hasGround = !/^rgba\(.*, 0\)$/.test(backgroundColor) || backgroundImage !== 'none';
  return display === 'block' && (hasGround || borderTopWidth !== '0px' || borderLeftWidth !== '0px');
}

/**
 * One of the article's paragraphs that is to be seen.
 * @param {Article} article
 */
function paragraphOf({ excerpts }) {
  const starts = excerpts.map((excerpt) => squeezed(excerpt.slice(0, 30))).filter((start) => start !== '');
  if (starts.length === 0) return null;
  const begins = (/** @type {string | null} */ text) => {
    const start = squeezed(text?.trimStart().slice(0, 60) ?? '');
    return starts.some((each) => start.startsWith(each));
  };
  for (const element of allIn(document, 'p')) if (begins(cleanCopyNative.textContent.call(element)) && isRendered(element)) return element;
  // Some know no paragraphs: to read what all elements hold would take long.
  for (const element of allIn(document, 'div, li, td')) {
    const first = cleanCopyNative.firstChild.call(element);
    if (first && isText(first) && begins(first.data) && isRendered(element)) return element;
  }
  return null;
}
