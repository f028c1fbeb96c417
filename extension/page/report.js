'use strict';
// A report of a page that went wrong, for the reader to look at and send: what
// was judged how, with every word of the page masked by the core.

/**
 * @param {InstanceType<typeof CleanCopySession>} session
 * @param {boolean} named whether the reader lets the site be named
 * @returns {Promise<ReportReply>}
 */
async function reportPage(session, named) {
  const { state, strength, count } = session.view();
  const about = {
    report: 'Clean Copy',
    version: chrome.runtime.getManifest().version,
    browser: browserName(navigator.userAgent),
    ...(named && { site: location.hostname }),
    scheme: location.protocol,
    state,
    hiddenNow: count,
    watching: session.watch.load(),
  };
  try {
    const { taken } = await readPage(undefined, session.marks.undressed, { brief: true });
    const facts = session.marks.undressed(() => liveFacts(taken.elements, taken.roots));
    const options = { url: location.href, facts, ...(strength && { strength }) };
    const reply = await sendToBackground({ to: 'background', type: 'breakage', html: taken.html, options });
    if (!reply?.breakage) throw trouble('core-failed', reply?.error);
    const shownAgain = session.entries.filter((entry) => entry.shown).map((entry) => taken.elements.indexOf(entry.element));
    return { state, report: written({ ...about, shownAgain, page: reply.breakage }) };
  } catch (error) {
    // Even that nothing could be read is worth reporting.
    return { state, report: written({ ...about, trouble: troubleOf(error).state }) };
  }
}

/**
 * JSON with one line for each block, so that people can read it before they send it.
 * @param {object} report
 */
function written(report) {
  /** @type {string[]} */
  const lines = [];
  const open = JSON.stringify(
    report,
    (_key, value) => {
      const isBlock = value !== null && typeof value === 'object' && 'ordinal' in value;
      return isBlock ? `\u0000${lines.push(JSON.stringify(value)) - 1}` : value;
    },
    2,
  );
  return open.replace(/"\\u0000(\d+)"/g, (_whole, at) => lines[Number(at)] ?? '');
}

/**
 * Name and version, without the system behind them.
 * @param {string} agent
 */
function browserName(agent) {
  return agent.match(/\b(?:Firefox|Chrome|Edg|OPR|Vivaldi)\/\d+/g)?.join(' ') ?? 'unknown';
}
