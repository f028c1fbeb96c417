// Puts the article on the clipboard from the popup.

/**
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Article} article
 * @param {CopyFormat} format
 * @returns {Promise<boolean>}
 */
export async function copyToClipboard(article, format) {
  const { text, html } = format === 'title' ? titleOf(article) : articleOf(article, format);
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

/**
 * @param {Article} article
 * @param {CopyFormat} format
 */
function articleOf({ text, markdown, html }, format) {
  // An editor that prefers HTML must get the others as they are.
  return { text: format === 'markdown' ? markdown : text, html: format === 'rich' ? html : '' };
}

/**
 * The headline with a link to the page.
 * @param {Article} article
 */
function titleOf({ title, address }) {
  const words = title ?? address ?? '';
  const link = document.createElement('a');
  link.href = address ?? '';
  link.textContent = words;
  return { text: title && address ? `${title}\n${address}` : words, html: address ? link.outerHTML : '' };
}
