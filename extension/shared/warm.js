// Loads the core once for whoever asks it: the background for pages, settings and first run for themselves.

import init from '../core/core.js';

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
