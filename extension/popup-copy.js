// Puts the article on the clipboard from the popup.

/**
 * @param {Article} article
 * @param {CopyFormat} format
 * @returns {Promise<boolean>}
 */
export async function copyToClipboard(article, format) {
  const text = format === 'markdown' ? article.markdown : article.text;
  /** @type {Record<string, Blob>} */
  const flavours = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
  if (format === 'rich') flavours['text/html'] = new Blob([article.html], { type: 'text/html' });
  try {
    await navigator.clipboard.write([new ClipboardItem(flavours)]);
    return true;
  } catch {
    return false;
  }
}
