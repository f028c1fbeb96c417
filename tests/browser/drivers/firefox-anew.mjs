// Functions that run inside Firefox's own window between two descriptions: afterwards it is as if it had just been started.
// Each is sent as source text, so it may use nothing from outside itself.

/* global ChromeUtils, Ci, Services */

/** Leaves one window, no private one, and in it one blank tab that has shown nothing yet. */
export async function closeAll() {
  const { PrivateBrowsingUtils } = ChromeUtils.importESModule('resource://gre/modules/PrivateBrowsingUtils.sys.mjs');
  const windows = [...Services.wm.getEnumerator('navigator:browser')];
  const window = windows.find((each) => !PrivateBrowsingUtils.isWindowPrivate(each));
  for (const other of windows) if (other !== window) other.close();
  const { gBrowser } = window;
  gBrowser.selectedTab = gBrowser.addTrustedTab('about:blank');
  gBrowser.removeAllTabsBut(gBrowser.selectedTab, { animate: false, skipPermitUnload: true });
}

/** Takes the extension out, and waits until all that it has stored is gone. */
export async function uninstall(extensionId) {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const { apiManager } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent;
  const stored = new Promise((resolve) => {
    apiManager.once('cleanupAfterUninstall', (_name, _id, tasks) => resolve(Promise.all(tasks.map(({ promise }) => promise))));
  });
  // Keys that were assigned go with this.
  const chosen = new Promise((resolve) => void apiManager.once('uninstall-complete', resolve));
  await (await AddonManager.getAddonByID(extensionId)).uninstall();
  await Promise.all([stored, chosen]);
}

/** Forgets what pages have stored, what was cached, copied, told on consoles, and what a test has set. */
export async function forget(framesPerSecond) {
  for (const name of ['layout.css.prefers-color-scheme.content-override', 'ui.systemUsesDarkTheme', 'ui.prefersReducedMotion', 'browser.display.document_color_use']) {
    Services.prefs.clearUserPref(name);
  }
  Services.prefs.setIntPref('layout.frame_rate', framesPerSecond);
  Services.clipboard.emptyClipboard(Services.clipboard.kGlobalClipboard);
  Services.console.reset();
  await new Promise((resolve) => Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: resolve }));
}
