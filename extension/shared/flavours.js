// The flavours of a copy. The page's scripts have this file too, without its `export`s: `tools/package/bundles.mjs`.

/**
 * @param {Article} article
 * @param {CopyFormat} format all but the title
 * @returns {Flavours}
 */
export function flavoursOf({ text, markdown, html }, format) {
  // An editor that prefers HTML must get the others as they are.
  return { text: format === 'markdown' ? markdown : text, html: format === 'rich' ? html : '' };
}

/**
 * @param {Flavours} flavours
 * @returns {Promise<boolean>} whether they are on the clipboard
 */
export async function writeFlavours({ text, html }) {
  /** @type {Record<string, Blob>} */
  const flavours = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
  if (html) flavours['text/html'] = new Blob([html], { type: 'text/html' });
  try {
    await navigator.clipboard.write([new ClipboardItem(flavours)]);
    return true;
  } catch {
    return false;
  }
}
