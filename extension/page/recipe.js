'use strict';
// Hides what the site's recipe names from the first frame on. The core wrote the
// recipe; here its selectors become a style sheet, and nothing else.

/** @type {InstanceType<typeof CleanCopyRecipe> | undefined} */
var cleanCopyRecipe;

/**
 * The recipe of this page's host: read by automatic cleanup, empty elsewhere.
 * A variable, since a class may not be declared twice.
 */
var CleanCopyRecipe = class {
  #text = '';
  /** @type {string[]} */
  #selectors = [];
  /** @type {CSSStyleSheet | null} */
  #sheet = null;
  /** @type {Promise<void> | null} */
  #reading = null;
  /** The address of the page that was learned from, which is not to count twice. */
  #learned = '';
  /** The address from which the look that is running is to learn, if any. */
  #learning = '';
  #isSettled = false;

  /** Reads the stored recipe and hides what it names. */
  read() {
    this.#reading ??= this.#read();
    return this.#reading;
  }

  async #read() {
    // The clean waits for this, and a storage that does not answer may not keep it from coming.
    const late = new Promise((resolve) => setTimeout(resolve, 1000, undefined));
    const stored = /** @type {StoredRecipe | undefined} */ (await Promise.race([storedRecipe(), late]));
    this.#text = stored?.text ?? '';
    // Recipes are learned from articles; at the root of a site stands its front page.
    if (!this.#isSettled && location.pathname !== '/') this.#hide(stored?.hides ?? []);
  }

  /** @param {{ selector: string }[]} hides */
  #hide(hides) {
    if (hides.length === 0) return;
    this.#selectors = hides.map(({ selector }) => selector);
    this.#sheet = new CSSStyleSheet();
    writeHiding(this.#sheet, this.#selectors);
    this.#keepOn();
  }

  /** Pages set their own list of sheets while they load: before each frame ours is looked for. */
  #keepOn() {
    if (!this.#sheet) return;
    adopt(this.#sheet);
    if (!this.#isSettled) requestAnimationFrame(() => this.#keepOn());
  }

  /**
   * What the core is to be asked on an automatic page, and nothing on any other.
   * @returns {Promise<CoreOptions>}
   */
  async options() {
    if (!this.#reading) return {};
    await this.#reading;
    const isNew = this.#learned !== pageAddress() && !chrome.extension.inIncognitoContext;
    this.#learning = isNew ? pageAddress() : '';
    return { recipe: this.#text, learn: isNew };
  }

  /**
   * The page was judged: what the recipe hid wrongly is seen again. A look that came to nothing teaches nothing.
   * @param {CoreResult} result
   */
  settle({ outcome, recipe, wrong = [] }) {
    this.#isSettled = true;
    if (recipe) this.#text = recipe.text;
    if (recipe && this.#learning) void sendToBackground({ to: 'background', type: 'learn', recipe: recipe.text });
    if (this.#learning) this.#learned = pageAddress();
    this.#learning = '';
    if (outcome !== 'cleaned') this.undress();
    else if (wrong.length > 0) this.#dropWhere((selector) => wrong.includes(selector));
  }

  /**
   * Shows a block that the reader asked for.
   * @param {Element} element
   */
  release(element) {
    const [closest, inside] = [own(element, 'closest'), own(element, 'querySelector')];
    this.#dropWhere((selector) => closest.call(element, selector) !== null || inside.call(element, selector) !== null);
  }

  /** @param {(selector: string) => boolean} isGone */
  #dropWhere(isGone) {
    const kept = this.#selectors.filter((selector) => !isGone(selector));
    if (!this.#sheet || kept.length === this.#selectors.length) return;
    this.#selectors = kept;
    writeHiding(this.#sheet, kept);
  }

  /** Hides nothing any more on this page. */
  undress() {
    this.#isSettled = true;
    if (this.#sheet) abandon(this.#sheet);
    this.#sheet = null;
    this.#selectors = [];
  }

  /** The sheet in force, for those who look at the page as it is without. */
  standing() {
    return this.#sheet;
  }
};

openRecipe();

/** A second injection finds the recipe that is there. */
function openRecipe() {
  cleanCopyRecipe ??= new CleanCopyRecipe();
}

/**
 * A storage that can't be read only means that the page is cleaned later.
 * @returns {Promise<StoredRecipe | undefined>}
 */
async function storedRecipe() {
  const key = `recipe:${location.hostname}`;
  try {
    return /** @type {any} */ ((await chrome.storage.local.get(key))[key]);
  } catch {
    return undefined;
  }
}

/**
 * One rule a selector: a bad one spoils no other. A selector that is set on a
 * rule can never be more than a selector. In a layer an "!important" beats those
 * of the page, however much their selectors weigh. Its name tells whose it is.
 * @param {CSSStyleSheet} sheet
 * @param {string[]} selectors
 */
function writeHiding(sheet, selectors) {
  sheet.replaceSync(`@layer clean-copy{${'clean-copy-none{display:none!important}'.repeat(selectors.length)}}`);
  const { cssRules } = /** @type {CSSLayerBlockRule} */ (sheet.cssRules[0]);
  selectors.forEach((selector, at) => {
    /** @type {CSSStyleRule} */ (cssRules[at]).selectorText = selector;
  });
}

/** @param {CSSStyleSheet} sheet */
function adopt(sheet) {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** @param {CSSStyleSheet} sheet */
function abandon(sheet) {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
}

/** The address without the part that only scrolls. */
function pageAddress() {
  return location.href.replace(/#.*/, '');
}
