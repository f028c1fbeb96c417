// The picker: point at a block, see what a rule would hide, hide it once or for the site, and take it back.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST, screenFile } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { addMarkup, frames, hides, promo, prose } from './lib/living.mjs';
import { assertSameText, hiddenBlocks, source } from './lib/look.mjs';
import { openOptions, store, stored } from './lib/options.mjs';
import { openPicker, QUAY_PAGE, waitForPicker } from './lib/picker.mjs';
import { until } from './lib/until.mjs';
import { word } from './lib/words.mjs';

const isUnseen = (id) => !document.getElementById(id).checkVisibility();

inBothBrowsers('the picker', { display: true }, (world) => {
  const page = (options) => world.server.page(QUAY_PAGE, { host: NEWS_HOST, ...options });

  it('opens from the popup, the context menu and a key', async () => {
    const { browser } = world;
    await openPicker(browser, page());
    await browser.open(page());
    await browser.contextMenu(word(browser, 'menuPick'), 4);
    await waitForPicker(browser);
    await browser.open(page());
    await browser.assignKeys('pick', 'Ctrl+Shift+6');
    await browser.command('pick');
    const picker = await waitForPicker(browser);
    await browser.press('Escape');
    await picker.closed();
  });

  it('begins with the block that the menu was opened on, in Chromium where scripts of ours are', async () => {
    const { browser } = world;
    if (browser.key === 'chromium') await (await cleanByButton(browser, page())).close();
    else await browser.open(page());
    await browser.evaluate(() => {
      const block = document.getElementById('q2');
      block.style.height = '400px';
      document.body.style.paddingBottom = '2000px';
      block.scrollIntoView({ behavior: 'instant' });
    });
    await browser.contextMenu(word(browser, 'menuPick'), 4);
    const picker = await waitForPicker(browser, 'choose');
    assert.match(await picker.text('block'), /upper quay/);
    await picker.click('#once');
    await picker.reaches('done');
    assert.deepEqual([await browser.evaluate(isUnseen, 'q1'), await browser.evaluate(isUnseen, 'q2')], [false, true]);
  });

  it('leaves the corner where the page keeps a button in view, opened on a block too', async () => {
    const { browser, server } = world;
    const bell = '<button style="position:fixed;bottom:30px;right:30px;width:48px;height:48px">Bell</button>';
    const url = server.page(articleAround({ parsed: `<div id="q2" style="height:400px">Quay notice</div>${bell}<p style="height:2000px"></p>` }), { host: NEWS_HOST });
    if (browser.key === 'chromium') await (await cleanByButton(browser, url)).close();
    else await browser.open(url);
    await browser.evaluate(() => document.getElementById('q2').scrollIntoView({ behavior: 'instant' }));
    await browser.contextMenu(word(browser, 'menuPick'), 4);
    const picker = await waitForPicker(browser, 'choose');
    assert.match(await picker.text('block'), /Quay notice/);
    assert.ok(await picker.evaluate(() => document.getElementById('panel').getBoundingClientRect().left < 20));
    await browser.press('Escape');
    await picker.closed();
  });

  it('stays in the corner that it made way to where both have such a button by then', async () => {
    const { browser, server } = world;
    const button = (/** @type {string} */ side) => `<button style="position:fixed;bottom:30px;${side}:30px;width:48px;height:48px">Bell</button>`;
    const parsed = `<div id="q2" style="height:400px">Quay notice</div>${button('right')}<p style="height:2000px"></p>`;
    const picker = await openPicker(browser, server.page(articleAround({ parsed }), { host: NEWS_HOST }));
    const isAway = () => picker.evaluate(() => document.getElementById('panel').getBoundingClientRect().left < 20);
    assert.ok(await isAway());
    await browser.evaluate(addMarkup, 'body', button('left'));
    await browser.press('Enter');
    await picker.reaches('choose');
    assert.ok(await isAway());
    await browser.press('Escape');
    await picker.closed();
  });

  it('outlines the block under the mouse and names it', async () => {
    const { browser } = world;
    const picker = await openPicker(browser, page());
    await picker.pointAt('#word');
    await until('the panel to name the block', async () => /upper quay/.test(await picker.text('block')));
    const corner = (selector) => {
      const { left, top } = document.querySelector(selector).getBoundingClientRect();
      return { left, top };
    };
    const block = await browser.evaluate(corner, '#q2');
    await until('the outline to lie around the block, not around its word in bold', async () => {
      const frame = await picker.evaluate(corner, '.frame');
      return Math.abs(frame.left - block.left) < 6 && Math.abs(frame.top - block.top) < 6;
    });
    await browser.screenshot(await screenFile(browser, 'picker-point'));
  });

  it('hides once, and Undo gives the page back as it was', async () => {
    const { browser } = world;
    const popup = await cleanByButton(browser, page());
    const clean = await browser.evaluate(source);
    await popup.click('pick');
    const picker = await waitForPicker(browser);
    await picker.choose('#q1');
    await browser.screenshot(await screenFile(browser, 'picker-choose'));
    await picker.click('#once');
    await picker.reaches('done');
    assert.equal(await browser.evaluate(isUnseen, 'q1'), true);
    assert.equal(await browser.evaluate(isUnseen, 'q2'), false, 'only the one that was picked');
    await browser.screenshot(await screenFile(browser, 'picker-done'));
    await picker.click('#undo');
    await until('the answer', async () => (await picker.text('block')) === word(browser, 'pickUndone'));
    assert.equal(await browser.evaluate(isUnseen, 'q1'), false);
    await picker.click('#done');
    await picker.closed();
    assertSameText(await browser.evaluate(source), clean, 'the page is as it was before');
  });

  it('keeps hidden what the page takes out and puts back later', async () => {
    const { browser } = world;
    const picker = await openPicker(browser, page());
    await picker.choose('#q1');
    await picker.click('#once');
    await picker.reaches('done');
    await browser.evaluate(() => (window.taken = document.getElementById('q1')).remove());
    await browser.evaluate(addMarkup, 'article', promo('late-promo'));
    await hides(browser, 'late-promo');
    await browser.evaluate(() => document.getElementById('q2').remove());
    await frames(browser);
    await browser.evaluate(() => document.getElementById('here').append(window.taken));
    await frames(browser, 40);
    assert.equal(await browser.evaluate(isUnseen, 'q1'), true);
  });

  it('gives back by Restore what was hidden once, and keeps it hidden through a clean', async () => {
    const { browser } = world;
    await browser.open(page());
    const before = await browser.evaluate(source);
    await browser.contextMenu(word(browser, 'menuPick'), 4);
    const picker = await waitForPicker(browser);
    await picker.choose('#q1');
    await picker.click('#once');
    await picker.reaches('done');
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    assert.equal(await picker.isOpen(), false, 'what is asked for elsewhere ends the picking');
    assert.equal(await browser.evaluate(isUnseen, 'q1'), true);
    assert.equal(await browser.evaluate(isUnseen, 'c2'), true, 'the clean hides the rest');
    const reasons = await popup.evaluate(() => Array.from(document.querySelectorAll('details[data-reason]'), (group) => group.getAttribute('data-reason')));
    assert.ok(reasons.includes('by-hand'), `the ledger tells of it: ${reasons}`);
    await popup.click('restore');
    await popup.reaches('restored');
    assertSameText(await browser.evaluate(source), before, 'the page is what it was');
    await popup.click('clean');
    await popup.reaches('cleaned');
    assert.deepEqual([await browser.evaluate(isUnseen, 'q1'), await browser.evaluate(isUnseen, 'c2')], [false, true], 'the pick is forgotten');
  });

  it('has nothing cleaned that arrives on a page on which something was only picked', async () => {
    const { browser } = world;
    await browser.open(page());
    await browser.contextMenu(word(browser, 'menuPick'), 4);
    const picker = await waitForPicker(browser);
    await picker.choose('#q1');
    await picker.click('#once');
    await picker.reaches('done');
    await browser.evaluate(addMarkup, 'article', prose('late').repeat(4) + promo('late-promo'));
    await frames(browser, 40);
    assert.deepEqual(await browser.evaluate(hiddenBlocks), ['by-hand <div> Quay notice The lower quay is closed on Sundays.']);
  });

  it('saves a rule that hides every match here, and again on the next visit', async () => {
    const { browser } = world;
    const picker = await openPicker(browser, page());
    await picker.choose('#q1');
    const choices = await picker.evaluate(() => Array.from(document.querySelectorAll('#choices code'), (code) => code.textContent));
    const both = choices.indexOf('.quay-notice');
    assert.ok(both >= 0, `the class is among the choices: ${choices}`);
    await picker.click(`#choices input[value="${both}"]`);
    await picker.settled();
    assert.equal(await picker.text('rule'), `${NEWS_HOST}##.quay-notice`);
    assert.match(await picker.text('count'), /2/);
    assert.equal(await picker.evaluate(() => document.querySelectorAll('.frame').length), 2, 'both are outlined');
    await picker.click('#save');
    await picker.reaches('done');
    assert.equal(await browser.evaluate(isUnseen, 'q1'), true);
    assert.equal(await browser.evaluate(isUnseen, 'q2'), true);

    const popup = await cleanByButton(browser, page());
    const reason = (id) => document.getElementById(id).getAttribute('data-clean-copy');
    assert.deepEqual([await browser.evaluate(reason, 'q1'), await browser.evaluate(reason, 'q2')], ['your-rule', 'your-rule']);
    await popup.close();
  });

  it('takes a saved rule back with Undo', async () => {
    const { browser } = world;
    await browser.open(page());
    await browser.contextMenu(word(browser, 'menuPick'), 4);
    const picker = await waitForPicker(browser);
    await picker.choose('#p1');
    await picker.click('#sure');
    await picker.click('#save');
    await picker.reaches('done');
    assert.equal(await browser.evaluate(isUnseen, 'p1'), true);
    await picker.click('#undo');
    await until('the block to be back', async () => !(await browser.evaluate(isUnseen, 'p1')));
    await cleanByButton(browser, page());
    assert.equal(await browser.evaluate(isUnseen, 'p1'), false, 'no rule is left');
  });

  it('takes back with Undo what it added, and no rule or word that stood there before', async () => {
    const { browser } = world;
    const rule = `${NEWS_HOST}##.quay-notice`;
    await openOptions(browser);
    await store(browser, { version: 2, 'rules:0': `${rule}\n${NEWS_HOST}###p1\n` });
    await browser.open(page());
    await browser.contextMenu(word(browser, 'menuPick'), 4);
    const picker = await waitForPicker(browser);
    await picker.choose('#q1');
    const choices = await picker.evaluate(() => Array.from(document.querySelectorAll('#choices code'), (code) => code.textContent));
    await picker.click(`#choices input[value="${choices.indexOf('.quay-notice')}"]`);
    await until('the rule', async () => (await picker.text('rule')) === rule);
    await picker.settled();
    await picker.click('#save');
    await picker.reaches('done');
    await picker.click('#undo');
    await until('the answer', async () => (await picker.text('block')) === word(browser, 'state_restored'));
    await picker.click('#another');
    await picker.choose('#p1');
    await picker.click('#sure');
    await picker.click('#save');
    await picker.reaches('done');
    await picker.click('#undo');
    await until('the block to be back', async () => !(await browser.evaluate(isUnseen, 'p1')));
    await openOptions(browser);
    assert.deepEqual(await stored(browser), { version: 2, 'rules:0': `${rule}\n${NEWS_HOST}###p1\n`, confirmed: [] });
  });
});
