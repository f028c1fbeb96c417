// Vue, rendered on the server and hydrated in the page.

import { createSSRApp, h, onMounted, ref } from 'vue';
import { renderToString } from 'vue/server-renderer';

import { ARTICLES, PATHS, PROMO, RELATED } from './content.js';

function article(path, round) {
  const { title, paragraphs } = ARTICLES[path];
  const [first, ...rest] = paragraphs;
  return h('article', [
    h('h1', title),
    h('p', { class: 'prose' }, first),
    // A new key is a new node: what was hidden comes again.
    h('p', { key: `promo${round}`, class: 'promo' }, [h('strong', PROMO.lead), ' ', h('a', { href: PROMO.href }, PROMO.text)]),
    ...rest.map((text) => h('p', { class: 'prose' }, text)),
    h('div', { class: 'related-stories' }, [h('h3', 'Related stories'), h('ul', RELATED.map((text) => h('li', h('a', { href: '#' }, text))))]),
  ]);
}

const appAt = (start) =>
  createSSRApp({
    setup() {
      const [path, round, count] = [ref(start), ref(0), ref(0)];
      onMounted(() => {
        Object.assign(window, { again: () => round.value++, isReady: true });
        window.go = (next) => {
          history.pushState(null, '', next);
          path.value = next;
        };
      });
      return () =>
        h('div', { id: 'app' }, [
          h('nav', PATHS.map((each) => h('a', { href: each }, ARTICLES[each].title))),
          h('button', { id: 'count', type: 'button', onClick: () => count.value++ }, String(count.value)),
          h('iframe', { id: 'frame', src: '/frame.html', title: 'frame' }),
          h('video', { id: 'player' }),
          h('main', article(path.value, round.value)),
        ]);
    },
  });

export const render = (path) => renderToString(appAt(path));

export const hydrate = (root, path) => appAt(path).mount(root);
