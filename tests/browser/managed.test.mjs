// What an administrator set: it counts, the settings page shows it locked, and the reader's own stays beside it.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, NEWS_HOST, OTHER_HOST, screenFile } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { openOptions, saving, shownText, shows, store, stored } from './lib/options.mjs';
import { until } from './lib/until.mjs';

const managed = {
  strength: 'focus',
  sites: [{ pattern: `http://${NEWS_HOST}/*` }, { pattern: '*://*/*' }],
  rules: [`${NEWS_HOST}##.poll`],
  packsOff: ['de'],
  copy: { header: 'Internal: {title}' },
};

/** Runs in the popup: the storages that the extension's scripts in the page can read. */
async function readFromPage() {
  const [{ id }] = await chrome.tabs.query({ active: true, currentWindow: true });
  const readable = async () => {
    const areas = ['sync', 'managed', 'local'];
    const tried = areas.map((area) => chrome.storage[area].get(null).then(() => [area], () => []));
    return (await Promise.all(tried)).flat();
  };
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: id }, func: readable });
  return result;
}

inBothBrowsers('managed settings', { display: true, managed }, (world) => {
  const disabled = (selector) => world.browser.evaluate((each) => document.querySelector(each).matches(':disabled, :read-only:not(select, fieldset)'), selector);

  it('are shown as set by the organization, and can not be changed', async () => {
    const { browser } = world;
    await until('the settings to be set', async () => {
      await openOptions(browser);
      return disabled('#strength');
    });
    assert.equal(await browser.evaluate(() => /** @type {any} */ (document.getElementById('strength-focus')).checked), true);
    for (const section of ['strength', 'header', 'packs']) {
      assert.equal(await shownText(browser, `#${section}-locked`), 'Set by your organization');
    }
    assert.equal(await disabled('#header'), true);
    assert.equal(await shownText(browser, '#header-default'), null);
    assert.equal(await disabled('#pack-de'), true);
    assert.equal(await shownText(browser, '#managed-rules-text'), `${NEWS_HOST}##.poll`);
    await shows(browser, '#preview', /^Internal: The lamp/);
    await browser.screenshot(await screenFile(browser, 'options-managed'));
  });

  it('list a site that can not be removed, and no site that is none', async () => {
    const { browser } = world;
    await openOptions(browser);
    const rows = await browser.evaluate(() => Array.from(document.querySelectorAll('#site-list li'), (row) => /** @type {any} */ (row).innerText));
    assert.equal(rows.length, 1);
    assert.match(rows[0], new RegExp(`${NEWS_HOST}[^]*Set by your organization[^]*Allow`));
    assert.doesNotMatch(rows[0], /Remove/);
    // What Allow and the popup's switch ask for: the permission, and no site of the reader's own.
    const always = { to: 'background', type: 'always', patterns: [`http://${NEWS_HOST}/*`], on: true };
    assert.deepEqual(await browser.evaluate((message) => chrome.runtime.sendMessage(message), always), { saved: true });
    assert.deepEqual(Object.keys(await stored(browser)).filter((key) => key.startsWith('site:')), []);
  });

  it('count on pages, beside the reader’s own', async () => {
    const { browser, server } = world;
    await openOptions(browser);
    await store(browser, { version: 2, strength: 'tidy', 'rules:0': `${NEWS_HOST}##.quiz\n` });
    const parsed = '<p class="poll">Do you like lighthouses?</p><p class="quiz">How high is the tower?</p>';
    const popup = await cleanByButton(browser, server.page(articleAround({ parsed }), { host: NEWS_HOST }));
    const isShown = (selector) => browser.evaluate((each) => document.querySelector(each).checkVisibility(), selector);
    assert.equal(await isShown('.poll'), false);
    assert.equal(await isShown('.quiz'), false);
    assert.equal(await popup.isChecked('strength-focus'), true);
    assert.equal(await popup.evaluate(() => /** @type {any} */ (document.getElementById('strength')).disabled), true);
    const read = await popup.evaluate(readFromPage);
    const hidden = browser.key === 'chromium' ? [] : ['sync', 'managed'];
    assert.deepEqual(read, [...hidden, 'local'], 'what scripts in pages can read');
  });

  it('leave what they say nothing of to the reader', async () => {
    const { browser } = world;
    await openOptions(browser);
    await saving(browser, () => browser.click('#links-wrapped'));
    assert.deepEqual((await stored(browser)).copy, { links: 'wrapped' });
    await shows(browser, '#preview', /^Internal: [^]*<https:/);
  });
});

inBothBrowsers('a site whose strength is managed', { managed: { sites: [{ pattern: `http://${NEWS_HOST}/*`, strength: 'focus' }] } }, (world) => {
  it('offers no other one in the popup, and other sites do', async () => {
    const { browser, server } = world;
    const locked = (popup) => popup.evaluate(() => /** @type {any} */ (document.getElementById('strength')).disabled);
    await until('the settings to be set', async () => {
      const popup = await cleanByButton(browser, server.page(articleAround({}), { host: NEWS_HOST }));
      return locked(popup);
    });
    const popup = await cleanByButton(browser, server.page(articleAround({}), { host: OTHER_HOST }));
    assert.equal(await locked(popup), false);
  });
});
