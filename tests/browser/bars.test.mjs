// Where bars are hidden that the page makes room for by its padding, the room goes with them, and comes back with them.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inBothBrowsers } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { consent, frames, hides, promo } from './lib/living.mjs';
import { assertSameText, source } from './lib/look.mjs';
import { openPicker } from './lib/picker.mjs';
import { until } from './lib/until.mjs';

inBothBrowsers('a page with bars that the padding of its body makes room for', {}, (world) => {
  const bar = (style) => `<div class="newsletter-bar" style="position:fixed;inset-inline:0;${style};background:#ddd">Our newsletter, each week <a href="/letter">Sign up</a></div>`;
  const banner = consent('banner').replace('height:240px', 'height:120px;box-sizing:border-box');
  const withBars = (padding, ...bars) =>
    articleAround({ head: `<style>body{padding:${padding}}</style>`, script: `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(bars.join(''))});` });
  const padding = () => [getComputedStyle(document.body).paddingTop, getComputedStyle(document.body).paddingBottom].join();
  const becomes = (values) => until(`its padding to be ${values}`, async () => (await world.browser.evaluate(padding)) === values);
  /** Opens a page and presses the button; the padding goes with the next frame. */
  const clean = async (page) => {
    const { browser, server } = world;
    await browser.open(server.page(page));
    const before = await browser.evaluate(source);
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await until('the bars to go', () => browser.evaluate(() => [...document.querySelectorAll('.newsletter-bar')].every((element) => !element.checkVisibility())));
    await frames(browser);
    return { browser, popup, before };
  };

  it('has no empty strips where they were', async () => {
    const { browser, popup, before } = await clean(withBars('48px 0 120px', bar('top:0;height:48px'), banner));
    await becomes('0px,0px');
    await popup.click('restore');
    await popup.reaches('restored');
    assertSameText(await browser.evaluate(source), before, 'the restored page');
  });

  it('has none where another box makes the room', async () => {
    const boxed = withBars('0;margin:0', bar('top:0;height:48px')).replace('<body>', '<body><div id="app"><div id="room" style="padding-top:64px">');
    const { browser, popup, before } = await clean(boxed);
    const room = () => browser.evaluate(() => getComputedStyle(document.querySelector('#room')).paddingTop);
    await until('the room to go', async () => (await room()) === '0px');
    await popup.click('restore');
    await popup.reaches('restored');
    assert.equal(await room(), '64px');
    assertSameText(await browser.evaluate(source), before, 'the restored page');
  });

  it('keeps the padding of a box that begins further down', async () => {
    const boxed = withBars('0;margin:0', bar('top:0;height:48px')).replace('<body>', '<body>Fellmouth<div id="room" style="padding-top:64px">');
    const { browser } = await clean(boxed);
    assert.equal(await browser.evaluate(() => getComputedStyle(document.querySelector('#room')).paddingTop), '64px');
  });

  it('keeps the padding of a box in the one that made the room', async () => {
    const boxed = withBars('0;margin:0', bar('top:0;height:48px')).replace('<body>', '<body><div id="app" style="padding-top:48px"><div id="hero" style="padding-top:48px">');
    const { browser } = await clean(boxed);
    const paddings = () => ['#app', '#hero'].map((box) => getComputedStyle(document.querySelector(box)).paddingTop).join();
    await until('the room to go', async () => (await browser.evaluate(paddings)) === '0px,48px');
    await browser.evaluate((promo) => document.querySelector('article').insertAdjacentHTML('beforeend', promo), promo('late-promo'));
    await hides(browser, 'late-promo');
    await frames(browser);
    assert.equal(await browser.evaluate(paddings), '0px,48px');
  });

  for (const [what, isClone] of [
    ['is drawn anew', false],
    ['is replaced by its clone', true],
  ]) {
    it(`has none where the box that makes the room ${what}`, async () => {
      const boxed = withBars('0;margin:0', bar('top:0;height:48px')).replace('<body>', '<body><form id="room" style="padding-top:64px"><input type="hidden" name="isConnected">');
      const { browser, popup } = await clean(boxed);
      const room = () => browser.evaluate(() => getComputedStyle(document.querySelector('#room')).paddingTop);
      await until('the room to go', async () => (await room()) === '0px');
      await browser.evaluate((isClone) => {
        const old = document.querySelector('#room');
        const drawn = /** @type {HTMLFormElement} */ (isClone ? old.cloneNode(true) : Object.assign(document.createElement('form'), { id: 'room', style: 'padding-top:64px' }));
        if (!isClone) drawn.append(...[...old.childNodes].slice(1));
        old.replaceWith(drawn);
        window.old = old;
      }, isClone);
      await until('the old box to be as it came', () => browser.evaluate(() => !window.old.hasAttribute('data-clean-copy-action')));
      await until('the room of the new box to go', async () => (await room()) === '0px');
      await popup.click('restore');
      await popup.reaches('restored');
      assert.equal(await room(), '64px');
      assert.equal(await browser.evaluate(() => /data-clean-copy/.test(document.documentElement.outerHTML + window.old.outerHTML)), false);
    });
  }

  it('keeps a block that is shown again at its top as it is, and hides it once more', async () => {
    const block = promo('first').replace('>', ' style="margin:0;padding-top:48px">');
    const { browser, popup } = await clean(withBars('0;margin:0', bar('top:0;height:48px')).replace('<body>', `<body>${block}`));
    await hides(browser, 'first');
    const toggle = () => popup.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll('#ledger .row')].find((row) => /outer islands/.test(row.textContent))).click());
    await toggle();
    await until('the block to be seen', () => browser.evaluate(() => document.getElementById('first').checkVisibility()));
    assert.equal(await browser.evaluate(() => getComputedStyle(document.getElementById('first')).paddingTop), '48px');
    await toggle();
    await hides(browser, 'first');
  });

  it('has none where they come one after the other', async () => {
    const { browser } = await clean(withBars('48px 0 120px', bar('top:0;height:48px')));
    await becomes('0px,120px');
    await browser.evaluate((banner) => document.body.insertAdjacentHTML('beforeend', banner), banner);
    await hides(browser, 'banner');
    await frames(browser);
    assert.equal(await browser.evaluate(padding), '0px,0px');
  });

  it('has none where its own script takes them away', async () => {
    const { browser } = await clean(withBars('48px 0 0', bar('top:0;height:48px')));
    await becomes('0px,0px');
    await browser.evaluate((promo) => {
      document.querySelector('.newsletter-bar').remove();
      document.querySelector('article').insertAdjacentHTML('beforeend', promo);
    }, promo('late-promo'));
    await hides(browser, 'late-promo');
    await frames(browser);
    assert.equal(await browser.evaluate(padding), '0px,0px');
  });

  it('has none where another one comes later', async () => {
    const { browser } = await clean(withBars('48px 0 0', bar('top:0;height:48px')));
    await becomes('0px,0px');
    await browser.evaluate((promo) => {
      document.body.insertAdjacentHTML('afterbegin', '<header style="position:fixed;inset:0 0 auto;height:60px">The Fellmouth Courier</header>');
      document.querySelector('article').insertAdjacentHTML('beforeend', promo);
    }, promo('late-promo'));
    await hides(browser, 'late-promo');
    await frames(browser);
    assert.equal(await browser.evaluate(padding), '0px,0px');
  });

  it('has none where one is picked, and has its room again where that is undone', async () => {
    const { browser, server } = world;
    const masthead = '<header id="bar" style="position:fixed;inset:0 0 auto;height:48px">The Fellmouth Courier</header>';
    const picker = await openPicker(browser, server.page(withBars('48px 0 0', masthead)));
    await becomes('48px,0px');
    await picker.choose('#bar');
    await picker.click('#once');
    await picker.reaches('done');
    await becomes('0px,0px');
    await picker.click('#undo');
    await becomes('48px,0px');
  });

  it('has its room again as long as one of them is shown again', async () => {
    const { browser, popup, before } = await clean(withBars('48px 0 120px', bar('top:0;height:48px'), banner));
    await becomes('0px,0px');
    const toggle = () => popup.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll('#ledger .row')].find((row) => /each week/.test(row.textContent))).click());
    await toggle();
    await becomes('48px,0px');
    await toggle();
    await becomes('0px,0px');
    await toggle();
    await becomes('48px,0px');
    await popup.click('restore');
    await popup.reaches('restored');
    assertSameText(await browser.evaluate(source), before, 'the restored page');
  });

  it('has none in a window of another height', async () => {
    const { browser } = await clean(withBars('0 0 132px', banner));
    await becomes('0px,0px');
    const height = await browser.evaluate(() => innerHeight);
    await browser.hands.narrow(await browser.evaluate(() => innerWidth));
    // Firefox is made narrow, and no lower.
    if (browser.key === 'chromium') assert.notEqual(await browser.evaluate(() => innerHeight), height);
    await browser.evaluate((promo) => document.querySelector('article').insertAdjacentHTML('beforeend', promo), promo('late-promo'));
    await hides(browser, 'late-promo');
    await frames(browser);
    assert.equal(await browser.evaluate(padding), '0px,0px');
    await browser.hands.narrow(0);
  });

  it('has room for what stands there in another window', async () => {
    const mast = '<header class="mast">The Fellmouth Courier</header>';
    const narrow = '}@media(max-width:700px){.newsletter-bar{position:static!important}.mast{position:fixed;inset:0 0 auto;height:48px}';
    const { browser } = await clean(withBars(`48px 0 0${narrow}`, mast, bar('top:0;height:48px')));
    await becomes('0px,0px');
    await browser.hands.narrow(600);
    await becomes('48px,0px');
    await browser.hands.narrow(0);
    await becomes('0px,0px');
  });

  for (const [what, padding, ...bars] of [
    ['for a masthead, too', '48px 0 0', bar('top:0;height:24px')],
    ['for a bar below which a masthead stays', '48px 0 0', bar('top:0;height:48px'), '<header style="position:fixed;inset:48px 0 auto;height:60px">The Fellmouth Courier</header>'],
    ['all around the page', '40px', bar('top:0;height:40px')],
  ]) {
    it(`keeps room that is there ${what}`, async () => {
      const { browser } = await clean(withBars(padding, ...bars));
      assert.equal(await browser.evaluate(() => getComputedStyle(document.body).paddingTop), padding.split(' ')[0]);
    });
  }
});
