'use strict';
// Runs at document_start in the frames of the sites the reader chose, and is all of
// ours that runs there: a frame that may stand for the page tells the background of it.

announceFrame();

function announceFrame() {
  if (window === top) return;
  if (typeof cleanCopyPrivately !== 'undefined' && !chrome.extension.inIncognitoContext) return;
  // A page that is made ready in advance is not visited yet.
  if (Reflect.get(document, 'prerendering')) return document.addEventListener('prerenderingchange', announceFrame, { once: true });
  const announce = () => {
    // Of most sites' frames none is: the background is not woken for them.
    if (innerWidth >= 320 && innerHeight >= 320) void chrome.runtime.sendMessage({ to: 'background', type: 'frame' }).catch(() => {});
  };
  if (document.readyState === 'complete') announce();
  else window.addEventListener('load', announce, { once: true });
}
