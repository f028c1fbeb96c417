// Where things lie. Environment variables let one file be tried on another build.

import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../../..');
export const PAGES = path.join(ROOT, 'tests/pages');
export const SCREENS = path.join(ROOT, 'target/screens');

/** The playground. */
export const WWW = path.resolve(process.env.CLEAN_COPY_WWW ?? path.join(ROOT, 'www'));

/** The unpacked extension for a browser, as `./build.sh build` leaves it. */
export const extensionFor = (browser) =>
  path.resolve(process.env[`CLEAN_COPY_${browser.toUpperCase()}`] ?? path.join(ROOT, 'dist', browser));
