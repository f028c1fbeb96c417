'use strict';
// The room that the page's own padding makes for bars fixed to the window's top or bottom. Where these are hidden it
// would be an empty strip above the article, or below the footer; where one is seen again, it would lie on the page.
// Room at the top may be made by what the page's content stands in, too.

/**
 * Where a bar begins and ends, from an edge of the window; and from both, since the window may become higher.
 * @typedef {{ begin: number, end: number }} Reach
 * @typedef {{ head: Reach, foot: Reach }} Bar
 */

/** The bars among what is hidden. A variable, since a class may not be declared twice. */
var CleanCopyBars = class {
  /** Also those that the page has taken away since, or that went with what holds them. @type {Map<Entry, Bar>} */
  #bars = new Map();
  /** The page's own padding where it went, by the words for it. @type {WeakMap<Element, Map<string, number>>} */
  #paddings = new WeakMap();
  /** Boxes whose padding went. @type {Set<Element>} */
  #given = new Set();
  #undressed;

  /** @param {(look: () => void) => void} undressed lets look at the page as it came */
  constructor(undressed) {
    this.#undressed = undressed;
  }

  /**
   * Measures those that are about to be hidden.
   * @param {Entry[]} entries
   */
  note(entries) {
    const fixed = entries.filter(isFixed);
    // What a recipe has hidden already has no size.
    if (fixed.length > 0 && cleanCopyRecipe?.standing()) this.#undressed(() => this.#measure(fixed));
    else this.#measure(fixed);
  }

  /** @param {Entry[]} fixed */
  #measure(fixed) {
    for (const entry of fixed) {
      const { top, bottom, width } = rectOf(entry.element);
      if (width >= innerWidth * 0.9 && bottom - top < innerHeight / 2) this.#bars.set(entry, { head: { begin: top, end: bottom }, foot: { begin: innerHeight - bottom, end: innerHeight - top } });
    }
  }

  /**
   * Measures all of them anew, and the padding, on a page that is laid out in another way by now, and looks as it came.
   * @param {Entry[]} entries
   */
  noteAnew(entries) {
    this.#bars.clear();
    this.#measure(entries.filter(isFixed));
    for (const box of this.#boxes()) this.#paddings.set(box, paddingsOf(box));
  }

  /** Those that may make room. */
  #boxes() {
    return [...new Set([...canvases(), ...topBoxes((box) => this.#pushes(box)), ...this.#given])].filter(isPresent);
  }

  /**
   * Does the padding of a box, or did it before it went, have what it holds begin further down?
   * @param {Element} box
   */
  #pushes(box) {
    const padding = actionsOn(box).includes('head') ? this.#paddings.get(box)?.get('head') : paddingsOf(box).get('head');
    return (padding ?? 0) > 1;
  }

  /** Has the page taken a box away whose padding went? It may have drawn it anew. */
  get isStale() {
    return ![...this.#given].every(isPresent);
  }

  /** @param {Entry[]} entries that are no longer hidden */
  drop(entries) {
    for (const entry of entries) this.#bars.delete(entry);
  }

  /** The page is as it came. */
  forget() {
    this.#bars.clear();
    this.#given.clear();
  }

  /**
   * The boxes of the page whose padding made room for bars, with the words for what is to go of it by now, where these are
   * others than before. Whoever asks marks one before the next is looked at.
   * @returns {Generator<[Element, string]>}
   */
  *rooms() {
    const bars = [...this.#bars].flatMap(([{ shown }, bar]) => (shown ? [] : [bar]));
    if (bars.length + this.#given.size === 0) return;
    const reach = { head: reachOf(bars.map((bar) => bar.head)), foot: reachOf(bars.map((bar) => bar.foot)) };
    const isFree = { head: isFreeAt(reach.head, (y) => y), foot: isFreeAt(reach.foot, (y) => innerHeight - 1 - y) };
    for (const box of this.#given) {
      if (isPresent(box)) continue;
      this.#given.delete(box);
      yield [box, ''];
    }
    for (const box of this.#boxes()) {
      // A clone that the page made of a box came with our word on it.
      if (!this.#paddings.has(box) && actionsOn(box).some(isRoom)) yield [box, ''];
      const given = actionsOn(box).filter(isRoom);
      if (bars.length + given.length === 0) continue;
      const paddings = paddingsOf(box);
      for (const word of given) paddings.set(word, this.#paddings.get(box)?.get(word) ?? 0);
      this.#paddings.set(box, paddings);
      // What comes to lie over the page later gives no room back.
      const isToGo = (/** @type {"head" | "foot"} */ word) => isRoomFor(reach[word], paddings, word) && (given.includes(word) || isFree[word]);
      const words = [isToGo('head') && 'head', isCanvas(box) && isToGo('foot') && 'foot'].filter(Boolean).join(' ');
      if (words) this.#given.add(box);
      if (words !== given.join(' ')) yield [box, words];
    }
  }
};

/**
 * What the page's content stands in and begins where the page does, outermost first.
 * @param {(box: Element) => boolean} pushes what it holds further down
 * @param {number} [most] that are looked at
 */
function topBoxes(pushes, most = 7) {
  /** @type {Element[]} */
  const boxes = [];
  /** @type {Element | null} */
  let at = pageRoot();
  // What stands in a box with padding began below it, where that padding has gone, too: its own is no room.
  while (at && boxes.length < most && !pushes(at)) {
    at = firstInFlow(at);
    if (!at || Math.abs(rectOf(at).top + scrollY) > 1) break;
    boxes.push(at);
  }
  return boxes;
}

/**
 * @param {Element} box
 * @param {number} [most] that are looked at: scripts and what is out of the flow come first on many pages
 */
function firstInFlow(box, most = 100) {
  let at = own(box, 'firstElementChild');
  for (let looked = 0; at && !isInFlow(at); looked++) at = looked < most ? own(at, 'nextElementSibling') : null;
  return at;
}

/** @param {Element} element */
function isInFlow(element) {
  const { position, float } = cleanCopyNative.styleOf(element);
  return float === 'none' && /^(static|relative)$/.test(position) && rectOf(element).height > 0;
}

/** @param {Entry} entry */
function isFixed({ element, action }) {
  return action === 'hide' && isLaidOut(element) && cleanCopyNative.styleOf(element).position === 'fixed';
}

/** @param {string} word of an action */
function isRoom(word) {
  return word === 'head' || word === 'foot';
}

/** @param {string} action */
function withoutRooms(action) {
  return action.split(' ').filter((word) => !isRoom(word)).join(' ');
}

function canvases() {
  return [pageRoot(), pageBody()].filter((canvas) => canvas !== null);
}

/** @param {Element} box */
function paddingsOf(box) {
  const { paddingTop, paddingBottom, paddingLeft, paddingRight } = cleanCopyNative.styleOf(box);
  const sides = Math.max(parseFloat(paddingLeft), parseFloat(paddingRight));
  return new Map([['head', parseFloat(paddingTop)], ['foot', parseFloat(paddingBottom)], ['sides', sides]]);
}

/**
 * How far bars that stand one upon the other reach from the edge.
 * @param {Reach[]} bars
 */
function reachOf(bars) {
  let reach = 0;
  for (const { begin, end } of bars.sort((one, other) => one.begin - other.begin)) if (begin <= reach + 1) reach = Math.max(reach, end);
  return reach;
}

/**
 * Is there no other bar where these stood, or next to them? That one would stay where it is, and the page would move under it.
 * @param {number} reach
 * @param {(y: number) => number} from the edge
 */
function isFreeAt(reach, from) {
  return reach > 0 && isClear(from(1)) && isClear(from(reach + 1));
}

/**
 * Is there no other bar at this height of the window?
 * @param {number} y
 */
function isClear(y) {
  const top = topmostAt(innerWidth / 2, y);
  const layer = top && layerOf(top, new Map());
  return !layer || cleanCopyNative.styleOf(layer).position !== 'fixed';
}

/**
 * Padding that is much larger has another reason, too, such as a masthead that stays; one as at the sides is the page's margin.
 * @param {number} reach
 * @param {Map<string, number>} paddings
 * @param {string} word
 */
function isRoomFor(reach, paddings, word) {
  const [padding = 0, sides = 0] = [paddings.get(word), paddings.get('sides')];
  return reach > 0 && padding > sides && Math.abs(padding - reach) <= 16;
}
