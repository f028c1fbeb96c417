// No framework: markup from the server, to which a script adds listeners and which it writes anew as a whole.

import { ARTICLES, PATHS, PROMO, RELATED } from './content.js';

function article(path) {
  const { title, paragraphs } = ARTICLES[path];
  const [first, ...rest] = paragraphs.map((text) => `<p class="prose">${text}</p>`);
  const items = RELATED.map((text) => `<li><a href="#">${text}</a></li>`);
  return `<article><h1>${title}</h1>${first}<p class="promo"><strong>${PROMO.lead}</strong> <a href="${PROMO.href}">${PROMO.text}</a></p>
    ${rest.join('')}<div class="related-stories"><h3>Related stories</h3><ul>${items.join('')}</ul></div></article>`;
}

export const render = (path) => `<div id="app"><nav>${PATHS.map((each) => `<a href="${each}">${ARTICLES[each].title}</a>`).join('')}</nav>
  <button id="count" type="button">0</button><iframe id="frame" src="/frame.html" title="frame"></iframe><video id="player"></video><main>${article(path)}</main></div>`;

export function hydrate(root, start) {
  let path = start;
  const button = root.querySelector('#count');
  button.addEventListener('click', () => (button.textContent = String(Number(button.textContent) + 1)));
  const show = () => (root.querySelector('main').innerHTML = article(path));
  window.again = show;
  window.go = (next) => {
    history.pushState(null, '', next);
    path = next;
    show();
  };
  window.isReady = true;
}
