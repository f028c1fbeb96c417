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
function copyArticle(article, format) {
  return copyFlavours(flavoursOf(article, format));
}

/**
 * By a copy of ours; on pages whose own listener stops the event before it reaches ours, as the popup does.
 * @param {Flavours} flavours
 */
async function copyFlavours(flavours) {
  return copyByEvent(flavours) || (isSecureContext && writeFlavours(flavours));
}

/** @param {Flavours} flavours */
function copyByEvent({ text, html }) {
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
 * Copies the page's article; hides nothing.
 * @param {InstanceType<typeof CleanCopySession>} session
 * @param {CopyFormat} format
 * @returns {Promise<CopyReply>}
 */
async function copyPage(session, format) {
  try {
    const { outcome, article } = await writeOut(session);
    if (outcome === 'not-an-article' || !article.text) return { copied: false, state: 'not-an-article' };
    return { copied: await copyArticle(article, format), state: outcome };
  } catch (error) {
    return { copied: false, state: troubleOf(error).state };
  }
}

/**
 * @param {InstanceType<typeof CleanCopySession>} session
 * @returns {Promise<ArticleReply>}
 */
async function articleOf(session) {
  try {
    const { outcome, article } = await writeOut(session);
    return { article, state: outcome };
  } catch (error) {
    return { article: null, ...troubleOf(error) };
  }
}

/**
 * Puts on the clipboard what stands in a frame: Firefox lets none but the page itself do so unasked.
 * @param {Article} article
 * @param {CopyFormat} format
 * @returns {Promise<CopyReply>}
 */
async function copyFrom(article, format) {
  return { copied: await copyArticle(article, format), state: 'cleaned' };
}

/**
 * The page read with its article's texts, which are most of an answer: a clean goes without.
 * @param {InstanceType<typeof CleanCopySession>} session
 */
async function writeOut(session) {
  return (await readPage(session.result?.strength, session.marks.undressed)).result;
}
