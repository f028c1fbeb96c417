// What the reader is at is never hidden: a field with typed text, the focus, a dialog that a click has opened.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { consent, frames, hides, isSeen, isUnseen, load, shows } from './lib/living.mjs';
import { assertSameText } from './lib/look.mjs';
import { until } from './lib/until.mjs';
import { endingWith, variant } from './lib/variant.mjs';

/** A button that opens a dialog; `open` says how. */
const opener = (open) => `<button id="sign-in" type="button" style="font-size:40px" onclick="${open}">Sign in</button>`;
const DIALOG = `<p>Sign in to read on with your account at example.com.</p><input id="name"><button type="button">Sign in</button>`;

/** A bar that is told by nothing but its place. */
const BAR = '<style>.k1{position:fixed;inset:auto 0 0;height:90px;background:#333}</style>';

/** Runs in the page: opens a dialog, and notes what it hears of that. */
const MODAL = `
  document.body.insertAdjacentHTML('beforeend', '<div class="k1" id="k2"><i></i></div>');
  window.letter = place.appendChild(document.createElement('dialog'));
  letter.className = 'newsletter-modal';
  letter.innerHTML = '<p>Sign up for our newsletter and never miss a story.</p><form><input type="email"><button>Subscribe</button></form>';
  letter.showModal();
  letter.style.color = 'navy';
  window.heard = [];
  for (const name of ['close', 'beforetoggle', 'toggle']) letter.addEventListener(name, () => heard.push(name));
  document.addEventListener('click', ({ target }) => void (window.clicked = target.id));`;
const withDialog = () => document.body.outerHTML + window.letter.outerHTML;
const COMMENTS = `<section id="comments" class="comments"><h2>Comments (3)</h2>${['anna', 'bert', 'cara'].map((name) => `<div class="comment"><b>${name}</b> <p>I never liked it.</p> <a href="#">Reply</a></div>`).join('')}<div id="box" contenteditable="true" style="min-height:40px"></div><button>Post</button></section>`;
const COMMENTED = articleAround({ parsed: '<p>The harbour master, who has kept the log of the lamp since the spring, has answered <a id="jump" href="#comments">what three readers said</a> about the fuse, and that both times it had been the cause.</p>', head: '<style>article{padding-bottom:100vh}</style>' }).replace('</article>', `</article>${COMMENTS}`);
/** Is the element at the top of the window? */
const isScrolledTo = (id) => window.scrollY > 0 && Math.abs(document.getElementById(id).getBoundingClientRect().top) < window.innerHeight;

/** Runs in the page's scripts: writes on the page how often it was looked at for layers, and takes its time to look where it is told so. */
const LOOKS = `
{
  const look = coveringElements;
  coveringElements = () => {
    const { dataset } = document.documentElement;
    dataset.looks = String(Number(dataset.looks ?? 0) + 1);
    for (const start = performance.now(); dataset.slow && performance.now() < start + 50; );
    return look();
  };
}`;
const looks = () => Number(document.documentElement.dataset.looks);

