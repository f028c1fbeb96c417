'use strict';
// The page's side of Clean Copy: does what popup, menu, keys and automatic
// cleanup ask for, and judges nothing. Injected last, after the files in page/.

/** @type {ReturnType<typeof openSession> | undefined} */
var cleanCopyPage;
openOnce();

function openOnce() {
  if (cleanCopyPage) return;
  takeOver();
  cleanCopyPage = openSession();
}

function openSession() {
  const session = new CleanCopySession();
  const pointer = createPointer(session.hiding);
  const targetOf = listenForMenus();
  /** @type {InstanceType<typeof CleanCopyPicker> | null} */
  let picker = null;

  /**
   * @param {PageMessage} message
   * @returns {Promise<View | CopyReply | ArticleReply | PickReply | ReportReply> | View}
   */
  function answer(message) {
    // All tabs are told; only the pages of these sites are meant.
    if ('patterns' in message && !isOneOf(message.patterns)) return session.view();
    // What is asked for elsewhere ends the picking; the background looks at pages by itself.
    if (message.type !== 'pick' && message.type !== 'view') picker?.close();
    switch (message.type) {
      case 'clean':
        return unlessRestored(session, () => session.clean(message.strength));
      case 'toggle':
        return unlessRestored(session, () => session.toggle());
      case 'restore':
      case 'turned-off':
        pointer.clear();
        return session.restore(message.type === 'turned-off');
      case 'copy':
        return session.inTurn(() => copyPage(session, message.format));
      case 'put':
        return copyFrom(message.article, message.format);
      case 'article':
        return session.inTurn(() => articleOf(session));
      case 'pick':
        return session.inTurn(() => pick(message.menu));
      case 'copy-selection':
        return session.inTurn(() => copySelection(session));
      case 'report':
        return session.inTurn(() => reportPage(session, message.named));
      case 'show':
        return showAgain(session, pointer, message.index);
      case 'arrive':
      case 'turned-on':
        return unlessRestored(session, () => session.arrive());
      case 'view':
        return message.now ? session.view() : session.inTurn(() => session.view());
    }
  }

  /**
   * @param {number} [menu] the one from which it was asked for
   * @returns {Promise<PickReply>}
   */
  async function pick(menu) {
    picker = await openPicker(session, picker, menu === undefined ? null : targetOf(menu));
    return picker ? { picking: true, state: session.state } : { picking: false, state: 'not-a-page' };
  }

  listen(answer);
  listenForPointing(session, pointer);
  listenForCopies(session);
  listenForReturns(session);
  listenForLinks(session);
  listenForHandover(session, () => picker?.close());
  return { automatic: () => session.inTurn(() => session.arrive()), count: () => session.view().count };
}

/**
 * A Restore waits for nothing, and what was asked for before it is not done after it.
 * @param {InstanceType<typeof CleanCopySession>} session
 * @param {() => View | Promise<View>} work
 */
function unlessRestored(session, work) {
  const { restores } = session;
  return session.inTurn(() => (restores === session.restores ? work() : session.view()));
}

/**
 * Is this page of one of these sites?
 * @param {string[]} patterns
 */
function isOneOf(patterns) {
  return patterns.includes(`${location.protocol}//${location.hostname}/*`);
}

/**
 * An update of the extension leaves its old scripts on the page without a
 * connection: they take back what they hid before the new ones begin, and what
 * they can't, the new ones do.
 */
function takeOver() {
  window.dispatchEvent(new Event('clean-copy-handover'));
  clearLeftMarks();
}

/**
 * @param {(message: PageMessage) => Promise<View | CopyReply | ArticleReply | PickReply | ReportReply> | View} answer
 */
function listen(answer) {
  chrome.runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.id !== chrome.runtime.id || message?.to !== 'page') return false;
    const answered = new Promise((resolve) => resolve(answer(message)));
    // What goes wrong here is said where it was asked: nobody waits for an answer that does not come.
    answered.then(reply).catch((error) => reply({ error: String(error) }));
    return true;
  });
}

/**
 * A page that comes back by the back button still is clean; its badge is not there
 * any more. Nobody told it if its site was switched off meanwhile.
 * @param {InstanceType<typeof CleanCopySession>} session
 */
function listenForReturns(session) {
  window.addEventListener('pageshow', async ({ persisted }) => {
    if (!persisted) return;
    session.tell();
    if (session.isAutomatic && (await sendToBackground({ to: 'background', type: 'is-always' })) === false) session.restore(true);
  });
}

/**
 * A link on the page leads to what is hidden: "3 comments".
 * @param {InstanceType<typeof CleanCopySession>} session
 */
function listenForLinks(session) {
  window.addEventListener('hashchange', () => {
    const target = targetOfAddress();
    const entry = target && session.entries.find((each) => !each.shown && leadsTo(each, target));
    if (!entry) return;
    session.show(entry);
    own(target, 'scrollIntoView').call(target);
  });
}

/**
 * What the browser's menu was opened on. Firefox keeps it for us; in Chromium only scripts that are there by then hear of it.
 * @returns {(menu: number) => Element | null}
 */
function listenForMenus() {
  /** @type {WeakRef<Element> | undefined} */
  let last;
  const note = (/** @type {Event} */ { isTrusted, target }) => {
    if (isTrusted) last = target instanceof Element ? new WeakRef(target) : undefined;
  };
  window.addEventListener('contextmenu', note, { capture: true, passive: true });
  return (menu) => (menu ? Reflect.get(chrome, 'menus')?.getTargetElement(menu) : last?.deref()) ?? null;
}

/**
 * New scripts stand beside these after an update, which have no connection any more.
 * @param {InstanceType<typeof CleanCopySession>} session
 * @param {() => void} endPicking
 */
function listenForHandover(session, endPicking) {
  window.addEventListener('clean-copy-handover', () => {
    if (chrome.runtime?.id) return;
    endPicking();
    session.restore(true);
  });
}

/**
 * The popup says over a port which row the reader points at; when the popup
 * closes, the port does, and the frame goes.
 * @param {InstanceType<typeof CleanCopySession>} session
 * @param {ReturnType<typeof createPointer>} pointer
 */
function listenForPointing(session, pointer) {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== 'pointer') return;
    port.onMessage.addListener(({ index }) => pointer.point(session.hiding.entryAt(index)));
    port.onDisconnect.addListener(() => pointer.clear());
  });
}

/**
 * @param {InstanceType<typeof CleanCopySession>} session
 * @param {ReturnType<typeof createPointer>} pointer
 * @param {number} index
 */
function showAgain(session, pointer, index) {
  const entry = session.hiding.entryAt(index);
  if (!entry) return session.view();
  const view = session.show(entry);
  pointer.point(entry, true);
  return view;
}
