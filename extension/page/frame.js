'use strict';
// Runs at document_start in the frames of the sites the reader chose, and is all of
// ours that runs there: a frame that may stand for the page tells the background of it.

announceFrame();

function announceFrame() {
  if (window === top) return;
  if (typeof cleanCopyPrivately !== 'undefined' && !chrome.extension.inIncognitoContext) return;
  const announce = () => {
    // Of most sites' frames none is: the background is not woken for them.
    if (innerWidth >= 320 && innerHeight >= 320) void chrome.runtime.sendMessage({ to: 'background', type: 'frame' }).catch(() => {});
  };
  window.addEventListener('load', announce, { once: true });
}
