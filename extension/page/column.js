'use strict';
// The article's column keeps its width, its place and its ground. Where what is hidden stood
// beside it (in a flex row or a grid, as a float, as the cell of a table), the browser would give
// the column that room, or that place: lines half as long again, or as narrow as a rail. Where it
// was what a box of floats ended with, the box would end above them.

/**
 * A paragraph, where it was, the boxes around it that reached below it, and what stood beside it by itself, as
 * display or float have it.
 * @typedef {{ paragraph: Element, place: Place, view: number, sheets: string, boxes: Element[], apart: Map<Element, string> }} Measured
 * @typedef {{ left: number, width: number }} Place
 */

/** The article's column. A variable, since a class may not be declared twice. */
var CleanCopyColumn = class {
  /** What is measured. @type {Measured | null} */
  #before = null;
  /** The article whose paragraphs were looked for. @type {Article | undefined} */
  #sought;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;
  #undressed;
  #changed;

  /**
   * @param {(look: () => void) => void} undressed lets look at the page as it came
   * @param {() => void} changed the window has come to rest with another width
   */
  constructor(undressed, changed) {
    this.#undressed = undressed;
    this.#changed = changed;
  }

  /** @param {boolean} on */
  watch(on) {
    if (on) window.addEventListener('resize', this.#noteSize);
    else window.removeEventListener('resize', this.#noteSize);
    if (!on) clearTimeout(this.#resting);
  }

  #noteSize = () => {
    clearTimeout(this.#resting);
    if (this.#before && this.#before.view !== innerWidth) this.#resting = setTimeout(this.#changed, 100);
  };

  /** Are there other sheets than when it was measured? */
  isRestyled() {
    return this.#before !== null && this.#before.sheets !== sheetsInForce();
  }

  /** The page is as it came. */
  forget() {
    this.#before = null;
    this.#sought = undefined;
  }

  /**
   * The page is laid out in another way: what was kept in its place may stand below the article by now, or beside lines
   * that are too short.
   * @param {Entry[]} entries
   * @returns {Entry[]} those that are hidden like any other again
   */
  release(entries) {
    this.forget();
    const kept = entries.filter(({ inPlace }) => inPlace);
    for (const entry of kept) delete entry.inPlace;
    return kept.filter(({ shown }) => !shown);
  }

  /**
   * Notes how wide the article is before these are hidden.
   * @param {Entry[]} entries
   * @param {Article | undefined} article
   * @param {ShadowRoot[]} roots
   */
  measure(entries, article, roots) {
    if (this.#before ? isPresent(this.#before.paragraph) : this.#sought === article) return;
    this.#before = null;
    this.#sought = article;
    // In a grid a recipe has given the article another place already.
    if (cleanCopyRecipe?.standing() && entries.some(isInGrid)) this.#undressed(() => this.#note(entries, article, roots));
    else this.#note(entries, article, roots);
  }

  /**
   * @param {Entry[]} entries
   * @param {Article | undefined} article
   * @param {ShadowRoot[]} roots
   */
  #note(entries, article, roots) {
    const hidden = new Set(entries.flatMap(({ element, action }) => (action === 'hide' ? [element] : [])));
    const paragraph = article && entries.length > 0 && paragraphOf(article, [document, ...roots], hidden);
    if (!paragraph) return;
    const boxes = boxesAround(paragraph).filter((box) => !endsAbove(box, paragraph));
    const column = rectOf(paragraph);
    // Where more is hidden, it stands in long lists.
    const partings = [...hidden].slice(0, 300).map((element) => /** @type {const} */ ([element, partingOf(element, paragraph, column)]));
    const apart = new Map(partings.filter(([, parting]) => parting !== ''));
    this.#before = { paragraph, place: placeOf(paragraph), view: innerWidth, sheets: sheetsInForce(), boxes, apart };
  }

  /**
   * What ends above the article by now, and is seen to.
   * @returns {Element[]}
   */
  shrunk() {
    const { paragraph, boxes = [] } = this.#before ?? {};
    return paragraph && isRendered(paragraph) ? boxes.filter((box) => endsAbove(box, paragraph) && (actionsOn(box).includes('unfold') || isDrawn(box))) : [];
  }

  /**
   * What has left its room or its place to the article.
   * @param {Entry[]} entries
   * @returns {Entry[]}
   */
  beside(entries) {
    const { paragraph, place, view, apart } = this.#before ?? {};
    if (!paragraph || !place || view !== innerWidth || !isRendered(paragraph)) return [];
    const now = placeOf(paragraph);
    // In a small window or a large script the room is worth more than the place.
    if (isCramped(paragraph, place) && now.width > place.width) return [];
    if (Math.max(Math.abs(now.width - place.width), Math.abs(now.left - place.left)) <= place.width * 0.15) return [];
    return entries.filter(({ element, action, shown, inPlace }) => {
      const row = action === 'hide' && !shown && !inPlace && (apart?.has(element) ? parentOf(element) : rowAround(element));
      return row && holds(row, paragraph);
    });
  }

  /** @param {Element} element that is to keep its width */
  isCell(element) {
    return this.#before?.apart.get(element) === 'table-cell';
  }
};

/**
 * Has a line room for fewer than thirty letters, each about half as wide as it is high?
 * @param {Element} paragraph
 * @param {Place} place
 */
function isCramped(paragraph, { width }) {
  return width < 15 * parseFloat(getComputedStyle(paragraph).fontSize);
}

/** A sheet that is still loading is in no list; some wait for their turn by the medium they are for. */
function sheetsInForce() {
  return [...own(document, 'styleSheets')].map(({ media, disabled }) => `${media.mediaText} ${disabled}`).join();
}

/**
 * The flex row or grid of which an element is an item.
 * @param {Element} element
 */
function rowAround(element) {
  const parent = parentOf(element);
  if (!parent) return null;
  const { display, flexDirection } = getComputedStyle(parent);
  const isRow = display.endsWith('grid') || (display.endsWith('flex') && flexDirection.startsWith('row'));
  return isRow && !/^(absolute|fixed)$/.test(getComputedStyle(element).position) ? parent : null;
}

/**
 * By what an element that is no item of a row stands beside the column, and not above it or below.
 * @param {Element} element
 * @param {Element} paragraph of the column, which stands in the same box
 * @param {DOMRect} column
 */
function partingOf(element, paragraph, column) {
  // Far from the window the browser puts off styles (`content-visibility: auto`): to ask for one lays out its section.
  const around = parentOf(element);
  if (!around || !holds(around, paragraph)) return '';
  const { display, float, position } = cleanCopyNative.styleOf(element);
  const parting = float === 'none' ? display : 'float';
  if (!/^(float|table-cell|inline-.+)$/.test(parting) || /^(absolute|fixed)$/.test(position)) return '';
  const { width, left, right } = rectOf(element);
  const isBeside = width > 0 && (right <= column.left + 1 || left >= column.right - 1);
  return isBeside ? parting : '';
}

/**
 * Where an element stands from side to side, wherever all around it is scrolled to.
 * @param {Element} element
 * @returns {Place}
 */
function placeOf(element) {
  let scrolled = 0;
  for (let at = parentOf(element); at; at = parentOf(at)) scrolled += own(at, 'scrollLeft');
  // Last: of a section that it has put off, Firefox tells where it was before, until it is asked how far that is scrolled.
  const { left, width } = rectOf(element);
  return { left: left + scrolled, width };
}

/** @param {Entry} entry */
function isInGrid({ element }) {
  const parent = parentOf(element);
  return parent !== null && getComputedStyle(parent).display.endsWith('grid');
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
 * Does a plain box draw a ground, or a line around it, and nothing behind what it holds?
 * @param {Element} box
 */
function isDrawn(box) {
  const { display, backgroundColor, backgroundImage, borderTopWidth, borderLeftWidth } = getComputedStyle(box);
  const hasGround = !/^rgba\(.*, 0\)$/.test(backgroundColor) || backgroundImage !== 'none';
  const hasLine = borderTopWidth !== '0px' || borderLeftWidth !== '0px';
  return display === 'block' && (hasGround || hasLine) && /^(none|normal)$/.test(getComputedStyle(box, '::after').content);
}

/**
 * One of the article's paragraphs that is to be seen.
 * @param {Article} article
 * @param {(Document | ShadowRoot)[]} roots
 * @param {Set<Element>} hidden what is about to go, and may say the same
 */
function paragraphOf({ excerpts }, roots, hidden) {
  const starts = excerpts.map((excerpt) => squeezed(excerpt.slice(0, 30))).filter((start) => start !== '');
  if (starts.length === 0) return null;
  const begins = (/** @type {string | null} */ text) => {
    const start = squeezed(text?.trimStart().slice(0, 60) ?? '');
    return starts.some((each) => start.startsWith(each));
  };
  const isStaying = (/** @type {Element} */ element) => isRendered(element) && !isWithin(element, hidden);
  const all = (/** @type {string} */ selector) => roots.flatMap((root) => [...allIn(root, selector)]);
  for (const element of all('p')) if (begins(cleanCopyNative.textContent.call(element)) && isStaying(element)) return element;
  // Some know no paragraphs: to read what all elements hold would take long.
  for (const element of all('div, li, td')) {
    const first = cleanCopyNative.firstChild.call(element);
    if (first && isText(first) && begins(first.data) && isStaying(element)) return element;
  }
  return null;
}
