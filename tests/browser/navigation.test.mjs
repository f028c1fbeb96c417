// Pages that show another article without a load: by the History API and by the Navigation API, back and forward.

import assert from 'node:assert/strict';
import { before, it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { addMarkup, frames, hides, isSeen, promo, shows } from './lib/living.mjs';
import { markCount } from './lib/look.mjs';
import { patternOf, switchOff, switchOn } from './lib/sites.mjs';
import { until } from './lib/until.mjs';

const [, MAIN] = articleAround({ parsed: '<p>Nothing awkward.</p>' }).match(/<main>([^]*)<\/main>/);

const SECOND_PROSE = [
  'The parish of Ardwick has decided to sell the meadow behind the school, after three summers in which nobody could be found who would mow it for less than the hay was worth.',
  'Alderman Tom Hale told the meeting that the buyer, a dairy from the next valley, wants to graze nine cows there and has promised to leave the footpath as it is.',
  'Parents had feared for the sports day, which has been held on the grass since anyone can remember, and had collected two hundred signatures within a single weekend.',
  'The school will now use the lower field by the brook, which is wetter in May but has, as the headmistress put it, the advantage of being flat all the way across.',
  'The sale is to be signed in June. The money goes into new windows for the gymnasium, whose old ones have been held by tape for the last two winters.',
];

/** Another article in the same frame of a site, with clutter of its own. */
const second = MAIN.replaceAll('Fellmouth keeps its light', 'Ardwick sells its meadow')
  .replace(/<p id="p(\d)">[^<]*<\/p>/g, (_whole, at) => `<p id="q${at}">${SECOND_PROSE[at]}</p>`)
  .replaceAll('id="c', 'id="d');

/** Shows another article as an application does: after a while, in the same element. */
const ROUTER = `
  const views = { '/first': document.querySelector('main').innerHTML, '/second': ${JSON.stringify(second)} };
  const render = () => {
    const view = Object.keys(views).find((path) => location.pathname.endsWith(path));
    if (!view) return;
    document.querySelector('main').replaceChildren('Loading');
    setTimeout(() => (document.querySelector('main').innerHTML = views[view]), window.answersAfter ?? 100);
  };
  window.turnTo = (path) => { history.pushState(null, '', path); render(); };
  window.addEventListener('popstate', render);`;

const PAGE = articleAround({ parsed: '<p>Nothing awkward.</p>', script: ROUTER });
const badge = async (browser) => (await browser.buttonState()).badge;

/** Is the clutter of the article with these ids hidden, and its text there? */
const isClean = (letter, prose) => {
  const clutter = ['2', '3', '4'].map((number) => document.getElementById(letter + number));
  return clutter.every((element) => element && !element.checkVisibility()) && document.getElementById(`${prose}0`).checkVisibility();
};
const articleIsClean = (browser, letter, prose) =>
  until(`the article of ${letter}2 to be clean`, () => browser.evaluate(isClean, letter, prose));

inBothBrowsers('another article without a load, on a site that is cleaned by itself', {}, (world) => {
  let url;
  before(async () => {
    const { browser, server } = world;
    await switchOn(browser, [NEWS_HOST]);
    url = server.page(PAGE, { host: NEWS_HOST });
  });

  /** The first article, which came clean, and then was taken back by its reader. */
  async function openAndRestore(browser) {
    await browser.open(url);
    await articleIsClean(browser, 'c', 'p');
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await popup.click('restore');
    await popup.reaches('restored');
    await popup.close();
  }

  it('is cleaned as it comes, forth and back', async () => {
    const { browser } = world;
    await browser.open(url);
    await articleIsClean(browser, 'c', 'p');
    await browser.evaluate(() => window.turnTo('/second'));
    await articleIsClean(browser, 'd', 'q');
    await until('the badge to count anew', async () => (await badge(browser)) === String(await browser.evaluate(() => document.querySelectorAll('[data-clean-copy-action=hide]').length)));
    await browser.evaluate(() => window.turnTo('/first'));
    await articleIsClean(browser, 'c', 'p');
    await browser.go('back');
    await articleIsClean(browser, 'd', 'q');
  });

  it('is cleaned again after the reader restored the one before', async () => {
    const { browser } = world;
    await openAndRestore(browser);
    await browser.evaluate(addMarkup, 'article', promo('late'));
    await frames(browser, 20);
    assert.equal(await browser.evaluate(markCount), 0, 'what comes to a restored page stays');
    await browser.evaluate(() => window.turnTo('/second'));
    await articleIsClean(browser, 'd', 'q');
  });

  for (const after of [0, 10, 20, 40]) {
    it(`is cleaned after a restore also where it comes while its page is looked at, after ${after} ms`, async () => {
      const { browser } = world;
      await openAndRestore(browser);
      await browser.evaluate((ms) => {
        window.answersAfter = ms;
        window.turnTo('/second');
      }, after);
      await articleIsClean(browser, 'd', 'q');
    });
  }

  it('can come on a page that was none before', async () => {
    const { browser, server } = world;
    const empty = PAGE.replace(/<main>[^]*<\/main>/, '<main><p>Loading</p></main>').replace("document.querySelector('main').innerHTML,", `${JSON.stringify(MAIN)},`);
    await browser.open(server.page(empty, { host: NEWS_HOST }));
    await frames(browser, 5);
    await browser.evaluate((markup) => (document.querySelector('main').innerHTML = markup), MAIN);
    await articleIsClean(browser, 'c', 'p');
    await browser.evaluate(() => window.turnTo('/second'));
    await articleIsClean(browser, 'd', 'q');
  });

  for (const [what, address, texts] of [
    ['the part after # changes, whatever the text', '#p3', SECOND_PROSE],
    ['one article follows the other', '/next', []],
  ]) {
    it(`is none where only ${what}: what the reader asked to see is seen`, async () => {
      const { browser } = world;
      await browser.open(url);
      await articleIsClean(browser, 'c', 'p');
      await browser.pressButton();
      const popup = await browser.popup();
      await popup.reaches('cleaned');
      await popup.evaluate(() => document.querySelectorAll('#ledger details').forEach((group) => group.setAttribute('open', '')));
      await popup.clickSelector('[data-reason=related] .row');
      await shows(browser, 'c4');
      await popup.close();
      const marks = await browser.evaluate(markCount);
      await browser.evaluate(
        (address, texts, markup) => {
          history.pushState(null, '', address);
          texts.forEach((text, at) => (document.getElementById(`p${at}`).textContent = text));
          document.querySelector('article').insertAdjacentHTML('beforeend', markup);
        },
        address,
        texts,
        promo('late'),
      );
      await hides(browser, 'late');
      assert.equal(await browser.evaluate(markCount), marks + 1);
      assert.ok(await browser.evaluate(isSeen, 'c4'));
    });
  }

  it('is none where one article follows the other that its reader has restored', async () => {
    const { browser } = world;
    await openAndRestore(browser);
    await browser.evaluate((markup) => {
      history.pushState(null, '', '/next');
      document.querySelector('main').insertAdjacentHTML('beforeend', markup);
    }, second);
    await frames(browser, 20);
    assert.equal(await browser.evaluate(markCount), 0);
  });

  it('comes back clean from the browser’s memory, and still is watched', async () => {
    const { browser, server } = world;
    await browser.open(url);
    await articleIsClean(browser, 'c', 'p');
    await browser.open(server.page('<!doctype html><title>Elsewhere</title><p>Elsewhere'));
    await browser.go('back');
    await articleIsClean(browser, 'c', 'p');
    await until('the badge to be back', async () => Number(await badge(browser)) >= 3);
    await browser.evaluate(addMarkup, 'article', promo('late'));
    await until('the late promo to be hidden', () => browser.evaluate(() => !document.getElementById('late').checkVisibility()));
  });

  it('is let be while it is made ready in advance, and cleaned when it is visited', async () => {
    const { browser, server } = world;
    let isReady = false;
    /** @type {string | undefined} */
    let early;
    server.route('ready', (_, response) => {
      isReady = true;
      response.writeHead(204).end();
    });
    server.route('clean', (address, response) => {
      early = address.search;
      response.writeHead(204).end();
    });
    // It tells by itself what becomes of it: Puppeteer loses such a page where it takes a tenth of a second to come to the front.
    const watch = `addEventListener('load', () => fetch('/ready'));
      document.addEventListener('prerenderingchange', () => (window.early = document.querySelectorAll('[data-clean-copy]').length));
      const look = () => void ((${isClean})('c', 'p') ? fetch('/clean?' + window.early) : requestAnimationFrame(look));
      addEventListener('load', look);`;
    const next = server.page(articleAround({ head: `<script>${watch}</script>` }), { host: NEWS_HOST });
    const rules = JSON.stringify({ prerender: [{ urls: [next], eagerness: 'immediate' }] });
    await browser.open(server.page(`<!doctype html><title>Start</title><script type="speculationrules">${rules}</script><p>Start`, { host: NEWS_HOST }));
    // Firefox makes no page ready.
    if (!(await browser.evaluate(() => HTMLScriptElement.supports('speculationrules')))) return;
    await until('the next page to be ready', () => isReady);
    await frames(browser, 30);
    assert.equal(await badge(browser), '', 'the badge is that of the page in sight');
    await browser.evaluate((address) => void (location.href = address), next);
    await until('the next page to be clean', () => early);
    assert.equal(early, '?0');
    await until('the badge to count', async () => (await badge(browser)) !== '');
    // The test after this one has another tab.
    await browser.openUnwatched('about:blank');
  });

  it('comes back as it was where its site was switched off meanwhile', async () => {
    const { browser } = world;
    await browser.open(url);
    await articleIsClean(browser, 'c', 'p');
    await browser.evaluate(() => Object.assign(window, { notReloaded: true }));
    await browser.open(world.server.page('<!doctype html><title>Elsewhere</title><p>Elsewhere'));
    await switchOff(browser, [NEWS_HOST]);
    for (const page of ['Elsewhere', 'Fellmouth keeps its light']) {
      await browser.go('back');
      await until(`${page} again`, () => browser.evaluate((title) => document.title === title, page));
    }
    await until('the page from the browser’s memory', () => browser.evaluate(() => 'notReloaded' in window));
    await until('the page to be without marks', async () => (await browser.evaluate(markCount)) === 0);
    await browser.evaluate(addMarkup, 'article', promo('late'));
    await frames(browser, 20);
    assert.equal(await browser.evaluate(markCount), 0, 'it is not cleaned any more');
  });
});

/** Do pages of this site have our scripts by themselves? */
const isRegistered = async (pattern) => {
  const scripts = await chrome.scripting.getRegisteredContentScripts();
  return scripts.some(({ matches = [] }) => matches.includes(pattern));
};

inBothBrowsers('another article without a load, on a page cleaned by hand', {}, (world) => {
  it('is left alone, and the old one is forgotten', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.page(PAGE, { host: NEWS_HOST }));
    await popup.close();
    await browser.evaluate(() => window.turnTo('/second'));
    await until('the second article', () => browser.evaluate(() => document.getElementById('q0') !== null));
    await until('the page to be without marks', async () => (await browser.evaluate(markCount)) === 0);
    await until('the badge to be empty', async () => (await badge(browser)) === '');
  });

  it('is cleaned where the site was switched on meanwhile', async () => {
    const { browser, server } = world;
    await browser.permit(patternOf(NEWS_HOST));
    const popup = await cleanByButton(browser, server.page(PAGE, { host: NEWS_HOST }));
    await popup.click('always');
    await until('the site to be on', () => popup.evaluate(isRegistered, patternOf(NEWS_HOST)));
    await popup.close();
    await browser.evaluate(() => window.turnTo('/second'));
    await articleIsClean(browser, 'd', 'q');
    await switchOff(browser, [NEWS_HOST]);
  });

  it('by the Navigation API is the same', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.page(PAGE, { host: NEWS_HOST }));
    await popup.close();
    const isKnown = await browser.evaluate((markup) => {
      if (!window.navigation) return false;
      window.navigation.addEventListener('navigate', (event) => {
        if (event.canIntercept) event.intercept({ handler: async () => void (document.querySelector('main').innerHTML = markup) });
      });
      window.navigation.navigate('/second');
      return true;
    }, second);
    if (!isKnown) return;
    await until('the page to be without marks', async () => (await browser.evaluate(markCount)) === 0);
    assert.ok(await browser.evaluate(() => document.getElementById('d2').checkVisibility()));
  });
});
