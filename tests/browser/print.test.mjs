// What is printed, and saved as PDF, of a cleaned page: the cleaned page.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { extractText } from 'unpdf';

import { cleanByButton, inBothBrowsers } from './lib/both.mjs';
import { fixture } from './lib/pages.mjs';

/** The letters and digits of a text: lines are broken and words divided where paper ends. */
const letters = (text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

async function printedText(browser) {
  const { text } = await extractText(new Uint8Array(await browser.print()), { mergePages: true });
  return letters(text);
}

inBothBrowsers('printing', {}, (world) => {
  for (const slug of ['wire-service', 'overlay-wall']) {
    it(`prints ${slug} without what is hidden, and with it once it is restored`, async () => {
      const { browser, server } = world;
      const page = fixture(slug);
      const known = (page.known_failure ?? []).join('\n');
      const url = server.fixture(slug);
      await browser.open(url);
      const before = await printedText(browser);
      const prose = page.must_stay.filter((text) => before.includes(letters(text)));
      const clutter = page.must_go.filter((text) => before.includes(letters(text)) && !known.includes(text));
      assert.ok(prose.length > 3 && clutter.length > 0, 'the page as it is prints prose and clutter');

      const popup = await cleanByButton(browser, url);
      const cleaned = await printedText(browser);
      for (const text of prose) assert.ok(cleaned.includes(letters(text)), `“${text}” is not printed`);
      for (const text of clutter) assert.ok(!cleaned.includes(letters(text)), `“${text}” is printed`);

      await popup.click('restore');
      await popup.reaches('restored');
      await popup.close();
      const restored = await printedText(browser);
      for (const text of clutter) assert.ok(restored.includes(letters(text)), `“${text}” is printed again`);
    });
  }
});
