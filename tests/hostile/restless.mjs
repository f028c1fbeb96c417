// Pages that take away, move and change what we read and hide.

/** Calls `act` with each element that gets a mark of ours, as `marked`. */
const onMarked = (act) => `new MutationObserver((records) => {
  for (const marked of new Set(records.map(({ target }) => target))) if (marked.hasAttribute('data-clean-copy-action')) { ${act} }
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-clean-copy-action'] });`;

/** @type {Record<string, import('./models.mjs').Model>} */
export const RESTLESS = {
  'what is hidden is removed': { script: onMarked('marked.remove();'), restless: true, gone: [] },
  'what is hidden moves to the end of the page': {
    script: onMarked('if (marked.parentNode !== document.body) document.body.append(marked);'),
    restless: true,
    gone: ['c2', 'c3', 'c4'],
  },
  'what is hidden is cloned beside itself, marks and all': {
    script: `let left = 200; ${onMarked('if (left-- > 0) marked.after(marked.cloneNode(true));')}`,
    restless: true,
  },
  'what is hidden takes the article in': {
    script: onMarked("if (marked.id === 'c2') marked.append(...document.querySelectorAll('article > p[id^=p]'));"),
    restless: true,
    unseen: true,
  },
  'the body is replaced once something is hidden': {
    script: `let done = false; ${onMarked('if (!done) { done = true; document.body.replaceWith(document.body.cloneNode(true)); }')}`,
    restless: true,
  },
  'the body is replaced while it is read': {
    script: `const original = document.body; let turns = 0;
      const timer = setInterval(() => { document.body.replaceWith(original.cloneNode(true)); if (++turns > 2000) clearInterval(timer); }, 1);`,
    states: ['cleaned', 'page-changed'],
    restless: true,
    gone: [],
  },
  'ten thousand elements come and go after the clean': {
    script: `let rounds = 0; ${onMarked(`if (rounds++ < 5) { const many = document.createElement('div');
      for (let i = 0; i < 10000; i++) many.append(document.createElement('b')); document.body.append(many); many.remove(); }`)}`,
    gone: ['c2', 'c3', 'c4'],
  },
  'the article hides itself to make us restore': {
    script: `const article = document.querySelector('article');
      new MutationObserver(() => { article.style.display = document.querySelector('[data-clean-copy-action=hide]') ? 'none' : ''; if (!article.getAttribute('style')) article.removeAttribute('style'); })
        .observe(document, { subtree: true, attributes: true, attributeFilter: ['data-clean-copy-action'] });`,
    unseen: true,
  },
  'text changes under every mark': {
    script: onMarked("if (!marked.dataset.seen) { marked.dataset.seen = '1'; marked.append(' changed'); }"),
    restless: true,
    gone: ['c2', 'c3', 'c4'],
  },
  'document.write builds the page': {
    body: (page) => `<!doctype html><script>document.write(${JSON.stringify(page).replaceAll('</', '<\\/')})</script>`,
    gone: ['c2', 'c3', 'c4'],
  },
  'document.open throws the page away once something is hidden': {
    script: onMarked(`if (!window.thrown) { window.thrown = true; setTimeout(() => {
      document.open(); document.write('<!doctype html><p id="p0">A new page of one line.</p>'); document.close(); }); }`),
    states: ['cleaned', 'page-changed', 'core-failed'],
    restless: true,
    gone: [],
  },
};
