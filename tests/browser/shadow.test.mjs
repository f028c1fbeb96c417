// Shadow roots: what they show is read in its place and cleaned like the rest of the page.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { frames, hides, promo } from './lib/living.mjs';
import { assertSameText } from './lib/look.mjs';
import { until } from './lib/until.mjs';

/** Defines elements whose shadow root is kept in `window.roots`, also where it is closed. */
const define = (mode, markup) => `
  window.roots = [];
  customElements.define('x-card', class extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({ mode: '${mode}' });
      root.innerHTML = ${JSON.stringify(markup)};
      window.roots.push(root);
    }
  });`;

/** Everything of the page and its roots, as text. */
const allSource = () => [document.documentElement.outerHTML, ...(window.roots ?? []).map((root) => root.innerHTML)].join('\n');

/** Is what the selector finds in the first root there, and not to be seen? */
const isUnseenIn = (selector) => window.roots[0].querySelector(selector).checkVisibility() === false;

const CARD = `<style>p { color: green }</style>${promo('in-root')}<p id="prose">The keeper's own card says that the lamp burns for whoever looks at it from the sea.</p><slot></slot>`;

const [WHOLE] = articleAround({ parsed: '<p>Nothing awkward.</p>' }).match(/<main>[^]*<\/main>/);
/** A page of one element, with this in its root. */
const pageOf = (markup) =>
  `<!doctype html><html lang="en"><head><title>Fellmouth keeps its light</title></head><body><x-card></x-card><script>${define('open', markup)}</script></body></html>`;

