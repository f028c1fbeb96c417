// The line that is being read stays where it is while blocks above it are hidden, and when they come back.

import assert from 'node:assert/strict';
import { before, it } from 'node:test';

import { inBothBrowsers } from './lib/both.mjs';
import { consent, hides } from './lib/living.mjs';
import { markCount } from './lib/look.mjs';
import { seenWhenClean, seenWhenParsed, serveSites, SITES, switchOn } from './lib/sites.mjs';
import { until } from './lib/until.mjs';
import { endingWith, variant } from './lib/variant.mjs';

const SITE = SITES.find(({ name }) => name === 'harbour-post');

/** Large letters, so that there is something to scroll, and clutter above them that is worth half a window. */
const LARGE = 'article > p{font-size:44px!important}.also-on,.promo-strip{padding:120px 0!important}';

/** Pages on which browsers keep the line by themselves, and some on which they do not. */
const STYLES = {
  'a plain page': '',
  'a page that opts out of scroll anchoring': 'html{overflow-anchor:none!important}',
  'a page that scrolls smoothly': 'html{scroll-behavior:smooth}',
  'a page that scrolls in a box of its own': 'html,body{height:100%;overflow:hidden!important}body{display:flex;flex-direction:column}main{overflow:auto!important;flex:1}main *{overflow-anchor:none}',
};

/** An article that its page cuts off. */
const FOLD = "body > :not(main),aside{display:none} article{max-height:200px;overflow:hidden;position:relative} article::after{content:'';position:absolute;inset:auto 0 0;height:120px;background:linear-gradient(transparent,#fff)}";

/** Scrolls in the page until the fourth paragraph has passed the top of what is seen. */
function scrollIntoText() {
  const line = document.querySelectorAll('article > p')[3];
  line.scrollIntoView({ block: 'start', behavior: 'instant' });
  const scroller = document.querySelector('main').scrollTop > 0 ? document.querySelector('main') : document.scrollingElement;
  scroller.scrollBy({ top: 30, behavior: 'instant' });
}

/** Shows a dialog as scripts do that keep the page from scrolling behind it. */
function fixPage(markup) {
  document.body.style.cssText = `position:fixed;top:${-window.scrollY}px;width:100%;overflow:hidden`;
  document.body.insertAdjacentHTML('beforeend', markup);
}

/** Where that paragraph is, two frames from now: what is done in between is done. */
async function placeOfLine() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  return document.querySelectorAll('article > p')[3].getBoundingClientRect().top;
}

/** Browsers round scrolling to whole pixels; Firefox's own anchoring does so once more while a page loads. */
function assertSame(now, before, what, most = 0.5) {
  assert.ok(Math.abs(now - before) <= most, `${what} moved the line from ${before} to ${now}`);
}

/** Runs in the page's scripts: the core is asked once the page says so. */
const HELD = `
{
  const ask = askCore;
  const { dataset } = document.documentElement;
  askCore = async (...given) => {
    dataset.reading = 'now';
    while (dataset.reading === 'now') await new Promise((resolve) => requestAnimationFrame(resolve));
    return ask(...given);
  };
}`;

