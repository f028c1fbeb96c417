// React, rendered on the server and hydrated in the page.

import { createElement as h, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';

import { ARTICLES, PATHS, PROMO, RELATED } from './content.js';

function Article({ path, round }) {
  const { title, paragraphs } = ARTICLES[path];
  const [first, ...rest] = paragraphs;
  return h('article', { key: path }, [
    h('h1', { key: 'title' }, title),
    h('p', { key: 'first', className: 'prose' }, first),
    // A new key is a new node: what was hidden comes again.
    h('p', { key: `promo${round}`, className: 'promo' }, h('strong', null, PROMO.lead), ' ', h('a', { href: PROMO.href }, PROMO.text)),
    ...rest.map((text, at) => h('p', { key: at, className: 'prose' }, text)),
    h('div', { key: 'related', className: 'related-stories' }, h('h3', null, 'Related stories'), h('ul', null, RELATED.map((text) => h('li', { key: text }, h('a', { href: '#' }, text))))),
  ]);
}

function App({ path: start }) {
  const [path, setPath] = useState(start);
  const [round, setRound] = useState(0);
  const [count, setCount] = useState(0);
  useEffect(() => {
    Object.assign(window, { again: () => setRound((last) => last + 1), isReady: true });
    window.go = (next) => {
      history.pushState(null, '', next);
      setPath(next);
    };
  }, []);
  return h('div', { id: 'app' }, [
    h('nav', { key: 'nav' }, PATHS.map((each) => h('a', { key: each, href: each }, ARTICLES[each].title))),
    h('button', { key: 'count', id: 'count', type: 'button', onClick: () => setCount(count + 1) }, String(count)),
    h('iframe', { key: 'frame', id: 'frame', src: '/frame.html', title: 'frame' }),
    h('video', { key: 'player', id: 'player' }),
    h('main', { key: 'main' }, h(Article, { path, round })),
  ]);
}

export const render = (path) => renderToString(h(App, { path }));

export const hydrate = (root, path) => hydrateRoot(root, h(App, { path }));
