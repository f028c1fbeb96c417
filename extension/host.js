// The core's host: loads the WebAssembly once and runs it for the pages.

import init, { clean } from './core/core.js';
import { rememberHeld } from './held.js';
import { coreOptions } from './settings.js';

/** @type {Promise<unknown> | undefined} */
let started;

/**
 * Loads the core if it is not there yet. Called early, so that the click finds it warm.
 */
export function warm() {
  started ??= load();
  return started;
}

async function load() {
  try {
    await init({ module_or_path: chrome.runtime.getURL('core/core_bg.wasm') });
  } catch (error) {
    // The next page may have more luck.
    started = undefined;
    throw error;
  }
}

/**
 * @param {string} html
 * @param {CoreOptions} options
 * @returns {Promise<CoreReply>}
 */
export async function run(html, options) {
  try {
    const [chosen] = await Promise.all([coreOptions(options.url), warm()]);
    const strength = options.strength ?? chosen.strength;
    const { outcome, elements, fingerprint, hidden, rules, share, article } = clean(html, { ...chosen, ...options, strength });
    void rememberHeld(rules).catch(() => {});
    return { result: { outcome, strength, elements, fingerprint, hidden, rules, share, article } };
  } catch (error) {
    return { error: String(error) };
  }
}
