// Functions that run inside Firefox's own window, where its buttons, panels and clipboard are.
// Each is sent as source text, so it may use nothing from outside itself.

/* global Cc, Ci, ChromeUtils, Services, WebExtensionPolicy */

/** The extension's toolbar button, once it stands in the toolbar. New extensions hide in the puzzle-piece menu. */
export async function toolbarButton(extensionId) {
  const { CustomizableUI } = ChromeUtils.importESModule(
    'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
  );
  const widget = `${extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;
  if (CustomizableUI.getPlacementOfWidget(widget)?.area !== CustomizableUI.AREA_NAVBAR) {
    CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
  }
  const node = Services.wm.getMostRecentWindow('navigator:browser').document.getElementById(widget);
  const button = node?.querySelector('.unified-extensions-item-action-button') ?? node;
  return button?.getBoundingClientRect().width ? button : null;
}

/** The address in the open popup, or null. */
export async function popupAddress() {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const popup = window.document.querySelector('browser.webextension-popup-browser');
  return popup?.browsingContext?.currentWindowGlobal ? popup.currentURI.spec : null;
}

/** Runs a function inside the popup's document. */
export async function evaluateInPopup(source, parameters) {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const popup = window.document.querySelector('browser.webextension-popup-browser');
  if (!popup) throw new Error('no popup is open');
  const actor = popup.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  return actor.executeScript(`return (${source}).apply(null, arguments)`, parameters, { timeout: 30_000 });
}

/** Whether the popup shows all of its document, or is as high as Firefox lets one be: 600 pixels, whatever its zoom. */
export async function popupHasItsHeight() {
  const popup = Services.wm.getMostRecentWindow('navigator:browser').document.querySelector('browser.webextension-popup-browser');
  if (!popup) throw new Error('no popup is open');
  const look = 'return [document.documentElement.scrollHeight, innerHeight, innerHeight * devicePixelRatio]';
  const actor = popup.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  const [needed, given, pixels] = await actor.executeScript(look, [], { timeout: 10_000 });
  return needed <= given || pixels > 590;
}

/** Clicks an element of the popup as a mouse would. */
export async function clickInPopup(selector) {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const popup = window.document.querySelector('browser.webextension-popup-browser');
  if (!popup) throw new Error('no popup is open');
  const actor = popup.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  const element = await actor.findElement('css selector', selector, { all: false, timeout: 0 });
  const capabilities = { toJSON: () => ({ 'moz:accessibilityChecks': false, 'moz:webdriverClick': true }) };
  try {
    await actor.clickElement(element, capabilities);
  } catch (error) {
    // A button that closes the popup takes the one that pressed it along.
    if (error.name !== 'AbortError') throw error;
  }
}

/** A picture of the popup as a PNG in base64: the panel is a window of its own that no page screenshot shows. */
export async function photographPopup() {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const popup = window.document.querySelector('browser.webextension-popup-browser');
  if (!popup) throw new Error('no popup is open');
  const bitmap = await popup.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = window.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1];
}

/** Zooms the open popup. */
export async function zoomPopup(factor) {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  window.document.querySelector('browser.webextension-popup-browser').fullZoom = factor;
}

/** Runs a function inside the picker's frame, which stands in a closed shadow root of the page. */
export async function evaluateInPicker(source, parameters) {
  const { selectedBrowser } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser;
  const frames = selectedBrowser.browsingContext.children;
  for (const frame of frames) {
    const actor = frame.currentWindowGlobal?.getActor('MarionetteCommands');
    const isPicker = 'return document.getElementById("panel") !== null';
    if (!(await actor?.executeScript(isPicker, [], { timeout: 10_000 }))) continue;
    return actor.executeScript(`return (${source}).apply(null, arguments)`, parameters, { timeout: 30_000 });
  }
  throw new Error('no picker is open');
}

/** What the toolbar button shows for this tab: the text on it, its title, and the file of its icon. */
export async function buttonState(extensionId) {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const widget = `${extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;
  const node = window.document.getElementById(widget);
  const button = node.querySelector('.unified-extensions-item-action-button') ?? node;
  const style = [button, node].map((part) => part.getAttribute('style') ?? '').join(';');
  return {
    badge: button.getAttribute('badge') ?? '',
    title: button.getAttribute('tooltiptext') ?? '',
    icon: /icons\/(\w+)-/.exec(style)?.[1] ?? style,
  };
}

/** Closes the popup as a click elsewhere does; true once none is there. */
export async function closePopup() {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const popup = window.document.querySelector('browser.webextension-popup-browser');
  popup?.closest('panel')?.hidePopup();
  return !popup?.browsingContext?.currentWindowGlobal;
}

/** What a permission prompt asks, or null while none is shown. */
export async function promptText() {
  const { panel } = Services.wm.getMostRecentWindow('navigator:browser').PopupNotifications;
  return panel.state === 'open' ? panel.textContent : null;
}

/** Clicks the prompt's yes, which Firefox ignores during its first half second; true once the prompt has gone. */
export async function acceptPrompt() {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const { panel } = window.PopupNotifications;
  if (panel.state === 'closed') return true;
  const { left, top, width, height } = panel.firstElementChild.button.getBoundingClientRect();
  for (const type of ['mousedown', 'mouseup']) {
    window.synthesizeMouseEvent(type, left + width / 2, top + height / 2, { button: 0, clickCount: 1 });
  }
  return false;
}

/** The keys that Firefox has assigned to a command, such as `Alt+Shift+C`, or an empty string. */
export async function shortcutOf(extensionId, command) {
  const commands = await WebExtensionPolicy.getByID(extensionId).extension.shortcuts.allCommands();
  return commands.find(({ name }) => name === command)?.shortcut ?? '';
}

/** Gives a command the keys that a user chooses for it. */
export async function assignKeys(extensionId, name, shortcut) {
  await WebExtensionPolicy.getByID(extensionId).extension.shortcuts.updateCommand({ name, shortcut });
}

/** Lets the extension read a site, or no longer, as the switch in the add-on manager does. */
export async function permit(extensionId, origin, on) {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  await ExtensionPermissions[on ? 'add' : 'remove'](extensionId, { permissions: [], origins: [origin] }, extension);
}

/** Lets the extension into private windows; as after the switch in the add-on manager it is loaded anew. */
export async function permitPrivate(extensionId) {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await ExtensionPermissions.add(extensionId, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  const addon = await AddonManager.getAddonByID(extensionId);
  await addon.reload();
}

/** What the system would tell of the user's taste. */
export async function prefer(dark, still, forced) {
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
  Services.prefs.setIntPref('ui.systemUsesDarkTheme', dark ? 1 : 0);
  Services.prefs.setIntPref('ui.prefersReducedMotion', still ? 1 : 0);
  Services.prefs.setIntPref('browser.display.document_color_use', forced ? 2 : 0);
}

/** Chooses an entry of the open context menu; false while the menu or the entry is not there. */
export async function chooseMenuEntry(label) {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const menu = document.getElementById('contentAreaContextMenu');
  if (menu.state !== 'open') return false;
  const entry = [...menu.querySelectorAll('menuitem')].find((item) => item.getAttribute('label') === label);
  if (!entry) return false;
  const submenu = entry.closest('menupopup');
  if (submenu !== menu && submenu.state !== 'open') {
    submenu.openPopup(submenu.parentElement, 'end_before');
    return false;
  }
  submenu.activateItem(entry);
  return true;
}

/** Both flavours on the clipboard, each a string or null. */
export async function readClipboard() {
  const read = (flavour) => {
    const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
    transferable.init(null);
    transferable.addDataFlavor(flavour);
    Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
    const data = {};
    try {
      transferable.getTransferData(flavour, data);
    } catch {
      return null;
    }
    return data.value.QueryInterface(Ci.nsISupportsString).data;
  };
  return { plain: read('text/plain'), html: read('text/html') };
}

export async function clearClipboard() {
  Services.clipboard.emptyClipboard(Services.clipboard.kGlobalClipboard);
}

/** Starts loading an address without waiting for it: Marionette's own command refuses or waits forever on some. */
export async function load(address) {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  window.gBrowser.selectedBrowser.fixupAndLoadURIString(address, {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
}

/** What the tab shows now. */
export async function tabState() {
  const { selectedBrowser } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser;
  return { address: selectedBrowser.currentURI.spec, loading: selectedBrowser.webProgress.isLoadingDocument };
}

/** Allows or forbids scripts of pages in this tab, as a person who switched them off. */
export async function allowScripts(allowed) {
  const { selectedBrowser } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser;
  selectedBrowser.browsingContext.allowJavascript = allowed;
}

/** Ends the extension's background as idleness does. */
export async function sleepBackground(extensionId) {
  await WebExtensionPolicy.getByID(extensionId).extension.terminateBackground();
}

export async function extensionAddress(extensionId) {
  return WebExtensionPolicy.getByID(extensionId)?.getURL('') ?? null;
}

export async function tabAddresses() {
  const { tabs } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser;
  return tabs.map((tab) => tab.linkedBrowser.currentURI.spec);
}

/** Gives the page so many pixels, as on a small screen, or all there are for 0; returns how many. */
export async function narrow(width) {
  const { selectedBrowser } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser;
  selectedBrowser.style.width = width ? `${width}px` : '';
  // To ask for the width lays the window out, which tells the page's process how wide it is.
  return selectedBrowser.getBoundingClientRect().width;
}

/** Shows pages as to a person who prefers these colours. */
export async function preferColours(scheme) {
  const { selectedBrowser } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser;
  selectedBrowser.browsingContext.top.prefersColorSchemeOverride = scheme;
}

/** Bytes of memory that the process of all extensions holds. */
export async function extensionMemory() {
  const { children } = await ChromeUtils.requestProcInfo();
  return children.filter(({ type }) => type === 'extension').reduce((sum, { memory }) => sum + memory, 0);
}

/** Bytes of the functions that the browser itself holds for extensions, once it has let go of what nobody holds. */
export function extensionFunctions() {
  Services.obs.notifyObservers(null, 'child-mmu-request');
  const reporters = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  let sum = 0;
  const add = (process, path, _kind, _units, amount) => {
    if (/extension/i.test(process) && /shared JSM global.*class\(Function\)\/objects\/gc-heap/.test(path)) sum += amount;
  };
  return new Promise((done) => reporters.getReports(add, null, () => done(sum), null, false));
}

/** What was told of errors in the extension's scripts, wherever they run; the browser keeps the last 250 messages of all. */
export function extensionErrors(extensionId) {
  const { mozExtensionHostname: host } = WebExtensionPolicy.getByID(extensionId);
  const isError = (message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag);
  const messages = Services.console.getMessageArray().filter(isError);
  return messages.filter(({ sourceName }) => sourceName?.includes(host)).map(({ errorMessage, sourceName, lineNumber }) => `${errorMessage} (${sourceName}:${lineNumber})`);
}
