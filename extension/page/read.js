'use strict';
// Takes the page, has the core read it, and trusts the answer only where both
// counted and named the same elements.

/**
 * An error that the popup has a sentence for.
 * @param {State} state
 * @param {string} [detail]
 */
function trouble(state, detail) {
  return Object.assign(new Error(detail ?? state), { state });
}

/**
 * A page that changes under the reading is read once more, then left alone.
 * @param {Strength | undefined} strength
 * @param {(look: () => LiveFacts) => LiveFacts} undressed
 * @param {CoreOptions} [asked] what else the core is to be told
 * @param {() => void} [meanwhile] what can be done while the core reads
 * @returns {Promise<Reading>}
 */
async function readPage(strength, undressed, asked, meanwhile) {
  if (!/^(text\/html|application\/xhtml\+xml)$/.test(own(document, 'contentType'))) throw trouble('not-a-page');
  await parsed();
  for (let attempt = 0; attempt < 2; attempt++) {
    const { taken, result, atStart } = await readOnce(strength, undressed, asked, meanwhile);
    const planned = entriesOf(taken, result);
    const entries = planned.filter((entry) => isPresent(entry.element));
    const sameRoot = pageRoot() === taken.root;
    if (sameRoot && entries.length * 2 >= planned.length) return { taken, result, entries, atStart };
  }
  throw trouble('page-changed');
}

/**
 * @param {Strength | undefined} strength
 * @param {(look: () => LiveFacts) => LiveFacts} undressed
 * @param {CoreOptions} [asked]
 * @param {() => void} [meanwhile]
 */
async function readOnce(strength, undressed, asked, meanwhile) {
  for await (const taken of takings()) {
    if (!taken.root) throw trouble('not-a-page');
    await restFor(taken.html);
    // A task of its own, while the page travels.
    const look = asked?.brief ? liveFacts : factsForCopy;
    const facts = nextTask().then(() => undressed(() => look(taken.elements, taken.roots)));
    const answer = askCore(taken.html, { ...asked, url: location.href, ...(strength && { strength }) }, facts);
    const isAtStart = watchScrolling();
    // Not before, or the page is styled once more for the look at it.
    void facts.then(meanwhile).catch(() => {});
    const result = await answer.finally(isAtStart);
    const atStart = isAtStart();
    if (result.elements === taken.elements.length && result.fingerprint === taken.fingerprint) return { taken, result, atStart };
  }
  throw trouble('unreadable');
}

/** The page, taken the quick way where that can be right, and then the slow one. */
async function* takings() {
  const shot = own(document, 'contentType') === 'text/html' && snapshot();
  if (shot) {
    await restFor(shot.source);
    const quick = withRoots(takePage(shot));
    if (!quick.roots.some(showsContent)) yield quick;
  }
  yield walkPage();
}

/**
 * A page with its shadow roots, which may be filled later, up to the first that shows something.
 * @param {Taken} taken
 * @returns {Taken}
 */
function withRoots(taken) {
  /** @type {Set<ShadowRoot>} */
  const found = new Set();
  for (const root of rootsAmong(taken.elements, taken.names)) {
    found.add(root);
    if (showsContent(root)) break;
  }
  const roots = [...found];
  return { ...taken, roots, size: [taken.size, ...sizesOf(roots)].join(' ') };
}

/**
 * Of a large page each step is a long task: the page's own come in between.
 * @param {string} html
 */
async function restFor(html) {
  if (html.length > 500_000) await nextTask();
}

/**
 * @param {string} html
 * @param {CoreOptions} options
 * @param {Promise<LiveFacts>} [facts] which may come when the page is on its way
 * @returns {Promise<CoreResult>}
 */
function askCore(html, options, facts) {
  return askForResult('core', { html, options, waits: facts !== undefined }, facts);
}

/**
 * @param {string} html what takeBlocks gives
 * @param {MoreOptions} options
 * @returns {Promise<MoreResult>}
 */
function askMore(html, options) {
  return askForResult('more', { html, options });
}

/**
 * One message in many has been seen to go unanswered, and the background may end in
 * the middle of one: ask twice, then say so.
 * @param {"core" | "more"} name
 * @param {AskedPage} page
 * @param {Promise<LiveFacts>} [facts]
 * @returns {Promise<any>} the result of `core` or `more`
 */
async function askForResult(name, page, facts) {
  for (let attempt = 0; attempt < 2; attempt++) {
    const answer = converse(name, page, facts);
    const reply = await (attempt === 0 ? answer.catch(() => undefined) : answer);
    if (!reply) continue;
    if ('error' in reply) throw trouble('core-failed', reply.error);
    return reply.result;
  }
  throw trouble('core-failed', 'no answer from the background');
}

/**
 * @param {"core" | "more"} name
 * @param {AskedPage} page
 * @param {Promise<LiveFacts>} [facts]
 * @returns {Promise<CoreReply | MoreReply | undefined>} nothing where the background takes too long
 */
function converse(name, page, facts) {
  const port = chrome.runtime.connect({ name });
  // Ten times what a slow machine was measured to need, cold start included.
  const limit = 10_000 + page.html.length / 500;
  let stop = () => {};
  /** @type {Promise<CoreReply | MoreReply | undefined>} */
  const answer = new Promise((resolve, reject) => {
    const failed = (/** @type {unknown} */ error) => reject(trouble('core-failed', String(error)));
    const end = () => failed(chrome.runtime.lastError?.message ?? 'the background ended');
    const timer = setTimeout(resolve, limit, undefined);
    port.onMessage.addListener(resolve);
    port.onDisconnect.addListener(end);
    stop = () => {
      clearTimeout(timer);
      // Firefox keeps a connection for as long as somebody listens to it.
      port.onMessage.removeListener(resolve);
      port.onDisconnect.removeListener(end);
    };
    post(port, page);
    facts?.then((found) => port.postMessage({ facts: found })).catch(failed);
  });
  return answer.finally(() => {
    stop();
    port.disconnect();
  });
}

/**
 * Chromium takes no message of more than 64 MiB, and a character may be six bytes of
 * it: of a larger page the parts go before what is asked, which has the last of them.
 * @param {chrome.runtime.Port} port
 * @param {AskedPage} page
 */
function post(port, { html, ...asked }) {
  const most = 10_000_000;
  // One background reads for all tabs.
  if (html.length > 20 * most) throw trouble('core-failed', 'the page is too large');
  let rest = html;
  while (rest.length > most) {
    // No part ends in the middle of a letter of two units.
    const end = /[\uD800-\uDBFF]/.test(rest.charAt(most - 1)) ? most - 1 : most;
    port.postMessage({ part: inMessage(rest.slice(0, end)) });
    rest = rest.slice(end);
  }
  port.postMessage({ ...asked, html: inMessage(rest) });
}

/**
 * In Firefox the bytes of a string are sent in a fifth of the time that the string takes, the making of them included.
 * Messages of a Chromium that is not of today hold no bytes.
 * @param {string} html
 */
function inMessage(html) {
  const isFirefox = cleanCopyNative.openOrClosedShadowRoot !== undefined;
  return isFirefox ? new TextEncoder().encode(html) : html;
}

/** The page's own tasks and its next frame may come before it; unlike a timer's, it is not late in a background tab. */
function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(null);
  });
}

/**
 * Resolves once the page is parsed; a page that drips in for longer is read as
 * far as it has come.
 */
function parsed() {
  if (own(document, 'readyState') !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 3000, undefined);
    window.addEventListener('DOMContentLoaded', () => resolve(clearTimeout(timer)), { once: true });
  });
}
