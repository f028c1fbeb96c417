// What the settings decide for the cleaning of a page.

import { readPrivate } from './private.js';
import { understand } from './settings-items.js';
import { readManaged } from './settings-managed.js';
import { patternOf, readSettings } from './settings.js';

/**
 * What is stored, which can be read before the page is there that it is for.
 * @param {boolean} isPrivate whether the page is in a private window
 * @returns {Promise<Stored>}
 */
export async function readStored(isPrivate) {
  // A storage that can't be read must not keep a page from being cleaned.
  const settings = await readSettings().catch(withoutStorage);
  return { settings, here: isPrivate ? await readPrivate() : { rules: [], confirmed: [], strength: undefined } };
}

/**
 * The part of the core's options that the settings decide for a page.
 * @param {string | undefined} url
 * @param {boolean} [isPrivate]
 * @param {Promise<Stored>} [stored]
 * @returns {Promise<SettingsForCore>}
 */
export async function coreOptions(url, isPrivate = false, stored = readStored(isPrivate)) {
  const { settings, here } = await stored;
  const { sites, managed, packsOff, copy } = settings;
  const pattern = patternOf(url);
  const site = pattern ? sites[pattern] : undefined;
  const fixed = managed.strength ?? (pattern ? managed.sites?.[pattern]?.strength : undefined);
  const strength = fixed ?? here.strength ?? site?.strength ?? settings.strength;
  // The reader's first, so that their line numbers are those of the editor.
  const rules = [settings.rules, ...(managed.rules ? [managed.rules] : []), ...here.rules].join('\n');
  return { strength, rules, confirmed: [...settings.confirmed, ...here.confirmed], packsOff, copy };
}

/**
 * Another number where a page would be judged by other settings; it tells a page nothing of them.
 * @param {SettingsForCore} chosen
 */
export function signOf({ strength, rules, confirmed, packsOff }) {
  const letters = [...JSON.stringify([strength, rules, confirmed, packsOff])];
  return letters.reduce((sign, letter) => (Math.imul(sign, 31) + (letter.codePointAt(0) ?? 0)) | 0, 0);
}

/** @returns {Promise<Settings>} */
async function withoutStorage() {
  return { ...understand({}), managed: await readManaged() };
}
