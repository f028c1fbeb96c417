// The settings page as it is used for long: many sites, settings that came from another browser, changes of mind.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inBothBrowsers } from './lib/both.mjs';
import { fresh, saving, shownText, shows, stored } from './lib/options.mjs';
import { until } from './lib/until.mjs';

/** Sites as another browser of the reader's wrote them. */
const sites = (count) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`site:https://www.paper-${at + 10}.example/*`, { strength: 'focus' }]));

inBothBrowsers('settings, many sites', { display: true }, (world) => {
  const origins = () => world.browser.evaluate(async () => (await chrome.permissions.getAll()).origins);

  it('are allowed by one press where they came from elsewhere, and keep their strength', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, ...sites(1) });
    await shows(browser, '#site-list', /no permission/);
    assert.equal(await shownText(browser, '#sites-allow'), null, 'of one site its row does');
    await fresh(browser, { version: 2, ...sites(3) });
    await saving(browser, async () => {
      await browser.click('#sites-allow');
      await browser.grantPrompt();
    });
    await until('the button to go', async () => (await shownText(browser, '#sites-allow')) === null);
    assert.equal((await origins()).length, 3);
    assert.deepEqual(await stored(browser), { version: 2, ...sites(3) });
    assert.equal(await browser.evaluate(() => document.activeElement?.id), 'site-address');
  });

  it('are allowed without the loss of an address that is being typed', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, ...sites(5) });
    await browser.hands.type('#site-address', 'www.harbour.example');
    await saving(browser, async () => {
      await browser.click('#sites-allow');
      await browser.grantPrompt();
    });
    assert.equal(await browser.evaluate(() => /** @type {any} */ (document.getElementById('site-address')).value), 'www.harbour.example');
  });

  it('leave what follows them near', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, ...sites(60) });
    await shows(browser, '#site-list', /paper-69/);
    const windows = await browser.evaluate(() => document.querySelector('#sites').getBoundingClientRect().height / window.innerHeight);
    assert.ok(windows < 1.2, `the section is ${windows} windows high`);
  });
});

inBothBrowsers('settings, second thoughts', {}, (world) => {
  const header = () => world.browser.evaluate(() => /** @type {any} */ (document.getElementById('header')).value);

  it('bring back the reader’s own lines over a copy', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, copy: { header: 'Mine: {title}', links: 'none' } });
    await until('the lines', async () => (await header()) === 'Mine: {title}');
    for (const button of ['#header-default', '#fields button']) {
      await saving(browser, () => browser.click(button));
      assert.notEqual(await header(), 'Mine: {title}');
      await saving(browser, () => browser.press(browser.key === 'chromium' ? 'Control+z' : 'Ctrl+z'));
      assert.equal(await header(), 'Mine: {title}', button);
    }
  });

  it('in another window are not written over by lines that nobody typed here', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, copy: { header: 'Old', links: 'none' } });
    await until('the lines', async () => (await header()) === 'Old');
    await browser.click('#header');
    await browser.evaluate(() => chrome.storage.sync.set({ copy: { header: 'New', links: 'none' } }));
    await until('the new lines, though the field has the focus', async () => (await header()) === 'New');
    await saving(browser, () => browser.click('#links-wrapped'));
    assert.deepEqual((await stored(browser)).copy, { header: 'New', links: 'wrapped' });
  });

  it('in another window are followed by a field whose lines end as on Windows', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, copy: { header: 'Old\r\nlines', links: 'none' } });
    await until('the lines', async () => (await header()) === 'Old\nlines');
    await browser.evaluate(() => chrome.storage.sync.set({ copy: { header: 'New', links: 'none' } }));
    await until('the new lines', async () => (await header()) === 'New');
  });

  it('are not offered where nothing is to be removed: the button looks as it is', async () => {
    const { browser } = world;
    await fresh(browser);
    const opacity = await browser.evaluate(() => Number(getComputedStyle(document.getElementById('recipes-remove')).opacity));
    assert.ok(opacity < 0.6);
  });
});
