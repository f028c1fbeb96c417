// The keyboard shortcuts. Extensions may show them; changing them is the browser's.

import { make, part } from '../shared/parts.js';
import { word } from '../shared/words.js';

/** Chromium's page for them; its Firefox counterpart can only be opened by a function. */
const CHROMIUM_PAGE = 'chrome://extensions/shortcuts';

/** @typedef {{ openShortcutSettings?: () => Promise<void> }} FirefoxCommands */

part('keys-change', HTMLButtonElement).addEventListener('click', () => void openBrowserPage());

export async function showKeys() {
  const commands = await chrome.commands.getAll();
  const rows = commands.flatMap(({ name, description, shortcut }) => {
    const keys = shortcut ? make('kbd', { dir: 'ltr' }, shortcut) : make('span', { className: 'hint' }, word('keysNone'));
    const line = make('div', {}, make('dt', {}, description || word('openPopup')), make('dd', {}, keys));
    line.dataset.command = name;
    return line;
  });
  part('key-list', HTMLElement).replaceChildren(...rows);
}

async function openBrowserPage() {
  const { openShortcutSettings } = /** @type {FirefoxCommands} */ (chrome.commands);
  try {
    if (openShortcutSettings) await openShortcutSettings.call(chrome.commands);
    else await chrome.tabs.create({ url: CHROMIUM_PAGE });
  } catch {
    part('keys-hint', HTMLElement).hidden = false;
  }
}
