// What is hidden does not play, and plays on where it comes back.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inBothBrowsers } from './lib/both.mjs';
import { articleAround } from './lib/hostile.mjs';
import { frames } from './lib/living.mjs';
import { until } from './lib/until.mjs';

inBothBrowsers('a video', {}, (world) => {
  it('is silent where it is hidden, in shadow roots and where it loads later too, and plays on where it is shown again', async () => {
    const { browser, server } = world;
    const script = `
      window.heard = [];
      window.videos = [];
      document.getElementById('p0').onclick = () => void videos[0].play();
      for (const id of ['c2', 'p3', 'c4', 'c1', 'c3']) {
        const video = document.createElement('video');
        const canvas = document.createElement('canvas');
        canvas.getContext('2d').fillRect(0, 0, 9, 9);
        setInterval(() => canvas.getContext('2d').fillRect(0, 0, 9, 9), 50);
        video.muted = true;
        const load = () => (video.srcObject = canvas.captureStream(20));
        if (id === 'c4' || id === 'c3') video.loadLater = load;
        else load();
        const inRoot = id === 'c1' || id === 'c3';
        const place = document.getElementById(id);
        (inRoot ? place.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }) : place).append(video);
        videos.push(video);
        for (const name of ['playing', 'pause']) video.addEventListener(name, () => void heard.push(id + ' ' + name));
        video.play().catch(() => void heard.push(id + ' failed'));
      }`;
    const playing = () => Array.from(window.videos, (video) => !video.paused && video.readyState >= 3);
    const play = (...which) => until(`videos to play: ${which}`, async () => String(await browser.evaluate(playing)) === String(which));
    const heard = () => browser.evaluate(() => window.heard.splice(0).sort().join());
    await browser.open(server.page(articleAround({ script })));
    await play(true, true, false, true, false);
    await browser.pressButton();
    const popup = await browser.popup();
    await popup.reaches('cleaned');
    await play(false, true, false, false, false);
    await heard();
    await browser.evaluate(() => window.videos.forEach((video) => video.loadLater?.()));
    await until('the late ones to be stopped', () => browser.evaluate(() => ['c3 pause', 'c4 pause'].every((each) => window.heard.includes(each))));
    assert.equal(await heard(), 'c3 pause,c3 playing,c4 pause,c4 playing');
    const send = (name) => popup.evaluate((name) => void [...document.querySelectorAll('#ledger .row')].find((row) => /Also on/.test(row.textContent)).dispatchEvent(new Event(name)), name);
    await send('focus');
    await until('the frame', () => browser.evaluate(() => document.querySelector('clean-copy-place') !== null));
    await frames(browser);
    assert.equal(await heard(), '', 'nothing plays for being pointed at');
    await send('click');
    await play(true, true, false, false, false);
    await popup.click('restore');
    await popup.reaches('restored');
    await play(true, true, true, true, true);
    await popup.click('clean');
    await popup.reaches('cleaned');
    await play(false, true, false, false, false);
    await popup.close();
    await heard();
    await browser.click('#p0');
    await until('what the reader has started to play', () => browser.evaluate(() => window.heard.includes('c2 playing')));
    await frames(browser, 5);
    await play(true, true, false, false, false);
  });
});
