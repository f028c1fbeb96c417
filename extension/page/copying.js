'use strict';
// The reader's own copying: on a cleaned page Ctrl+C takes what is to be seen,
// and "Copy selection" does so on any page.

/**
 * @param {InstanceType<typeof CleanCopySession>} session
 */
function listenForCopies(session) {
  window.addEventListener('copy', (event) => copyCleanly(event, uncopied(session.entries)), { capture: true });
}

/**
 * Fills the clipboard where the selection holds something that is left out; everything else is the browser's to copy.
 * @param {ClipboardEvent} event
 * @param {Set<Element>} leftOut
 */
function copyCleanly(event, leftOut) {
  // An article that is being copied brings its own listener.
  if (!event.isTrusted || !event.clipboardData || leftOut.size === 0 || cleanCopyIsFilling) return;
  if (isEditable(event.composedPath()[0])) return;
  const ranges = selectedRanges();
  if (!ranges.some((range) => touches(range, leftOut))) return;
  const { text, html } = copyOfRanges(ranges, leftOut);
  if (!text && !html) return;
  // The page's own copy listeners would add "Read more at …" to it.
  event.stopImmediatePropagation();
  event.preventDefault();
  event.clipboardData.setData('text/plain', text);
  event.clipboardData.setData('text/html', html);
}

/**
 * Is this a field, or text that the reader edits?
 * @param {EventTarget | null | undefined} target
 */
function isEditable(target) {
  if (own(document, 'designMode') === 'on') return true;
  const element = target instanceof Node ? parentElementOf(target) : null;
  if (!element) return false;
  const isField = own(element, 'closest').call(element, 'input, textarea, select') !== null;
  return isField || (element instanceof HTMLElement && own(element, 'isContentEditable'));
}

/** What is selected now; the ranges stay when the selection goes. */
function selectedRanges() {
  const selection = getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, at) => selection?.getRangeAt(at));
  return ranges.flatMap((range) => (range && !range.collapsed ? [range.cloneRange()] : []));
}

/**
 * @param {Range} range
 * @param {Set<Element>} elements
 */
function touches(range, elements) {
  for (const element of elements) if (isPresent(element) && range.intersectsNode(element)) return true;
  return false;
}

/**
 * Is something selected in a field? The selection of the page does not tell.
 */
function isFieldSelected() {
  const field = own(document, 'activeElement');
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
  try {
    return field.selectionStart !== field.selectionEnd;
  } catch {
    // Fields for dates, colours and the like have no text.
    return false;
  }
}

/**
 * Copies what is selected, cleaned; on a page that is not cleaned, nothing is hidden for it.
 * @param {InstanceType<typeof CleanCopySession>} session
 * @returns {Promise<CopyReply>}
 */
async function copySelection(session) {
  const { state } = session.view();
  // Text in a field is the reader's own.
  if (isFieldSelected()) return { copied: own(document, 'execCommand').call(document, 'copy'), state };
  const ranges = selectedRanges();
  if (ranges.length === 0) return { copied: false, state, nothingSelected: true };
  try {
    const copy = copyOfRanges(ranges, uncopied(await session.planned()));
    if (copy.text === '' && copy.html === '') return { copied: false, state, nothingSelected: true };
    return { copied: await copyFlavours(copy), state };
  } catch (error) {
    return { copied: false, state: troubleOf(error).state };
  }
}
