'use strict';
// The page's side of the ledger: what was hidden, tied to its elements.

/**
 * @param {Taken} taken
 * @param {CoreResult} result
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
  const all = new Set(elements);
  const outer = elements.filter((element) => !isInside(element, all));
  return outer.map((element) => {
    const text = (element.textContent ?? '').trim().slice(0, 200);
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
  const old = new Set(standing.map((entry) => entry.element));
  const added = found.filter(({ element }) => !old.has(element) && !isInside(element, old));
  const fresh = new Set(added.map((entry) => entry.element));
  const swallowed = standing.filter(({ element }) => isInside(element, fresh));
  const kept = standing.filter((entry) => entry.element.isConnected && !swallowed.includes(entry));
  return { entries: [...kept, ...added], swallowed };
}

/**
 * @param {Element | null} element
 * @param {Set<Element>} others
 * @param {boolean} [orOneOfThem]
 */
function isInside(element, others, orOneOfThem = false) {
  const from = orOneOfThem ? element : element?.parentElement;
  for (let at = from; at; at = at.parentElement) if (others.has(at)) return true;
  return false;
}

/**
 * What is in no copy: hidden and muted elements that the reader did not ask to see again.
 * @param {Entry[]} entries
 */
function uncopied(entries) {
  const out = entries.filter(({ action, shown }) => action !== 'unlock' && !shown);
  return new Set(out.map(({ element }) => element));
}

/**
 * Equal for two nodes that show the same block.
 * @param {Element} element
 */
function blockKey(element) {
  return `${blockKind(element)}\n${(element.textContent ?? "").slice(0, 2000)}`;
}

/**
 * @param {Element} element
 */
function blockKind(element) {
  return `${element.localName}\n${element.getAttribute("class") ?? ""}`;
}

/**
 * Watches for a hidden block that the page's framework takes out and adds again
 * as a new, equal node, and tells `again` about it.
 * @param {Entry[]} entries
 * @param {(entry: Entry, element: Element) => void} again
 * @param {() => void} always runs at every change
 */
function keepHidden(entries, again, always) {
  const observer = new MutationObserver((records) => {
    always();
    const gone = entries.filter((entry) => !entry.element.isConnected);
    if (gone.length === 0) return;
    const kinds = new Set(gone.map((entry) => entry.key.split('\n', 2).join('\n')));
    for (const element of addedElements(records)) {
      if (!element.isConnected || !kinds.has(blockKind(element))) continue;
      const key = blockKey(element);
      const at = gone.findIndex((entry) => entry.key === key);
      if (at >= 0) again(/** @type {Entry} */ (gone.splice(at, 1)[0]), element);
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/**
 * @param {MutationRecord[]} records
 */
function* addedElements(records) {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      yield node;
      yield* node.getElementsByTagName('*');
    }
  }
}
