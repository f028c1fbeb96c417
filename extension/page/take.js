'use strict';
// Takes the page in one synchronous step, as the core wants to read it.
//
// The files in this folder run beside the page as plain scripts that share one
// isolated world. A second injection runs them again, so the top level holds
// nothing but functions, which may be declared twice.

/**
 * The page as a string and its elements, in one order: what must be taken in one step.
 */
function snapshot() {
  const root = pageRoot();
  const openNoscript = Document.prototype.querySelector.call(document, 'noscript > *') !== null;
  const elements = allIn(document, '*');
  return { root, openNoscript, elements, source: root.outerHTML, size: pageSize() };
}

/**
 * What the core wants of it. That may be a task later: elements do not change their names.
 * @param {ReturnType<typeof snapshot>} shot
 * @returns {Taken}
 */
function takePage({ root, openNoscript, elements, source, size }) {
  const html = withoutBodies(openNoscript ? renameNoscript(source) : source);
  const names = namesOf(elements);
  const read = openNoscript ? names.map((name) => (name === 'noscript' ? 'x-noscript' : name)) : names;
  return { html, elements, names, root, fingerprint: fingerprintOf(read), roots: [], size };
}

/**
 * The names of many elements. Each property that is asked for costs, so it is one
 * for each element.
 * @param {Element[]} elements
 */
function namesOf(elements) {
  /** Names by tag name. @type {Map<string, string>} */
  const known = new Map();
  return elements.map((element) => {
    const tagName = cleanCopyNative.tagName.call(element);
    const before = known.get(tagName);
    if (before !== undefined) return before;
    const name = serialisedName(element);
    // What has a prefix is named by its namespace, too.
    if (!tagName.includes(':')) known.set(tagName, name);
    return name;
  });
}

/**
 * The name outerHTML writes for an element, in lower case.
 * @param {Element} element
 */
function serialisedName(element) {
  const [localName, prefix] = [cleanCopyNative.localName.call(element), cleanCopyNative.prefix.call(element)];
  const isPlain = prefix === null || isWebNamespace(cleanCopyNative.namespaceURI.call(element));
  const name = isPlain ? localName : `${prefix}:${localName}`;
  return /[A-Z]/.test(name) ? name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : name;
}

/**
 * @param {string | null} namespace
 */
function isWebNamespace(namespace) {
  return (
    namespace === 'http://www.w3.org/1999/xhtml' ||
    namespace === 'http://www.w3.org/2000/svg' ||
    namespace === 'http://www.w3.org/1998/Math/MathML'
  );
}

/**
 * FNV-1a over the names, each followed by one space: the core computes the same
 * over the start tags it reads.
 * @param {Iterable<string>} names
 */
function fingerprintOf(names) {
  const encoder = new TextEncoder();
  /** Arrays of our own: in Firefox the encoder's stand behind a wrapper. @type {Map<string, number[]>} */
  const bytes = new Map();
  let hash = 0x811c9dc5;
  for (const name of names) {
    let encoded = bytes.get(name);
    if (!encoded) {
      encoded = [...encoder.encode(`${name} `)];
      bytes.set(name, encoded);
    }
    for (let at = 0; at < encoded.length; at++) hash = Math.imul(hash ^ /** @type {number} */ (encoded[at]), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * With scripts off a noscript holds elements, which a tokenizer would read as text.
 * @param {string} html
 */
function renameNoscript(html) {
  return html.replace(/<(\/?)noscript(?=[\s>])/gi, '<$1x-noscript');
}

/**
 * Scripts and styles are most of a news page's bytes and say nothing about the
 * article, except for the JSON-LD. What else holds raw text is stepped over, so
 * that a tag spelled out in a comment or a frame is left alone. An end that does
 * not come is looked for once: a page may open a million comments and close none.
 * @param {string} html
 */
function withoutBodies(html) {
  const attributes = '(?: [^\\s"=>]+="[^"]*")*';
  const opening = new RegExp(`<!--|<(noscript|iframe|xmp|noembed|noframes|script|style)(${attributes})>`, 'g');
  /** @type {Set<string>} */
  const missing = new Set();
  let out = '';
  let written = 0;
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    const [, name, given = ''] = found;
    const end = name ? `</${name}>` : '-->';
    const body = opening.lastIndex;
    const at = missing.has(end) ? -1 : html.indexOf(end, body);
    if (at < 0) {
      missing.add(end);
      opening.lastIndex = found.index + 1;
      continue;
    }
    if (isLeftOut(name, given)) {
      out += html.slice(written, body);
      written = at;
    }
    opening.lastIndex = at + end.length;
  }
  return out + html.slice(written);
}

/**
 * @param {string | undefined} name
 * @param {string} attributes as outerHTML writes them
 */
function isLeftOut(name, attributes) {
  if (name === 'style') return true;
  return name === 'script' && !/\stype="application\/ld\+json\b/i.test(attributes);
}
