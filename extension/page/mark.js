'use strict';
// Hides by attribute and adopted style sheet, and takes both back. Nothing is
// removed, moved or rewritten, so listeners, players and frames live on.

/**
 * What was on an element before it was marked.
 * @typedef {[reason: string | null, action: string | null]} Marks
 */

/** Our marks on the page. A variable, since a class may not be declared twice. */
var CleanCopyMarks = class {
  #reasonName = 'data-clean-copy';
  #actionName = 'data-clean-copy-action';
  #selector = `[${this.#reasonName}],[${this.#actionName}]`;
  /** @type {Map<Element, Marks>} */
  #before = new Map();
  /** Every pair of marks that was given: a clone of the page's own carries one. @type {Set<string>} */
  #given = new Set();
  /** The document and the shadow roots that hold marked elements. @type {Set<Document | ShadowRoot>} */
  #roots = new Set();
  /** @type {CSSStyleSheet | null} */
  #sheet = null;
  /** The background has put the rules into a sheet of the user's own as well, which can't be switched off here. */
  isInsisting = false;

  /**
   * @param {Element} element
   * @param {string} reason
   * @param {Action | InPlace} action
   */
  mark(element, reason, action) {
    if (!this.#before.has(element)) this.#before.set(element, this.#ownMarksOf(element));
    this.#given.add([reason, action].join(' '));
    this.#write(element, [reason, action]);
    const root = rootOf(element);
    if (root && root !== cleanCopyNative.page) this.#dressRoot(root);
  }

  /**
   * Shows an element again. Marks of its own would hide it as long as the sheet
   * is there, so they come back with the undressing only.
   * @param {Element} element
   */
  unmark(element) {
    const isPlain = (this.#before.get(element) ?? []).every((value) => value === null);
    if (isPlain) this.#before.delete(element);
    this.#write(element, isPlain ? [null, null] : ['', '']);
  }

  /**
   * An element that has left the page is not held any longer, and is as it was.
   * @param {Element} element
   */
  letGo(element) {
    const marks = this.#before.get(element);
    if (!marks || isPresent(element)) return;
    this.#before.delete(element);
    this.#write(element, marks);
    // A root that comes back with what is still marked in it needs its sheet.
    for (const root of this.#roots) if (!isPresent(root) && !this.#holdsMarked(root)) this.#undressRoot(root);
  }

  /** @param {Document | ShadowRoot} root */
  #holdsMarked(root) {
    return allIn(root, this.#selector).some((element) => this.#before.has(element));
  }

  /**
   * Has the browser take in the sheet before there is anything to hide, while the core reads: in Firefox that has the
   * whole page styled anew. It is asked for in a frame, in which the browser styles the page by itself; where the core is
   * done sooner, the page is as it was laid out still, and to ask where something stands costs nothing.
   */
  prepare() {
    if (!this.#isWorn()) this.#dressRoot(document);
  }

  /** Is there anything that our sheet shows otherwise? To switch it off costs as much as to take it in. */
  #isWorn() {
    return this.areGiven || own(document, 'querySelector').call(document, this.#selector) !== null;
  }

  /** Has any element been marked since the page was last as it came? */
  get areGiven() {
    return this.#before.size > 0;
  }

  /** @returns {boolean} whether the page had taken the sheet off somewhere */
  dress() {
    return [document, ...this.#roots].filter((root) => this.#dressRoot(root)).length > 0;
  }

  /** @param {Document | ShadowRoot} root */
  #dressRoot(root) {
    this.#sheet ??= createSheet();
    const isKnown = this.#roots.has(root);
    this.#roots.add(root);
    // A page that was saved while it was clean brings marks of its own, maybe after our sheet: they would hide what this
    // plan does not name.
    const isFresh = !isKnown || !this.areGiven;
    for (const stale of isFresh ? allIn(root, this.#selector) : []) if (!this.#before.has(stale)) this.mark(stale, '', '');
    const sheets = own(root, 'adoptedStyleSheets');
    if (sheets.includes(this.#sheet)) return false;
    setSheets(root, [...sheets, this.#sheet]);
    return isKnown;
  }

  undress() {
    for (const [element, marks] of this.#before) this.#write(element, marks);
    for (const root of this.#roots) {
      const clones = allIn(root, this.#selector).filter((element) => !this.#before.has(element) && this.#areOurs(this.#marksOf(element)));
      for (const clone of clones) this.#write(clone, [null, null]);
      this.#undressRoot(root);
    }
    this.#before.clear();
    this.#given.clear();
    this.#sheet = null;
  }

  /** @param {Document | ShadowRoot} root */
  #undressRoot(root) {
    this.#roots.delete(root);
    setSheets(root, own(root, 'adoptedStyleSheets').filter((other) => other !== this.#sheet));
  }

  /**
   * What the page had on an element.
   * @param {Element} element
   * @returns {Marks}
   */
  #ownMarksOf(element) {
    const marks = this.#marksOf(element);
    return this.#areOurs(marks) ? [null, null] : marks;
  }

  /**
   * Clones that the page made of marked elements carry our marks; others are the page's.
   * @param {Marks} marks
   */
  #areOurs(marks) {
    return this.#given.has(marks.join(' '));
  }

  /**
   * @param {Element} element
   * @returns {Marks}
   */
  #marksOf(element) {
    return [attributeOf(element, this.#reasonName), attributeOf(element, this.#actionName)];
  }

  /**
   * @param {Element} element
   * @param {Marks} marks
   */
  #write(element, [reason, action]) {
    putBack(element, this.#reasonName, reason);
    putBack(element, this.#actionName, action);
  }

  /**
   * Runs `look` while the page looks as it did before. The browser paints
   * nothing in between.
   * @template T
   * @param {() => T} look
   * @returns {T}
   */
  undressed = (look) => {
    const sheets = [this.#isWorn() ? this.#sheet : null, cleanCopyRecipe?.standing()].filter((each) => each instanceof CSSStyleSheet);
    // What is let out for the look was not opened by the reader.
    cleanCopyReader().note();
    const putBackScrolling = keepScrolled(this.#lifted());
    const actions = this.isInsisting ? this.#actions() : [];
    for (const each of sheets) each.disabled = true;
    // Emptied and not taken off: attributes keep their order.
    for (const [element] of actions) putBack(element, this.#actionName, '');
    try {
      return look();
    } finally {
      for (const each of sheets) each.disabled = false;
      for (const [element, action] of actions) putBack(element, this.#actionName, action);
      putBackScrolling();
    }
  };

  /** What would be shorter without us: the page with its locks and folds. */
  #lifted() {
    return [...this.#before.keys()].filter((element) => actionsOn(element).some((action) => /^un(lock|fold)$/.test(action)));
  }

  /** What stands on the marked elements; the page may have taken a mark off. */
  #actions() {
    const elements = [...this.#before.keys()].filter((element) => attributeOf(element, this.#actionName));
    return elements.map((element) => /** @type {const} */ ([element, attributeOf(element, this.#actionName)]));
  }
};

/**
 * What is done to an element, in words.
 * @param {Element} element
 */
function actionsOn(element) {
  return (attributeOf(element, 'data-clean-copy-action') ?? '').split(' ');
}

/**
 * @param {Document | ShadowRoot} root
 * @param {CSSStyleSheet[]} sheets
 */
function setSheets(root, sheets) {
  Reflect.set(Object.getPrototypeOf(root), 'adoptedStyleSheets', sheets, root);
}

function createSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cleanCopyRules());
  return sheet;
}

/**
 * Takes back what scripts of an earlier version left: in Firefox these can put
 * the attributes back, but their sheets stay. The sheets, which no saved page
 * brings along, tell that marks beside them are theirs.
 */
function clearLeftMarks() {
  const sheets = own(document, 'adoptedStyleSheets');
  const others = sheets.filter((sheet) => !isOurs(sheet));
  if (others.length === sheets.length) return;
  setSheets(document, others);
  for (const element of allIn(document, '[data-clean-copy],[data-clean-copy-action]')) {
    putBack(element, 'data-clean-copy', null);
    putBack(element, 'data-clean-copy-action', null);
  }
}

/**
 * The sheet of the marks, or of a recipe; that of the recipe in force is there before this is asked.
 * @param {CSSStyleSheet} sheet
 */
function isOurs(sheet) {
  const [first] = sheet.cssRules;
  if (first instanceof CSSLayerBlockRule) return first.name === 'clean-copy' && sheet !== cleanCopyRecipe?.standing();
  return first instanceof CSSStyleRule && /^\[data-clean-copy-action=/.test(first.selectorText);
}

function cleanCopyRules() {
  return `
[data-clean-copy-action=hide]{display:none!important}
[data-clean-copy-action~=hide-in-place],[data-clean-copy-action~=cell] *{min-height:0!important;padding-block:0!important;margin-block:0!important;border-block:0!important;line-height:0!important;overflow-y:clip!important}
[data-clean-copy-action~=hide-in-place]{height:1px!important;max-height:1px!important}
[data-clean-copy-action~=hide-in-place],[data-clean-copy-action~=hide-in-place] *{visibility:hidden!important}
[data-clean-copy-action~=cell] *{height:0!important;max-height:0!important}
[data-clean-copy-action=mute]{user-select:none!important;-webkit-user-select:none!important}
[data-clean-copy-action~=unlock]{overflow:auto!important;position:static!important;height:auto!important}
[data-clean-copy-action~=unfold]{overflow:visible!important;height:auto!important;min-height:min-content!important;max-height:none!important;-webkit-line-clamp:none!important}
[data-clean-copy-action~=hold]{overflow:hidden!important}
[data-clean-copy-action~=unveil]{visibility:visible!important;filter:none!important;opacity:1!important;mask-image:none!important}
[data-clean-copy-action~=free]{pointer-events:auto!important;user-select:text!important;-webkit-user-select:text!important}
[data-clean-copy-action~=reach]::after{content:""!important;display:block!important;clear:both!important}
[data-clean-copy-action~=head]{padding-top:0!important}
[data-clean-copy-action~=foot]{padding-bottom:0!important}
[data-clean-copy-action~=before]::before,[data-clean-copy-action~=after]::after{display:none!important}`;
}