inBothBrowsers('what the reader is at', { extension: variant({ 'page/facts.js': endingWith(LOOKS) }) }, (world) => {
  const clean = async () => {
    const { browser } = world;
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    return popup;
  };

  it('stays where a field holds typed text', async () => {
    const { browser, server } = world;
    await browser.open(server.page(articleAround({})));
    await browser.click('#c3 input');
    await browser.press('a');
    await until('the letter to be typed', () => browser.evaluate(() => document.querySelector('input').value !== ''));
    await browser.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    await clean();
    assert.ok(await browser.evaluate(isSeen, 'c3'), 'the form is to be seen');
    assert.ok(await browser.evaluate(isUnseen, 'c2'), 'the promo is not');
  });

  it('stays where text is typed into what is no field', async () => {
    const { browser, server } = world;
    await browser.open(server.page(COMMENTED));
    await browser.click('#box');
    await browser.press('a');
    await until('the letter to be typed', () => browser.evaluate(() => document.getElementById('box').textContent !== ''));
    await browser.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    await clean();
    assert.ok(await browser.evaluate(isSeen, 'comments'), 'the comments are to be seen');
    assert.ok(await browser.evaluate(isUnseen, 'c2'), 'the promo is not');
  });

  it('stays where the focus is', async () => {
    const { browser, server } = world;
    await browser.open(server.page(articleAround({})));
    await browser.click('#c3 input');
    await clean();
    assert.ok(await browser.evaluate(isSeen, 'c3'), 'the form is to be seen');
    assert.ok(await browser.evaluate(isUnseen, 'c4'), 'the related stories are not');
  });

  it('is no banner that took the focus by itself', async () => {
    const { browser, server } = world;
    const script = `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(consent('banner'))}); document.querySelector('#banner button').focus();`;
    await cleanByButton(browser, server.page(articleAround({ script })));
    assert.ok(await browser.evaluate(isUnseen, 'banner'));
  });

  for (const [what, markup, open, early = ''] of [
    ['a new layer', '', `document.body.insertAdjacentHTML('beforeend', '<div id=login class=modal-overlay role=dialog style=&quot;position:fixed;inset:0;background:#fff;z-index:9&quot;></div>'); document.getElementById('login').innerHTML = document.getElementById('inside').innerHTML`],
    ['a modal dialog that was in the page', `<dialog id="login">${DIALOG}</dialog>`, "document.getElementById('login').showModal()"],
    ['a modal dialog in a box that is hidden', `<div class="newsletter-box"><h3>Sign up for our newsletter</h3><form><input type="email"><button>Subscribe</button></form><dialog id="login">${DIALOG}</dialog></div>`, "document.getElementById('login').showModal()"],
    ['a modal dialog that had opened by itself', `<dialog id="login">${DIALOG}</dialog>`, "document.getElementById('login').showModal()", "document.getElementById('login').showModal();"],
    ['a layer that was in the page', `<div id="login" class="modal-overlay" role="dialog" style="display:none;position:fixed;inset:0;background:#fff;z-index:9">${DIALOG}</div>`, "document.getElementById('login').style.display = 'block'"],
  ]) {
    it(`stays where a click has opened ${what}`, async () => {
      const { browser, server } = world;
      const parsed = `<template id="inside">${DIALOG}</template>`;
      const script = `document.querySelector('nav').insertAdjacentHTML('beforeend', ${JSON.stringify(opener(open))});
        document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(markup)}); ${early}`;
      const popup = await cleanByButton(browser, server.page(articleAround({ parsed, script })));
      await popup.close();
      await browser.click('#sign-in');
      await shows(browser, 'login');
      await frames(browser, 10);
      assert.ok(await browser.evaluate(isSeen, 'login'), 'it is still there');
      await clean();
      assert.ok(await browser.evaluate(isSeen, 'login'), 'also after the button was pressed once more');
    });
  }

  for (const [where, place] of [['the page', 'document.body'], ['a shadow root', "document.body.appendChild(document.createElement('x-letter')).attachShadow({ mode: 'open' })"]]) {
    it(`is no modal dialog of ${where} that opens by itself, which is closed with no word to the page and opens with Restore`, async () => {
      const { browser, server } = world;
      await browser.open(server.page(articleAround({ head: `${BAR}<style>body{overflow:hidden}</style>`, parsed: '<div style="height:3000px"></div>', script: `const place = ${place}; ${MODAL}` })));
      await frames(browser);
      const before = await browser.evaluate(withDialog);
      await browser.evaluate(() => void (window.heard.length = 0));
      const popup = await clean();
      assert.ok(await browser.evaluate(isUnseen, 'k2'), 'what lay under it is found');
      await browser.evaluate(() => window.letter.showModal());
      await until('it to be closed again', () => browser.evaluate(() => !window.letter.matches(':modal')));
      await popup.close();
      await browser.click('#p0');
      await until('the paragraph to be clicked', () => browser.evaluate(() => window.clicked === 'p0'));
      await browser.evaluate(() => void (window.heard = window.heard.filter((name) => name === 'close')));
      const again = await clean();
      await again.click('restore');
      await again.reaches('restored');
      await frames(browser);
      assert.ok(await browser.evaluate(() => window.letter.matches(':modal')), 'it is open');
      assert.deepEqual(await browser.evaluate(() => window.heard), []);
      assertSameText(await browser.evaluate(withDialog), before, 'the restored page');
    });
  }

  it('is no dialog on another dialog, and both stand as they did after Restore', async () => {
    const { browser, server } = world;
    const dialog = (id, more) => `<dialog id="${id}" class="newsletter-modal"><p>Sign up for our newsletter and never miss a story.</p><form><input type="email"><button>Subscribe</button></form>${more}</dialog>`;
    await browser.open(server.page(articleAround({ script: `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(dialog('outer', dialog('inner', '')))}); for (const id of ['outer', 'inner']) document.getElementById(id).showModal();` })));
    const popup = await clean();
    await until('both to be closed', () => browser.evaluate(() => document.querySelector('dialog[open]') === null));
    await popup.click('restore');
    await popup.reaches('restored');
    const { top, left } = await browser.evaluate(() => document.getElementById('inner').getBoundingClientRect().toJSON());
    assert.equal(await browser.evaluate((x, y) => document.elementFromPoint(x, y)?.closest('dialog')?.id, left + 5, top + 5), 'inner');
  });

  it('is what a link leads to, when it is followed and when it is opened', async () => {
    const { browser, server } = world;
    const url = server.page(COMMENTED);
    const popup = await cleanByButton(browser, url);
    await popup.close();
    assert.ok(await browser.evaluate(isUnseen, 'comments'));
    await browser.click('#jump');
    await shows(browser, 'comments');
    await until('the comments to be scrolled to', () => browser.evaluate(isScrolledTo, 'comments'));
    const again = await clean();
    assert.ok(await browser.evaluate(isSeen, 'comments'), 'also after the button was pressed once more');
    await again.close();
    await browser.open(server.page('<!doctype html><title>Elsewhere</title><p>Elsewhere'));
    await browser.open(`${url}#comments`);
    await clean();
    assert.ok(await browser.evaluate(isSeen, 'comments'));
    assert.ok(await browser.evaluate(isScrolledTo, 'comments'));
    assert.ok(await browser.evaluate(isUnseen, 'c4'));
  });

  it('is looked for at a click, which is counted, and not on a page that was restored or holds nothing', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.page(articleAround({})));
    await popup.close();
    await browser.evaluate(() => (document.documentElement.dataset.slow = 'yes'));
    const before = await browser.evaluate(looks);
    await browser.click('#p0');
    await until('two looks', async () => (await browser.evaluate(looks)) === before + 2);
    const again = await clean();
    assert.ok((await load(again)).spent >= 100, 'both were counted');
    await again.click('restore');
    await again.reaches('restored');
    await again.close();
    for (const next of ['', 'nothing-to-clean']) {
      if (next) await (await cleanByButton(browser, server.fixture(next), 'nothing')).close();
      const rest = await browser.evaluate(looks);
      await browser.click('h1');
      await browser.press('Enter');
      assert.equal(await browser.evaluate(looks), rest, await browser.evaluate(() => document.title));
    }
  });

  it('is no layer that the page opens by itself', async () => {
    const { browser, server } = world;
    await cleanByButton(browser, server.page(articleAround({})));
    await browser.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), consent('banner'));
    await hides(browser, 'banner');
  });
});
