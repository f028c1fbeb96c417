// Recipes as a file that people keep and other browsers read. It is data: the core
// says of each recipe whether it is one, and what it hides.

import { recipeOf } from '../core/core.js';
import { isObject, isStrings } from '../shared/settings-items.js';
import { warm } from '../shared/warm.js';

/** Says of a JSON file that it is one of ours. */
const KIND = 'clean-copy-recipes';
const VERSION = 1;
/** More than all recipes together can take. */
const LONGEST = 8_000_000;

/**
 * @param {StoredRecipe[]} recipes
 */
export function writeRecipesFile(recipes) {
  const texts = recipes.map(({ text }) => text);
  return `${JSON.stringify({ kind: KIND, version: VERSION, recipes: texts }, null, 2)}\n`;
}

/**
 * Nothing of the file is taken where anything in it is not understood.
 * @param {string} text
 * @returns {Promise<Record<string, Recipe> | null>} by host; null where it is no such file
 */
export async function readRecipesFile(text) {
  if (text.length > LONGEST) return null;
  await warm();
  try {
    const file = JSON.parse(text);
    if (!isObject(file) || file.kind !== KIND || file.version !== VERSION || !isStrings(file.recipes)) return null;
    return Object.fromEntries(file.recipes.map(recipeOf).map((recipe) => [recipe.host, recipe]));
  } catch {
    return null;
  }
}
