// The page where a user of Chromium manages extensions: keys, the place of the button, what they may do.

/** A file of that page, which may do what the page may: to draw the page itself costs a second of a core, and two the first time. */
const ADDRESS = 'chrome://extensions/strings.m.js';

export class ExtensionsPage {
  #browser;
  #page;
  #extensionId;

  /**
   * @param {import('puppeteer-core').Browser} browser
   * @param {import('puppeteer-core').Page} page the tab under test; it is in front again afterwards
   * @param {string} extensionId
   */
  constructor(browser, page, extensionId) {
    this.#browser = browser;
    this.#page = page;
    this.#extensionId = extensionId;
  }

  async #run(f, ...parameters) {
    const page = await this.#browser.newPage();
    try {
      await page.goto(ADDRESS);
      return await page.evaluate(f, this.#extensionId, ...parameters);
    } finally {
      await page.close();
      await this.#page.bringToFront();
    }
  }

  /** Puts the extension's button where it can be seen. */
  pin() {
    return this.#run((extensionId) =>
      chrome.developerPrivate.updateExtensionConfiguration({ extensionId, pinnedToToolbar: true }),
    );
  }

  /** Loads the extension anew from its folder, as the button for that does. */
  async reload() {
    const said = await this.#run((extensionId) => chrome.developerPrivate.reload(extensionId, { failQuietly: true, populateErrorForUnpacked: true }));
    if (said) throw new Error(`Chromium did not load the extension: ${JSON.stringify(said)}`);
  }

  /** Lets the extension read a site, or no longer. */
  permit(origin, on) {
    return this.#run(
      async (extensionId, origin, on) => {
        if (!on) return chrome.developerPrivate.removeHostPermission(extensionId, origin);
        await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_SPECIFIC_SITES' });
        await chrome.developerPrivate.addHostPermission(extensionId, origin);
      },
      origin,
      on,
    );
  }

  /** What the extension's consoles, those of its scripts in pages too, have told of errors and warnings; Chromium keeps the last of them. */
  errors() {
    return this.#run(async (extensionId) => {
      const { runtimeErrors } = await chrome.developerPrivate.getExtensionInfo(extensionId);
      return runtimeErrors.map(({ message, source, contextUrl }) => `${message} (${source}, in ${contextUrl})`);
    });
  }

  /** Lets the extension into private windows. Chromium loads it anew for that. */
  permitPrivate() {
    return this.#run((extensionId) =>
      chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true }),
    );
  }

  /** Gives a command the keys that a user chooses here. */
  assignKeys(name, keys) {
    return this.#run(
      (extensionId, commandName, keybinding) =>
        chrome.developerPrivate.updateExtensionCommand({ extensionId, commandName, keybinding }),
      name,
      keys,
    );
  }

  /** The keys of a command, such as `Ctrl+Shift+Y`. */
  async keysOf(name) {
    const commands = await this.#run(async (extensionId) => {
      const info = await chrome.developerPrivate.getExtensionInfo(extensionId);
      return info.commands.map((command) => ({ name: command.name, keybinding: command.keybinding }));
    });
    const keys = commands.find((command) => command.name === name)?.keybinding;
    if (!keys) throw new Error(`Chromium has assigned no keys to the command ${name}: ${JSON.stringify(commands)}`);
    return keys;
  }
}
