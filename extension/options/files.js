// Files that people keep.

import { make } from '../shared/parts.js';

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function offer(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = make('a', { href: address, download: name });
  link.click();
  // The browser has begun to read the file by the end of this minute.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * @param {HTMLInputElement} input
 * @param {(text: string) => void | Promise<void>} take
 */
export function onChosen(input, take) {
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = await file.text();
    // The same file may be chosen again.
    input.value = '';
    await take(text);
  });
}
