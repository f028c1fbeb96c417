// What the core's names are called on this page.

/** @type {Record<string, string>} */
const REASONS = {
  icon: 'Icon text',
  promo: 'Promo',
  share: 'Share bar',
  newsletter: 'Newsletter',
  related: 'Related',
  advert: 'Advert',
  consent: 'Consent',
  overlay: 'Overlay',
  comments: 'Comments',
  duplicate: 'Repeat',
  navigation: 'Navigation',
  byline: 'Byline',
  widget: 'Widget',
  outside: 'Not the article',
  'site-rule': 'Site rule',
  'your-rule': 'Your rule',
};

/** @type {Record<string, string>} */
const ACTIONS = {
  hide: '',
  mute: 'stays for screen readers, left out of copies',
  unlock: 'scrolling works again',
};

/** @type {Record<string, string>} */
const OUTCOMES = {
  cleaned: 'Cleaned.',
  nothing: 'There was nothing to hide.',
  'not-an-article': 'This does not look like an article: only what covers the page is hidden.',
  'cut-off': 'Left as it was: the rest of the article is not on the page.',
  'too-much': 'Left as it was: cleaning would have taken most of the text.',
};

/** @param {string} name */
export const reasonWords = (name) => REASONS[name] ?? name;

/** @param {string} name */
export const actionWords = (name) => ACTIONS[name] ?? '';

/** @param {string} name */
export const outcomeWords = (name) => OUTCOMES[name] ?? name;

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
export const counted = (count, one, many) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/**
 * An element that holds text, and so can never hold a page's markup.
 * @param {string} tag
 * @param {string} text
 * @param {string} [className]
 */
export function textElement(tag, text, className = '') {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}