inBothBrowsers('the line being read', { everyFrame: true }, (world) => {
  const address = (style, more = '') => world.server.url(`${SITE.pages[0]}?style=${encodeURIComponent(LARGE + style)}${more}`, SITE.host);

  before(() => void serveSites(world.server));

  for (const [what, style] of Object.entries(STYLES)) {
    it(`does not move on ${what}`, async () => {
      const { browser } = world;
      await browser.open(address(style));
      await browser.evaluate(seenWhenParsed);
      const height = await browser.evaluate(() => document.querySelector('article').getBoundingClientRect().height);
      await browser.evaluate(scrollIntoText);
      const place = await browser.evaluate(placeOfLine);
      await browser.pressButton();
      const popup = await browser.popup();
      await popup.reaches('cleaned');
      const shrunk = height - (await browser.evaluate(() => document.querySelector('article').getBoundingClientRect().height));
      assert.ok(shrunk > 100, `what was hidden is ${shrunk} pixels tall`);
      assertSame(await browser.evaluate(placeOfLine), place, 'hiding');
      await popup.click('restore');
      await popup.reaches('restored');
      assert.equal(await browser.evaluate(markCount), 0);
      assertSame(await browser.evaluate(placeOfLine), place, 'restoring');
    });
  }

  for (const when of ['before the clean', 'after it']) {
    it(`does not move where a dialog has fixed the page ${when}`, async () => {
      const { browser } = world;
      const press = async () => {
        await browser.pressButton();
        const popup = await browser.popup();
        await popup.reaches('cleaned');
        return popup;
      };
      await browser.open(address(''));
      await browser.evaluate(seenWhenParsed);
      let popup;
      if (when === 'after it') popup = await press();
      await browser.evaluate(scrollIntoText);
      const place = await browser.evaluate(placeOfLine);
      await browser.evaluate(fixPage, consent('banner'));
      assertSame(await browser.evaluate(placeOfLine), place, 'the dialog', 1);
      popup ??= await press();
      await hides(browser, 'banner');
      assertSame(await browser.evaluate(placeOfLine), place, 'unlocking', 1);
      await popup.click('restore');
      await popup.reaches('restored');
      assert.equal(await browser.evaluate(markCount), 0);
    });
  }

  it('does not move where a page that was unfolded is looked at as it is without us', async () => {
    const { browser } = world;
    await browser.open(address(FOLD));
    await browser.evaluate(seenWhenParsed);
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await browser.evaluate(scrollIntoText);
    const place = await browser.evaluate(placeOfLine);
    await popup.click('copy-text');
    await until('the copy', () => popup.evaluate(() => document.getElementById('answer').textContent !== ''));
    assertSame(await browser.evaluate(placeOfLine), place, 'copying', 1);
    await popup.clickSelector('label[for=strength-focus]');
    await until('the rest of the page to go', () => browser.evaluate(() => document.querySelector('[data-clean-copy=outside]') !== null));
    assertSame(await browser.evaluate(placeOfLine), place, 'the other strength', 1);
    await popup.clickSelector('label[for=strength-tidy]');
    await until('it to come back', () => browser.evaluate(() => document.querySelector('[data-clean-copy=outside]') === null));
  });

  it('does not move where the clean lands by itself while the reader reads on', async () => {
    const { browser } = world;
    await switchOn(browser, [SITE.host]);
    await browser.openUnwatched(address(''));
    await browser.evaluate(seenWhenClean);
    const page = address('', '&held');
    await browser.evaluate((url) => void (location.href = url), page);
    await until('the first half to be drawn', () => browser.evaluate(() => location.search.endsWith('held') && window.seen?.painted >= 3));
    await browser.evaluate(() => document.querySelectorAll('article > p')[2].scrollIntoView({ block: 'start', behavior: 'instant' }));
    const place = async () => {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return document.querySelectorAll('article > p')[2].getBoundingClientRect().top;
    };
    const first = await browser.evaluate(place);
    await browser.evaluate(() => void window.goOn());
    await browser.evaluate(seenWhenClean);
    assertSame(await browser.evaluate(place), first, 'hiding', 1);
  });
});

inBothBrowsers('the line of a page that is scrolled while it is judged', { everyFrame: true, extension: variant({ 'page/read.js': endingWith(HELD) }) }, (world) => {
  it('does not move', async () => {
    const { browser, server } = world;
    serveSites(server);
    await browser.open(server.url(`${SITE.pages[0]}?style=${encodeURIComponent(LARGE + STYLES['a page that opts out of scroll anchoring'])}`, SITE.host));
    await browser.evaluate(seenWhenParsed);
    await browser.pressButton();
    const popup = await browser.popup();
    await until('the page to be read', () => browser.evaluate(() => document.documentElement.dataset.reading === 'now'));
    await browser.evaluate(scrollIntoText);
    const place = await browser.evaluate(placeOfLine);
    await browser.evaluate(() => (document.documentElement.dataset.reading = 'done'));
    await popup.reaches('cleaned');
    assertSame(await browser.evaluate(placeOfLine), place, 'hiding');
  });
});
