// Pages → what was measured of each, one after the other.

import path from 'node:path';

/**
 * A page that fails has an error in its row, and the ones after it are measured. Two in a row that fail for the same reason
 * end it: each may have taken minutes, and so would all the others.
 *
 * @param {string[]} files
 * @param {(file: string) => Promise<any>} measure
 * @param {(line: string) => void} say
 */
export async function rowsOf(files, measure, say) {
  const rows = [];
  for (const file of files) {
    const found = await measure(file).catch((error) => ({ error: String(error) }));
    const before = rows.at(-1)?.error;
    rows.push({ page: path.basename(file, '.html'), ...found });
    say(`${rows.length} of ${files.length} ${found.error ?? ''}`);
    if (found.error && found.error === before) throw new Error(`two pages in a row: ${before}`);
  }
  return rows;
}
