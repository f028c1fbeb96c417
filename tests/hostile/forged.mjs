// Pages that know how we work: they carry our marks, fight our sheet, and speak as if they were us.

const MARK = 'data-clean-copy="promo" data-clean-copy-action="hide"';

/** Calls `act` whenever a mark of ours comes or goes. */
const onMarks = (act) => `new MutationObserver(() => { ${act} }).observe(document, {
  subtree: true, attributes: true, attributeFilter: ['data-clean-copy', 'data-clean-copy-action'] });`;

/** @type {Record<string, import('./models.mjs').Model>} */
export const FORGED = {
  'marks of ours on its own paragraphs': {
    script: `for (const p of document.querySelectorAll('p[id^=p]')) {
      p.setAttribute('data-clean-copy', 'promo');
      p.setAttribute('data-clean-copy-action', 'hide');
    }`,
    marks: 5,
  },
  'marks with actions and reasons that do not exist': {
    parsed: `<p data-clean-copy="&lt;img src=x onerror=canary()&gt;" data-clean-copy-action="explode">Plain words.</p><b ${MARK}></b>`,
    marks: 2,
  },
  'the mark of a page that was cleaned before': {
    script: "document.documentElement.setAttribute('data-clean-copy-cleaned', 'focus');",
    states: ['nothing', 'cleaned'],
  },
  'a style sheet that shows what is marked': {
    head: `<style>html body [data-clean-copy-action="hide"][data-clean-copy]:not(#x) { display: block !important; }</style>`,
    gone: ['c2', 'c3', 'c4'],
  },
  'a style sheet that hides the article where anything is marked': {
    head: '<style>html:has([data-clean-copy-action=hide]) article > p { display: none; }</style>',
    unseen: true,
  },
  'a script that takes our marks off': {
    script: onMarks(`for (const e of document.querySelectorAll('[data-clean-copy]')) {
      e.removeAttribute('data-clean-copy'); e.removeAttribute('data-clean-copy-action'); }`),
    gone: [],
  },
  'a script that marks the article once something is marked': {
    script: onMarks(`if (document.querySelector('[data-clean-copy]')) for (const p of document.querySelectorAll('article > p:not([data-clean-copy])')) {
      p.setAttribute('data-clean-copy', 'promo'); p.setAttribute('data-clean-copy-action', 'hide'); }`),
    unseen: true,
    restless: true,
  },
  'a script that empties the adopted sheets again and again': {
    script: 'setInterval(() => { document.adoptedStyleSheets = []; }, 5);',
    gone: [],
  },
  'a script that puts a thousand sheets of its own behind ours': {
    script: `const own = new CSSStyleSheet(); own.replaceSync('[data-clean-copy-action=hide]{display:block!important}');
      ${onMarks('if (document.adoptedStyleSheets.at(-1) !== own) document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...Array(1000).fill(own)];')}`,
    gone: [],
  },
  'events and messages in our name': {
    script: onMarks(`if (window.told) return; window.told = true;
      for (const target of [document, window]) for (const name of ['clean-copy-handover', 'clean-copy', 'clean-copy-restore']) {
        target.dispatchEvent(new Event(name)); target.dispatchEvent(new CustomEvent(name, { detail: { to: 'page', type: 'restore' } })); }
      for (const to of ['page', 'background']) for (const type of ['restore', 'always', 'add-rule', 'insist', 'core'])
        window.postMessage({ to, type, on: true, pattern: '*://*/*', line: '*##article' }, '*');
      try { chrome.runtime.sendMessage('x', { to: 'page', type: 'restore' }); } catch {}`),
    gone: ['c2', 'c3', 'c4'],
  },
  'the browser’s own functions replaced': {
    head: `<script>for (const [where, names] of [[Element.prototype, ['setAttribute', 'getAttribute', 'removeAttribute', 'append', 'closest']],
      [Document.prototype, ['getElementsByTagName', 'querySelectorAll', 'querySelector', 'createElement']], [Array, ['from']],
      [CSSStyleSheet.prototype, ['replaceSync']], [String.prototype, ['replace']], [JSON, ['stringify']]]) {
      window.kept ??= {}; for (const name of names) { window.kept[name] = where[name]; where[name] = () => { throw new Error('replaced'); }; } }
      addEventListener('pagehide', () => {});</script>`,
  },
  'elements of its own with our names': {
    script: `for (const name of ['clean-copy-picker', 'clean-copy-place']) customElements.define(name, class extends HTMLElement {
      constructor() { super(); try { this.attachShadow({ mode: 'open' }); } catch {} }
      connectedCallback() { this.remove(); } });`,
    gone: ['c2', 'c3', 'c4'],
  },
};
