'use strict';
// Copies from inside the page: works on plain http pages and under every CSP,
// where navigator.clipboard does not exist or needs a focused popup.

// A variable, since a second injection declares it again: true while one of
// our own copies is on its way to the clipboard.
var cleanCopyIsFilling = false;

/**
 * @param {Article} article
 * @param {CopyFormat} format
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
async function copyArticle(article, format) {
  const text = format === 'markdown' ? article.markdown : article.text;
  const html = format === 'rich' ? article.html : '';
  return copyByEvent(text, html) || copyByPromise(text, html);
}

/**
 * @param {string} text
 * @param {string} html
 */
function copyByEvent(text, html) {
  let filled = false;
  /** @param {ClipboardEvent} event */
  const fill = (event) => {
    if (!event.clipboardData) return;
    // The page's own copy listeners would add "Read more at …" to it.
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
    if (html) event.clipboardData.setData('text/html', html);
    filled = true;
  };
  window.addEventListener('copy', fill, { capture: true });
  cleanCopyIsFilling = true;
  try {
    return own(document, 'execCommand').call(document, 'copy') && filled;
  } catch {
    // XHTML documents have no execCommand.
    return false;
  } finally {
    cleanCopyIsFilling = false;
    window.removeEventListener('copy', fill, { capture: true });
  }
}

/**
 * For pages whose own listener stops the event before it reaches ours.
 * @param {string} text
 * @param {string} html
 */
async function copyByPromise(text, html) {
  if (!isSecureContext) return false;
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
