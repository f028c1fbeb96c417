'use strict';
// Runs last at document_start on the sites the reader chose: wakes the
// background while the page still loads, then cleans as soon as it is parsed.

void startAutomatic();

async function startAutomatic() {
  if (typeof cleanCopyPrivately !== 'undefined' && !chrome.extension.inIncognitoContext) return;
  // What is made ready in advance may never be visited: nothing is learned or told of it.
  if (Reflect.get(document, 'prerendering')) {
    await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
    // The site may be switched off meanwhile, and nobody told a page that was not there.
    if ((await sendToBackground({ to: 'background', type: 'is-always' })) === false) return cleanCopyRecipe?.undress();
  }
  void cleanCopyRecipe?.read();
  void sendToBackground({ to: 'background', type: 'warm' });
  void cleanCopyPage?.automatic();
}
