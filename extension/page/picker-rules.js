'use strict';
// The rules that would hide a block. The core names the selectors and says
// whether a rule would take the article; here only the page is looked up.

/**
 * @typedef {object} Candidate
 * @property {string} line the rule as it would be saved
 * @property {string} selector
 * @property {Element[]} matches what it matches on this page
 */

/** @typedef {{ line: string, added?: boolean, confirmed?: boolean }} SavedRule as the background answered */

/**
 * @param {(look: () => LiveFacts) => LiveFacts} undressed
 */
function createRuleFinder(undressed) {
  /** @type {Promise<Taken> | null} */
  let page = null;
  /** @type {Map<Element, Candidate[]>} */
  const known = new Map();
  /** @type {Map<string, Promise<boolean>>} */
  const checked = new Map();

  function read() {
    page ??= readPage(undefined, undressed, { brief: true }).then(({ taken }) => taken);
    page.catch(() => (page = null));
    return page;
  }

  /**
   * The page, read once; once more where it has grown a block since.
   * @param {Element} element
   */
  async function takeWith(element) {
    const taken = await read();
    if (taken.elements.includes(element)) return taken;
    page = null;
    known.clear();
    return read();
  }

  /**
   * The rules for one block, from the one that hides least to the broadest.
   * @param {Element} element
   * @returns {Promise<Candidate[]>}
   */
  async function candidates(element) {
    const found = known.get(element);
    if (found) return found;
    // A file on disk has no site that a rule could be for.
    if (!location.hostname) return [];
    const { html, elements } = await takeWith(element);
    for (const { ordinal, selectors } of await askSelectors(html, elements.indexOf(element))) {
      const at = elements[ordinal];
      if (at && isPickable(at)) known.set(at, selectors.flatMap((selector) => candidateOf(selector, at)));
    }
    return known.get(element) ?? [];
  }

  /**
   * Would this rule hide the article?
   * @param {string} line
   */
  function isHeld(line) {
    let answer = checked.get(line);
    if (!answer) {
      answer = askHeld(line);
      answer.catch(() => checked.delete(line));
      checked.set(line, answer);
    }
    return answer;
  }

  /** @param {string} line */
  async function askHeld(line) {
    const { html } = await read();
    const result = await askCore(html, { url: location.href, rules: line, confirmed: [], brief: true });
    return result.rules.some((rule) => rule.held);
  }

  return { candidates, isHeld };
}

/**
 * A selector that does not find its own block on the live page is none.
 * @param {string} selector
 * @param {Element} element
 * @returns {Candidate[]}
 */
function candidateOf(selector, element) {
  try {
    const matches = [...document.querySelectorAll(selector)];
    return matches.includes(element) ? [{ line: `${location.hostname}##${selector}`, selector, matches }] : [];
  } catch {
    return [];
  }
}

/**
 * @param {string} html
 * @param {number} ordinal
 * @returns {Promise<NamedElement[]>}
 */
async function askSelectors(html, ordinal) {
  const reply = await sendToBackground({ to: 'background', type: 'selectors', html, ordinal });
  if (!reply || 'error' in reply) throw trouble('core-failed', reply?.error);
  return reply.blocks;
}