inBothBrowsers('shadow roots', {}, (world) => {
  for (const mode of ['open', 'closed']) {
    it(`that are ${mode} lose their clutter and keep their prose, and come back as they were`, async () => {
      const { browser, server } = world;
      const page = articleAround({ parsed: `<x-card>${promo('slotted')}</x-card>`, script: define(mode, CARD) });
      await browser.open(server.page(page));
      const before = await browser.evaluate(allSource);
      await browser.pressButton();
      const popup = await browser.popup();
      await popup.reaches('cleaned');
      assert.ok(await browser.evaluate(isUnseenIn, '#in-root'), 'the promo in the root is hidden');
      assert.equal(await browser.evaluate(isUnseenIn, '#prose'), false, 'the prose in the root is not');
      assert.equal(await browser.evaluate(() => document.getElementById('slotted').checkVisibility()), false, 'nor is the slotted promo to be seen');
      assert.equal(await browser.evaluate(() => document.getElementById('c2').checkVisibility()), false, 'nor the one of the page');
      await browser.evaluate(() => (window.roots[0].adoptedStyleSheets = []));
      await until('the promo to be hidden without the sheet that the page took off', () => browser.evaluate(isUnseenIn, '#in-root'));
      await popup.click('restore');
      await popup.reaches('restored');
      assertSameText(await browser.evaluate(allSource), before, 'page and roots are what they were');
      assert.equal(await browser.evaluate(() => window.roots[0].adoptedStyleSheets.length), 0);
    });

    it(`that are ${mode} and come back stay as clean as they were, whatever was renewed meanwhile`, async () => {
      const { browser, server } = world;
      const page = articleAround({ parsed: `<x-card id="card"></x-card>`, script: define(mode, CARD) });
      await (await cleanByButton(browser, server.page(page))).close();
      assert.ok(await browser.evaluate(isUnseenIn, '#in-root'));
      await browser.evaluate(() => {
        (window.card = document.getElementById('card')).remove();
        const old = document.getElementById('c4');
        const renewed = /** @type {Element} */ (old.cloneNode(true));
        for (const name of ['data-clean-copy', 'data-clean-copy-action']) renewed.removeAttribute(name);
        old.replaceWith(renewed);
      });
      await hides(browser, 'c4');
      await browser.evaluate(() => document.getElementById('here').append(window.card));
      await frames(browser, 5);
      assert.ok(await browser.evaluate(isUnseenIn, '#in-root'), 'it is still hidden');
    });

    it(`that are ${mode} and come later are cleaned too, and what they renew stays hidden`, async () => {
      const { browser, server } = world;
      await cleanByButton(browser, server.page(articleAround({ script: define(mode, CARD) })));
      await browser.evaluate(() => document.querySelector('article').append(document.createElement('x-card')));
      await until('the promo in the new root to be hidden', () => browser.evaluate(isUnseenIn, '#in-root'));
      await browser.evaluate(() => {
        const old = window.roots[0].querySelector('#in-root');
        const fresh = document.createElement('p');
        fresh.id = old.id;
        fresh.className = old.className;
        fresh.append(...[...old.childNodes].map((node) => node.cloneNode(true)));
        old.replaceWith(fresh);
      });
      await until('the renewed promo to be hidden', () => browser.evaluate(isUnseenIn, '#in-root'));
    });
  }

  for (const mode of ['open', 'closed']) {
    it(`that are ${mode} and empty at first are cleaned once they are filled`, async () => {
      const { browser, server } = world;
      await cleanByButton(browser, server.page(articleAround({ parsed: '<x-card></x-card>', script: define(mode, '<style></style>') })));
      await browser.evaluate((markup) => (window.roots[0].innerHTML = markup), CARD);
      await until('the promo in the filled root to be hidden', () => browser.evaluate(isUnseenIn, '#in-root'));
      assert.equal(await browser.evaluate(isUnseenIn, '#prose'), false);
    });
  }

  it('of elements that were there before them are cleaned when the button is pressed', async () => {
    const { browser, server } = world;
    await (await cleanByButton(browser, server.page(articleAround({ parsed: '<div id="host"></div>' })))).close();
    await browser.evaluate((markup) => {
      window.roots = [document.getElementById('host').attachShadow({ mode: 'open' })];
      window.roots[0].innerHTML = markup;
    }, CARD);
    await browser.pressButton();
    await (await browser.popup()).reaches('cleaned');
    assert.ok(await browser.evaluate(isUnseenIn, '#in-root'));
    assert.equal(await browser.evaluate(isUnseenIn, '#prose'), false);
  });

  it('that are written in the markup are read', async () => {
    const { browser, server } = world;
    const parsed = `<div id="host"><template shadowrootmode="open">${CARD}</template></div>`;
    await cleanByButton(browser, server.page(articleAround({ parsed, script: "window.roots = [document.getElementById('host').shadowRoot];" })));
    assert.ok(await browser.evaluate(isUnseenIn, '#in-root'));
    assert.equal(await browser.evaluate(isUnseenIn, '#prose'), false);
  });

  it('can hold the whole article, which keeps its column', async () => {
    const { browser, server } = world;
    const rail = '<aside class="related-stories" id="rail" style="width:240px"><h3>Related stories</h3><ul><li><a href="/a">Ferry timetable changes in May</a></li><li><a href="/b">School roof repaired at last</a></li></ul></aside>';
    await browser.open(server.page(pageOf(`<style>main{display:flex}article{flex:1}</style>${WHOLE.replace('</main>', `${rail}</main>`)}`)));
    const width = () => window.roots[0].querySelector('#p0').getBoundingClientRect().width;
    const before = await browser.evaluate(width);
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await until('the rail to be hidden in its place', () => browser.evaluate(() => window.roots[0].querySelector('[data-clean-copy-action=hide-in-place]')?.id === 'rail'));
    assert.equal(await browser.evaluate(width), before);
    assert.ok(await browser.evaluate(isUnseenIn, '#c2'));
    assert.ok(await browser.evaluate(isUnseenIn, '#c4'));
    assert.equal(await browser.evaluate(isUnseenIn, '#p0'), false);
    await popup.click('restore');
    await popup.reaches('restored');
    assert.equal(await browser.evaluate(isUnseenIn, '#c2'), false);
  });

  it('can hold the whole article, which comes after the clean', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.page(pageOf('')), 'nothing', 'not-an-article');
    await popup.close();
    await browser.evaluate((markup) => (window.roots[0].innerHTML = markup), WHOLE);
    await browser.pressButton();
    await (await browser.popup()).reaches('cleaned');
    assert.ok(await browser.evaluate(isUnseenIn, '#c2'));
    assert.equal(await browser.evaluate(isUnseenIn, '#p0'), false);
  });

  it('of a component that is drawn anew keep what was shown again in the first one', async () => {
    const { browser, server } = world;
    const networks = ['Facebook', 'X', 'WhatsApp'].map((name) => `<a href="/${name}">${name}</a>`).join(' ');
    const markup = WHOLE.replace(/<div class="share-bar"[^]*?<\/div>/, `<div class="share" id="bar">${networks}</div>`);
    const popup = await cleanByButton(browser, server.page(pageOf(markup)));
    assert.ok(await browser.evaluate(isUnseenIn, '#bar'));
    await popup.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll('#ledger .row')].find((row) => /WhatsApp/.test(row.textContent))).click());
    await until('its bar to be seen', async () => !(await browser.evaluate(isUnseenIn, '#bar')));
    await browser.evaluate((promo) => {
      window.roots.length = 0;
      document.querySelector('x-card').replaceWith(document.createElement('x-card'));
      document.body.insertAdjacentHTML('beforeend', promo);
    }, promo('late-promo'));
    await hides(browser, 'late-promo');
    await frames(browser);
    assert.equal(await browser.evaluate(isUnseenIn, '#bar'), false);
    assert.ok(await browser.evaluate(isUnseenIn, '#c2'), 'what was not shown again is hidden in the new one, too');
  });

  it('that only pass on what they are given change nothing', async () => {
    const { browser, server } = world;
    const page = articleAround({ parsed: `<x-card>${promo('slotted')}</x-card>`, script: define('closed', '<style>:host { display: block }</style><slot></slot>') });
    await cleanByButton(browser, server.page(page));
    await frames(browser);
    assert.equal(await browser.evaluate(() => document.getElementById('slotted').checkVisibility()), false);
    assert.equal(await browser.evaluate(() => document.getElementById('p2').checkVisibility()), true);
  });
});
