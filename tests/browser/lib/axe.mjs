// axe-core, run inside the extension's own pages: what it finds against WCAG 2 at levels A and AA.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs in the page; the policy of extension pages lets no script be added, so axe comes with the call. */
const lookWith = (/** @type {object} */ rules) => `async () => {
  ${AXE};
  const { violations, incomplete } = await window.axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, rules: ${JSON.stringify(rules)}, resultTypes: ['violations', 'incomplete'] });
  const told = ({ id, help, nodes }) => id + ': ' + help + ' — ' + nodes.map((node) => node.html.slice(0, 120)).join(' | ');
  return { violations: violations.map(told), unsure: incomplete.map(told) };
}`;

/**
 * What is wrong in a popup or picker, each in a line.
 *
 * @param {{ key: string }} browser
 * @param {(f: any) => Promise<any>} evaluate
 * @param {{ colours?: boolean }} [options] whether they are looked at, too, which is a third of the work
 * @returns {Promise<{ violations: string[], unsure: string[] }>}
 */
export function axe(browser, evaluate, { colours = true } = {}) {
  const look = lookWith(colours ? {} : { 'color-contrast': { enabled: false } });
  return evaluate(browser.key === 'chromium' ? `(${look})()` : look);
}
