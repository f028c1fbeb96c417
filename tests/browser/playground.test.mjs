// The playground: the same core on a web page, for pages that are pasted, dropped or taken from the samples.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, it } from 'node:test';

import { inBothBrowsers, screenFile } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { words } from './lib/look.mjs';
import { fixture } from './lib/pages.mjs';
import { PAGES, ROOT, WWW } from './lib/paths.mjs';
import { until } from './lib/until.mjs';

const PLAIN = path.join(ROOT, 'tests/plain');

/** What the playground shows. */
const shown = () => {
  const text = (id) => document.getElementById(id).textContent;
  const page = (/** @type {string} */ id) => window[id].contentDocument?.body?.innerText ?? '';
  return {
    status: text('status'),
    before: page('before'),
    after: page('after'),
    ledger: text('ledger'),
    text: text('text'),
    markdown: text('markdown'),
    plainAfter: text('plain-after'),
  };
};

const fill = (text) => {
  document.querySelector('textarea').value = text;
};

inBothBrowsers('the playground', {}, (world) => {
  let url;
  before(() => {
    url = world.server.folder('www', WWW);
  });

  const openPlayground = async () => {
    await world.browser.open(url);
    const ready = () => document.querySelector('#input button[type=submit]').matches(':enabled');
    await until('the playground to load its core', () => world.browser.evaluate(ready));
  };

  const clean = async (text) => {
    await openPlayground();
    await world.browser.evaluate(fill, text);
    await world.browser.click('#input button[type=submit]');
    return until('a result', async () => {
      const result = await world.browser.evaluate(shown);
      return result.text && result;
    });
  };

  const assertCleaned = (result, page) => {
    const [before, after, text] = [result.before, result.after, result.text].map(words);
    const visible = page.must_go.map(words).filter((clutter) => before.includes(clutter));
    assert.ok(visible.length > 0, 'the page before shows its clutter');
    assert.deepEqual(visible.filter((clutter) => after.includes(clutter)), [], 'clutter in the page after');
    assert.deepEqual(visible.filter((clutter) => text.includes(clutter)), [], 'clutter in the text');
    assert.ok(text.includes(words(page.title)), 'the headline is in the text');
    assert.match(result.markdown, /^# /m);
    assert.match(result.ledger, /Also on/, 'the ledger shows the promo');
  };

  it('cleans pasted HTML: before, after, ledger, text and Markdown appear', async () => {
    const result = await clean(readFileSync(path.join(PAGES, 'wire-service/page.html'), 'utf8'));
    assertCleaned(result, fixture('wire-service'));
    await world.browser.screenshot(await screenFile(world.browser, 'playground'));
  });

  it('sees what lies over the page though its layer has no size', async () => {
    const wall = `<div style="position:fixed;top:0;left:0;width:0;height:0;z-index:9"><div style="position:absolute;width:90vw;height:90vh;background:#fff">The quay is closed on Sundays.</div></div>`;
    const { ledger } = await clean(articleAround({ head: '<style>p { margin-bottom: 300px }</style>' }).replace('</body>', `${wall}</body>`));
    assert.match(ledger, /closed on Sundays\.covers the page/);
  });

  it('leaves out of the text what the page does not render', async () => {
    const line = '<p>The tower, as the keeper said before he left, stands <span class="tip">a fathom is six feet</span> forty fathoms above the harbour.</p>';
    const textWith = async (head) => (await clean(articleAround({ parsed: line, head }))).text;
    assert.match(await textWith(''), /six feet/);
    const text = await textWith('<style>.tip { display: none }</style>');
    assert.doesNotMatch(text, /six feet/);
    assert.match(text, /forty fathoms/);
  });

  it('restores the page and cleans it again', async () => {
    const { browser } = world;
    const result = await clean(readFileSync(path.join(PAGES, 'wire-service/page.html'), 'utf8'));
    await browser.click('#restore');
    await until('the page to be restored', async () => (await browser.evaluate(shown)).after === result.before);
    await browser.click('#restore');
    await until('the page to be clean again', async () => (await browser.evaluate(shown)).after === result.after);
  });

  for (const name of readdirSync(PLAIN).filter((name) => name.endsWith('.expected.txt'))) {
    it(`cleans pasted text: ${name.replace('.expected.txt', '')}`, async () => {
      const { browser } = world;
      await openPlayground();
      await browser.evaluate(fill, readFileSync(path.join(PLAIN, name.replace('.expected', '')), 'utf8'));
      await browser.click('#input button[type=submit]');
      const result = await until('a result', async () => {
        const result = await browser.evaluate(shown);
        return result.plainAfter && result;
      });
      assert.equal(result.plainAfter.trim(), readFileSync(path.join(PLAIN, name), 'utf8').trim());
    });
  }

  it('cleans a sample from its list', async () => {
    const { browser } = world;
    await openPlayground();
    await until('the samples', () => browser.evaluate(() => document.querySelector('select').options.length > 1));
    const title = await browser.evaluate(() => {
      const list = document.querySelector('select');
      list.selectedIndex = 1;
      list.dispatchEvent(new window.Event('change', { bubbles: true }));
      return list.selectedOptions[0].text;
    });
    const result = await until(`the sample “${title}”`, async () => {
      const result = await browser.evaluate(shown);
      return result.text && result;
    });
    assert.notEqual(result.before, '');
    assert.notEqual(result.ledger, '');
  });

  it('cleans a file that is dropped on it', async () => {
    const { browser } = world;
    await openPlayground();
    await browser.evaluate((html) => {
      const data = new window.DataTransfer();
      data.items.add(new window.File([html], 'saved.html', { type: 'text/html' }));
      document.body.dispatchEvent(new window.DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, readFileSync(path.join(PAGES, 'wire-service/page.html'), 'utf8'));
    await until('the dropped page', async () => {
      const { text } = await browser.evaluate(shown);
      return words(text).includes(words(fixture('wire-service').title));
    });
  });

  it('runs nothing that a pasted page brings', async () => {
    const { browser } = world;
    const attack = '<script>parent.attacked = 1</script><img src="x" onerror="parent.attacked = 2">';
    await clean(articleAround({ parsed: attack, head: `<title>${attack}</title>` }));
    assert.equal(await browser.evaluate(() => typeof window.attacked), 'undefined');
  });
});
