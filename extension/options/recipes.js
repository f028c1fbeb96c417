// What was learned on the sites that are always cleaned: listed, removed, kept in a file.

import { make, part } from '../shared/parts.js';
import { forgetAllRecipes, forgetRecipes, readRecipes, storeRecipes } from '../shared/recipes.js';
import { counted, word, wordFor } from '../shared/words.js';
import { isSure } from './confirm.js';
import { offer, onChosen } from './files.js';
import { fill } from './list.js';
import { readRecipesFile, writeRecipesFile } from './recipes-file.js';
import { save } from './saved.js';

export function listenToRecipes() {
  part('recipes-export', HTMLButtonElement).addEventListener('click', async () => {
    offer('clean-copy-recipes.json', 'application/json', writeRecipesFile(Object.values(await readRecipes())));
  });
  onChosen(part('recipes-import', HTMLInputElement), takeFile);
  part('recipes-remove', HTMLButtonElement).addEventListener('click', removeAll);
}

/**
 * @param {string} text
 */
async function takeFile(text) {
  const answer = part('recipes-answer', HTMLElement);
  answer.textContent = '';
  const recipes = await readRecipesFile(text);
  if (!recipes) answer.textContent = word('recipesBad');
  else if (await save(storeRecipes(recipes))) answer.textContent = counted('recipesAdded', Object.keys(recipes).length);
}

async function removeAll() {
  if (await isSure(word('recipesQuestion'), word('recipesDelete'))) await save(forgetAllRecipes());
}

export async function showRecipes() {
  const recipes = Object.entries(await readRecipes()).sort(([one], [other]) => one.localeCompare(other));
  const items = recipes.map(([key, { pages, hides, off }]) => ({ key, pages, hides, off }));
  fill(part('recipe-list', HTMLUListElement), items, rowOf);
  part('no-recipes', HTMLElement).hidden = recipes.length > 0;
  for (const id of ['recipes-export', 'recipes-remove']) part(id, HTMLButtonElement).disabled = recipes.length === 0;
}

/**
 * @param {Omit<StoredRecipe, "text"> & { key: string }} recipe
 * @param {Element | undefined} before the row of the same host, whose selectors may be open
 */
function rowOf({ key: host, pages, hides, off }, before) {
  const name = make('div', { className: 'grow' }, make('span', { className: 'host', dir: 'ltr' }, host));
  const row = make('li', {}, name, removeButton(host));
  row.dataset.host = host;
  if (off) name.append(make('span', { className: 'tag' }, word('recipeOff')));
  else if (hides.length === 0) name.append(make('span', { className: 'tag' }, word('recipeLearning')));
  name.append(make('span', { className: 'hint' }, counted('recipePages', pages)));
  if (hides.length > 0) row.append(selectorList(host, hides, Boolean(before?.querySelector('[open]'))));
  return row;
}

/**
 * @param {string} host
 * @param {StoredRecipe["hides"]} hides
 * @param {boolean} open
 */
function selectorList(host, hides, open) {
  const items = hides.map(({ selector, reason }) => {
    return make('li', {}, make('code', { dir: 'ltr' }, selector), ' ', make('span', { className: 'hint' }, wordFor('reason', reason)));
  });
  return make('details', { className: 'selectors', open }, make('summary', { id: `selectors ${host}` }, counted('recipeSelectors', hides.length)), make('ul', {}, ...items));
}

/**
 * @param {string} host
 */
function removeButton(host) {
  const button = make('button', { type: 'button', className: 'plain remove', id: `forget ${host}` }, word('remove'));
  button.setAttribute('aria-label', word('recipeRemove', host));
  button.addEventListener('click', () => {
    // The row goes; the reader who came by the keyboard goes on at the list.
    part('recipes-title', HTMLElement).focus();
    void save(forgetRecipes([host]));
  });
  return button;
}
