// Rows of the ledger that the reader's own rules made: the pin takes a rule for this site out, and sets an exception
// against any other; where the clean is refused, the rules count and the popup says so.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST, screenFile } from './lib/both.mjs';
import { openOptions, store, stored } from './lib/options.mjs';
import { QUAY_PAGE } from './lib/picker.mjs';
import { openAll, refusedPage } from './lib/states.mjs';
import { until } from './lib/until.mjs';

const PIN = '[data-reason=your-rule] .keep';
const QUAY_RULE = `${NEWS_HOST}##.quay-notice`;
const NOTE = '! The quay again';

const unseen = (/** @type {string[]} */ ids) => ids.filter((id) => !document.getElementById(id)?.checkVisibility());
const pinIsSet = (/** @type {string} */ pin) => document.querySelector(pin)?.getAttribute('data-set') === 'true';

inBothBrowsers('pins on rows of the reader’s own rules', {}, (world) => {
  /** Opens a page in the popup's hands, with these rules and no other setting. */
  async function cleanWith(rules, page = QUAY_PAGE, state = 'cleaned') {
    const { browser, server } = world;
    await openOptions(browser);
    await store(browser, { version: 2, 'rules:0': rules });
    const popup = await cleanByButton(browser, server.page(page, { host: NEWS_HOST }), state);
    await popup.evaluate(openAll);
    return popup;
  }

  const rulesNow = async () => {
    await openOptions(world.browser);
    return (await stored(world.browser))['rules:0'] ?? '';
  };

  it('takes a rule for this site out, shows all that it hid, and does so on the next visit', async () => {
    const { browser, server } = world;
    const popup = await cleanWith(`${NOTE}\n${QUAY_RULE}\n${NEWS_HOST}##.other\n`);
    assert.deepEqual(await browser.evaluate(unseen, ['q1', 'q2']), ['q1', 'q2']);
    const label = await popup.evaluate((pin) => document.querySelector(pin).getAttribute('aria-label'), PIN);
    assert.match(label, /^Take this rule out: /);
    await popup.clickSelector(PIN);
    await until('both blocks to be seen', async () => (await browser.evaluate(unseen, ['q1', 'q2'])).length === 0);
    await until('every row to say so', () => popup.evaluate((pins) => [...document.querySelectorAll(pins)].every((pin) => pin.getAttribute('data-set') === 'true'), PIN));
    assert.match(await popup.text('ledger'), /Rule taken out/);
    const spoken = await popup.evaluate((pin) => [document.querySelector(pin).getAttribute('aria-label'), document.querySelector(pin).ariaPressed], PIN);
    assert.match(spoken[0], /^Undo: /);
    assert.equal(spoken[1], null, 'words that change say it alone');
    await popup.screenshot(await screenFile(browser, 'popup-rule-taken-out'));
    await popup.close();
    await until('the frame around the last block to go', () => browser.evaluate(() => document.querySelector('clean-copy-place') === null));
    assert.equal(await rulesNow(), `${NOTE}\n${NEWS_HOST}##.other\n`);
    await cleanByButton(browser, server.page(QUAY_PAGE, { host: NEWS_HOST }));
    assert.deepEqual(await browser.evaluate(unseen, ['q1', 'q2']), []);
  });

  it('puts the rule back where it stood', async () => {
    const { browser } = world;
    const rules = `${NOTE}\n${QUAY_RULE}\n${NEWS_HOST}##.other\n`;
    const popup = await cleanWith(rules);
    await popup.clickSelector(PIN);
    await until('the pin to be set', () => popup.evaluate(pinIsSet, PIN));
    await popup.clickSelector(PIN);
    await until('both blocks to go', async () => (await browser.evaluate(unseen, ['q1', 'q2'])).length === 2);
    await until('the pin to be free', async () => !(await popup.evaluate(pinIsSet, PIN)));
    assert.equal(await rulesNow(), rules);
  });

  it('sets an exception against a rule that other sites need, and leaves the rule', async () => {
    const { browser, server } = world;
    const popup = await cleanWith('##.quay-notice\n');
    const label = await popup.evaluate((pin) => document.querySelector(pin).getAttribute('aria-label'), PIN);
    assert.match(label, /^Keep on this site: /);
    await popup.clickSelector(PIN);
    await until('the pin to be set', () => popup.evaluate(pinIsSet, PIN));
    const rules = await rulesNow();
    assert.match(rules, new RegExp(`^##\\.quay-notice\\n${NEWS_HOST}#@#\\S+\\n$`));
    await cleanByButton(browser, server.page(QUAY_PAGE, { host: NEWS_HOST }));
    assert.ok((await browser.evaluate(unseen, ['q1', 'q2'])).length < 2);
  });

  it('is followed at the next press, as are its being confirmed and the strength, where the page stands clean', async () => {
    const { browser } = world;
    let popup = await cleanWith('');
    const press = async (items) => {
      await popup.evaluate((items) => chrome.storage.sync.set(items), items);
      await popup.close();
      await browser.pressButton();
      popup = await browser.popup();
      await popup.reaches('cleaned');
    };
    assert.deepEqual(await browser.evaluate(unseen, ['q1', 'p1']), []);
    await press({ 'rules:0': `${QUAY_RULE}\n${NEWS_HOST}##article > p\n` });
    assert.deepEqual(await browser.evaluate(unseen, ['q1', 'p1']), ['q1']);
    assert.match(await popup.text('held'), /would hide the article/);
    await press({ confirmed: [`${NEWS_HOST}##article > p`] });
    assert.deepEqual(await browser.evaluate(unseen, ['q1', 'p1']), ['q1', 'p1']);
    await press({ strength: 'focus' });
    assert.ok(await popup.isChecked('strength-focus'));
  });

  it('says where a clean is refused that the reader’s rules counted all the same', async () => {
    const { browser } = world;
    const notice = '<div class="quay-notice" id="q1"><b>Quay notice</b> The lower quay is closed on Sundays.</div>';
    const popup = await cleanWith(`${QUAY_RULE}\n`, refusedPage(notice), 'too-much');
    assert.deepEqual(await browser.evaluate(unseen, ['q1', 'p0', 'p1']), ['q1']);
    const said = await popup.text('status');
    assert.match(said, /only what you chose yourself was hidden\. 1 block hidden\.$/);
    assert.doesNotMatch(said, /nothing was hidden/);
    assert.equal(await popup.evaluate(() => document.querySelectorAll('[data-reason=your-rule] .row').length), 1);
    await popup.screenshot(await screenFile(browser, 'popup-too-much-your-rules'));
    await popup.click('restore');
    await popup.reaches('restored');
    assert.deepEqual(await browser.evaluate(unseen, ['q1']), []);
  });

  it('says that nothing was hidden where no rule counts', async () => {
    const popup = await cleanWith('', refusedPage(), 'too-much');
    assert.match(await popup.text('status'), /nothing was hidden/);
    assert.equal(await popup.evaluate(() => document.getElementById('ledger-section').hidden), true);
  });
});
