// A site that was learned shows none of its clutter on the next visit, not in one frame.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, it } from 'node:test';

import { inBothBrowsers, screenFile } from './lib/both.mjs';
import * as sites from './lib/sites.mjs';
import { until } from './lib/until.mjs';

const { SITES, SITE_HOSTS, WATCHED } = sites;
const LOADS = 10;
/** Of so many sites the frames are captured. */
const FILMED = 2;

inBothBrowsers('a learned site', { everyFrame: true }, (world) => {
  /** By host: what its recipe hides. */
  const recipes = new Map();

  before(async () => {
    const { browser, server } = world;
    const watch = sites.serveSites(server);
    await sites.switchOn(browser, SITE_HOSTS);
    await sites.learnSites(browser, server, SITES);
    for (const { host } of SITES) recipes.set(host, await sites.selectorsFor(browser, host));
    for (const [host, selectors] of recipes) watch(host, selectors);
  });

  const addressOf = ({ host, pages }, at, query = '') => world.server.url(pages[at % pages.length] + query, host);

  /** How many pixels of clutter there are in pictures. */
  const clutterIn = (pictures) =>
    Promise.all(pictures.map((picture) => world.browser.evaluate(sites.pixelsOf, picture, WATCHED)));

  async function picture(name) {
    const file = await screenFile(world.browser, name);
    await world.browser.screenshot(file);
    return readFile(file, 'base64');
  }

  /** A picture of a page of which only the first half has come, but which was drawn three times. */
  async function halfLoaded(site, name) {
    const { browser } = world;
    await browser.evaluate((address) => void (location.href = address), addressOf(site, 2, '?held'));
    // The page before may be held as well, and stands until this one comes.
    const drawn = () => browser.evaluate((host) => location.hostname === host && location.search === '?held' && window.seen?.painted >= 3, site.host);
    await until('the first half to be drawn', drawn);
    const taken = await picture(name);
    await browser.evaluate(() => void window.goOn());
    return taken;
  }

  for (const site of SITES) {
    it(`${site.name} shows no clutter in any frame of ${LOADS} loads`, async () => {
      const { browser } = world;
      const selectors = recipes.get(site.host);
      assert.ok(selectors.length >= 3, `the recipe is small: ${selectors}`);
      for (let load = 0; load < LOADS; load++) {
        await browser.open(addressOf(site, load));
        const { frames, painted, sightings, what } = await browser.evaluate(sites.seenWhenClean);
        assert.ok(painted >= 3, `the page was drawn in ${painted} of ${frames} frames`);
        assert.equal(sightings, 0, `load ${load}: ${what}`);
      }
    });
  }

  for (const site of SITES.slice(0, FILMED)) {
    it(`${site.name} has no clutter in captured frames`, async () => {
      const { browser } = world;
      const half = await halfLoaded(site, `half-${site.name}`);
      await browser.evaluate(sites.seenWhenClean);
      assert.deepEqual(await clutterIn([half]), [0]);
      // Firefox films nothing.
      if (!('filmed' in browser)) return;
      const film = await browser.filmed(() => browser.open(addressOf(site, 1)).then(() => browser.evaluate(sites.seenWhenClean)));
      assert.ok(film.length >= 2, `${film.length} frames were captured`);
      assert.deepEqual((await clutterIn(film)).filter(Boolean), []);
    });
  }

  it('shows the block that the address leads to', async () => {
    const { browser } = world;
    const site = SITES.find(({ name }) => name === 'field-notes');
    const named = (selectors) => document.querySelector('#comments').matches(selectors.join());
    await browser.open(addressOf(site, 2, '?by=link#comments'));
    await browser.evaluate(sites.seenWhenClean);
    assert.ok(await browser.evaluate(named, recipes.get(site.host)), 'the recipe hides it');
    const isThere = () => document.querySelector('#comments').checkVisibility() && scrollY > 0;
    await until('the comments to be scrolled to', () => browser.evaluate(isThere));
  });

  it('shows all of it once it is switched off, in every frame and picture', async () => {
    const { browser } = world;
    await sites.switchOff(browser, SITE_HOSTS);
    for (const site of SITES) {
      await browser.open(addressOf(site, 2));
      const { sightings } = await browser.evaluate(sites.seenWhenParsed);
      assert.ok(sightings >= 3, `${site.name}: seen ${sightings} times`);
    }
    for (const site of SITES.slice(0, FILMED)) {
      const half = await halfLoaded(site, `half-off-${site.name}`);
      await browser.evaluate(sites.seenWhenParsed);
      const [pixels] = await clutterIn([half]);
      assert.ok(pixels > 1000, `${site.name}: ${pixels} pixels`);
    }
  });
});
