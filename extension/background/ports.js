// Pages ask the core over a connection of their own: the page comes first, a large one in parts, and then what only the
// live page can tell, which is looked up while the page is on its way.

import { readStored } from '../shared/core-options.js';
import { textOf } from '../shared/sent.js';
import { run, runMore } from './host.js';

/**
 * @param {chrome.runtime.Port} port
 */
export function answerPage(port) {
  const { id, url, tab } = port.sender ?? {};
  if (id !== chrome.runtime.id || !['core', 'more'].includes(port.name)) return;
  const isPrivate = tab?.incognito ?? false;
  // Before the page is here: they take as long to be read as it takes to come, and the core waits for both.
  const page = { url, isPrivate, stored: readStored(isPrivate) };
  // Whoever waits for them is told.
  page.stored.catch(() => {});
  /** @type {PromiseWithResolvers<LiveFacts>} */
  const facts = Promise.withResolvers();
  // A page that is gone is waited for by nobody, and its text is not kept.
  facts.promise.catch(() => {});
  let before = '';
  const listen = (/** @type {SentPage | { part: Sent } | { facts: LiveFacts }} */ message) => {
    if ('facts' in message) return facts.resolve(message.facts);
    if ('part' in message) return void (before += textOf(message.part));
    const asked = { ...message, html: before + textOf(message.html) };
    before = '';
    void answer(port.name, asked, page, facts.promise)
      .then((reply) => port.postMessage(reply))
      // An answer may be too large for a message. The page may be gone by then.
      .catch((error) => port.postMessage({ error: String(error) }))
      .catch(() => {});
  };
  const end = () => {
    facts.reject();
    // Firefox keeps a connection for as long as somebody listens to it, though nothing comes any more.
    port.onMessage.removeListener(listen);
    port.onDisconnect.removeListener(end);
  };
  port.onMessage.addListener(listen);
  port.onDisconnect.addListener(end);
}

/**
 * @param {string} name of the connection
 * @param {AskedPage} asked
 * @param {Asker} page the one that asks
 * @param {Promise<LiveFacts>} facts
 */
function answer(name, { html, options, waits }, page, facts) {
  if (name === 'more') return runMore(html, /** @type {MoreOptions} */ (options), page);
  return run(html, options, page, waits ? facts : undefined);
}
