// The phrase packs of the core, named in the reader's language.

import { packs } from '../core/core.js';
import { make, part } from '../shared/parts.js';
import { writePacksOff } from '../shared/settings.js';
import { warm } from '../shared/warm.js';
import { word } from '../shared/words.js';
import { fill } from './list.js';
import { save } from './saved.js';

/**
 * Those that are off, also what only another version has.
 * @type {string[]}
 */
let off = [];

/**
 * @param {Settings} settings
 */
export async function showPacks({ packsOff, managed }) {
  await warm();
  off = packsOff;
  const disabled = Boolean(managed.packsOff);
  const items = packs().map((key) => ({ key, name: nameOf(key, word('language')), checked: !off.includes(key), disabled }));
  items.sort((one, other) => one.name.localeCompare(other.name, word('language')));
  fill(part('pack-list', HTMLUListElement), items, rowOf);
  part('packs-locked', HTMLElement).hidden = !disabled;
}

/**
 * @param {{ key: string, name: string, checked: boolean, disabled: boolean }} pack
 */
function rowOf({ key: tag, name, checked, disabled }) {
  const box = make('input', { type: 'checkbox', id: `pack-${tag}`, value: tag, checked, disabled });
  box.addEventListener('change', () => void save(writePacksOff(packsOffNow()), () => (box.checked = checked)));
  const own = make('span', { className: 'hint', lang: tag, dir: 'auto' }, nameOf(tag, tag));
  return make('li', {}, make('label', { className: 'pack' }, box, make('span', {}, name), own));
}

function packsOffNow() {
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#pack-list input'));
  const known = Array.from(boxes, (box) => box.value);
  const unchecked = Array.from(boxes).flatMap((box) => (box.checked ? [] : [box.value]));
  return [...off.filter((tag) => !known.includes(tag)), ...unchecked];
}

/**
 * @param {string} tag
 * @param {string} language
 */
function nameOf(tag, language) {
  const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
