// What a test asks of a page. Each function runs inside the page, so it uses nothing from outside itself.

/** All rendered text, that for screen readers included. */
export const renderedText = () => (document.body ?? document.documentElement).innerText;

/** The rendered text without what is muted: labels that only screen readers are told. */
export function unmutedText() {
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync('[data-clean-copy-action=mute]{display:none!important}');
  const sheets = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...sheets, sheet];
  const text = (document.body ?? document.documentElement).innerText;
  document.adoptedStyleSheets = sheets;
  return text;
}

/** The page as it would be saved. */
export const source = () => document.documentElement.outerHTML;

/** How many elements carry a mark. */
export const markCount = () => document.querySelectorAll('[data-clean-copy], [data-clean-copy-action]').length;

/** What is hidden: the marked elements, each as `reason <tag> its text`. */
export function hiddenBlocks() {
  return [...document.querySelectorAll('[data-clean-copy-action^=hide]')].map(
    (element) => `${element.getAttribute('data-clean-copy')} <${element.localName}> ${element.textContent.trim().slice(0, 60)}`,
  );
}

/** What keeps prose from being read: blur and dimness, a layer that only a style sheet draws, a fold. */
export function veils() {
  const prose = [...document.querySelectorAll('p')].filter((p) => p.textContent.length > 80 && p.checkVisibility());
  const found = new Set();
  for (const p of prose) {
    const { bottom } = p.getBoundingClientRect();
    for (let at = /** @type {Element} */ (p); at; at = at.parentElement) {
      const { filter, opacity, pointerEvents, userSelect, overflowY } = getComputedStyle(at);
      const isFold = /hidden|clip/.test(overflowY) && at !== document.body && bottom > at.getBoundingClientRect().bottom + 20;
      const drawn = ['::before', '::after'].map((name) => getComputedStyle(at, name)).filter(({ content, display, position }) => content !== 'none' && display !== 'none' && position === 'fixed');
      const seen = [/blur/.test(filter) && 'blur', Number(opacity) < 0.7 && 'dim', (pointerEvents === 'none' || userSelect === 'none') && 'held', isFold && 'fold', drawn.length > 0 && 'layer'];
      for (const what of seen) if (what) found.add(`${what} ${at.localName}`);
    }
  }
  return [...found];
}

/** Fails with the first place where two texts differ: whole pages are too long to be shown. */
export function assertSameText(actual, expected, what) {
  if (actual === expected) return;
  let at = 0;
  while (actual[at] === expected[at]) at++;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 80), at + 160));
  throw new Error(`${what}: at ${at} expected ${around(expected)}, but found ${around(actual)}`);
}

/** The words of a text, so that line ends, capitals by style sheet and kinds of blanks do not count. */
export const words = (text) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** A place in the window where a right click meets plain page, not a link, a picture or a field, which have other menus. */
export function plainSpot() {
  const special = 'a, area, img, picture, svg, video, audio, canvas, input, textarea, select, button, iframe, object, embed';
  const isPlain = (x, y) => {
    const element = document.elementFromPoint(x, y);
    return element !== null && element.closest(special) === null;
  };
  const margin = 12;
  for (let y = 60; y < window.innerHeight - 60; y += 20) {
    for (let x = 60; x < window.innerWidth - 60; x += 20) {
      const around = [[0, 0], [margin, margin], [-margin, margin], [margin, -margin], [-margin, -margin]];
      if (around.every(([dx, dy]) => isPlain(x + dx, y + dy))) return { x, y };
    }
  }
  throw new Error('the page has no plain spot in view');
}

/** A place in the selected text where it begins, brought into view: a right click there keeps the selection. */
export function selectedSpot() {
  const { startContainer, startOffset } = getSelection().getRangeAt(0);
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(startContainer, Math.min(startOffset + 10, startContainer.textContent.length));
  startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = range.getClientRects()[0];
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
}

/**
 * Selects from one place to another, each an element's id and how many characters of its text lie before it; a negative
 * number counts from the end.
 */
export function select([fromId, from], [toId, to]) {
  const place = (id, offset) => {
    const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    const length = texts.reduce((sum, { data }) => sum + data.length, 0);
    let rest = offset < 0 ? length + offset : offset;
    for (const text of texts) {
      if (rest <= text.data.length) return [text, rest];
      rest -= text.data.length;
    }
    throw new Error(`#${id} has no ${offset} characters`);
  };
  const [start, end] = [place(fromId, from), place(toId, to)];
  getSelection().setBaseAndExtent(start[0], start[1], end[0], end[1]);
}

/** Where the page's corner lies on the screen. Frames around a window are a few pixels wide and left out. */
export const pageOrigin = () => ({
  x: window.screenX + (window.outerWidth - window.innerWidth) / 2,
  y: window.screenY + window.outerHeight - window.innerHeight - (window.outerWidth - window.innerWidth) / 2,
});

/** The live regions, by id, that screen readers will not hear change: they are not rendered while they are empty. */
export const unheard = () =>
  [...document.querySelectorAll('[role=status]')].filter((region) => !region.checkVisibility({ visibilityProperty: true })).map(({ id }) => id);
