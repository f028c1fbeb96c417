'use strict';
// Runs last at document_start on the sites the reader chose: wakes the
// background while the page still loads, then cleans as soon as it is parsed.

startAutomatic();

function startAutomatic() {
  if (typeof cleanCopyPrivately !== 'undefined' && !chrome.extension.inIncognitoContext) return;
  // What is made ready in advance may never be visited: nothing is learned or told of it.
  if (Reflect.get(document, 'prerendering')) return document.addEventListener('prerenderingchange', startAutomatic, { once: true });
  void cleanCopyRecipe?.read();
  void sendToBackground({ to: 'background', type: 'warm' });
  void cleanCopyPage?.automatic();
}
