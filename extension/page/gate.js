'use strict';
// Runs at document_start on sites with a recipe: nothing is painted until it is
// read: a few milliseconds, up to 100 on a machine that has ten other things to
// do, and never longer than the limit.

shutGate();

function shutGate() {
  // What is transparent is laid out, focused and measured as ever, and the site's background is seen.
  const gate = new CSSStyleSheet();
  gate.replaceSync(':root{opacity:0!important;transition:none!important}');
  adopt(gate);
  const open = () => abandon(gate);
  const timer = setTimeout(open, 500);
  void cleanCopyRecipe?.read().finally(() => {
    clearTimeout(timer);
    open();
  });
}
