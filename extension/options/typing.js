// Changes a field's text as typing does, which the browser's own "Undo" takes back. For a
// few lines: Chromium takes seconds for a thousand.

/**
 * @param {HTMLTextAreaElement} field
 * @param {string} text
 * @param {number} start
 * @param {number} [end] of what it replaces
 */
export function typeInto(field, text, start, end = start) {
  field.focus();
  field.setSelectionRange(start, end);
  // A value that a script sets makes the browser forget what was there before.
  if (text) document.execCommand('insertText', false, text);
}
