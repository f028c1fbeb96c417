// Ways into every state of the popup.

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { articleAround } from './hostile.mjs';
import { ROOT } from './paths.mjs';

const TOLD = 'Also on example.com: the lamp is lit at dusk, as it has been on every night since the tower was finished';

/** A page whose article reads like promotions from one end to the other: its clean is refused. */
export const refusedPage = (more = '') => articleAround({ parsed: more + `<p>${TOLD}</p>`.repeat(30) });

/** Pages that lead to each state; the popup comes to rest in it. */
export const PAGES_FOR = {
  cleaned: ({ server }) => server.fixture('wire-service'),
  nothing: ({ server }) => server.fixture('nothing-to-clean'),
  'not-an-article': ({ server }) => server.fixture('front-page'),
  'not-a-page': ({ server }) => server.page('<svg xmlns="http://www.w3.org/2000/svg"/>', { type: 'image/svg+xml' }),
  'too-much': ({ server }) => server.page(refusedPage()),
  'cut-off': ({ server }) => server.page(readFileSync(path.join(ROOT, 'tests/guard/cut-off-english/page.html'))),
};

/** States that no page leads to for certain: their words are put where the popup puts them. */
export const STAGED = ['page-changed', 'unreadable', 'not-allowed', 'file-blocked', 'core-failed', 'idle', 'working'];

/** Runs in the popup: has it show a state as `show` of popup/popup.js does. */
export function stage(state) {
  const sentence = chrome.i18n.getMessage(state === 'working' ? 'working' : `state_${state.replaceAll('-', '_')}`);
  document.body.dataset.state = state;
  document.getElementById('status').textContent = sentence;
  for (const id of ['restore', 'copies', 'ledger-section', 'share', 'meter']) document.getElementById(id).hidden = true;
  document.getElementById('clean').hidden = ['not-allowed', 'file-blocked', 'working'].includes(state);
  document.getElementById('pick').hidden = ['not-allowed', 'file-blocked'].includes(state);
}

/** Runs in the popup: opens everything that opens. */
export const openAll = () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
};
