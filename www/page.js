// Shows a page in its two frames and lets the core work on the second.

import { applyTo } from './core/core.js';
import { liveFacts } from './facts.js';

/**
 * A page as a browser serialises it. A document that DOMParser makes runs no scripts,
 * and so reads what lies in <noscript>; readers' browsers do run them and never see it.
 * @param {string} html
 */
export function normalise(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const unseen of page.querySelectorAll('noscript')) unseen.replaceChildren();
  const doctype = page.doctype ? new XMLSerializer().serializeToString(page.doctype) : '';
  return doctype + page.documentElement.outerHTML;
}

/**
 * Loads a page into a sandboxed frame. No string of it becomes code: the frame has no
 * `allow-scripts`, and it inherits this page's policy.
 * @param {HTMLIFrameElement} frame
 * @param {string} html
 * @returns {Promise<Document>}
 */
export function show(frame, html) {
  return new Promise((resolve, reject) => {
    const loaded = () => {
      const page = frame.contentDocument;
      if (!page) return reject(new Error('The browser did not show the page.'));
      // The policy lets no link load; without this a click would show an error page.
      page.addEventListener('click', (event) => event.preventDefault(), true);
      resolve(page);
    };
    frame.addEventListener('load', loaded, { once: true });
    frame.srcdoc = html;
  });
}

/**
 * Cleans a document in place. What comes back holds the result and can restore it.
 * @param {Document} page
 * @param {{ url?: string, strength: 'tidy' | 'focus' }} options
 */
export function clean(page, options) {
  const facts = liveFacts(page);
  return applyTo(page, page.documentElement.outerHTML, { ...options, facts });
}
