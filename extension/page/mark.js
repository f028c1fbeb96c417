'use strict';
// Hides by attribute and adopted style sheet, and takes both back. Nothing is
// removed, moved or rewritten, so listeners, players and frames live on.

/**
 * What was on an element before it was marked.
 * @typedef {[reason: string | null, action: string | null]} Marks
 */

function createMarks() {
  const reasonName = 'data-clean-copy';
  const actionName = 'data-clean-copy-action';
  const selector = `[${reasonName}],[${actionName}]`;
  /** @type {Map<Element, Marks>} */
  const before = new Map();
  /** @type {CSSStyleSheet | null} */
  let sheet = null;

  /**
   * @param {Element} element
   * @param {string} reason
   * @param {Action | ""} action
   */
  function mark(element, reason, action) {
    if (!before.has(element)) {
      before.set(element, [element.getAttribute(reasonName), element.getAttribute(actionName)]);
    }
    element.setAttribute(reasonName, reason);
    element.setAttribute(actionName, action);
  }

  /** @param {Element} element */
  function unmark(element) {
    const [reason, action] = before.get(element) ?? [null, null];
    putBack(element, reasonName, reason);
    putBack(element, actionName, action);
    before.delete(element);
  }

  function dress() {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(cleanCopyRules());
      // A page that was saved while it was clean brings marks of its own: they
      // would hide what this plan does not name.
      for (const stale of document.querySelectorAll(selector)) if (!before.has(stale)) mark(stale, '', '');
    }
    if (!document.adoptedStyleSheets.includes(sheet)) {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }
  }

  function undress() {
    const marked = new Set(before.keys());
    for (const element of marked) unmark(element);
    // Clones that the page made of marked elements carry the marks too.
    for (const clone of document.querySelectorAll(selector)) if (!marked.has(clone)) unmark(clone);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    sheet = null;
  }

  /**
   * Runs `look` while the page looks as it did before. The browser paints
   * nothing in between.
   * @template T
   * @param {() => T} look
   * @returns {T}
   */
  function undressed(look) {
    const sheets = [sheet, cleanCopyRecipe?.standing()].filter((each) => each instanceof CSSStyleSheet);
    for (const each of sheets) each.disabled = true;
    try {
      return look();
    } finally {
      for (const each of sheets) each.disabled = false;
    }
  }

  return { mark, unmark, dress, undress, undressed };
}

/**
 * Takes back what scripts of an earlier version left: in Firefox these can put
 * the attributes back, but their sheet stays. The sheet, which no saved page
 * brings along, tells that marks beside it are theirs.
 */
function clearLeftMarks() {
  const left = document.adoptedStyleSheets.filter(isMarksSheet);
  if (left.length === 0) return;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !left.includes(sheet));
  for (const element of document.querySelectorAll('[data-clean-copy],[data-clean-copy-action]')) {
    element.removeAttribute('data-clean-copy');
    element.removeAttribute('data-clean-copy-action');
  }
}

/** @param {CSSStyleSheet} sheet */
function isMarksSheet({ cssRules: [first] }) {
  return first instanceof CSSStyleRule && /^\[data-clean-copy-action=/.test(first.selectorText);
}

function cleanCopyRules() {
  return `
[data-clean-copy-action=hide]{display:none!important}
[data-clean-copy-action=mute]{user-select:none!important;-webkit-user-select:none!important}
[data-clean-copy-action=unlock]{overflow:auto!important;position:static!important;height:auto!important}`;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value
 */
function putBack(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
