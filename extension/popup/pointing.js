// Tells the page which row the reader points at.

import { placeOf } from '../shared/tab.js';

/**
 * The ports close with the popup.
 * @param {() => { tabId: number | undefined, view: View | undefined }} about
 * @returns {(index: number | null) => void}
 */
export function createPointing(about) {
  /** By frame. @type {Map<number, chrome.runtime.Port>} */
  const ports = new Map();

  /**
   * @param {number} tabId
   * @param {number} frameId
   */
  function connect(tabId, frameId) {
    const port = chrome.tabs.connect(tabId, { name: 'pointer', frameId });
    ports.set(frameId, port);
    port.onDisconnect.addListener(() => ports.delete(frameId));
    return port;
  }

  return (index) => {
    const { tabId, view } = about();
    for (const port of ports.values()) port.postMessage({ index: null });
    if (!tabId || index === null) return;
    const [frameId, own] = placeOf(index, view?.frameId);
    const port = ports.get(frameId) ?? connect(tabId, frameId);
    port.postMessage({ index: own });
  };
}
