// Frames: one that lies over the page goes as a whole, whatever site it is from; none is loaded again.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST, OTHER_HOST } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { addMarkup, consent, frames, hides, isSeen, isUnseen, shows } from './lib/living.mjs';
import { waitForPicker } from './lib/picker.mjs';
import { patternOf, switchOn } from './lib/sites.mjs';
import { until } from './lib/until.mjs';
import { word } from './lib/words.mjs';

const WALL = 'position:fixed;inset:0;width:100%;height:100%;border:0;z-index:99';
const COUNT = "window.loads = 0; document.addEventListener('load', ({ target }) => target.localName === 'iframe' && window.loads++, true);";

inBothBrowsers('frames', {}, (world) => {
  const dialog = (host) => world.server.page(`<!doctype html><html lang="en"><body>${consent('inner')}</body></html>`, { host });
  const article = (parsed = '') => {
    const page = articleAround({ parsed: `<div style="height:2000px"></div>${parsed}`, head: `<script>${COUNT}</script>` });
    return world.server.page(page, { host: NEWS_HOST });
  };
  const loaded = (count) => until(`${count} loads`, () => world.browser.evaluate((count) => window.loads === count, count));

  for (const [what, host] of [['the same site', NEWS_HOST], ['another site', OTHER_HOST]]) {
    it(`with a consent dialog of ${what} go with it, at once and later`, async () => {
      const { browser } = world;
      const frame = (id) => `<iframe id="${id}" src="${dialog(host)}" title="Privacy" style="${WALL}"></iframe>`;
      await browser.open(article());
      await browser.evaluate(addMarkup, 'body', frame('early'));
      await loaded(1);
      await browser.evaluate(() => (document.body.style.overflow = 'hidden'));
      await browser.pressButton();
      const popup = await browser.popup();
      await popup.reaches('cleaned');
      assert.ok(await browser.evaluate(isUnseen, 'early'));
      await browser.evaluate(addMarkup, 'body', frame('late'));
      await hides(browser, 'late');
      assert.ok(await browser.evaluate(() => getComputedStyle(document.body).overflowY !== 'hidden'), 'the page scrolls');
      await popup.click('restore');
      await popup.reaches('restored');
      assert.ok(await browser.evaluate(isSeen, 'late'));
      await loaded(2);
    });
  }

  it('in the article stay, and are not loaded again', async () => {
    const { browser } = world;
    const popup = await cleanByButton(browser, article(`<figure><iframe id="map" src="${dialog(OTHER_HOST)}" width="600" height="300" title="The harbour"></iframe><figcaption>The harbour in March</figcaption></figure>`));
    await loaded(1);
    assert.ok(await browser.evaluate(isSeen, 'map'));
    await popup.click('restore');
    await popup.reaches('restored');
    await loaded(1);
  });
});

