// The background: hosts the core, the badge, the menu and the keys, and keeps
// the automatic sites registered. It may be stopped at any time and holds no
// state of its own.

import { countIn, framesLikePages, isOnlyAround } from '../shared/frames.js';
import { coreOptions, signOf } from '../shared/core-options.js';
import { concernsHeld, rememberHeld } from '../shared/held.js';
import { concernsScripts, register } from '../shared/registered.js';
import { withAdded } from '../shared/rules-text.js';
import { changeRules, patternOf, replyOf, writeCopy } from '../shared/settings.js';
import { giveBack, isAlways, onGranted, onRevoked, onWindowClosed, removesSites, setAlways } from '../shared/sites.js';
import { askFrame, askPage, isWithoutArticle } from '../shared/tab.js';
import { warm } from '../shared/warm.js';
import { sentence, word } from '../shared/words.js';
import { showAnswer, showState } from './badge.js';
import { examine, selectors } from './examine.js';
import { learn } from './host.js';
import { forgetPicked, savePicked } from './picked.js';
import { answerPage } from './ports.js';

/**
 * Beats an inline "!important", which no sheet of the page's own can. Says what
 * `page/mark.js` says, to which a test holds it: a page's script may not choose what is inserted in the user's name.
 */
const INSIST = `
[data-clean-copy-action=hide]{display:none!important}
[data-clean-copy-action~=hide-in-place],[data-clean-copy-action~=cell] *{min-height:0!important;padding-block:0!important;margin-block:0!important;border-block:0!important;line-height:0!important;overflow-y:clip!important}
[data-clean-copy-action~=hide-in-place]{height:1px!important;max-height:1px!important}
[data-clean-copy-action~=hide-in-place],[data-clean-copy-action~=hide-in-place] *{visibility:hidden!important}
[data-clean-copy-action~=cell] *{height:0!important;max-height:0!important}
[data-clean-copy-action~=unlock]{overflow:auto!important;position:static!important;height:auto!important}
[data-clean-copy-action~=unfold]{overflow:visible!important;height:auto!important;min-height:min-content!important;max-height:none!important;-webkit-line-clamp:none!important}
[data-clean-copy-action~=hold]{overflow:hidden!important}
[data-clean-copy-action~=unveil]{visibility:visible!important;filter:none!important;opacity:1!important;mask-image:none!important}
[data-clean-copy-action~=free]{pointer-events:auto!important;user-select:text!important;-webkit-user-select:text!important}
[data-clean-copy-action~=reach]::after{content:""!important;display:block!important;clear:both!important}
[data-clean-copy-action~=head]{padding-top:0!important}
[data-clean-copy-action~=foot]{padding-bottom:0!important}
[data-clean-copy-action~=before]::before,[data-clean-copy-action~=after]::after{display:none!important}`;

/**
 * @param {BackgroundMessage} message
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<unknown>}
 */
async function answer(message, sender) {
  const tabId = sender.tab?.id;
  const page = { url: sender.url, isPrivate: sender.tab?.incognito ?? false };
  switch (message.type) {
    case 'warm':
      return warm().then(() => true);
    case 'breakage':
      return examine(message.html, message.options, page.isPrivate);
    case 'selectors':
      return selectors(message.html, message.ordinal);
    case 'add-rule':
      return savePicked(page, message);
    case 'remove-rule':
      return forgetPicked(page, message);
    case 'learn':
      return learn(page, message.recipe);
    case 'badge':
      return tabId && tellState(tabId, sender.frameId ?? 0, message);
    case 'insist':
      return tabId && insist(tabId, sender.frameId ?? 0, message.on);
    case 'frame':
      return tabId && sender.frameId && arriveInFrame(tabId, sender.frameId);
    case 'settings':
      return coreOptions(page.url, page.isPrivate).then((chosen) => signOf({ ...chosen, strength: message.strength ?? chosen.strength }));
    case 'is-always':
      return isAlways(patternOf(sender.url) ?? '', page.isPrivate);
  }
  // Pages may not ask for what follows; only the extension's own pages have our address.
  if (!sender.url?.startsWith(chrome.runtime.getURL(''))) return undefined;
  switch (message.type) {
    case 'always':
      return replyOf(setAlways(message.patterns, message.on, message.isPrivate));
    case 'write-rules':
      return replyOf(changeRules((stored) => withAdded(message.base, message.text, stored)));
    case 'write-copy':
      return replyOf(writeCopy(message.copy));
  }
}

/**
 * The button is the tab's: what is hidden in the page counts, and in the frame that stands for it.
 * @param {number} tabId
 * @param {number} frameId
 * @param {{ state: State, count: number }} told
 */
async function tellState(tabId, frameId, { state, count }) {
  const isWhole = frameId === 0 && state === 'cleaned';
  await showState(tabId, state, isWhole ? count : await countIn(tabId, count));
}

/**
 * A frame as large as a page stands on a site that is always cleaned: it is
 * cleaned where the page around it holds no article of its own, and little else.
 * @param {number} tabId
 * @param {number} frameId
 */
async function arriveInFrame(tabId, frameId) {
  if (!(await framesLikePages(tabId)).includes(frameId)) return;
  const around = await askFrame(tabId, 0, { to: 'page', type: 'view' });
  if (isWithoutArticle(around) && (await isOnlyAround(tabId))) await askFrame(tabId, frameId, { to: 'page', type: 'arrive' });
}

