'use strict';
// The page's side of the ledger: what was hidden, tied to its elements.

/**
 * @param {Taken} taken
 * @param {Pick<CoreResult, "hidden">} result
 * @returns {Entry[]}
 */
function entriesOf(taken, result) {
  return result.hidden.map(({ ordinal, action, reason, evidence, why, text, selector }) => {
    const element = /** @type {Element} */ (taken.elements[ordinal]);
    return { element, action, reason, evidence, why, text, selector, shown: false, key: blockKey(element) };
  });
}

/**
 * Entries for what the reader picked: of nested elements the outer ones.
 * @param {Element[]} elements
 * @param {string} reason
 * @param {string} evidence
 * @returns {Entry[]}
 */
function entriesByHand(elements, reason, evidence) {
  const isInner = insideOf(new Set(elements));
  const outer = elements.filter((element) => !isInner(element));
  return outer.map((element) => {
    const text = (cleanCopyNative.textContent.call(element) ?? '').trim().slice(0, 200);
    const key = blockKey(element);
    return { element, action: 'hide', reason, evidence, text, selector: null, shown: false, key };
  });
}

/**
 * The entries of a later look at the same page added to those that stand.
 * Blocks hidden before stay hidden; no two entries nest.
 * @param {Entry[]} standing
 * @param {Entry[]} found
 */
function mergeEntries(standing, found) {
  if (standing.length === 0) return { entries: [...found], added: found, swallowed: new Set(), gone: [] };
  const old = new Map(standing.map((entry) => [entry.element, entry]));
  const isInOld = insideOf(blocksOf(standing));
  const added = found.filter((entry) => !isInOld(entry.element) && addsTo(old.get(entry.element), entry));
  const again = new Set(added.map((entry) => entry.element));
  const isInFresh = insideOf(blocksOf(added));
  const swallowed = new Set(standing.filter(({ element }) => isInFresh(element)));
  const gone = standing.filter(({ element }) => !isPresent(element));
  const kept = standing.filter((entry) => isPresent(entry.element) && !swallowed.has(entry) && !again.has(entry.element));
  return { entries: [...kept, ...added], added, swallowed, gone };
}

/**
 * Is there anything new in what was found of an element? What was lifted off it before stays so.
 * @param {Entry | undefined} before
 * @param {Entry} entry
 */
function addsTo(before, entry) {
  if (!before) return true;
  const lifted = new Set(before.action.split(' '));
  if (!isLift(before) || !isLift(entry) || entry.action.split(' ').every((word) => lifted.has(word))) return false;
  entry.action = [...new Set([...lifted, ...entry.action.split(' ')])].join(' ');
  entry.index = before.index;
  return true;
}

/**
 * Does the element stay as it is, and something on it go?
 * @param {Pick<Entry, "action">} entry
 */
function isLift({ action }) {
  return action !== 'hide' && action !== 'mute';
}

/**
 * The elements that take what they hold along: a page that scrolls again is none.
 * @param {Entry[]} entries
 */
function blocksOf(entries) {
  return new Set(entries.flatMap((entry) => (isLift(entry) ? [] : [entry.element])));
}

/**
 * Whether an element stands inside of one of these. It remembers the way up, so
 * that many elements deep in a page are asked for in one walk.
 * @param {Set<Element>} others
 * @returns {(element: Element) => boolean}
 */
function insideOf(others) {
  /** @type {Map<Element, boolean>} */
  const known = new Map();
  return (element) => {
    /** @type {Element[]} */
    const way = [];
    let at = parentOf(element);
    while (at && !others.has(at) && !known.has(at)) {
      way.push(at);
      at = parentOf(at);
    }
    const answer = at !== null && (others.has(at) || known.get(at) === true);
    for (const passed of way) known.set(passed, answer);
    return answer;
  };
}

/**
 * @param {Node} node
 */
function isPresent(node) {
  return cleanCopyNative.isConnected.call(node);
}

/**
 * Is this one of these elements, or does it stand inside of one?
 * @param {Element | null} element
 * @param {Set<Element>} others
 */
function isWithin(element, others) {
  for (let at = element; at; at = parentOf(at)) if (others.has(at)) return true;
  return false;
}

/**
 * What is in no copy: hidden and muted elements that the reader did not ask to see again.
 * @param {Entry[]} entries
 */
function uncopied(entries) {
  const out = entries.filter((entry) => !isLift(entry) && !entry.shown);
  return new Set(out.map(({ element }) => element));
}

/**
 * Equal for two nodes that show the same block.
 * @param {Element} element
 */
function blockKey(element) {
  return `${blockKind(element)}\n${(cleanCopyNative.textContent.call(element) ?? '').slice(0, 2000)}`;
}

/**
 * @param {Element} element
 */
function blockKind(element) {
  return `${serialisedName(element)}\n${attributeOf(element, 'class') ?? ''}`;
}

/**
 * The ledger as the popup gets it.
 * @param {Entry[]} entries
 * @returns {LedgerRow[]}
 */
function rowsOf(entries) {
  const { hostname: host } = location;
  return entries.map(({ index = -1, action, reason, evidence, why, text, selector, shown }) => {
    return { index, host, action, reason, evidence, why, text, selector, shown };
  });
}

/**
 * The page as the popup gets it.
 * @param {State} state
 * @param {Entry[]} entries
 * @param {CoreResult | undefined} result
 * @returns {View}
 */
function viewOf(state, entries, result) {
  const { share = 0, article = null, strength = null, rules = [] } = result ?? {};
  const held = rules.filter((rule) => rule.held).length;
  const ledger = rowsOf(entries);
  const count = ledger.filter((row) => row.action === 'hide' && !row.shown).length;
  return { state, url: location.href, strength, count, share, article, ledger, held };
}

/** What the part of the address after "#" names. */
function targetOfAddress() {
  return own(document, 'querySelector').call(document, ':target');
}

/**
 * @param {Entry} entry
 * @param {Element} target
 */
function leadsTo({ element, action }, target) {
  return action === 'hide' && holds(element, target);
}

/**
 * @param {Entry} entry
 */
function resists({ element, action, shown, inPlace }) {
  if (shown || action === 'mute') return false;
  const { display, visibility, height, overflowY, maxHeight, filter, opacity } = getComputedStyle(element);
  if (inPlace) return visibility !== 'hidden' || (inPlace === 'hide-in-place' && parseFloat(height) > 1);
  if (action === 'hide') return display !== 'none';
  const isShut = (/^(hidden|clip)$/.test(overflowY) && !/hold/.test(action)) || (/unfold/.test(action) && maxHeight !== 'none');
  return (/unlock|unfold/.test(action) && isShut) || (/unveil/.test(action) && (visibility !== 'visible' || filter !== 'none' || opacity !== '1'));
}
