'use strict';
// Pages that change their address and their article without a load.

/**
 * Tells when another page is shown in the same document: the path is another
 * one. What follows "#" or "?" only moves within a page, or names how it came.
 * @param {() => void} turned
 */
function createAddressWatch(turned) {
  let path = location.pathname;

  function check() {
    if (location.pathname === path) return;
    path = location.pathname;
    turned();
  }

  // The History API tells of back and forward only; the Navigation API of all.
  window.addEventListener('popstate', check);
  if ('navigation' in window) window.navigation.addEventListener('currententrychange', check);
  return { check };
}

/**
 * Does the page still hold this article? Some sites change the address while the
 * reader scrolls from one article to the next.
 * @param {Article} article
 */
function isStillThere({ excerpts }) {
  const body = pageBody();
  const here = squeezed(body ? own(body, 'innerText') : '');
  return excerpts.map(squeezed).some((line) => line !== '' && here.includes(line));
}

/**
 * @param {string} text
 */
function squeezed(text) {
  return text.replace(/\s+/g, '').toLowerCase();
}
