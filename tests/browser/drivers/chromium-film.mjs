// What Chromium draws, frame by frame.

/**
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<unknown>} act
 * @returns {Promise<string[]>} pictures as PNG in base64
 */
export async function filmed(page, act) {
  const session = await page.createCDPSession();
  const pictures = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data);
    // The next one comes when this one is taken; the page may have gone meanwhile.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await session.send('Page.startScreencast', { format: 'png' });
  await act();
  await session.send('Page.stopScreencast');
  await session.detach();
  return pictures;
}
