// Lists of rules as text, one a line.

/**
 * What was typed, with what was added elsewhere meanwhile.
 * @param {string} base what both began with
 * @param {string} text what was made of it here
 * @param {string} stored what was made of it elsewhere
 */
export function withAdded(base, text, stored) {
  const old = new Set([...base.split('\n'), ...text.split('\n')]);
  const added = stored.split('\n').filter((line) => line.trim() && !old.has(line));
  return joined(text, added);
}

/**
 * @param {string} text
 * @param {string[]} lines
 */
export function joined(text, lines) {
  if (lines.length === 0) return text;
  return `${text}${text && !text.endsWith('\n') ? '\n' : ''}${lines.join('\n')}\n`;
}
