// Stands before the extension's own host of the core: tells how long it was at work, and times the core by itself.

import { runStages } from '../core/core.js';
import { textOf } from '../shared/sent.js';
import { warm } from '../shared/warm.js';
import { run as runPlain } from './host-plain.js';

// All else that the background asks of its host; `run` below stands before the plain one.
export * from './host-plain.js';

const LEAST_MS = 12;
const STAGES = ['in', 'read', 'judge', 'plan'];

/**
 * @param {string} html
 * @param {CoreOptions} options
 * @param {{ url: string, isPrivate: boolean }} asked where the page stands
 * @param {Promise<LiveFacts>} [looked]
 */
export async function run(html, options, asked, looked) {
  const answer = runPlain(html, options, asked, looked);
  // What is waited for is no work.
  await looked;
  const start = performance.now();
  const reply = await answer;
  if ('result' in reply) Object.assign(reply.result, { spent: performance.now() - start });
  return reply;
}

/** @param {() => void} work */
function timed(work) {
  const start = performance.now();
  let runs = 0;
  let spent;
  do {
    work();
    runs += 1;
    spent = performance.now() - start;
  } while (spent < LEAST_MS);
  return spent / runs;
}

/**
 * Milliseconds up to the end of each stage.
 *
 * @param {string} html
 */
async function stages(html) {
  await warm();
  return Object.fromEntries(STAGES.map((name, at) => [name, timed(() => runStages(html, at + 1))]));
}

// The page comes as the extension's own do, a large one in parts.
chrome.runtime.onConnect.addListener((port) => {
  if (port.name !== 'bench') return;
  let page = '';
  port.onMessage.addListener(({ part, html }) => {
    page += textOf(part ?? html);
    if (html === undefined) return;
    void stages(page).catch((error) => ({ error: String(error) })).then((found) => port.postMessage(found));
  });
});
