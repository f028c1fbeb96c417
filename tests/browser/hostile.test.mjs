// Pages that mean harm: none of them breaks the page for its reader, loses a word of the article or keeps the page from
// coming back as it was; and the popup says one thing that is true.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { BYTES } from '../hostile/bytes.mjs';
import { CLOBBERED } from '../hostile/clobbered.mjs';
import { DISGUISED } from '../hostile/disguised.mjs';
import { FORGED } from '../hostile/forged.mjs';
import { bodyOf, CLUTTER_IDS } from '../hostile/models.mjs';
import { POLICIES } from '../hostile/policies.mjs';
import { RESTLESS } from '../hostile/restless.mjs';
import { inBothBrowsers } from './lib/both.mjs';
import { assertSameText } from './lib/look.mjs';
import { pageSeen, popupSeen } from './lib/suspect.mjs';
import { until } from './lib/until.mjs';
import { word } from './lib/words.mjs';

const KINDS = {
  'named after what we call': CLOBBERED,
  'forged in our name': FORGED,
  'under our hands': RESTLESS,
  'under a policy': POLICIES,
  'of strange characters': BYTES,
  'in disguise': DISGUISED,
};

/** The popup is at rest in one of the states, says so, and shows page text as text. */
async function assertClearState(browser, popup, states) {
  const state = await popup.reaches(...states);
  const { said, foreign, ran } = await popup.evaluate(popupSeen);
  if (state === 'cleaned') assert.match(said, /\d/, 'the popup counts');
  else assert.ok(said.includes(word(browser, `state_${state.replaceAll('-', '_')}`)), `the popup says: ${said}`);
  assert.deepEqual({ foreign, ran }, { foreign: [], ran: false });
  return state;
}

/** What the page says must go is hidden, and nothing of the article is. */
async function assertArticleStands(browser, { gone = CLUTTER_IDS, unseen = false }, state) {
  if (state === 'cleaned') {
    await until(`${gone} to be hidden`, async () => {
      const { seen } = await browser.evaluate(pageSeen);
      return !gone.some((id) => seen.includes(id));
    });
  }
  const { seen, prose } = await browser.evaluate(pageSeen);
  if (!unseen) assert.deepEqual(prose.filter((id) => !seen.includes(id)), [], 'all paragraphs are to be seen');
}

async function assertRestores(browser, popup, { marks = 0, restless = false }, before) {
  if (await popup.evaluate(() => !document.getElementById('restore').hidden)) {
    await popup.click('restore');
    await popup.reaches('restored');
  }
  await until('our marks to go', async () => {
    const left = (await browser.evaluate(pageSeen)).marks;
    if (left !== marks) throw new Error(`${left} elements are marked`);
    return true;
  });
  const after = await browser.evaluate(pageSeen);
  if (!restless) assertSameText(after.source, before.source, 'the page is what it was');
  assert.deepEqual(after.errors, before.errors, 'no script of the page has failed for us');
}

for (const [kind, models] of Object.entries(KINDS)) {
  inBothBrowsers(`a page ${kind}`, {}, (world) => {
    for (const [what, model] of Object.entries(models)) {
      it(`stands, is clean and comes back: ${what}`, async () => {
        const { browser, server } = world;
        await browser.open(server.page(bodyOf(model), { headers: model.headers }));
        const before = await browser.evaluate(pageSeen);
        await browser.pressButton();
        const popup = await browser.popup();
        const state = await assertClearState(browser, popup, model.states ?? ['cleaned']);
        await assertArticleStands(browser, model, state);
        await assertRestores(browser, popup, model, before);
      });
    }
  });
}
