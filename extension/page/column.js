'use strict';
// The article's column keeps its width. Where what is hidden stood beside it in a flex row,
// the browser would give the column that room: lines half as long again, pictures blown up.

/** The article's column. A variable, since a class may not be declared twice. */
var CleanCopyColumn = class {
  /** @type {{ paragraph: Element, width: number, view: number } | null} */
  #before = null;

  /** The page is as it came. */
  forget() {
    this.#before = null;
  }

  /**
   * Notes how wide the article is before these are hidden.
   * @param {Entry[]} entries
   * @param {Article | undefined} article
   */
  measure(entries, article) {
    const { paragraph, view } = this.#before ?? {};
    if (paragraph && isPresent(paragraph) && view === innerWidth) return;
    this.#before = null;
    if (!article || !entries.some(({ element }) => rowAround(element))) return;
    const found = paragraphOf(article);
    if (found) this.#before = { paragraph: found, width: rectOf(found).width, view: innerWidth };
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
    const { firstChild: first } = element;
    if (first instanceof Text && begins(first.data) && isRendered(element)) return element;
  }
  return null;
}
