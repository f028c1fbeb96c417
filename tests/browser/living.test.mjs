// Blocks that arrive after the page was cleaned: they are judged in small batches, and the page's own work goes on.

import assert from 'node:assert/strict';
import { before, it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { addMarkup, consent, frames, hides, isSeen, isUnseen, load, promo, prose, shows } from './lib/living.mjs';
import { assertSameText, source, veils } from './lib/look.mjs';
import { switchOn } from './lib/sites.mjs';
import { until } from './lib/until.mjs';

/** Long enough to be scrolled. */
const TALL = '<div style="height:3000px"></div>';

/** The popup of a page that is clean. */
async function openPopup(browser) {
  await browser.pressButton();
  const popup = await browser.popup();
  await popup.reaches('cleaned');
  return popup;
}

/**
 * What holds whoever asked for the clean.
 *
 * @param {{ browser: any, server: any }} world
 * @param {(parts?: object) => Promise<unknown>} cleaned opens an article and has it cleaned
 */
function onEveryCleanPage(world, cleaned) {
  it('go where they are clutter, and stay where they are the article', async () => {
    const { browser } = world;
    await cleaned();
    await browser.evaluate(addMarkup, 'article', prose('late') + promo('late-promo'));
    await hides(browser, 'late-promo');
    assert.ok(await browser.evaluate(isSeen, 'late'), 'the paragraph stays');
    const popup = await openPopup(browser);
    const rows = () => popup.evaluate(() => document.querySelectorAll('#ledger .row').length);
    const before = await rows();
    await browser.evaluate(addMarkup, 'article', promo('later-promo'));
    await until('the popup to tell of one more', async () => (await rows()) === before + 1);
    await popup.click('restore');
    await popup.reaches('restored');
    await shows(browser, 'late-promo');
  });

  it('are found in a list that grows by hundreds', async () => {
    const { browser } = world;
    await cleaned({ parsed: '<ul id="list"></ul>' });
    await browser.evaluate((promo) => {
      const items = Array.from({ length: 300 }, (_, at) => `<li id="item${at}">${at % 30 === 7 ? promo.replace('here', `ad${at}`) : `Entry ${at} of the log`}</li>`);
      for (const item of items) document.getElementById('list').insertAdjacentHTML('beforeend', item);
    }, promo('here'));
    for (const at of [7, 37, 277]) await hides(browser, `ad${at}`);
    assert.ok(await browser.evaluate(isSeen, 'item1'));
    assert.ok(await browser.evaluate(isSeen, 'item299'));
    await browser.evaluate(() => (window.gone = document.getElementById('ad7').closest('[data-clean-copy]')).remove());
    await browser.evaluate(addMarkup, '#list', `<li>${promo('more').replace('outer', 'inner')}</li>`);
    await hides(browser, 'more');
    assert.equal(await browser.evaluate(() => window.gone.hasAttribute('data-clean-copy')), false, 'nothing holds what has left the page');
  });

  it('go when they ask for consent and lock the scrolling, and when they lock it again', async () => {
    const { browser } = world;
    const head = '<style>.veiled::after { content: ""; position: fixed; inset: 0 } .veiled main { filter: blur(4px) }</style>';
    await cleaned({ parsed: TALL, head });
    const lock = () => {
      document.body.style.overflow = 'hidden';
      document.body.className = 'veiled';
    };
    await browser.evaluate(lock);
    await browser.evaluate(addMarkup, 'body', consent('banner'));
    await hides(browser, 'banner');
    const scrolls = () => !/hidden|clip/.test(getComputedStyle(document.body).overflowY);
    await until('the page to scroll', () => browser.evaluate(scrolls));
    await until('the blur and the backdrop to go', async () => (await browser.evaluate(veils)).length === 0);
    await browser.evaluate(() => (document.body.style.overflow = ''));
    await browser.evaluate(lock);
    await frames(browser);
    assert.ok(await browser.evaluate(scrolls), 'a second lock holds nothing');
    const popup = await openPopup(browser);
    await popup.click('restore');
    await popup.reaches('restored');
    assert.equal(await browser.evaluate(() => document.body.style.overflow), 'hidden');
  });

  it('are judged once their text is there', async () => {
    const { browser } = world;
    await cleaned({ parsed: '<p id="slot"></p>' });
    await browser.evaluate((markup) => document.getElementById('slot').insertAdjacentHTML('beforeend', markup), promo('filled'));
    await hides(browser, 'filled');
  });

  it('cost nothing while none arrive', async () => {
    const { browser } = world;
    await cleaned();
    await frames(browser);
    const popup = await openPopup(browser);
    const { spent } = await load(popup);
    await frames(browser, 60);
    assert.equal((await load(popup)).spent, spent);
  });
}

inBothBrowsers('blocks that arrive later', { everyFrame: true }, (world) => {
  const cleaned = (parts = {}) => cleanByButton(world.browser, world.server.page(articleAround(parts)));
  onEveryCleanPage(world, cleaned);

  it('go where forms, which change while they are hidden, have fields that are called like what is asked', async () => {
    const { browser } = world;
    const names = ['compareDocumentPosition', 'matches'].map((name) => `<input type="hidden" name="${name}">`).join('');
    const form = (id) => `<form id="${id}" class="newsletter-box"><h3>Sign up for our newsletter</h3>${names}<input type="email"><button>Subscribe</button></form>`;
    await (await cleaned({ parsed: `<form is="x-late">${names}</form>` })).close();
    await browser.evaluate(addMarkup, 'article', form('second') + form('third'));
    await hides(browser, 'second');
    await hides(browser, 'third');
    await browser.click('#p0');
    await browser.evaluate(() => document.getElementById('second').classList.add('changed'));
    await browser.evaluate((markup) => {
      document.getElementById('third').setAttribute('open', '');
      document.querySelector('article').insertAdjacentHTML('beforeend', markup);
    }, promo('late-promo'));
    await hides(browser, 'late-promo');
  });

  it('go when they were there before and come to be seen', async () => {
    const { browser } = world;
    await cleaned({ script: `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(consent('banner').replace('style="', 'style="display:none;').replace(/class="[^"]*" role="dialog"/, ''))})` });
    await browser.evaluate(() => (document.getElementById('banner').style.display = 'block'));
    await hides(browser, 'banner');
  });

  it('leave the rows of an open popup with their blocks', async () => {
    const { browser } = world;
    const popup = await cleaned();
    await popup.evaluate(() => document.querySelectorAll('#ledger details').forEach((group) => group.setAttribute('open', '')));
    await browser.evaluate(() => document.getElementById('c2').remove());
    await browser.evaluate(addMarkup, 'article', promo('late'));
    await hides(browser, 'late');
    // The popup still shows what it was told when it opened.
    await popup.clickSelector('[data-reason=related] .row');
    await shows(browser, 'c4');
    assert.ok(await browser.evaluate(isUnseen, 'late'));
  });

  it('are left alone in a block that the reader asked to see', async () => {
    const { browser } = world;
    const popup = await cleaned();
    await popup.evaluate(() => document.querySelectorAll('#ledger details').forEach((group) => group.setAttribute('open', '')));
    const rows = await popup.evaluate(() => [...document.querySelectorAll('.row')].map((row) => row.textContent));
    await popup.clickSelector(`#ledger [data-index="${rows.findIndex((text) => /Related stories/.test(text))}"]`);
    await shows(browser, 'c4');
    await browser.evaluate(addMarkup, '#c4', promo('inside'));
    await browser.evaluate(addMarkup, 'article', promo('outside'));
    await hides(browser, 'outside');
    assert.ok(await browser.evaluate(isSeen, 'inside'));
  });

  it('are marked again when the page takes our mark off', async () => {
    const { browser } = world;
    await cleaned();
    await browser.evaluate(() => document.getElementById('c2').removeAttribute('data-clean-copy-action'));
    await hides(browser, 'c2');
  });

  it('do not hang a page that puts a new node for each mark', async () => {
    const { browser } = world;
    const script = `new MutationObserver(() => {
      const old = document.getElementById('c2');
      if (!old.hasAttribute('data-clean-copy')) return;
      window.renewed = (window.renewed ?? 0) + 1;
      const fresh = document.createElement('p');
      fresh.id = old.id;
      fresh.className = old.className;
      fresh.append(...[...old.childNodes].map((node) => node.cloneNode(true)));
      old.replaceWith(fresh);
    }).observe(document, { subtree: true, attributes: true });`;
    const popup = await cleaned({ script });
    await frames(browser, 20);
    const renewed = await browser.evaluate(() => window.renewed);
    assert.ok(renewed >= 1 && renewed < 200, `the page answered ${renewed} times in twenty frames`);
    await popup.click('restore');
    await popup.reaches('restored');
  });

  it('leave the page as it was once it is restored', async () => {
    const { browser } = world;
    const popup = await cleaned();
    await browser.evaluate(addMarkup, 'article', promo('late-promo') + consent('late-banner'));
    await hides(browser, 'late-promo');
    await hides(browser, 'late-banner');
    await popup.click('restore');
    await popup.reaches('restored');
    const restored = await browser.evaluate(source);
    await browser.reload();
    await browser.evaluate(addMarkup, 'article', promo('late-promo') + consent('late-banner'));
    assertSameText(restored, await browser.evaluate(source), 'the page with its late blocks');
  });

});

inBothBrowsers('blocks that arrive later, on a site that is cleaned by itself', { everyFrame: true }, (world) => {
  before(() => switchOn(world.browser, [NEWS_HOST]));

  const cleaned = async (parts = {}) => {
    await world.browser.open(world.server.page(articleAround(parts), { host: NEWS_HOST }));
    await hides(world.browser, 'c2');
  };
  onEveryCleanPage(world, cleaned);

  it('cost a page next to nothing that changes a thousand times a second', async (test) => {
    const { browser } = world;
    const root = '<div id="host"><template shadowrootmode="open"><p>The keeper’s card is read by whoever passes the lighthouse.</p><div></div></template></div>';
    await cleaned({ parsed: `<ul id="feed"></ul><p id="ticker">0</p>${root}` });
    await browser.evaluate(() => {
      const feed = document.getElementById('feed');
      const ticker = document.getElementById('ticker');
      let changes = 0;
      const started = performance.now();
      // As many as are due by now: timers alone do not come a thousand times a second.
      const change = () => {
        for (; changes < performance.now() - started; changes++) {
          ticker.textContent = String(changes);
          const item = document.createElement('li');
          item.append(`Entry ${changes}`);
          feed.append(item);
          if (feed.childElementCount > 50) feed.firstElementChild.remove();
        }
        window.changes = changes;
        setTimeout(change, 0);
      };
      change();
    });
    await until('five thousand changes', () => browser.evaluate(() => window.changes > 5000), { timeout: 60_000 });
    await browser.evaluate(addMarkup, 'article', promo('late-promo'));
    await browser.evaluate((markup) => (document.getElementById('host').shadowRoot.querySelector('div').innerHTML = markup), promo('in-root'));
    await hides(browser, 'late-promo');
    const isUnseenInRoot = () => !document.getElementById('host').shadowRoot.getElementById('in-root').checkVisibility();
    await until('the one in the shadow root to be hidden', () => browser.evaluate(isUnseenInRoot));
    const { spent, of } = await load(await openPopup(browser));
    test.diagnostic(`${spent} ms of ${of} ms`);
    assert.ok(of > 4000, `it was watched for ${of} ms`);
    assert.ok(spent / of < 0.05, `${spent} ms of ${of} ms`);
    assert.ok(await browser.evaluate(isUnseen, 'c2'), 'what was hidden still is');
  });
});
