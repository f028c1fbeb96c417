// The picker on pages that make it hard: by keyboard alone, beside listeners and sheets of the page, before the article.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST, screenFile } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { markCount } from './lib/look.mjs';
import { openOptions } from './lib/options.mjs';
import { openPicker, QUAY_PAGE, waitForPicker } from './lib/picker.mjs';
import { STRICT_HEADERS } from './lib/server.mjs';
import { until } from './lib/until.mjs';
import { word } from './lib/words.mjs';

const isUnseen = (id) => !document.getElementById(id).checkVisibility();
const seenIds = () => [...document.querySelectorAll('[id]')].filter((e) => e.checkVisibility()).map((e) => e.id);

inBothBrowsers('the picker on awkward pages', {}, (world) => {
  const page = (body, options) => world.server.page(body, { host: NEWS_HOST, ...options });

  it('is used with the keyboard alone', async () => {
    const { browser } = world;
    const picker = await openPicker(browser, page(QUAY_PAGE));
    await until('the focus to be in the panel', async () => (await picker.focused()) === 'panel');
    await picker.pointAt('#word');
    await until('the block', async () => /upper quay/.test(await picker.text('block')));
    await browser.press('ArrowLeft');
    await until('the block before it', async () => /lower quay/.test(await picker.text('block')));
    await browser.evaluate(() => (document.getElementById('here').dir = 'rtl'));
    await browser.press('ArrowLeft');
    await until('the block to its left, where lines begin at the right', async () => /upper quay/.test(await picker.text('block')));
    await browser.press('ArrowRight');
    await until('the first one again', async () => /lower quay/.test(await picker.text('block')));
    await browser.press('ArrowUp');
    await until('the block around it', async () => /in the frame|lower quay.*upper quay/.test(await picker.text('block')));
    await browser.press('ArrowDown');
    await until('the block inside again', async () => !/upper/.test(await picker.text('block')));
    await browser.press('Enter');
    await picker.reaches('choose');
    await picker.settled();
    const areThere = (...ids) => ids.every((id) => document.getElementById(id).checkVisibility());
    assert.ok(await picker.evaluate(areThere, 'block', 'count', 'warning'), 'screen readers hear of regions that are there before their words');
    await until('the focus on the button that saves', async () => (await picker.focused()) === 'save');
    await browser.press('Tab');
    assert.equal(await picker.focused(), 'once');
    await browser.press('Enter');
    await picker.reaches('done');
    assert.equal(await browser.evaluate(isUnseen, 'q1'), true);
    assert.equal(await picker.focused(), 'undo');
    await browser.press('Enter');
    await until('the block to be back', async () => !(await browser.evaluate(isUnseen, 'q1')));
    await until('the focus on the last button', async () => (await picker.focused()) === 'done');
    await browser.press('Escape');
    await picker.closed();
  });

  it('keeps the focus inside, and gives it back', async () => {
    const { browser } = world;
    await browser.open(page(articleAround({ parsed: '<button id="own">own</button>' })));
    await browser.evaluate(() => document.getElementById('own').focus());
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await popup.click('pick');
    const picker = await waitForPicker(browser);
    const seen = new Set();
    for (let at = 0; at < 8; at++) {
      await browser.press(at < 4 ? 'Tab' : 'Shift+Tab');
      seen.add(await picker.focused());
    }
    assert.deepEqual([...seen].sort(), ['cancel', 'narrower', 'wider']);
    await browser.press('Escape');
    await picker.closed();
    assert.equal(await browser.evaluate(() => document.activeElement.id), 'own');
  });

  it('takes a form whose fields are called like what it asks', async () => {
    const { browser } = world;
    const names = ['children', 'closest', 'contains', 'parentElement', 'nextElementSibling', 'getBoundingClientRect', 'getAttribute', 'innerText', 'localName', 'textContent'];
    const fields = names.map((name) => `<input name="${name}">`).join('');
    const picker = await openPicker(browser, page(articleAround({ parsed: `<form id="q"><p>Rooms at the quay, with breakfast.</p>${fields}</form>` })));
    await picker.pointAt('#q p');
    await browser.press('ArrowUp');
    await until('the form', async () => /^form/.test(await picker.text('block')));
    await browser.press('ArrowDown');
    await until('what is in it', async () => /^p\b/.test(await picker.text('block')));
    await browser.press('ArrowUp');
    await browser.press('Enter');
    await picker.reaches('choose');
    await picker.settled();
    await picker.click('#once');
    await picker.reaches('done');
    assert.equal(await browser.evaluate(isUnseen, 'q'), true);
  });

  it('never takes the page itself, and takes a frame at its element', async () => {
    const { browser } = world;
    const picker = await openPicker(browser, page(QUAY_PAGE));
    await picker.pointAt('#frame');
    await until('the frame to be named', async () => /^iframe/.test(await picker.text('block')));
    for (let at = 0; at < 9; at++) await browser.press('ArrowUp');
    assert.match(await picker.text('block'), /^main/);
  });

  it('leaves the corner where the page keeps a button in view, so that it can be pointed at', async () => {
    const { browser } = world;
    const corner = (side) => `<button id="bell" style="position:fixed;bottom:30px;${side}:30px;width:48px;height:48px">Bell</button>`;
    for (const side of ['right', 'left']) {
      const picker = await openPicker(browser, page(articleAround({ parsed: corner(side) })));
      assert.equal(await browser.evaluate(isUnseen, 'bell'), false);
      await picker.pointAt('#bell');
      await until(`the button on the ${side} to be named`, async () => /^button Bell/.test(await picker.text('block')));
      // It stays there while the rule is looked at, which is when another block is pressed.
      await picker.choose('#p1');
      await picker.choose('#bell');
      assert.match(await picker.text('block'), /^button Bell/);
      await browser.press('Escape');
      await picker.closed();
    }
  });

  const kept = (at, inset, size) => `<div style="position:${at};inset:${inset};${size};background:#ddd"></div>`;
  const PLACES = {
    'what scrolls': kept('absolute', 'auto 30px 30px auto', 'width:48px;height:48px'),
    'a bar that sticks out from under it': kept('fixed', 'auto 0 0 auto', 'width:50vw;height:60px'),
    'a button that is not to be seen yet': kept('fixed', 'auto 30px 30px auto', 'width:48px;height:48px;visibility:hidden'),
    'a button in each corner': kept('fixed', 'auto 30px 30px auto', 'width:48px;height:48px') + kept('fixed', 'auto auto 30px 30px', 'width:48px;height:48px'),
  };
  for (const [what, parsed] of Object.entries(PLACES)) {
    it(`stays in its corner over ${what}`, async () => {
      const picker = await openPicker(world.browser, page(articleAround({ parsed })));
      assert.ok(await picker.evaluate(() => innerWidth - document.getElementById('panel').getBoundingClientRect().right < 20));
      await world.browser.press('Escape');
      await picker.closed();
    });
  }

  it('lets no event through to the page, and nothing of the page in', async () => {
    const { browser } = world;
    const script = `window.heard = [];
      const kinds = ['click', 'mousedown', 'mouseup', 'mousemove', 'pointerdown', 'pointermove', 'pointerup', 'keydown', 'keyup', 'wheel', 'contextmenu'];
      for (const kind of kinds) window.addEventListener(kind, (event) => window.heard.push(kind), true);
      document.getElementById('q').onclick = () => { window.heard.push('own'); };`;
    const head = '<style>* { display: block !important; color: red !important; opacity: 0.3 !important } clean-copy-picker, iframe { display: none !important; width: 0 !important }</style>';
    const picker = await openPicker(browser, page(articleAround({ head, parsed: '<p id="q">Quay notice: open.</p>', script })));
    const frames = await browser.evaluate(() => window.length);
    assert.equal(frames, 0, 'the page counts no frame of ours');
    await browser.evaluate(() => (window.heard.length = 0));
    await picker.choose('#q');
    await browser.press('ArrowUp');
    await browser.press('ArrowDown');
    await picker.settled();
    await picker.click('#once');
    await picker.reaches('done');
    assert.deepEqual(await browser.evaluate(() => window.heard), []);
    const host = await browser.evaluate(() => {
      const host = document.querySelector('clean-copy-picker');
      return { shadow: host.shadowRoot, children: host.childNodes.length, frames: window.length };
    });
    assert.deepEqual(host, { shadow: null, children: 0, frames: 0 });
    const colour = await picker.evaluate(() => getComputedStyle(document.getElementById('panel')).color);
    assert.notEqual(colour, 'rgb(255, 0, 0)');
  });

  it('warns before a rule hides the article, and saves it only when told twice', async () => {
    const { browser } = world;
    const picker = await openPicker(browser, page(QUAY_PAGE));
    await picker.choose('#p1');
    await browser.press('ArrowUp');
    await until('the warning', async () => (await picker.text('warning')) === word(browser, 'pickHeld'));
    const save = () => picker.evaluate(() => /** @type {HTMLButtonElement} */ (document.getElementById('save')).disabled);
    assert.equal(await save(), true);
    await browser.screenshot(await screenFile(browser, 'picker-held'));
    await picker.click('#sure');
    await until('the button to be ready', async () => !(await save()));
    await browser.press('Escape');
    await picker.closed();
    assert.deepEqual(await browser.evaluate(seenIds).then((ids) => ids.includes('p1')), true);
    await openOptions(browser);
    assert.deepEqual(await browser.evaluate(() => chrome.storage.local.get('held')), {}, 'what was tried and not saved is written nowhere');
  });

  it('works under a strict policy with Trusted Types', async () => {
    const { browser } = world;
    const picker = await openPicker(browser, page(QUAY_PAGE, { headers: STRICT_HEADERS }));
    await picker.choose('#q1');
    await picker.click('#once');
    await picker.reaches('done');
    assert.equal(await browser.evaluate(isUnseen, 'q1'), true);
  });

  it('works in front of a modal dialog of the page', async () => {
    const { browser } = world;
    const script = 'document.getElementById("wall").showModal();';
    const parsed = '<dialog id="wall"><p id="offer">Our quay needs you.</p><p>Please give.</p></dialog>';
    await browser.open(page(articleAround({ parsed, script })));
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    if ((await browser.evaluate(markCount)) > 0) {
      await popup.click('restore');
      await popup.reaches('restored');
    }
    await popup.click('pick');
    const picker = await waitForPicker(browser);
    await picker.choose('#offer');
    await picker.click('#once');
    await picker.reaches('done');
    assert.equal(await browser.evaluate(isUnseen, 'offer'), true);
  });

  for (const scheme of ['light', 'dark']) {
    it(`has the popup's looks in ${scheme}`, async () => {
      const { browser } = world;
      await browser.prefer({ scheme });
      const popup = await cleanByButton(browser, page(QUAY_PAGE));
      const look = (panel, primary) => {
        const of = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
        return [of(panel, 'color'), of(primary, 'backgroundColor'), of(primary, 'color'), of(primary, 'borderRadius'), of(panel, 'fontFamily'), of('h1', 'fontSize')];
      };
      const expected = await popup.evaluate(look, 'body', '.primary');
      await popup.screenshot(await screenFile(browser, `popup-beside-picker-${scheme}`));
      await popup.click('pick');
      const picker = await waitForPicker(browser);
      await picker.choose('#q1');
      assert.deepEqual(await picker.evaluate(look, '#panel', '#save'), expected);
      await browser.screenshot(await screenFile(browser, `picker-${scheme}`));
      await browser.press('Escape');
      await browser.prefer({ scheme: 'light' });
    });
  }
});
