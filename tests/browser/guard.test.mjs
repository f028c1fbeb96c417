// Automatic cleanup acts on articles: on every other page nothing goes but what the reader's own rules say.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, it } from 'node:test';

import { inBothBrowsers, NEWS_HOST } from './lib/both.mjs';
import { addMarkup, hides, isSeen, promo } from './lib/living.mjs';
import { openOptions } from './lib/options.mjs';
import { ROOT } from './lib/paths.mjs';
import { switchOn } from './lib/sites.mjs';
import { until } from './lib/until.mjs';

const FOLDER = path.join(ROOT, 'tests/guard');
const MODELS = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** What the reader has a rule for: once it is gone, the page has been judged. */
const probe = (id) => `<p class="quay-notice" id="${id}">The lower quay is closed on Sundays.</p>`;
const hidden = () => Array.from(document.querySelectorAll('[data-clean-copy-action=hide]'), ({ id, className }) => id || className);
/** The same in the page's frame, once this element is. */
const hiddenInside = (id) => {
  const page = /** @type {HTMLIFrameElement} */ (document.getElementById('inner')).contentDocument;
  const gone = Array.from(page.querySelectorAll('[data-clean-copy-action=hide]'), ({ id, className }) => id || className);
  return gone.includes(id) && gone;
};

inBothBrowsers('a page that is no article, on a site that is cleaned by itself', {}, (world) => {
  before(async () => {
    const { browser } = world;
    await switchOn(browser, [NEWS_HOST]);
    await openOptions(browser);
    await browser.evaluate((rules) => chrome.storage.sync.set({ 'rules:0': rules }), `${NEWS_HOST}##.quay-notice\n`);
  });

  const modelOf = (name, id = 'probe') => {
    const page = readFileSync(path.join(FOLDER, name, 'page.html'), 'utf8');
    return world.server.page(page.replace(/<\/body>(?![^]*<\/body>)/, `${probe(id)}</body>`), { host: NEWS_HOST });
  };

  it('is left as it is in a frame that takes up the page', async () => {
    const { browser, server } = world;
    await browser.open(server.page('<!doctype html><title>Desk</title><iframe id="inner" style="width:100%;height:90vh"></iframe>', { host: NEWS_HOST }));
    for (const name of MODELS) {
      await browser.evaluate((src) => document.getElementById('inner').setAttribute('src', src), modelOf(name, name));
      const gone = await until(`${name} to be judged`, () => browser.evaluate(hiddenInside, name));
      assert.deepEqual(gone, [name]);
    }
  });

  for (const name of MODELS) {
    it(`is left as it is: ${name}`, async () => {
      const { browser } = world;
      await browser.open(modelOf(name));
      await hides(browser, 'probe');
      assert.deepEqual(await browser.evaluate(hidden), ['probe']);
      await browser.evaluate(addMarkup, 'body', promo('late') + probe('late-probe'));
      await hides(browser, 'late-probe');
      assert.ok(await browser.evaluate(isSeen, 'late'), 'what comes later stays too');
      assert.deepEqual(await browser.evaluate(hidden), ['probe', 'late-probe']);
    });
  }

  it('is not left alone for its rules only: an article of the same site is cleaned', async () => {
    const { browser, server } = world;
    await browser.open(server.fixture('wire-service', { host: NEWS_HOST }));
    await until('the article to be cleaned', async () => (await browser.evaluate(hidden)).length > 3);
  });
});
