// A page that was cleaned can be read: nothing covers it, it scrolls, and its article keeps its width, its place and its ground.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';

import { inBothBrowsers } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { consent, frames, hides, promo, shows } from './lib/living.mjs';
import { assertSameText, source } from './lib/look.mjs';
import { until } from './lib/until.mjs';

/** A page that covers itself, also with a bar that is told by nothing but its place, and keeps itself from scrolling. */
const covered = (style) =>
  articleAround({
    head: `<style>${style} .k1{position:fixed;inset:auto 0 0;height:90px;background:#333}</style>`,
    parsed: '<div style="height:3000px"></div>',
    script: `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(`<div class="k1" id="k2"><i></i></div>${consent('banner').replace('height:240px', 'height:120px')}`)});`,
  });

/** Closes the popup and scrolls by the keyboard: scripts scroll what is locked, too. */
async function scrolls(browser, popup) {
  await popup.close();
  await browser.evaluate(() => scrollTo(0, 0));
  await browser.click('h1');
  await browser.press('Space');
  await until('the page to scroll', () => browser.evaluate(() => scrollY > 0));
}

/** Presses the button on a page that is open. */
async function press(browser) {
  await browser.pressButton();
  const popup = await browser.popup();
  await popup.reaches('cleaned');
  return popup;
}

/** A list of links beside an article, one of which begins as the article does: the sheet says where. */
const RAIL = '<aside class="related-stories" id="rail" style="flex:0 0 300px;padding:16px;border:2px solid"><h3>Related stories</h3><ul><li><a href="/a">Ferry timetable changes in May</a></li><li style="visibility:visible"><a href="/b">School roof repaired at last</a><p>Councillor Ida Brandt said that the light …</p></li></ul></aside>';
const railed = (style, place) => articleAround({ head: `<style>html{overflow-y:scroll} ${style}</style>`, script: `document.querySelector('main').insertAdjacentHTML('${place}', ${JSON.stringify(RAIL)});` });
const ROW = 'main{display:flex;gap:40px}article{flex:1}';
const isInPlace = () => /^hide-in-place/.test(document.getElementById('rail').getAttribute('data-clean-copy-action'));
/** How far the page goes on below the article's last paragraph. */
const spare = () => document.querySelector('main').getBoundingClientRect().bottom - document.getElementById('p4').getBoundingClientRect().bottom;

const columnOf = (id) => {
  const { left, width } = document.getElementById(id).getBoundingClientRect();
  return { left, width };
};
const heightOf = (id) => document.getElementById(id).getBoundingClientRect().height;
const markedOutside = () => document.querySelector('[data-clean-copy=outside]') !== null;
const isUnseen = (id) => !document.getElementById(id).checkVisibility();

