// Puts the article on the clipboard from the popup and the first-run page.

import { flavoursOf, writeFlavours } from './flavours.js';

/**
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export const copyText = (text) => writeFlavours({ text, html: '' });

/**
 * @param {Article} article
 * @param {CopyFormat} format
 * @returns {Promise<boolean>}
 */
export const copyToClipboard = (article, format) => writeFlavours(format === 'title' ? titleOf(article) : flavoursOf(article, format));

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
