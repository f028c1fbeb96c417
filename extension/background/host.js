// The core's host: runs it for the pages. What goes wrong is thrown; it becomes words where a message answers
// (`ports.js`, `background.js`).

import { clean, cleanMore, recipeOf } from '../core/core.js';
import { coreOptions, signOf } from '../shared/core-options.js';
import { rememberHeld } from '../shared/held.js';
import { storeRecipes } from '../shared/recipes.js';
import { hostOf } from '../shared/registered.js';
import { patternOf } from '../shared/settings.js';
import { isAlways } from '../shared/sites.js';
import { warm } from '../shared/warm.js';

/**
 * @param {string} html
 * @param {CoreOptions} options
 * @param {Asker} page the one that asks
 * @param {Promise<LiveFacts>} [looked] what only the live page can tell
 * @returns {Promise<{ result: CoreResult }>}
 */
export async function run(html, options, { isPrivate, stored }, looked) {
  const [chosen, facts] = await Promise.all([coreOptions(options.url, isPrivate, stored), looked, warm()]);
  const strength = options.strength ?? chosen.strength;
  const { outcome, elements, fingerprint, hidden, rules, share, article, recipe, wrong, context } = clean(html, { ...chosen, ...options, ...(facts && { facts }), strength });
  // Nothing of what is read in private windows is written.
  if (!isPrivate && rules.some(({ held }) => held)) void rememberHeld(rules).catch(() => {});
  const settings = signOf({ ...chosen, strength });
  return { result: { outcome, strength, settings, elements, fingerprint, hidden, rules, share, article, recipe, wrong, context } };
}

/**
 * Judges blocks that came after the page was cleaned.
 * @param {string} html what takeBlocks gives
 * @param {MoreOptions} options
 * @param {Asker} page the one that asks
 * @returns {Promise<{ result: MoreResult }>}
 */
export async function runMore(html, options, { isPrivate, stored }) {
  const [chosen] = await Promise.all([coreOptions(options.url, isPrivate, stored), warm()]);
  const { elements, fingerprint, hidden, unlocks } = cleanMore(html, { ...chosen, ...options });
  return { result: { elements, fingerprint, hidden, unlocks } };
}

/**
 * Keeps what a clean taught that a page has taken: the core says whether it is a recipe.
 * @param {Asker} page the one that asks
 * @param {string} text the recipe's
 */
export async function learn({ url, isPrivate }, text) {
  const pattern = isPrivate ? null : patternOf(url);
  // A page may not have heard yet that its site was switched off.
  if (!pattern || !(await isAlways(pattern))) return;
  await warm();
  const recipe = recipeOf(text);
  if (recipe.host === hostOf(pattern)) await storeRecipes({ [recipe.host]: recipe });
}