inBothBrowsers('a page that can be read', {}, (world) => {
  for (const locked of ['html', 'html,body']) {
    it(`scrolls where ${locked} kept it from that`, async () => {
      const { browser, server } = world;
      await browser.open(server.page(covered(`${locked}{overflow:hidden}`)));
      const before = await browser.evaluate(source);
      await scrolls(browser, await press(browser));
      const again = await press(browser);
      await again.click('restore');
      await again.reaches('restored');
      assertSameText(await browser.evaluate(source), before, 'the restored page');
    });
  }

  for (const [what, style] of [
    ['its article', 'main{visibility:hidden}'],
    ['all else', 'body{visibility:hidden} #banner{visibility:visible}'],
  ]) {
    it(`is in sight where a dialog had put ${what} out of sight`, async () => {
      const { browser, server } = world;
      await browser.open(server.page(covered(style).replace('height:120px', 'top:0')));
      const before = await browser.evaluate(source);
      const popup = await press(browser);
      await hides(browser, 'banner');
      await until('the article to be in sight', () => browser.evaluate(() => document.getElementById('p0').checkVisibility({ visibilityProperty: true })));
      await popup.click('restore');
      await popup.reaches('restored');
      assertSameText(await browser.evaluate(source), before, 'the restored page');
    });
  }

  for (const [what, style] of [
    ['a dialog', 'position:fixed;inset:40px;visibility:hidden'],
    ['a dialog that fades in', 'position:fixed;inset:40px;opacity:0;pointer-events:none'],
    ['a fold', 'visibility:hidden;height:0;overflow:hidden'],
  ]) {
    it(`keeps its bar, and out of sight what is longer than its article and waits in ${what}`, async () => {
      const { browser, server } = world;
      const term = '<p>Whoever uses the site accepts that its words are given without any warranty, that they may be changed at any time and without notice, and that all rights to them are the publisher’s.</p>';
      const waiting = `<div id="terms" style="${style}">${term.repeat(12)}</div>${consent('banner')}`;
      const script = `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(waiting)}); document.body.insertAdjacentHTML('afterbegin', '<div id="bar" style="position:sticky;top:0">Monday edition</div>');`;
      await browser.open(server.page(articleAround({ script })));
      await press(browser);
      await hides(browser, 'banner');
      const inSight = (id) => document.getElementById(id).checkVisibility({ opacityProperty: true, visibilityProperty: true });
      assert.deepEqual([await browser.evaluate(inSight, 'bar'), await browser.evaluate(inSight, 'terms')], [true, false]);
    });
  }

  it('can be selected where a dialog had made it inert', async () => {
    const { browser, server } = world;
    const script = `const main = document.querySelector('main'); for (const name of ['inert', 'data-behind']) main.setAttribute(name, name === 'inert' ? 'inert' : '');
      document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(consent('banner'))});`;
    await browser.open(server.page(articleAround({ script })));
    const before = await browser.evaluate(source);
    const popup = await press(browser);
    const isInert = () => document.querySelector('main').inert;
    await until('it to be free', async () => !(await browser.evaluate(isInert)));
    for (const [strength, isOutside] of [['focus', true], ['tidy', false]]) {
      await popup.clickSelector(`label[for=strength-${strength}]`);
      await until(`the page to be in ${strength}`, async () => (await browser.evaluate(markedOutside)) === isOutside);
      await until('it to be free', async () => !(await browser.evaluate(isInert)));
    }
    await popup.click('restore');
    await popup.reaches('restored');
    assertSameText(await browser.evaluate(source), before, 'the restored page');
    await popup.click('clean');
    await until('it to be free again', async () => !(await browser.evaluate(isInert)));
    await browser.evaluate(() => document.querySelector('main').setAttribute('inert', 'inert'));
    await until('it to be free where its page insists', async () => !(await browser.evaluate(isInert)));
    const takeAway = () => browser.evaluate(() => document.getElementById('banner').remove());
    await takeAway();
    await popup.click('restore');
    await popup.reaches('restored');
    assert.equal(await browser.evaluate(isInert), false, 'the page has taken its banner away');
    await popup.click('clean');
    await popup.reaches('cleaned');
    for (const word of ['partners', 'sponsors']) {
      await browser.evaluate((banner) => {
        document.body.insertAdjacentHTML('beforeend', banner);
        document.querySelector('main').inert = true;
      }, consent('banner').replace('partners', word));
      await hides(browser, 'banner');
      await until('it to be free where the banner comes late', async () => !(await browser.evaluate(isInert)));
      if (word === 'partners') await takeAway();
    }
    await popup.click('restore');
    await popup.reaches('restored');
    assert.ok(await browser.evaluate(isInert), 'the second banner is there');
  });

  it('is left as it is where its body scrolls by itself', async () => {
    const { browser, server } = world;
    await browser.open(server.page(covered('html{overflow:hidden;height:100%} body{height:100%;overflow:auto}')));
    await press(browser);
    assert.ok(await browser.evaluate(isUnseen, 'k2'));
    assert.equal(await browser.evaluate(() => document.querySelectorAll('[data-clean-copy-action=unlock]').length), 0);
  });

  for (const [what, style, place] of [
    ['as wide where the rail beside it goes', ROW, 'beforeend'],
    ['where it is in a grid where the rail before it goes, which insists on its height', 'main{display:grid;grid-template-columns:240px 1fr} main #rail{min-height:3000px!important}', 'afterbegin'],
    ['where it is beside a float that goes', 'main{overflow:hidden} #rail{float:left;width:300px} article{float:left;width:500px}', 'afterbegin'],
    ['as wide where a cell beside it goes', 'main{display:table} article,#rail{display:table-cell} #rail{width:300px;line-height:900px}', 'beforeend'],
    ['as wide where a cell beside it goes that is as wide as what it holds', 'main{display:table} article,#rail{display:table-cell} #rail>*{width:300px;height:1000px}', 'beforeend'],
  ]) {
    it(`keeps its column ${what}`, async () => {
      const { browser, server } = world;
      await browser.open(server.page(railed(style, place)));
      const [before, wide] = [await browser.evaluate(source), await browser.evaluate(columnOf, 'p0')];
      const popup = await press(browser);
      await until('the rail to be hidden in its place', () => browser.evaluate(isInPlace));
      assert.deepEqual(await browser.evaluate(columnOf, 'p0'), wide);
      await until('it to take no more height', async () => (await browser.evaluate(spare)) < 30);
      assert.equal(await browser.evaluate(() => /Ferry|School/.test(document.body.innerText)), false, 'nothing of it is shown');
      await browser.evaluate(() => document.getElementById('rail').removeAttribute('data-clean-copy-action'));
      await until('it to be marked again', () => browser.evaluate(isInPlace));
      await popup.click('restore');
      await popup.reaches('restored');
      assertSameText(await browser.evaluate(source), before, 'the restored page');
    });
  }

  it('keeps its column where the window is made narrow and wide', async () => {
    const { browser, server } = world;
    await browser.hands.narrow(1000);
    await browser.open(server.page(railed(`${ROW} @media(max-width:700px){main{flex-direction:column}}`, 'beforeend')));
    const column = await browser.evaluate(columnOf, 'p0');
    await browser.hands.narrow(600);
    await press(browser);
    await hides(browser, 'rail');
    await browser.hands.narrow(1000);
    await until('the rail to be hidden in its place', () => browser.evaluate(isInPlace));
    assert.deepEqual(await browser.evaluate(columnOf, 'p0'), column);
    await browser.hands.narrow(600);
    assert.ok((await browser.evaluate(heightOf, 'rail')) <= 1);
    await browser.hands.narrow(0);
  });

  it('is given the room beside it where its lines are too short to read', async () => {
    const { browser, server } = world;
    await browser.hands.narrow(560);
    await browser.open(server.page(railed(`${ROW} #rail{flex:0 0 300px}`, 'beforeend')));
    assert.ok((await browser.evaluate(columnOf, 'p0')).width < 230);
    await press(browser);
    await hides(browser, 'rail');
    await until('the lines to be longer', async () => (await browser.evaluate(columnOf, 'p0')).width > 400);
    await browser.hands.narrow(1000);
    await until('the rail to be hidden in its place', () => browser.evaluate(isInPlace));
    await browser.hands.narrow(560);
    await until('the lines to be longer again', async () => (await browser.evaluate(columnOf, 'p0')).width > 400);
    await browser.hands.narrow(0);
  });

  it('keeps its column where the reader is so far down that the browser has put off its section', async () => {
    const { browser, server } = world;
    const style = 'main{content-visibility:auto;contain-intrinsic-size:auto 1500px} #rail{float:left;width:300px} article{display:flow-root}';
    await browser.open(server.page(railed(`${style} body::after{content:"";display:block;height:9000px}`, 'afterbegin')));
    const column = await browser.evaluate(columnOf, 'p0');
    await browser.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await until('the section to be put off', () => browser.evaluate(() => !document.getElementById('p0').checkVisibility({ contentVisibilityAuto: true })));
    await press(browser);
    await browser.evaluate(() => scrollTo(0, 0));
    await until('the rail to be hidden in its place', () => browser.evaluate(isInPlace));
    // Firefox goes on telling where it stood when it was put off, until it is drawn.
    await until('the column to be as it was', async () => isDeepStrictEqual(await browser.evaluate(columnOf, 'p0'), column));
  });

  it('gives away what stood beside its article where only the page is scrolled sideways', async () => {
    const { browser, server } = world;
    await browser.open(server.page(railed(`${ROW} main{width:3000px} article{flex:0 0 500px}`, 'beforeend')));
    await press(browser);
    await hides(browser, 'rail');
    await browser.evaluate((promo) => {
      scrollTo(300, 0);
      document.querySelector('article').insertAdjacentHTML('beforeend', promo);
    }, promo('late-promo'));
    await hides(browser, 'late-promo');
    await frames(browser, 1);
    assert.ok(await browser.evaluate(isUnseen, 'rail'));
  });

  it('keeps its column where the sheet that makes it one comes late', async () => {
    const { browser, server } = world;
    let give;
    server.route('late.css', (_, response) => {
      response.setHeader('content-type', 'text/css');
      give = () => response.end(ROW);
    });
    const url = server.page(railed(`</style><link rel="stylesheet" media="print" onload="this.media = 'all'" href="/late.css"><style>`, 'beforeend'));
    await browser.evaluate((url) => void (location.href = url), url);
    await until('the page to be parsed', () => browser.evaluate(() => document.getElementById('rail') !== null && document.readyState === 'interactive'));
    await press(browser);
    give();
    await until('the rail to be hidden in its place', () => browser.evaluate(isInPlace));
  });

  it('keeps the ground under its article where what ended a box of floats goes', async () => {
    const { browser, server } = world;
    const related = '<div class="related-stories" id="end" style="clear:both"><h3>Related stories</h3><ul><li><a href="/a">Ferry timetable changes in May</a></li><li><a href="/b">School roof repaired at last</a></li></ul></div>';
    await browser.open(server.page(articleAround({ head: '<style>main{background:#fff}article{float:left;width:60%}</style>', script: `document.querySelector('main').insertAdjacentHTML('beforeend', ${JSON.stringify(related)});` })));
    const before = await browser.evaluate(source);
    const popup = await press(browser);
    await hides(browser, 'end');
    const below = () => document.querySelector('main').getBoundingClientRect().bottom - document.getElementById('p4').getBoundingClientRect().bottom;
    await until('it to reach below the article', async () => (await browser.evaluate(below)) >= 0);
    await browser.evaluate(() => void (document.querySelector('main').hidden = true));
    assert.ok(await browser.evaluate(() => !document.querySelector('main').checkVisibility()), 'the page may hide it');
    await browser.evaluate(() => void (document.querySelector('main').hidden = false));
    await popup.click('restore');
    await popup.reaches('restored');
    assertSameText(await browser.evaluate(source), before, 'the restored page');
  });

  it('is unfolded as a whole where its paragraphs are floats', async () => {
    const { browser, server } = world;
    const head = "<style>article{max-height:200px;overflow:hidden;position:relative} article p{float:left;width:100%} article::after{content:'';position:absolute;inset:auto 0 0;height:120px;background:linear-gradient(transparent,#fff)}</style>";
    await browser.open(server.page(articleAround({ head })));
    const popup = await press(browser);
    const beyond = () => document.getElementById('p4').getBoundingClientRect().bottom - document.querySelector('article').getBoundingClientRect().bottom;
    await until('all of it to be in its box', async () => (await browser.evaluate(beyond)) <= 0);
    await frames(browser);
    assert.ok((await browser.evaluate(beyond)) <= 0);
    await popup.click('restore');
    await popup.reaches('restored');
    assert.ok((await browser.evaluate(beyond)) > 20, 'it is folded');
  });

  it('stays uncovered and scrolls in the other strength too, where its own styles insist', async () => {
    const { browser, server } = world;
    await browser.open(server.page(covered('html body{overflow:hidden!important} body .k1{display:block!important}')));
    const before = await browser.evaluate(source);
    await scrolls(browser, await press(browser));
    for (const [strength, isOutside] of [['focus', true], ['tidy', false]]) {
      const popup = await press(browser);
      await popup.clickSelector(`label[for=strength-${strength}]`);
      await until(`the page to be in ${strength}`, async () => (await browser.evaluate(markedOutside)) === isOutside);
      await hides(browser, 'k2');
      await scrolls(browser, popup);
    }
    const popup = await press(browser);
    await popup.click('restore');
    await popup.reaches('restored');
    await shows(browser, 'k2');
    assertSameText(await browser.evaluate(source), before, 'the restored page');
  });
});
