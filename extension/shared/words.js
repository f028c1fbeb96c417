// The interface's words, from _locales.

/**
 * @param {string} key
 * @param {...string} values
 */
export function word(key, ...values) {
  return chrome.i18n.getMessage(key, values);
}

/**
 * The form a number needs, from keys such as hidden_one and hidden_other.
 * @param {string} key
 * @param {number} count
 */
export function counted(key, count) {
  const language = word('language');
  const category = new Intl.PluralRules(language).select(count);
  const number = count.toLocaleString(language);
  return word(`${key}_${category}`, number) || word(`${key}_other`, number);
}

/**
 * The sentence for a state that has one.
 * @param {State} state
 */
export function sentence(state) {
  return word(`state_${state.replaceAll('-', '_')}`);
}

/**
 * Why a setting was not written.
 * @param {unknown} error
 */
export function unsavedSentence(error) {
  const { reason = 'failed' } = /** @type {{ reason?: string }} */ (error);
  return word(`unsaved_${reason}`);
}
