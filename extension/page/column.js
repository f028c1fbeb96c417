'use strict';
// The article's column keeps its width, its place and its ground. Where what is hidden stood
// beside it in a flex row or a grid, the browser would give the column that room, or that place:
// lines half as long again, or as narrow as a rail. Where it was what a box of floats ended
// with, the box would end above them.

/** The article's column. A variable, since a class may not be declared twice. */
var CleanCopyColumn = class {
  /** A paragraph, where it was, and the boxes around it that reached below it. @type {{ paragraph: Element, rect: DOMRect, view: number, sheets: string, boxes: Element[] } | null} */
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
    const found = article && entries.length > 0 && paragraphOf(article, [document, ...roots]);
    if (!found) return;
    const boxes = boxesAround(found).filter((box) => !endsAbove(box, found));
    this.#before = { paragraph: found, rect: rectOf(found), view: innerWidth, sheets: sheetsInForce(), boxes };
  }

  /**
   * What ends above the article by now, and is seen to.
   * @returns {Element[]}
   */
  shrunk() {
    const { paragraph, boxes = [] } = this.#before ?? {};
    return paragraph ? boxes.filter((box) => endsAbove(box, paragraph) && (actionsOn(box).includes('unfold') || isDrawn(box))) : [];
  }

  /**
   * What has left its room or its place to the article.
   * @param {Entry[]} entries
   * @returns {Entry[]}
   */
  beside(entries) {
    const { paragraph, rect, view } = this.#before ?? {};
    if (!paragraph || !rect || view !== innerWidth) return [];
    const now = rectOf(paragraph);
    if (Math.max(Math.abs(now.width - rect.width), Math.abs(now.left - rect.left)) <= rect.width * 0.15) return [];
    return entries.filter(({ element, action, shown, inPlace }) => {
      const row = action === 'hide' && !shown && !inPlace && rowAround(element);
      return row && holds(row, paragraph);
    });
  }
};

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
 */
function paragraphOf({ excerpts }, roots) {
  const starts = excerpts.map((excerpt) => squeezed(excerpt.slice(0, 30))).filter((start) => start !== '');
  if (starts.length === 0) return null;
  const begins = (/** @type {string | null} */ text) => {
    const start = squeezed(text?.trimStart().slice(0, 60) ?? '');
    return starts.some((each) => start.startsWith(each));
  };
  const all = (/** @type {string} */ selector) => roots.flatMap((root) => [...allIn(root, selector)]);
  for (const element of all('p')) if (begins(cleanCopyNative.textContent.call(element)) && isRendered(element)) return element;
  // Some know no paragraphs: to read what all elements hold would take long.
  for (const element of all('div, li, td')) {
    const first = cleanCopyNative.firstChild.call(element);
    if (first && isText(first) && begins(first.data) && isRendered(element)) return element;
  }
  return null;
}