/**
 * @param {number} tabId
 * @param {number} frameId
 * @param {boolean} on
 */
function insist(tabId, frameId, on) {
  /** @type {chrome.scripting.CSSInjection} */
  const injection = { target: { tabId, frameIds: [frameId] }, css: INSIST, origin: 'USER' };
  return on ? chrome.scripting.insertCSS(injection) : chrome.scripting.removeCSS(injection);
}

/**
 * @param {string | number} name of a key or menu entry
 * @param {number | undefined} tabId
 * @param {number} [menu] see `menuOf`
 */
async function obey(name, tabId, menu) {
  if (!tabId) return;
  if (name === 'clean') {
    const view = /** @type {View} */ (await askPage(tabId, { to: 'page', type: 'toggle' }));
    const plain = view.state === 'cleaned' || view.state === 'restored';
    if (!plain) await showAnswer(tabId, '!', sentence(view.state));
  } else if (name === 'pick') {
    const reply = /** @type {PickReply} */ (await askPage(tabId, { to: 'page', type: 'pick', menu }));
    if (!reply.picking) await showAnswer(tabId, '!', sentence(reply.state));
  } else {
    const reply = /** @type {CopyReply} */ (await askPage(tabId, copyMessage(name)));
    const said = name === 'copy-selection' ? word('copiedSelection') : word('copied');
    await showAnswer(tabId, reply.copied ? '✓' : '!', reply.copied ? said : copyRefusal(reply));
  }
}

/**
 * @param {string | number} name
 * @returns {PageMessage}
 */
function copyMessage(name) {
  if (name === 'copy-selection') return { to: 'page', type: 'copy-selection' };
  return { to: 'page', type: 'copy', format: name === 'copy-markdown' ? 'markdown' : 'rich' };
}

/**
 * @param {CopyReply} reply
 */
function copyRefusal({ state, nothingSelected }) {
  if (nothingSelected) return word('nothingSelected');
  const read = ['cleaned', 'nothing', 'too-much', 'cut-off', 'restored', 'idle'].includes(state);
  return read ? word('notCopied') : sentence(state);
}

/**
 * Firefox has them under two names; by its own it tells what a menu was opened on.
 * @type {typeof chrome.contextMenus}
 */
const menus = Reflect.get(chrome, 'menus') ?? chrome.contextMenus;

/**
 * What the page knows its menu by: Firefox's number, in Chromium 0. Of a frame's menu it knows nothing.
 * @param {chrome.contextMenus.OnClickData & { targetElementId?: number }} info
 */
const menuOf = ({ frameId, targetElementId = 0 }) => (frameId ? undefined : targetElementId);

/** @type {Promise<void>} */
let menuMade = Promise.resolve();

/**
 * Makes the menu once more, at an update and when the browser starts: its
 * language may be another one. After an update while it was closed it tells of
 * both at once, and two makings may not mix.
 */
function createMenu() {
  menuMade = menuMade.then(createMenuNow, createMenuNow);
  return menuMade;
}

async function createMenuNow() {
  await menus.removeAll();
  /** @type {[string, string][]} */
  const entries = [
    ['clean', 'menuClean'],
    ['copy', 'menuCopy'],
    ['copy-markdown', 'menuCopyMarkdown'],
    ['pick', 'menuPick'],
  ];
  for (const [id, key] of entries) {
    // On a page in a frame Firefox says "frame" in place of "page".
    menus.create({ id, title: word(key), contexts: ['page', 'frame', 'selection', 'link', 'image'] });
  }
  menus.create({ id: 'copy-selection', title: word('menuCopySelection'), contexts: ['selection'] });
}

// Of all that is stored, pages' scripts read recipes alone, in storage.local. Firefox has no levels of access.
for (const area of [chrome.storage.sync, chrome.storage.managed]) {
  void area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {});
}

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (sender.id !== chrome.runtime.id || message?.to !== 'background') return false;
  answer(message, sender).then(reply, (error) => reply({ error: String(error) }));
  return true;
});
chrome.runtime.onConnect.addListener(answerPage);
chrome.commands.onCommand.addListener((name, tab) => void obey(name, tab?.id));
menus.onClicked.addListener((info, tab) => void obey(info.menuItemId, tab?.id, menuOf(info)));
chrome.permissions.onAdded.addListener((permissions) => void onGranted(permissions));
chrome.permissions.onRemoved.addListener((permissions) => void onRevoked(permissions));
chrome.windows.onRemoved.addListener(() => void onWindowClosed());
chrome.storage.onChanged.addListener((changes, area) => {
  if (concernsScripts(changes, area)) void register();
  if (removesSites(changes, area)) void giveBack();
  if (concernsHeld(changes, area)) void rememberHeld([]);
});
chrome.runtime.onStartup.addListener(() => void Promise.all([createMenu(), register(), giveBack()]));
chrome.runtime.onInstalled.addListener(({ reason }) => {
  void Promise.all([createMenu(), register(), giveBack()]);
  if (reason === 'install') void chrome.tabs.create({ url: chrome.runtime.getURL('welcome/welcome.html') });
});