/** A page that lays a frame over itself, in which the article stands. */
const around = (src, size = 'width:100%;height:90vh') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reader</title></head><body style="margin:0"><p>The Fellmouth reader</p>
<iframe id="inner" src="${src}" style="border:0;${size}"></iframe></body></html>`;

/** The ids of what is hidden in a frame of the page's own site; the article's clutter is c1 to c4. */
const hiddenInside = () => {
  const { contentDocument } = /** @type {HTMLIFrameElement} */ (document.querySelector('#inner'));
  return Array.from(contentDocument?.querySelectorAll('[id]') ?? [], (element) => !element.checkVisibility() && element.id).filter(Boolean);
};
const CLUTTER = ['c1', 'c2', 'c3', 'c4'];

inBothBrowsers('a page in a frame', { display: true }, (world) => {
  const frame = () => world.server.page(articleAround({}), { host: NEWS_HOST });
  const page = (size) => world.server.page(around(frame(), size), { host: NEWS_HOST });

  it('is cleaned, told, copied and restored as a page of its own', async () => {
    const { browser } = world;
    const popup = await cleanByButton(browser, page());
    assert.deepEqual(await browser.evaluate(hiddenInside), CLUTTER);
    const [row] = await popup.evaluate(() => Array.from(document.querySelectorAll('[data-reason=promo] .row'), (row) => row.getAttribute('data-index')));
    await popup.evaluate(() => document.querySelectorAll('details[data-reason]').forEach((group) => group.setAttribute('open', '')));
    await popup.clickSelector(`.row[data-index="${row}"]`);
    await until('the promo to be back', async () => !(await browser.evaluate(hiddenInside)).includes('c2'));
    await popup.click('copy-text');
    await until('the popup to say so', async () => (await popup.text()).includes(word(browser, 'copied')));
    const { plain } = await until('the article on the clipboard', async () => {
      const clipboard = await browser.readClipboard();
      return clipboard.plain?.includes('Councillor Ida Brandt') && clipboard;
    });
    assert.ok(!plain.includes('Sign up for our newsletter'), plain);
    await browser.pressButton();
    const again = await browser.popup();
    await again.reaches('cleaned');
    await again.click('restore');
    await again.reaches('restored');
    assert.deepEqual(await browser.evaluate(hiddenInside), []);
  });

  it('is cleaned, restored and copied by keys', async () => {
    const { browser } = world;
    await browser.open(page());
    await browser.command('clean');
    await until('the frame to be clean', async () => (await browser.evaluate(hiddenInside)).length === 4);
    await browser.command('copy-markdown');
    await until('the article on the clipboard', async () => (await browser.readClipboard()).plain?.includes('# Fellmouth keeps its light'));
    await browser.command('clean');
    await until('the frame to be restored', async () => (await browser.evaluate(hiddenInside)).length === 0);
  });

  it('is cleaned by its menu', async () => {
    const { browser } = world;
    // What Chromium's menus say nobody is told, and where an entry of a frame's stands.
    if (browser.key !== 'firefox') return;
    await browser.open(page());
    await browser.contextMenu(word(browser, 'menuClean'), 1, () => {
      const { left, top, width, height } = document.querySelector('iframe').getBoundingClientRect();
      return { x: Math.round(left + width - 40), y: Math.round(top + height - 40) };
    });
    await until('the frame to be clean', async () => (await browser.evaluate(hiddenInside)).length === 4);
  });

  it('is one ledger, one count and one Restore with what the page around it hides', async () => {
    const { browser } = world;
    const banner = around(frame()).replace('<p>', `${consent('banner')}<p>`);
    const address = world.server.page(banner, { host: NEWS_HOST });
    const popup = await cleanByButton(browser, address);
    const isClean = async (is) => (await browser.evaluate(isUnseen, 'banner')) === is && ((await browser.evaluate(hiddenInside)).length === 4) === is;
    assert.ok(await isClean(true));
    const badge = (text) => until(`the badge “${text}”`, async () => (await browser.buttonState()).badge === text);
    await badge('5');
    assert.match(await popup.text('status'), /5/);
    await popup.evaluate(() => document.querySelectorAll('details[data-reason]').forEach((group) => group.setAttribute('open', '')));
    await popup.evaluate(() => document.querySelector('[data-reason=consent] .row').dispatchEvent(new Event('focus')));
    const isPlaced = () => browser.evaluate(() => document.querySelector('clean-copy-place') !== null);
    await until('the banner’s place', isPlaced);
    await popup.evaluate(() => document.querySelector('[data-reason=promo] .row').dispatchEvent(new Event('focus')));
    await until('the place of another row', async () => !(await isPlaced()));
    await popup.clickSelector('[data-reason=consent] .row');
    await shows(browser, 'banner');
    await badge('4');
    await popup.clickSelector('[data-reason=consent] .row');
    await hides(browser, 'banner');
    await popup.click('restore');
    await popup.reaches('restored');
    assert.ok(await isClean(false));
    await badge('');
    await popup.click('clean');
    await popup.reaches('cleaned');
    assert.ok(await isClean(true));
    await popup.close();
    for (const is of [false, true, false]) {
      await browser.command('clean');
      await until(`both to be ${is ? 'clean' : 'restored'}`, () => isClean(is));
    }
  });

  it('that holds no article but a banner is in the ledger, and given back by Restore', async () => {
    const { browser } = world;
    const banner = world.server.page(`<!doctype html><html lang="en"><body><p>Loading</p>${consent('inside')}</body></html>`, { host: NEWS_HOST });
    const popup = await cleanByButton(browser, world.server.page(around(banner), { host: NEWS_HOST }), 'not-an-article', 'nothing');
    assert.deepEqual(await browser.evaluate(hiddenInside), ['inside']);
    assert.deepEqual(await popup.evaluate(() => Array.from(document.querySelectorAll('details[data-reason]'), (group) => group.getAttribute('data-reason'))), ['consent']);
    await popup.click('restore');
    await popup.reaches('restored');
    assert.deepEqual(await browser.evaluate(hiddenInside), []);
    await popup.close();

    const both = around(banner, 'width:100%;height:80vh').replace('</body>', `<iframe title="" src="${frame()}" style="border:0;width:100%;height:60vh"></iframe></body>`);
    const other = await cleanByButton(browser, world.server.page(both, { host: NEWS_HOST }));
    assert.deepEqual(await browser.evaluate(hiddenInside), [], 'what the ledger does not tell of is seen');
    await until('a badge that counts what the ledger does', async () => (await browser.buttonState()).badge === String(CLUTTER.length));
    await other.close();
  });

  it('that is no more than a part of the page is left alone', async () => {
    const { browser } = world;
    const popup = await cleanByButton(browser, page('width:300px;height:200px'), 'not-an-article', 'nothing');
    assert.deepEqual(await browser.evaluate(hiddenInside), []);
    await popup.close();
  });

  it('arrives clean where the site always is, also the next one in the frame', async () => {
    const { browser } = world;
    await switchOn(browser, [NEWS_HOST]);
    await browser.open(page());
    await until('the frame to be clean', async () => (await browser.evaluate(hiddenInside)).length === 4);
    const next = world.server.page(articleAround({ parsed: '<p id="next" hidden></p>' }), { host: NEWS_HOST });
    await browser.evaluate((src) => document.getElementById('inner').setAttribute('src', src), next);
    await until('the next one to be clean', async () => (await browser.evaluate(hiddenInside)).join() === [...CLUTTER.slice(0, 2), 'next', ...CLUTTER.slice(2)].join());
  });

  it('ends no picking in the page around it when it comes', async () => {
    const { browser } = world;
    // Only such a site's frames tell of themselves.
    await switchOn(browser, [NEWS_HOST]);
    const popup = await cleanByButton(browser, world.server.page(articleAround({}), { host: NEWS_HOST }));
    await popup.click('pick');
    const picker = await waitForPicker(browser);
    await browser.evaluate(addMarkup, 'body', `<iframe id="inner" src="${frame()}" style="width:100%;height:100vh"></iframe>`);
    await until('the frame to be there', () => browser.evaluate(() => /** @type {any} */ (document.getElementById('inner')).contentDocument?.readyState === 'complete' && window.frames[0].location.href !== 'about:blank'));
    await frames(browser, 40);
    assert.ok(await picker.isOpen());
  });

  it('is taken back by the key where it was cleaned by itself, and the page around it stays as it is', async () => {
    const { browser } = world;
    const banner = around(frame()).replace('<p>', `${consent('banner')}<p>`);
    await browser.open(world.server.page(banner, { host: NEWS_HOST }));
    await until('the frame to be clean', async () => (await browser.evaluate(hiddenInside)).length === 4);
    await browser.command('clean');
    await until('the frame to be restored', async () => (await browser.evaluate(hiddenInside)).length === 0);
    assert.equal(await browser.evaluate(isUnseen, 'banner'), false);
    await browser.command('clean');
    await until('both to be clean', async () => (await browser.evaluate(hiddenInside)).length === 4 && browser.evaluate(isUnseen, 'banner'));
  });

  it('is left alone by itself in a page with words of its own, as a mail is', async () => {
    const { browser } = world;
    const rows = Array.from({ length: 30 }, (_, at) => `<button type="button">Ida Brandt, minutes ${at}</button>`).join('');
    const mail = around(frame()).replace('<p>', `<div style="height:5vh;overflow:auto">${rows}</div><p>`);
    const address = world.server.page(mail, { host: NEWS_HOST });
    await browser.open(address);
    await frames(browser, 40);
    assert.deepEqual(await browser.evaluate(hiddenInside), []);
    await cleanByButton(browser, address, 'nothing', 'not-an-article', 'cleaned');
    assert.ok(await browser.evaluate(isSeen, 'inner'), 'by hand it stays: it is what the page is about');
  });

  it('of another site is cleaned where both sites may be read', async () => {
    const { browser } = world;
    await switchOn(browser, [OTHER_HOST]);
    const other = world.server.page(articleAround({}), { host: OTHER_HOST });
    const popup = await cleanByButton(browser, world.server.page(around(other), { host: NEWS_HOST }));
    assert.equal(await popup.evaluate(() => document.querySelectorAll('#ledger .row').length), CLUTTER.length);
    await popup.evaluate(() => document.querySelectorAll('details[data-reason]').forEach((group) => group.setAttribute('open', '')));
    await popup.clickSelector('[data-reason=promo] .keep');
    await until('the pin to be set', () => popup.evaluate(() => document.querySelector('[data-reason=promo] .keep[data-set=true]') !== null));
    const { 'rules:0': rules } = await popup.evaluate(() => chrome.storage.sync.get());
    assert.match(rules, new RegExp(`^${OTHER_HOST}#@#`), 'rules go by the site that the block is on');
    await popup.clickSelector('label[for=strength-focus]');
    const site = `site:${patternOf(OTHER_HOST)}`;
    await until('the strength to be that site’s', () => popup.evaluate(async (site) => /** @type {any} */ (await chrome.storage.sync.get(site))[site]?.strength === 'focus', site));
  });

  it('is restored, and not loaded again, when its site is turned off', async () => {
    const { browser } = world;
    await browser.open(page());
    await until('the frame to be clean', async () => (await browser.evaluate(hiddenInside)).length === CLUTTER.length);
    await browser.evaluate(() => Object.assign(window.frames[0], { notReloaded: true }));
    await browser.permit(patternOf(NEWS_HOST), false);
    await until('the frame to be restored', async () => (await browser.evaluate(hiddenInside)).length === 0);
    assert.ok(await browser.evaluate(() => 'notReloaded' in window.frames[0]));
  });
});
