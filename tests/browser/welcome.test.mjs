// The first-run page: opens once, cleans and copies its own sample with the real core, and asks for nothing.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inBothBrowsers, screenFile } from './lib/both.mjs';
import { assertSameText, unheard } from './lib/look.mjs';
import { shownText, shows } from './lib/options.mjs';
import { until } from './lib/until.mjs';

inBothBrowsers('the first-run page', { welcome: true }, (world) => {
  const ready = () =>
    until('the page to be ready', () => world.browser.evaluate(() => document.body?.dataset.state === 'ready'));
  const frame = () =>
    world.browser.evaluate(() => {
      const { documentElement, body } = /** @type {HTMLIFrameElement} */ (document.getElementById('sample')).contentDocument;
      return { source: documentElement.outerHTML, text: body.innerText };
    });
  const sampleIs = (state) =>
    until(`the sample to be ${state}`, () => world.browser.evaluate((to) => document.body.dataset.sample === to, state));

  it('opens after the installation, with a sample in its clutter', async () => {
    const { browser } = world;
    await ready();
    assert.deepEqual(await browser.evaluate(unheard), []);
    const { text } = await frame();
    for (const clutter of ['Tweet', 'Also on example.com', 'newsletter', 'Related stories', 'cookies', 'Everything must go']) {
      assert.match(text, new RegExp(clutter));
    }
    await browser.screenshot(await screenFile(browser, 'welcome'));
  });

  it('cleans the sample in place when the button is pressed, and says what went', async () => {
    const { browser } = world;
    const before = await frame();
    await browser.click('#press');
    await sampleIs('cleaned');
    const { text } = await frame();
    for (const clutter of ['Tweet', 'Also on example.com', 'newsletter', 'Related stories', 'cookies', 'Everything must go']) {
      assert.doesNotMatch(text, new RegExp(clutter));
    }
    for (const kept of ['Fellmouth Observer', 'Letters', 'The light at dusk', 'harbour council', 'Ida Brandt', 'Nine volunteers', 'in 1871']) {
      assert.match(text, new RegExp(kept));
    }
    await shows(browser, '#sample-status', /^\d+ blocks hidden$/);
    await shows(browser, '#sample-reasons', /Share buttons[^]*Newsletter/);
    await browser.screenshot(await screenFile(browser, 'welcome-cleaned'));

    await browser.click('#try-clean');
    await sampleIs('restored');
    const restored = await frame();
    assertSameText(restored.source, before.source, 'the sample is what it was');
    assert.equal(restored.text, before.text);
  });

  it('copies the article to the clipboard and shows what is there', async () => {
    const { browser } = world;
    await browser.clearClipboard();
    await browser.click('#try-copy');
    await shows(browser, '#copy-status', /copied/i);
    const shown = await shownText(browser, '#clipboard-text');
    const { plain, html } = await browser.readClipboard();
    assert.match(plain, /^The lamp of Fellmouth stays lit\n/);
    assert.equal(plain.trim(), shown);
    assert.match(html, /<h1[^>]*>The lamp of Fellmouth stays lit<\/h1>/);
    assert.doesNotMatch(plain, /Tweet|newsletter|Also on/);
  });

  it('asks for no permission, and leads to the settings', async () => {
    const { browser } = world;
    const held = await browser.evaluate(() => chrome.permissions.getAll());
    assert.deepEqual(held.origins, []);
    await browser.click('#options');
    const address = await browser.extensionUrl('options/options.html');
    await until('the settings to open', async () => (await browser.hands.tabs()).includes(address));
    await browser.hands.closeOtherTabs();
  });

  for (const scheme of ['light', 'dark']) {
    it(`fits in 320 pixels and in both directions, ${scheme}`, async () => {
      const { browser } = world;
      await browser.hands.colours(scheme);
      await browser.open(await browser.extensionUrl('welcome/welcome.html'));
      await ready();
      await browser.screenshot(await screenFile(browser, `welcome-${scheme}`));
      for (const direction of ['ltr', 'rtl']) {
        await browser.evaluate((to) => (document.documentElement.dir = to), direction);
        await browser.hands.narrow(320);
        assert.equal(await browser.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
        await browser.screenshot(await screenFile(browser, `welcome-${scheme}-${direction}-narrow`));
        await browser.hands.narrow(0);
      }
    });
  }

  it('does not open again with the browser', async () => {
    const { browser } = world;
    await browser.restart();
    const address = await browser.extensionUrl('welcome/welcome.html');
    await browser.open(await browser.extensionUrl('options/options.html'));
    await until('the settings to be shown', () => browser.evaluate(() => document.body.dataset.state === 'ready'));
    assert.ok(!(await browser.hands.tabs()).includes(address));
  });
});
