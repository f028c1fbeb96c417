// Pages that are no pages, or that no one should have to read: a clear sentence, nothing hidden, nothing lost, no hang.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inBothBrowsers, screenFile } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { markCount, source } from './lib/look.mjs';
import { within } from './lib/until.mjs';
import { word } from './lib/words.mjs';

const PATIENCE_MS = 60_000;
const MEGABYTE = 2 ** 20;

/** A PDF of one empty page. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

const WORDS = 'the keeper of lighthouse wrote that every ship tide storm lamp evening harbour had seen before winter and'.split(' ');

/** Prose of about this length, no two paragraphs alike: a page that a browser can still lay out within seconds. */
function prose(length) {
  const paragraphs = [];
  for (let seed = 1, written = 0; written < length; written += paragraphs.at(-1).length) {
    const words = Array.from({ length: 70 }, () => {
      seed = (seed * 48271) % 2147483647;
      return WORDS[seed % WORDS.length];
    });
    paragraphs.push(`<p>In the year ${seed % 2000} ${words.join(' ')}.</p>\n`);
  }
  return paragraphs.join('');
}

/** What is not a page with an article: the popup says one of these, and the page stays as it is. */
const REFUSED = {
  'an empty page': { body: '', states: ['nothing', 'not-an-article'] },
  'a page without anything in its body': { body: '<!doctype html><title>t</title><body></body>', states: ['nothing', 'not-an-article'] },
  'a frameset': {
    body: '<!doctype html><html><head><title>f</title></head><frameset cols="50%,50%"><frame src="about:blank"><frame src="about:blank"></frameset></html>',
    states: ['nothing', 'not-an-article'],
  },
  'a page of noise': { body: Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251)), states: ['nothing', 'not-an-article'] },
  'an SVG picture': {
    type: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><title>t</title><rect class="promo" width="50" height="50"/></svg>',
    states: ['not-a-page'],
  },
  'an XML document': { type: 'application/xml', body: '<?xml version="1.0"?><news><promo>Also on</promo></news>', states: ['not-a-page'] },
  'a plain text': { type: 'text/plain', body: 'Also on example.com: a text.', states: ['not-a-page'] },
  'a PDF': { type: 'application/pdf', body: PDF, states: ['not-a-page', 'not-allowed'], unwatched: true },
};

/** Pages of the browser itself, which no extension may touch. */
const INTERNAL = {
  chromium: ['chrome://version/', 'chrome://extensions/'],
  firefox: ['about:addons', 'about:config'],
};

/** Pages that are hard to read but have an article: the same blocks go as in the plain one, or nothing does. */
const HARD = {
  'a page of 10 megabytes': {
    body: () => articleAround({ parsed: prose(10 * MEGABYTE) }),
    states: ['cleaned'],
  },
  'a page of 100,000 nested elements': {
    // Of nested <div>s Firefox needs 20 seconds to build the tree, without any extension.
    body: () => articleAround({ parsed: '<span>'.repeat(100_000) + 'deep' }),
    states: ['cleaned', 'unreadable', 'not-an-article', 'too-much', 'nothing'],
  },
  'a page that changes all the time': {
    body: () =>
      articleAround({
        script: `setInterval(() => {
          here.replaceChildren(...Array.from({ length: Math.random() * 9 }, () => document.createElement('b')));
        }, 1);`,
      }),
    states: ['cleaned', 'page-changed'],
  },
};

const textOfParagraphs = () => [...document.querySelectorAll('p[id^=p]')].filter((p) => p.checkVisibility()).length;

async function pressAndWait(browser, states) {
  await within('an answer of the popup', browser.pressButton(), PATIENCE_MS);
  const popup = await browser.popup();
  const state = await popup.reaches(...states);
  return { popup, state };
}

async function assertSentence(browser, popup, state) {
  const sentence = word(browser, `state_${state.replaceAll('-', '_')}`);
  assert.ok((await popup.text('status')).includes(sentence), `the popup says: ${await popup.text()}`);
}

inBothBrowsers('bad input', {}, (world) => {
  for (const [what, { body, type, states, unwatched }] of Object.entries(REFUSED)) {
    it(`says what is wrong with ${what}, and leaves it alone`, async () => {
      const { browser, server } = world;
      const url = server.page(body, { type });
      if (unwatched) await browser.openUnwatched(url);
      else await browser.open(url);
      const before = unwatched ? undefined : await browser.evaluate(source);
      const { popup, state } = await pressAndWait(browser, states);
      await assertSentence(browser, popup, state);
      assert.ok(await popup.evaluate(() => document.getElementById('restore').hidden), 'there is nothing to restore');
      if (!unwatched) assert.equal(await browser.evaluate(source), before);
    });
  }

  it('says that the browser lets no extension touch its own pages', async () => {
    const { browser } = world;
    for (const url of INTERNAL[browser.key]) {
      await browser.openUnwatched(url);
      const { popup } = await pressAndWait(browser, ['not-allowed']);
      await assertSentence(browser, popup, 'not-allowed');
      await popup.screenshot(await screenFile(browser, 'popup-not-allowed'));
      await popup.close();
    }
  });

  for (const [what, { body, states }] of Object.entries(HARD)) {
    it(`neither hangs nor loses anything on ${what}`, async () => {
      const { browser, server } = world;
      await browser.open(server.page(body()));
      const paragraphs = await browser.evaluate(textOfParagraphs);
      const { popup, state } = await pressAndWait(browser, states);
      if (state !== 'cleaned') await assertSentence(browser, popup, state);
      assert.equal(await browser.evaluate(textOfParagraphs), paragraphs, 'all paragraphs are to be seen');
      if (state === 'cleaned') {
        await popup.click('restore');
        await popup.reaches('restored');
      }
      assert.equal(await browser.evaluate(markCount), 0);
    });
  }

  it('hides nothing on a page that is replaced while it is read', async () => {
    const { browser, server } = world;
    const script = `setInterval(() => {
      const fresh = document.documentElement.cloneNode(true);
      document.replaceChild(fresh, document.documentElement);
    }, 1);`;
    await browser.open(server.page(articleAround({ script })));
    const { popup, state } = await pressAndWait(browser, ['page-changed']);
    await assertSentence(browser, popup, state);
    assert.equal(await browser.evaluate(markCount), 0);
    await browser.open('about:blank');
  });

  it('survives a page that goes elsewhere while it is read', async () => {
    const { browser, server } = world;
    const next = server.page(articleAround({}));
    await browser.open(server.page(articleAround({})));
    await browser.pressButton();
    await browser.open(next);
    const { popup } = await pressAndWait(browser, ['cleaned']);
    await popup.click('restore');
    await popup.reaches('restored');
  });
});
