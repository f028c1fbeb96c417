// Rules that the picker makes. They come from a page's scripts, so no more is
// taken than what a pick on that very page can give.

import { addRule, confirmRule, removeRule } from './settings.js';

/** Longer than any selector that the core proposes. */
const LONGEST = 1000;

/**
 * @param {string | undefined} url the page that asks
 * @param {{ line: string, confirmed: boolean }} rule `confirmed`: though it hides the article
 * @returns {Promise<SaveReply>}
 */
export async function savePicked(url, { line, confirmed }) {
  return write(url, line, async () => {
    await addRule(line);
    if (confirmed) await confirmRule(line, true);
  });
}

/**
 * Takes back what the reader has just saved.
 * @param {string | undefined} url
 * @param {string} line
 * @returns {Promise<SaveReply>}
 */
export async function forgetPicked(url, line) {
  return write(url, line, async () => {
    await removeRule(line);
    await confirmRule(line, false);
  });
}

/**
 * @param {string | undefined} url
 * @param {string} line
 * @param {() => Promise<void>} work
 * @returns {Promise<SaveReply>}
 */
async function write(url, line, work) {
  if (!isRuleFor(url, line)) return { saved: false, reason: 'failed' };
  try {
    await work();
    return { saved: true };
  } catch (error) {
    const { reason = 'failed' } = /** @type {{ reason?: string }} */ (error);
    return { saved: false, reason };
  }
}

/**
 * @param {string | undefined} url
 * @param {string} line
 */
function isRuleFor(url, line) {
  if (!url || !URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname !== '' && line.startsWith(`${hostname}##`) && line.length <= LONGEST && !/[\n\r]/.test(line);
}
