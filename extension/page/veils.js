'use strict';
// What lies on the page's prose itself: a fold that cuts it off, a blur, a layer
// that only a style sheet draws, or nothing but that it is out of sight. Which prose is the article's, the core says.

/** What is told of an element, as bits, by the words of the action that lifts it; as in src/verdict.rs. */
function veilBits() {
  return { unfold: 2, unveil: 4, free: 8, before: 16, after: 32, fade: 64 };
}

/**
 * Looks at the few elements around most of the page's prose.
 * @param {(Document | ShadowRoot)[]} [roots]
 * @returns {Map<Element, number>} with their bits
 */
function veiledElements(roots = [document]) {
  /** @type {Map<Element, number>} */
  const found = new Map();
  /** What each is, and whether there is a way to what it does not show. @type {Map<Element, { style: CSSStyleDeclaration, moves: boolean }>} */
  const looks = new Map();
  const note = (/** @type {Element} */ element, /** @type {number} */ bits) => void (bits && found.set(element, (found.get(element) ?? 0) | bits));
  const paragraphs = lastParagraphs(roots);
  const unseen = paragraphs[0] && outermostUnseen(paragraphs[0]);
  if (unseen) note(unseen, veilBits().unveil);
  for (const last of paragraphs) {
    let isMoved = false;
    for (let at = /** @type {Element | null} */ (last); at; at = parentOf(at)) {
      let look = looks.get(at);
      if (!look) {
        // Every page is less deep than this, but for those that want to be slow.
        if (looks.size >= 60) return found;
        const style = cleanCopyNative.styleOf(at);
        look = { style, moves: isCanvas(at) || mayScroll(at, style) };
        looks.set(at, look);
        note(at, veilsOf(at, style));
      }
      const { style, moves } = look;
      isMoved ||= moves;
      if (isMoved || !cutsOff(at, style, last)) continue;
      note(at, veilBits().unfold);
      for (const fade of fadesOf(at)) found.set(fade, veilBits().fade);
    }
  }
  return found;
}

/**
 * What keeps a paragraph out of sight with all around it, as some sites do to a page while a dialog is open. A tab that
 * is not shown keeps its own prose so; it is not most of the page's.
 * @param {Element} paragraph
 */
function outermostUnseen(paragraph) {
  /** @type {Element | null} */
  let outermost = null;
  for (let at = parentOf(paragraph); at && isOutOfSight(at); at = parentOf(at)) outermost = at;
  return outermost;
}

/** @param {Element} element */
function isOutOfSight(element) {
  return cleanCopyNative.styleOf(element).visibility === 'hidden';
}

/**
 * Of the elements that hold most of the prose, and are not put away, the last paragraph of each.
 * @param {(Document | ShadowRoot)[]} roots
 */
function lastParagraphs(roots) {
  /** @type {Map<Element, { last: Element, letters: number }>} */
  const groups = new Map();
  for (const root of roots) {
    const all = allIn(root, 'p, :not(p) > br');
    const step = Math.ceil(all.length / 200);
    for (let at = all.length - 1; at >= 0; at -= step) {
      const last = /** @type {Element} */ (all[at]);
      const holder = parentOf(last);
      if (!holder) continue;
      const group = groups.get(holder) ?? { last, letters: 0 };
      // What stands before a line break is not known without reading it.
      group.letters += cleanCopyNative.textContent.call(last)?.length || 100;
      groups.set(holder, group);
    }
  }
  const largest = [...groups.values()].sort((one, other) => other.letters - one.letters);
  return largest.slice(0, 8).map(({ last }) => last).filter((last) => !isPutAway(last)).slice(0, 4);
}

/**
 * Does it stand in something that waits to be opened: a dialog, a drawer, a fold without room? It may hold more words
 * than the article, such as a site's terms, and nothing lies on them.
 * @param {Element} paragraph
 */
function isPutAway(paragraph) {
  if (cleanCopyNative.checkVisibility.call(paragraph, { opacityProperty: true, visibilityProperty: true })) return false;
  for (let at = parentOf(paragraph); at && !isCanvas(at); at = parentOf(at)) {
    const { visibility, opacity, position } = cleanCopyNative.styleOf(at);
    const parent = parentOf(at);
    const isOwn = opacity === '0' || (visibility === 'hidden' && !(parent && isOutOfSight(parent)));
    if (isOwn) return /^(absolute|fixed)$/.test(position) || rectOf(at).height < 1;
  }
  return false;
}

