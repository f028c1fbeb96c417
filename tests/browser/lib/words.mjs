// What the extension says, read from the build that is under test.

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { extensionFor } from './paths.mjs';

/** The English text of a message, as menus and popup show it. */
export function word(browser, key) {
  const file = path.join(extensionFor(browser.key), '_locales/en/messages.json');
  return JSON.parse(readFileSync(file, 'utf8'))[key].message;
}
