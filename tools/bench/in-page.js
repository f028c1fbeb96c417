'use strict';
// Runs in the page, after the extension's own scripts: times a clean, and what others do to the same document.
// A page asks by the event `clean-copy-bench` and hears the answer as `clean-copy-benched`.

{
  /** How long a piece of work is repeated: browsers blur their clocks. */
  const LEAST_MS = 12;
  /** Others build trees of their own; what is asked of them are the pages of the web. */
  const LARGEST_FOR_PEERS = 2_000_000;

  /** Milliseconds of one run. */
  const timed = (work) => {
    const start = performance.now();
    let runs = 0;
    let spent;
    do {
      work();
      runs += 1;
      spent = performance.now() - start;
    } while (spent < LEAST_MS);
    return spent / runs;
  };

  /** What the steps of a clean take, filled while it runs. */
  let steps;
  /** What the task that runs has taken so far. The browser's own list of long tasks missed some at three times its limit. */
  let task = 0;
  const step = (name, work) => {
    const start = performance.now();
    const given = work();
    const spent = performance.now() - start;
    steps[name] += spent;
    task += spent;
    steps.longest = Math.max(steps.longest, task);
    return given;
  };
  // The extension's functions are the world's own, so that they can be watched from here.
  const [shoot, take, facts, ask, next] = [snapshot, takePage, liveFacts, askCore, nextTask];
  snapshot = () => step('take', shoot);
  nextTask = () => next().then(() => void (task = 0));
  takePage = (shot) => step('take', () => take(shot));
  liveFacts = (elements, roots) => step('facts', () => facts(elements, roots));
  askCore = async (html, options, looked) => {
    const asked = performance.now();
    const result = await step('send', () => ask(html, options, looked));
    const { spent } = result;
    steps.core = spent;
    steps.message = performance.now() - asked - spent;
    steps.answered = performance.now();
    return result;
  };

  const clean = async () => {
    steps = { take: 0, facts: 0, send: 0, message: 0, core: 0, longest: 0, answered: 0 };
    task = 0;
    const session = new CleanCopySession();
    const start = performance.now();
    const { state, detail } = await session.clean('tidy');
    const end = performance.now();
    session.restore();
    // What the next clean finds is laid out, as a page that people look at is.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { answered, ...sample } = steps;
    if (detail !== undefined) throw new Error(`a clean came to ${state}: ${detail}`);
    const hide = end - answered;
    const longest = Math.max(sample.longest, hide);
    return { ...sample, hide, longest, whole: end - start, busy: sample.take + sample.facts + sample.send + hide };
  };

  const peersOf = (html) => {
    if (html.length > LARGEST_FOR_PEERS) return {};
    const { Readability, Defuddle } = cleanCopyPeers;
    return {
      readability: timed(() => new Readability(document.cloneNode(true)).parse()),
      defuddle: timed(() => new Defuddle(document, { url: location.href }).parse()),
    };
  };

  /** What the stages of the core take, on the page as the extension sends it. */
  const stagesOf = (html) => {
    const port = chrome.runtime.connect({ name: 'bench' });
    const answer = new Promise((resolve, reject) => {
      port.onMessage.addListener(resolve);
      port.onDisconnect.addListener(() => reject(new Error('the background ended')));
      post(port, { html });
    });
    return answer.finally(() => port.disconnect());
  };

  const measure = async (rounds) => {
    const html = document.documentElement.outerHTML;
    // A page that is measured once is too large to be cleaned twice.
    if (rounds > 1) await clean();
    const cleans = [];
    for (let round = 0; round < rounds; round++) cleans.push(await clean());
    return {
      bytes: new TextEncoder().encode(html).length,
      cleans,
      parse: timed(() => new DOMParser().parseFromString(html, 'text/html')),
      outer: timed(() => document.documentElement.outerHTML),
      ...(await stagesOf(withoutBodies(html))),
      ...peersOf(html),
    };
  };

  // The time of day at which a clean by the button was done.
  let cleaned = 0;
  const cleanByHand = CleanCopySession.prototype.clean;
  CleanCopySession.prototype.clean = async function (...given) {
    const view = await cleanByHand.apply(this, given);
    cleaned = performance.timeOrigin + performance.now();
    return view;
  };

  const answerTo = async ({ rounds, once, cleaned: isAsked }) => {
    if (isAsked) return cleaned;
    return once ? clean() : measure(rounds);
  };

  document.addEventListener('clean-copy-bench', ({ detail }) => {
    document.dispatchEvent(new CustomEvent('clean-copy-bench-heard'));
    const answer = answerTo(JSON.parse(detail)).catch((error) => ({ error: String(error?.stack ?? error) }));
    void answer.then((found) => {
      document.dispatchEvent(new CustomEvent('clean-copy-benched', { detail: JSON.stringify(found) }));
    });
  });
}
