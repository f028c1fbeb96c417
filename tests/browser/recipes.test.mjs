// Recipes: learned from two pages, listed and removed in the settings, out to files and in from them; what they hide
// comes back like everything that is hidden.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inBothBrowsers, screenFile } from './lib/both.mjs';
import { markCount } from './lib/look.mjs';
import { downloaded, fileWith, openOptions, saving, shownText, shows, store } from './lib/options.mjs';
import { learnSites, patternOf, registered, seenWhenClean, selectorsFor, serveSites, SITES, switchOn, visit } from './lib/sites.mjs';
import { until } from './lib/until.mjs';

const [SITE] = SITES;

/** How many elements that the selectors name are drawn. */
const drawn = (browser, selectors) =>
  browser.evaluate((selectors) => {
    const named = [...document.querySelectorAll(selectors.join())];
    return named.filter((element) => element.checkVisibility()).length;
  }, selectors);

inBothBrowsers('recipes', {}, (world) => {
  const row = `[data-host="${SITE.host}"]`;

  /** Opens a page of the learned site and waits until it is clean. */
  async function open(query = '') {
    const { browser, server } = world;
    await browser.open(server.url(SITE.pages[2], SITE.host) + query);
    await browser.evaluate(seenWhenClean);
  }

  it('hide nothing after one page, and are listed as being learned', async () => {
    const { browser, server } = world;
    serveSites(server);
    await switchOn(browser, [SITE.host]);
    await openOptions(browser);
    await shows(browser, '#no-recipes', /Nothing learned/);
    await visit(browser, server, SITE.host, SITE.pages.slice(0, 1));
    await openOptions(browser);
    await shows(browser, row, /Still learning/);
    assert.deepEqual(await registered(browser, 'learned'), []);
  });

  it('hide after two, and the settings tell what', async () => {
    const { browser, server } = world;
    await learnSites(browser, server, [SITE]);
    await shows(browser, row, /\d pages/);
    await browser.click(`${row} summary`);
    const selectors = await selectorsFor(browser, SITE.host);
    const told = await shownText(browser, `${row} ul`);
    for (const selector of selectors) assert.ok(told.includes(selector), `${selector} is not in the list`);
    await browser.screenshot(await screenFile(browser, 'options-recipes'));
  });

  it('give a block back that the reader asks for, and all of them on “Restore”', async () => {
    const { browser } = world;
    const selectors = await selectorsFor(browser, SITE.host);
    await open();
    assert.equal(await drawn(browser, selectors), 0);
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await popup.clickSelector('#ledger summary');
    await popup.clickSelector('#ledger .row');
    await until('the block to be seen', async () => (await drawn(browser, selectors)) > 0);
    await popup.click('restore');
    await popup.reaches('restored');
    assert.equal(await browser.evaluate(markCount), 0);
    const all = await browser.evaluate((list) => document.querySelectorAll(list).length, selectors.join());
    assert.equal(await drawn(browser, selectors), all);
  });

  it('leave the article in its column of a grid', async () => {
    const { browser } = world;
    await openOptions(browser);
    const selectors = await selectorsFor(browser, SITE.host);
    await open(`?style=${encodeURIComponent('body{display:grid;grid-template-columns:300px 1fr} .top{grid-column:1/-1}')}`);
    const isLearned = (list) => document.querySelector('.alert-signup').matches(list);
    assert.ok(await browser.evaluate(isLearned, selectors.join()), 'what stands before it is learned');
    await until('it to stand there', () => browser.evaluate(() => document.querySelector('.frame').getBoundingClientRect().left >= 300));
    assert.equal(await browser.evaluate(() => document.querySelector('.alert-signup').checkVisibility({ visibilityProperty: true })), false);
  });

  it('leave no room of a bar that they hide', async () => {
    const { browser } = world;
    await open(`?style=${encodeURIComponent('div.alert-signup{position:fixed;inset:0 0 auto;height:48px;overflow:hidden;margin:0;padding:0} body{padding-top:48px}')}`);
    await until('its padding to go', () => browser.evaluate(() => getComputedStyle(document.body).paddingTop === '0px'));
  });

  it('let a row lead to what they hide, and back', async () => {
    const { browser } = world;
    await open();
    // In Chromium the fields of a form come before what extensions ask it, too.
    await browser.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<form class="newsletter-signup" id="late"><p>Sign up for our newsletter</p><input name="closest"><input name="querySelector"><button>Sign up</button></form>'));
    await until('the form to go', () => browser.evaluate(() => !document.getElementById('late').checkVisibility()));
    const start = await browser.evaluate(() => {
      document.body.style.paddingBottom = '6000px';
      scrollTo(0, 6000);
      return scrollY;
    });
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    const tell = (event, at) => popup.evaluate((event, at) => document.querySelectorAll('#ledger .row')[at].dispatchEvent(new Event(event)), event, at);
    const placed = (isPlaced) => until(`a frame: ${isPlaced}`, () => browser.evaluate((is) => (document.querySelector('clean-copy-place') !== null) === is, isPlaced));
    await tell('mouseenter', 0);
    await placed(true);
    assert.ok((await browser.evaluate(() => scrollY)) < start - 2000, 'the block is far above');
    await tell('mouseleave', 0);
    await placed(false);
    assert.equal(await browser.evaluate(() => scrollY), start);
    await popup.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll('#ledger .row')].find((row) => /Sign up for our newsletter/.test(row.textContent))).click());
    await until('the form to be seen', () => browser.evaluate(() => document.getElementById('late').checkVisibility()));
    await popup.reaches('cleaned');
    await popup.close();
    assert.notEqual(await browser.evaluate(() => scrollY), start, 'what is shown again stays in sight');
  });

  it('show at once what they hid wrongly, and forget it', async () => {
    const { browser } = world;
    await openOptions(browser);
    const [selector] = (await selectorsFor(browser, SITE.host)).filter((each) => /^\.[\w-]+$/.test(each));
    await open(`?renamed=${selector.slice(1)}`);
    const paragraphs = await browser.evaluate((selector) => document.querySelectorAll(selector).length, `p${selector}`);
    assert.ok(paragraphs > 3);
    assert.equal(await drawn(browser, [`p${selector}`]), paragraphs);
    await openOptions(browser);
    await until('the selector to be forgotten', async () => !(await selectorsFor(browser, SITE.host)).includes(selector));
  });

  it('go out to a file and come in from it', async () => {
    const { browser } = world;
    await openOptions(browser);
    const before = await selectorsFor(browser, SITE.host);
    await browser.click('#recipes-export');
    const text = await downloaded(browser, 'clean-copy-recipes.json');
    await saving(browser, () => browser.click(`${row} .remove`));
    await until('the row to go', async () => (await shownText(browser, row)) === null);
    await until('nothing to wait for it', async () => (await registered(browser, 'learned')).length === 0);
    await browser.hands.chooseFile('#recipes-import', await fileWith(browser, 'recipes.json', text));
    await shows(browser, '#recipes-answer', /1 recipe added/);
    assert.deepEqual(await selectorsFor(browser, SITE.host), before);
    await until('the recipe to be in use', async () => (await registered(browser, 'learned')).includes(patternOf(SITE.host)));
  });

  it('are taken from no file that holds anything else', async () => {
    const { browser } = world;
    await openOptions(browser);
    const bad = ['{', '[]', '{"kind":"clean-copy-settings","version":1,"recipes":[]}', '{"kind":"clean-copy-recipes","version":1,"recipes":["{}"]}'];
    for (const text of bad) {
      await browser.evaluate(() => (document.getElementById('recipes-answer').textContent = ''));
      await browser.hands.chooseFile('#recipes-import', await fileWith(browser, 'bad.json', text));
      await shows(browser, '#recipes-answer', /no recipes/);
    }
  });

  it('stay when everything else is reset, if the reader says so, and go with it otherwise', async () => {
    const { browser } = world;
    await openOptions(browser);
    await store(browser, { version: 2, strength: 'focus' });
    await browser.click('#reset-all');
    await browser.click('#confirm-also');
    await saving(browser, () => browser.click('#confirm-yes'));
    await openOptions(browser);
    await until('the recipe to be there', () => shownText(browser, row));
    await browser.click('#reset-all');
    await saving(browser, () => browser.click('#confirm-yes'));
    await until('the recipe to go', async () => (await shownText(browser, row)) === null);
    await shows(browser, '#no-recipes', /Nothing learned/);
  });
});
