// Pages that are too much of one thing.

const MILLION = 1_000_000;

/** @type {Record<string, import('./models.mjs').Model & { browsers?: string[] }>} */
export const HUGE = {
  // Firefox compares each attribute with all before it: of more it would not be done reading in an hour.
  'twenty thousand attributes on one element': {
    parsed: `<b ${Array.from({ length: 20_000 }, (_, at) => `a${at}`).join(' ')}>x</b>`,
  },
  'a million attributes on one element': {
    parsed: `<b ${Array.from({ length: MILLION }, (_, at) => `a${at}`).join(' ')}>x</b>`,
    browsers: ['chromium'],
  },
  'a million siblings': {
    script: `const many = document.createDocumentFragment(); for (let i = 0; i < ${MILLION}; i++) many.append(document.createElement('b')); here.append(many);`,
  },
  // Of a hundred thousand, which tests/browser/bad-input.test.mjs has as markup, browsers need minutes to build the tree.
  'ten thousand levels that only a script can build': {
    script: `let at = document.createElement('b'); at.append('deep'); for (let i = 0; i < 10000; i++) { const next = document.createElement('b'); next.append(at); at = next; }
      at.hidden = true; here.append(at);`,
    states: ['cleaned', 'unreadable'],
  },
  // One letter beyond Latin-1, and browsers keep each in two bytes: Chromium refuses messages of more than 64 MiB.
  'a text of 35 million letters in one node': {
    script: `const box = document.createElement('div'); box.hidden = true; box.append(document.createTextNode('lighthouse '.repeat(35_000_000 / 11) + '\u{436}')); here.append(box);`,
  },
  'twenty thousand blocks of clutter': {
    script: `for (let i = 0; i < 20000; i++) { const p = document.createElement('p'); p.className = 'promo'; p.innerHTML = '<strong>Also on example.com</strong> <a href="/' + i + '">Bridge number ' + i + ' closed</a>'; here.append(p); }`,
    states: ['cleaned', 'too-much'],
  },
  'names of a megabyte': {
    script: `const long = 'promo-' + 'x'.repeat(2 ** 20); const p = document.createElement('p'); p.className = 'promo ' + long; p.id = "x-" + long; p.title = long;
      p.innerHTML = '<strong>Also on example.com</strong> <a href="/x">Bridge closed</a>'; here.append(p); document.title = long; document.querySelector('h1').append(' ' + long);`,
  },
  'a headline and metadata of ten megabytes': {
    head: `<meta name="author" content="${'Ida Brandt '.repeat(300_000)}"><script type="application/ld+json">${'['.repeat(3_000_000)}</script>
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"${'light '.repeat(500_000)}"}</script>`,
  },
};
