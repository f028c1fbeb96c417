// Pages that name forms, pictures and frames after what scripts call: inside of a document, such a name comes before
// the browser's own.

/** Pictures with these names: `document.body` may be one of them. */
const pictures = (names) => names.map((name) => `<img name="${name}" alt="">`).join('');

/** What the page's scripts of ours ask a document for. */
const DOCUMENT_NAMES = {
  'the root element': ['documentElement', 'firstElementChild', 'childNodes'],
  'ways to find elements': ['getElementsByTagName', 'querySelector', 'querySelectorAll', 'elementFromPoint', 'elementsFromPoint'],
  'the body and the head': ['body', 'head', 'scrollingElement'],
  'what the document is': ['contentType', 'readyState', 'defaultView', 'location', 'URL'],
  'style sheets': ['adoptedStyleSheets', 'styleSheets'],
  'ways to listen and to make': ['addEventListener', 'dispatchEvent', 'createElement', 'createRange', 'execCommand'],
};

/** What they ask an element for. */
const ELEMENT_NAMES = {
  'ways to mark': ['setAttribute', 'getAttribute', 'removeAttribute', 'hasAttribute', 'attributes'],
  'ways through the tree': ['parentNode', 'parentElement', 'firstChild', 'nextSibling', 'firstElementChild', 'children', 'contains', 'closest'],
  'what it is': ['localName', 'prefix', 'namespaceURI', 'nodeType', 'nodeValue', 'textContent', 'innerText', 'outerHTML'],
  'where it is': ['isConnected', 'getBoundingClientRect', 'style', 'checkVisibility', 'remove', 'append'],
};

const form = (names, rest) => `<form ${rest}>${names.map((name) => `<input name="${name}">`).join('')}`;

const ofDocument = Object.entries(DOCUMENT_NAMES).map(([what, names]) => [
  `pictures named after ${what}`,
  { parsed: pictures(names) },
]);

const ofElement = Object.entries(ELEMENT_NAMES).map(([what, names]) => [
  `a form of clutter whose fields are named after ${what}`,
  { parsed: `${form(names, 'class="newsletter-box" id="c5"')}<p>Sign up for our newsletter</p><button>Subscribe</button></form>`, gone: ['c5'] },
]);

/** @type {Record<string, import('./models.mjs').Model>} */
export const CLOBBERED = {
  ...Object.fromEntries(ofDocument),
  ...Object.fromEntries(ofElement),
  'a form around the article with fields named after all of that': {
    before: form(Object.values(ELEMENT_NAMES).flat(), 'id="around"'),
    behind: '</form>',
  },
  'frames and elements named after globals': {
    parsed: ['Array', 'Map', 'MutationObserver', 'CSSStyleSheet', 'location', 'innerHeight', 'cleanCopyPage']
      .map((name) => `<iframe name="${name}" width="9" height="9"></iframe><b id="${name}"></b>`)
      .join(''),
  },
  'a frame with the name of the extension’s own interface': {
    parsed: '<iframe name="chrome" width="9" height="9"></iframe><iframe name="browser" width="9" height="9"></iframe>',
    // Chromium gives scripts that come later the frame in its place; nothing can be done from there.
    states: ['cleaned', 'not-allowed'],
  },
};