/**
 * Is there a way to what this does not show: does it scroll, or is it moved by a script?
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 */
function mayScroll(element, { overflowY, transform, position }) {
  const scrolls = /^(auto|scroll)$/.test(overflowY) && own(element, 'scrollHeight') > own(element, 'clientHeight') + 1;
  return scrolls || position === 'fixed' || !/^(none|matrix\(1, 0, 0, 1, 0, 0\))$/.test(transform);
}

/**
 * Does the element end above the end of this paragraph in it, and show no more?
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 * @param {Element} paragraph
 */
function cutsOff(element, { overflowY }, paragraph) {
  if (!/^(hidden|clip)$/.test(overflowY)) return false;
  const { bottom, height } = rectOf(paragraph);
  return height > 0 && bottom > rectOf(element).bottom + 20;
}

/**
 * What lies over the end of a fold: it may hold the button, and nothing else.
 * @param {Element} fold
 */
function* fadesOf(fold) {
  const { bottom, width } = rectOf(fold);
  let [inner, next] = [own(fold, 'lastElementChild'), own(fold, 'nextElementSibling')];
  for (let looked = 0; looked < 2; looked++) {
    for (const each of [inner, next]) {
      if (!each || (own(each, 'textContent') ?? '').trim().length > 60) continue;
      const rect = rectOf(each);
      const lies = rect.bottom > bottom - 10 && rect.top < bottom && rect.width > width / 2;
      if (lies && /^(absolute|relative|sticky)$/.test(cleanCopyNative.styleOf(each).position)) yield each;
    }
    inner = inner && own(inner, 'previousElementSibling');
    next = next && own(next, 'nextElementSibling');
  }
}

/**
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 */
function veilsOf(element, style) {
  const { unveil, free, before, after } = veilBits();
  const parent = parentOf(element);
  // Both are handed down, and it is enough to free the outermost.
  const isHeld = (/** @type {CSSStyleDeclaration} */ { pointerEvents, userSelect }) => pointerEvents === 'none' || userSelect === 'none';
  return (
    (isDim(element, style) ? unveil : 0) |
    (cleanCopyInert().holds(element) || (isHeld(style) && !(parent && isHeld(cleanCopyNative.styleOf(parent)))) ? free : 0) |
    (isDrawnOver(element, '::before', style) ? before : 0) |
    (isDrawnOver(element, '::after', style) ? after : 0)
  );
}

/**
 * What we have lifted off counts, too: where a page takes its time for a change of style, it looks for a moment as if
 * it had never been there.
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 */
function isDim(element, { filter, opacity, maskImage }) {
  const isLifted = /\bunveil\b/.test(attributeOf(element, 'data-clean-copy-action') ?? '');
  const isFiltered = /blur\((?!0px)|(brightness|opacity)\(0/.test(filter);
  return isLifted || isFiltered || Number(opacity) < 0.7 || /gradient/.test(maskImage);
}

/**
 * Is there a backdrop before the window, or a fade over the element's end?
 * @param {Element} element
 * @param {string} pseudo
 * @param {CSSStyleDeclaration} around
 */
function isDrawnOver(element, pseudo, around) {
  const style = cleanCopyNative.styleOf(element, pseudo);
  // Most are not there, or end a row of floats. To ask how large one is lays it out.
  if (/^(none|normal)$/.test(style.content)) return false;
  const { position } = style;
  if (!/^(absolute|fixed)$/.test(position) || Number(style.zIndex) < 0 || Number(style.opacity) < 0.1) return false;
  const [width, height] = [parseFloat(style.width), parseFloat(style.height)];
  if (position === 'fixed') return width > innerWidth * 0.9 && height > innerHeight * 0.9;
  const isAtEnd = Math.abs(parseFloat(style.bottom)) <= 10 && height >= 24 && width > parseFloat(around.width) / 2;
  return isAtEnd && /gradient/.test(style.backgroundImage);
}
