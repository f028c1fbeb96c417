// Makes dist/chromium/ and dist/firefox/ out of extension/.

import path from 'node:path';

import { makeExtension } from './package/make.mjs';
import { BROWSERS, ROOT } from './product.mjs';

await Promise.all(BROWSERS.map((browser) => makeExtension(browser, path.join(ROOT, 'dist', browser))));
