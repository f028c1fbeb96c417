// The phrase packs of the core, named in the reader's language.

import { packs } from './core/core.js';
import { warm } from './host.js';
import { save } from './options-saved.js';
import { make, part } from './parts.js';
import { writePacksOff } from './settings.js';
import { word } from './words.js';

/**
 * @param {Settings} settings
 */
export async function showPacks({ packsOff, managed }) {
  await warm();
  const locked = Boolean(managed.packsOff);
  const list = part('pack-list', HTMLUListElement);
  const focused = document.activeElement?.id;
  const named = packs().map((tag) => ({ tag, name: nameOf(tag, word('language')) }));
  named.sort((one, other) => one.name.localeCompare(other.name, word('language')));
  list.replaceChildren(...named.map((pack) => make('li', {}, packSwitch(pack, packsOff, locked))));
  if (focused) document.getElementById(focused)?.focus();
  part('packs-locked', HTMLElement).hidden = !locked;
}

/**
 * @param {{ tag: string, name: string }} pack
 * @param {string[]} packsOff
 * @param {boolean} disabled
 */
function packSwitch({ tag, name }, packsOff, disabled) {
  const checked = !packsOff.includes(tag);
  const box = make('input', { type: 'checkbox', id: `pack-${tag}`, value: tag, checked, disabled });
  box.addEventListener('change', () => void save(writePacksOff(packsOffNow(packsOff))));
  const own = make('span', { className: 'hint', lang: tag, dir: 'auto' }, nameOf(tag, tag));
  return make('label', { className: 'pack' }, box, make('span', {}, name), own);
}

/**
 * Packs that only another version has stay as they are.
 * @param {string[]} packsOff
 */
function packsOffNow(packsOff) {
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#pack-list input'));
  const known = Array.from(boxes, (box) => box.value);
  const unchecked = Array.from(boxes).flatMap((box) => (box.checked ? [] : [box.value]));
  return [...packsOff.filter((tag) => !known.includes(tag)), ...unchecked];
}

/**
 * @param {string} tag
 * @param {string} language
 */
function nameOf(tag, language) {
  const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
