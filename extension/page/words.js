'use strict';
// The interface's words for what is drawn in the page: the page's scripts can
// not import words.js, which is a module of the popup and the background.

/**
 * @param {string} key
 * @param {...string} values
 */
function word(key, ...values) {
  return chrome.i18n.getMessage(key, values);
}

/**
 * The form a number needs, from keys such as pickCount_one and pickCount_other.
 * @param {string} key
 * @param {number} count
 */
function counted(key, count) {
  const language = word('language');
  const category = new Intl.PluralRules(language).select(count);
  const number = count.toLocaleString(language);
  return word(`${key}_${category}`, number) || word(`${key}_other`, number);
}
