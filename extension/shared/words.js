// The interface's words, from _locales.

/**
 * @param {string} key
 * @param {...string} values
 */
export function word(key, ...values) {
  return chrome.i18n.getMessage(key, values);
}

/**
 * The words for one of several things, from keys such as reason_your_rule; empty where there are none.
 * @param {string} kind
 * @param {string} name as the core has it, with dashes
 * @param {...string} values
 */
export function wordFor(kind, name, ...values) {
  return word(`${kind}_${name.replaceAll('-', '_')}`, ...values);
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
  return wordFor('state', state);
}

/**
 * Why a setting was not written.
 * @param {unknown} error
 */
export function unsavedSentence(error) {
  const { reason = 'failed' } = /** @type {{ reason?: string }} */ (error);
  return word(`unsaved_${reason}`);
}
