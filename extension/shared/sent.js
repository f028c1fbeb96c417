// Texts as pages send them.

/**
 * @param {Sent} sent
 */
export function textOf(sent) {
  // What looks like the mark of an encoding may be the first character of a later part.
  return typeof sent === 'string' ? sent : new TextDecoder('utf-8', { ignoreBOM: true }).decode(sent);
}
