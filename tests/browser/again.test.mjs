// A page lives on while it is clean: it renders again, its frames and listeners run, and it is put right.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { consent, frames, hides, promo } from './lib/living.mjs';
import { hiddenBlocks, markCount } from './lib/look.mjs';
import { until } from './lib/until.mjs';

/** Runs in the popup: has the page cleaned in another strength, and tells what was said of insisting until its badge was told. */
async function insistedFor(strength) {
  const said = [];
  const isTold = new Promise((resolve) => {
    chrome.runtime.onMessage.addListener(({ type, on }) => {
      if (type === 'insist') said.push(on);
      if (type === 'badge') resolve(said);
    });
  });
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  await chrome.tabs.sendMessage(tab.id, { to: 'page', type: 'clean', strength });
  return isTold;
}

const isUnseen = (id) => !document.getElementById(id).checkVisibility();

/** A long article behind a banner that locks the scrolling, cleaned. */
async function cleanBehindBanner(browser, server) {
  const script = `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(consent('banner'))}); document.body.style.overflow = 'hidden';`;
  const popup = await cleanByButton(browser, server.page(articleAround({ parsed: '<div style="height:3000px"></div>', script })));
  await popup.close();
}

/** In a layer an "!important" beats those of all sheets without one. */
const insistOnLock = (selector) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer { ${selector} body { overflow: hidden !important } }`);
  document.adoptedStyleSheets.push(sheet);
};

const unlocks = (browser) => until('the page to scroll', () => browser.evaluate(() => getComputedStyle(document.body).overflowY === 'auto'));

inBothBrowsers('a page that lives on', {}, (world) => {
  it('keeps a block hidden that the page renders anew', async () => {
    const { browser, server } = world;
    const script = `window.gone = [];
    window.renderAgain = () => {
      const old = document.getElementById('c2');
      const fresh = document.createElement('p');
      fresh.className = old.className;
      fresh.id = old.id;
      for (const child of old.childNodes) fresh.append(child.cloneNode(true));
      old.replaceWith(fresh);
      window.gone.push(old);
    };`;
    const popup = await cleanByButton(browser, server.page(articleAround({ script })));
    assert.ok(await browser.evaluate(isUnseen, 'c2'), 'the promo is hidden at first');
    for (let round = 0; round < 3; round++) {
      await browser.evaluate(() => window.renderAgain());
      await until('the new promo to be hidden', () => browser.evaluate(isUnseen, 'c2'));
    }
    const marksOfGone = () => window.gone.map((old) => old.getAttribute('data-clean-copy'));
    assert.deepEqual(await browser.evaluate(marksOfGone), [null, null, null], 'what has left is as it was');
    await browser.evaluate(() => window.gone[0].setAttribute('data-clean-copy', 'own'));
    await popup.click('restore');
    await popup.reaches('restored');
    assert.deepEqual(await browser.evaluate(marksOfGone), ['own', null, null], 'and nobody holds it any longer');
    await browser.evaluate(() => window.renderAgain());
    assert.equal(await browser.evaluate(isUnseen, 'c2'), false, 'after the restore it stays');
  });

  it('keeps a block hidden that the page moves elsewhere', async () => {
    const { browser, server } = world;
    await cleanByButton(browser, server.page(articleAround({})));
    await browser.evaluate(() => document.querySelector('article').append(document.getElementById('c2')));
    assert.ok(await browser.evaluate(isUnseen, 'c2'));
  });

  it('hides a block whose own style insists on being shown', async () => {
    const { browser, server } = world;
    const script = "document.getElementById('c2').style.setProperty('display', 'block', 'important');";
    const popup = await cleanByButton(browser, server.page(articleAround({ script })));
    await until('the stubborn promo to be hidden', () => browser.evaluate(isUnseen, 'c2'));
    assert.deepEqual(await popup.evaluate(insistedFor, 'focus'), [], 'the sheet that insists stays where it is');
    assert.ok(await browser.evaluate(isUnseen, 'c2'));
    await popup.click('restore');
    await popup.reaches('restored');
    await until('the promo to be back', async () => !(await browser.evaluate(isUnseen, 'c2')));
  });

  it('stays hidden when the page insists later', async () => {
    const { browser, server } = world;
    await cleanBehindBanner(browser, server);
    await browser.evaluate(() => document.getElementById('banner').style.setProperty('display', 'block', 'important'));
    await hides(browser, 'banner');
  });

  it('stays free to scroll when the page insists later that it is not, by a class', async () => {
    const { browser, server } = world;
    await cleanBehindBanner(browser, server);
    await browser.evaluate(insistOnLock, '.locked');
    await browser.evaluate(() => (document.documentElement.className = 'locked'));
    await unlocks(browser);
  });

  it('is put right by the button where nothing told of it', async () => {
    const { browser, server } = world;
    await cleanBehindBanner(browser, server);
    await browser.evaluate(insistOnLock, ':root');
    await browser.pressButton();
    await (await browser.popup()).reaches('cleaned');
    await unlocks(browser);
  });

  it('stays hidden when the page sets its own list of sheets, at rest too', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.page(articleAround({})));
    await browser.evaluate(() => {
      document.adoptedStyleSheets = [new CSSStyleSheet()];
      if (!document.getElementById('c2').checkVisibility()) throw new Error('it was hidden by no sheet of the list');
    });
    await hides(browser, 'c2');
    // From then on there is a sheet in no list of the page's, which nothing beats.
    await browser.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p id="probe" data-clean-copy-action="hide" style="display:block!important"></p>'));
    await hides(browser, 'probe');
    await browser.evaluate(() => document.getElementById('probe').remove());
    await popup.click('restore');
    await popup.reaches('restored');
    await until('all to be seen', async () => !(await browser.evaluate(isUnseen, 'c2')));
    assert.equal(await browser.evaluate(() => document.adoptedStyleSheets.length), 1);
  });

  it('shows nothing for a frame when the page changes its theme', async () => {
    const { browser, server } = world;
    await cleanByButton(browser, server.page(articleAround({})));
    await frames(browser);
    await browser.evaluate(() => {
      window.sizes = [];
      new ResizeObserver((records) => window.sizes.push(...records.map(({ contentRect }) => contentRect.width))).observe(document.getElementById('c2'));
      document.documentElement.className = 'dark';
      document.adoptedStyleSheets = [];
    });
    await frames(browser);
    assert.deepEqual(await browser.evaluate(() => [window.sizes.filter(Boolean), document.adoptedStyleSheets.length]), [[], 1]);
  });

  it('is as it was after a restore, whatever was asked for before it', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.page(articleAround({})));
    // Of a page that stands clean, of one that is looked at, and of one that waits to be.
    for (const asked of [['clean'], ['clean', 'clean']]) {
      const states = await popup.evaluate(async (asked) => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        const answers = [...asked, 'restore'].map((type) => chrome.tabs.sendMessage(tab.id, { to: 'page', type }));
        return (await Promise.all(answers)).map(({ state }) => state);
      }, asked);
      assert.equal(states.at(-1), 'restored');
      assert.equal(await browser.evaluate(markCount), 0, `after ${asked}`);
    }
  });

  it('loads no frame again and loses no listener, input or style sheet', async () => {
    const { browser, server } = world;
    const frame = server.page('<!doctype html><p>frame</p>');
    const parsed = `<iframe id="kept" src="${frame}"></iframe><input id="field"><button id="count" type="button">0</button>`;
    const script = `
      window.loads = 0;
      document.getElementById('kept').addEventListener('load', () => window.loads++);
      const inPromo = document.createElement('iframe');
      inPromo.addEventListener('load', () => window.loads++);
      inPromo.src = '${frame}';
      document.getElementById('c4').append(inPromo);
      const button = document.getElementById('count');
      button.addEventListener('click', () => (button.textContent = Number(button.textContent) + 1));
      window.own = new CSSStyleSheet();
      window.own.replaceSync('h1 { color: rgb(1, 2, 3) }');
      document.adoptedStyleSheets = [window.own];`;
    await browser.open(server.page(articleAround({ parsed, script })));
    await until('both frames to load', () => browser.evaluate(() => window.loads === 2));
    await browser.evaluate(() => (document.querySelector('input').value = 'typed'));

    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    assert.ok(await browser.evaluate(isUnseen, 'c4'), 'the block with a frame is hidden');
    await browser.evaluate(() => document.getElementById('count').click());
    await popup.click('restore');
    await popup.reaches('restored');
    await browser.evaluate(() => document.getElementById('count').click());

    const state = await browser.evaluate(() => ({
      loads: window.loads,
      clicks: document.getElementById('count').textContent,
      typed: document.querySelector('input').value,
      colour: getComputedStyle(document.querySelector('h1')).color,
      sheets: document.adoptedStyleSheets.length,
    }));
    assert.deepEqual(state, { loads: 2, clicks: '2', typed: 'typed', colour: 'rgb(1, 2, 3)', sheets: 1 });
  });

  it('is not moved by the line of a block that it does not draw itself', async () => {
    const { browser, server } = world;
    const head = '<style>p { padding-bottom: 800px }</style>';
    const popup = await cleanByButton(browser, server.page(articleAround({ head, parsed: `<p>The lamp is old.</p>${promo('unseen').replace('<p', '<p hidden')}` })));
    await browser.evaluate(() => scrollTo(0, 30));
    const unseen = await popup.evaluate(() => {
      const rows = [...document.querySelectorAll('#ledger .row')];
      const unseen = rows.filter((row) => /Ferry to the outer islands/.test(row.textContent));
      // The share bar is in view, and is answered after it.
      for (const row of [...unseen, document.querySelector('[data-reason=share] .row')]) row.dispatchEvent(new Event('focus'));
      return unseen.length;
    });
    assert.equal(unseen, 1);
    await until('the frame', () => browser.evaluate(() => document.querySelector('clean-copy-place') !== null));
    assert.equal(await browser.evaluate(() => scrollY), 30);
  });

  it('brings one block back by its line in the ledger, and hides it again', async () => {
    const { browser, server } = world;
    const popup = await cleanByButton(browser, server.page(articleAround({})));
    const before = await browser.evaluate(hiddenBlocks);
    await popup.evaluate(() => document.querySelectorAll('#ledger details').forEach((group) => group.setAttribute('open', '')));
    await popup.clickSelector('#ledger [data-index="0"]');
    await until('one block to come back', async () => (await browser.evaluate(hiddenBlocks)).length === before.length - 1);
    await popup.clickSelector('#ledger [data-index="0"]');
    await until('the block to go again', async () => (await browser.evaluate(hiddenBlocks)).length === before.length);
    assert.deepEqual(await browser.evaluate(hiddenBlocks), before);
    await popup.clickSelector('#ledger [data-index="0"]');
    const seen = () => ['c1', 'c2', 'c3', 'c4'].filter((id) => document.getElementById(id).checkVisibility());
    await until('it to come back once more', async () => (await browser.evaluate(seen)).length === 1);
    const shown = await browser.evaluate(seen);
    for (const strength of ['focus', 'tidy']) {
      await popup.evaluate(insistedFor, strength);
      assert.deepEqual(await browser.evaluate(seen), shown, `it is seen after a look in ${strength}`);
    }
  });
});
