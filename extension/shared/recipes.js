// Recipes: what the core learned to hide on a site, one item of storage.local a
// host. The page's scripts read theirs at document_start; only this file writes.

const RECIPE = 'recipe:';
/** The hosts in the order in which they were learned last. */
const ORDER = 'recipes';
/** So many sites have a recipe; those that were not visited for longest go. */
const MOST = 200;

/**
 * @returns {Promise<Record<string, StoredRecipe>>} by host
 */
export async function readRecipes() {
  const stored = await chrome.storage.local.get(null);
  /** @type {Record<string, StoredRecipe>} */
  const recipes = {};
  for (const [key, value] of Object.entries(stored)) {
    if (key.startsWith(RECIPE) && isRecipe(value)) recipes[key.slice(RECIPE.length)] = value;
  }
  return recipes;
}

/** The hosts where something is hidden before the page is read. */
export async function hostsThatHide() {
  const recipes = Object.entries(await readRecipes());
  return new Set(recipes.flatMap(([host, { hides }]) => (hides.length > 0 ? [host] : [])));
}

/**
 * @param {unknown} value
 * @returns {value is StoredRecipe}
 */
function isRecipe(value) {
  const { text, hides } = /** @type {Partial<StoredRecipe>} */ (value ?? {});
  return typeof text === 'string' && Array.isArray(hides);
}

/**
 * @param {string[]} hosts
 */
export function forgetRecipes(hosts) {
  return inTurn(async () => {
    const order = await readOrder();
    const left = order.filter((host) => !hosts.includes(host));
    await chrome.storage.local.remove(hosts.map(keyOf));
    if (left.length < order.length) await chrome.storage.local.set({ [ORDER]: left });
  });
}

export async function forgetAllRecipes() {
  await forgetRecipes(Object.keys(await readRecipes()));
}

/**
 * @param {Record<string, StoredRecipe>} recipes by host
 */
export function storeRecipes(recipes) {
  return inTurn(async () => {
    const hosts = Object.keys(recipes);
    const order = [...(await readOrder()).filter((host) => !hosts.includes(host)), ...hosts];
    const items = Object.entries(recipes).map(([host, recipe]) => [keyOf(host), storedOf(recipe)]);
    const gone = order.splice(0, order.length - MOST);
    if (gone.length > 0) await chrome.storage.local.remove(gone.map(keyOf));
    const written = { ...Object.fromEntries(items), [ORDER]: order };
    await chrome.storage.local.set(written).catch(() => makeRoomFor(written, hosts));
  });
}

/**
 * A storage that is full takes the new recipes in place of the older half.
 * @param {Record<string, unknown>} written
 * @param {string[]} hosts those that are written
 */
async function makeRoomFor(written, hosts) {
  const others = (await readOrder()).filter((host) => !hosts.includes(host));
  const gone = others.slice(0, Math.ceil(others.length / 2));
  await chrome.storage.local.remove(gone.map(keyOf));
  const order = [...others.slice(gone.length), ...hosts];
  await chrome.storage.local.set({ ...written, [ORDER]: order });
}

/**
 * What the list of recipes shows stands beside what the page needs.
 * @param {StoredRecipe} recipe
 * @returns {StoredRecipe}
 */
function storedOf({ text, hides, pages, off }) {
  return { text, hides, pages, off };
}

/** @returns {Promise<string[]>} */
async function readOrder() {
  const { [ORDER]: order } = await chrome.storage.local.get(ORDER);
  return Array.isArray(order) ? order : [];
}

/** @param {string} host */
const keyOf = (host) => RECIPE + host;

/**
 * One change at a time, over all pages of the extension.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function inTurn(work) {
  return navigator.locks.request('recipes', work);
}

/**
 * @param {Record<string, chrome.storage.StorageChange>} changes
 * @param {string} area
 */
export function concernsRecipes(changes, area) {
  const hiding = (/** @type {any} */ value) => Boolean(value?.hides?.length);
  if (area !== 'local') return false;
  return Object.entries(changes).some(([key, { oldValue, newValue }]) => key.startsWith(RECIPE) && hiding(oldValue) !== hiding(newValue));
}
