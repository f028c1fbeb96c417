// The settings page: what copies look like, and the languages that are known. What is changed there is saved, and counts on the
// next page.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { cleanByButton, inBothBrowsers, screenFile } from './lib/both.mjs';
import { hiddenBlocks } from './lib/look.mjs';
import { fresh, openOptions, saving, shownText, shows, stored } from './lib/options.mjs';
import { until } from './lib/until.mjs';

inBothBrowsers('settings, copies and languages', { display: true }, (world) => {
  it('shows on a sample what a header becomes, and copies it so', async () => {
    const { browser, server } = world;
    await fresh(browser);
    const sample = await until('a preview', () => shownText(browser, '#preview'));
    assert.match(sample, /^The lamp of Fellmouth stays lit\nMarta Ellwood · /);
    await saving(browser, () => browser.hands.type('#header', 'From {site}: {title}\nby {byline}'));
    await shows(browser, '#preview', /^From The Fellmouth Observer: The lamp of Fellmouth stays lit\nby Marta Ellwood\n/);
    await saving(browser, () => browser.click('#links-wrapped'));
    await shows(browser, '#preview', /the lamps of the fish market <https:\/\/www\.example\.com\/harbour\/market-lamps>/);
    await browser.screenshot(await screenFile(browser, 'options-copies'));

    const popup = await cleanByButton(browser, server.fixture('wire-service'));
    await popup.click('copy-text');
    await until('the popup to say that it was copied', async () => /copied/i.test(await popup.text('answer')));
    const { plain } = await browser.readClipboard();
    // The page names no author, so that line is left out.
    assert.match(plain, /^From Meridian Wire: No pause on Sunday[^\n]+\n\nMarit/);
  });

  it('goes back to the standard lines, which are the core’s own', async () => {
    const { browser } = world;
    await fresh(browser, { version: 2, copy: { header: '{url}', links: 'none' } });
    await saving(browser, () => browser.click('#header-default'));
    assert.deepEqual((await stored(browser)).copy, { links: 'none' });
    const written = await shownText(browser, '#preview');
    await openOptions(browser);
    assert.equal(await until('a preview', () => shownText(browser, '#preview')), written);
  });

  it('names the language packs, and has one that is off recognize nothing', async () => {
    const { browser, server } = world;
    const page = server.fixture('german-news');
    await fresh(browser);
    await shows(browser, '#pack-list', /German\s+Deutsch/);
    await cleanByButton(browser, page);
    const before = (await browser.evaluate(hiddenBlocks)).length;
    await openOptions(browser);
    await saving(browser, () => browser.click('#pack-de'));
    assert.deepEqual((await stored(browser)).packsOff, ['de']);
    await cleanByButton(browser, page);
    const after = await browser.evaluate(hiddenBlocks);
    assert.ok(after.length < before, `as much is hidden without the pack: ${after}`);
  });
});
