// Rules that the picker makes. They come from a page's scripts, so no more is
// taken than what a pick on that very page can give.

import { readPrivate, rulesOf } from '../shared/private.js';
import { readSettings, replyOf } from '../shared/settings.js';

/** Longer than any selector that the core proposes. */
const LONGEST = 1000;

/**
 * @param {Asker} page the one that asks
 * @param {{ line: string, confirmed: boolean }} rule `confirmed`: though it hides the article
 * @returns {Promise<SaveReply>}
 */
export async function savePicked({ url, isPrivate }, { line, confirmed }) {
  const rules = rulesOf(isPrivate);
  return write(url, line, async () => {
    const before = await (isPrivate ? readPrivate() : readSettings());
    const confirms = confirmed && !before.confirmed.includes(line);
    const added = await rules.add(line);
    if (confirms) await rules.confirm(line, true);
    return { added, confirmed: confirms };
  });
}

/**
 * Takes back what the reader has just saved, and nothing that stood there before.
 * @param {Asker} page
 * @param {{ line: string, added?: boolean, confirmed?: boolean }} rule as `savePicked` answered
 * @returns {Promise<SaveReply>}
 */
export async function forgetPicked({ url, isPrivate }, { line, added, confirmed }) {
  const rules = rulesOf(isPrivate);
  return write(url, line, async () => {
    if (added) await rules.remove(line);
    if (confirmed) await rules.confirm(line, false);
  });
}

/**
 * @param {string | undefined} url
 * @param {string} line
 * @param {() => Promise<Partial<SaveReply> | void>} work
 * @returns {Promise<SaveReply>}
 */
async function write(url, line, work) {
  return isRuleFor(url, line) ? replyOf(work()) : { saved: false, reason: 'failed' };
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
