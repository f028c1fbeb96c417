// What the packages may do and hold: few permissions, no way out, no code from elsewhere. Needs no browser.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

import { ESLint } from 'eslint';

import { manifestFor } from '../tools/package/make.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (/** @type {string} */ file) => readFileSync(path.join(ROOT, file), 'utf8');

describe('the manifest', () => {
  const manifest = JSON.parse(read('extension/manifest.json'));

  it('asks for these permissions and no other', async () => {
    assert.deepEqual(manifest.permissions.toSorted(), ['activeTab', 'clipboardWrite', 'contextMenus', 'scripting', 'storage']);
    const inFirefox = JSON.parse(await manifestFor('firefox', read('extension/manifest.json'))).permissions;
    assert.deepEqual(inFirefox.toSorted(), ['activeTab', 'clipboardWrite', 'menus', 'scripting', 'storage'], 'Firefox has its own name for one');
    assert.deepEqual(manifest.optional_host_permissions, ['*://*/*'], 'sites are asked for one by one');
    const more = ['host_permissions', 'optional_permissions', 'content_scripts', 'externally_connectable', 'web_accessible_resources'];
    assert.deepEqual(more.filter((key) => key in manifest), []);
  });

  it('lets its own pages load nothing but the package', () => {
    const policy = manifest.content_security_policy.extension_pages.split(';').map((/** @type {string} */ part) => part.trim().split(/\s+/));
    const allowed = policy.flatMap((/** @type {string[]} */ [, ...sources]) => sources);
    assert.deepEqual([...new Set(allowed)].sort(), ["'none'", "'self'", "'wasm-unsafe-eval'"]);
    const directives = Object.fromEntries(policy.map((/** @type {string[]} */ [name, ...sources]) => [name, sources.join(' ')]));
    assert.equal(directives['default-src'], "'self'");
    assert.equal(directives['script-src'], "'self' 'wasm-unsafe-eval'");
    for (const name of ['object-src', 'base-uri', 'form-action']) assert.equal(directives[name], "'none'", name);
  });

  it('tells the Firefox store that no data is collected', () => {
    assert.deepEqual(manifest.browser_specific_settings.gecko.data_collection_permissions, { required: ['none'] });
  });
});

describe('the lint rules', () => {
  const eslint = new ESLint({ cwd: ROOT });

  /** The rules that a line of code breaks. */
  const broken = async (/** @type {string} */ code, /** @type {string} */ file) => {
    const [{ messages }] = await eslint.lintText(code, { filePath: path.join(ROOT, file) });
    return messages.map(({ ruleId }) => ruleId);
  };

  const FORBIDDEN = [
    "document.body.innerHTML = 'x';",
    "document.body.outerHTML = 'x';",
    "document.body.insertAdjacentHTML('beforeend', 'x');",
    "document.body.setHTMLUnsafe('x');",
    "document.createRange().createContextualFragment('x');",
    "document.write('x');",
    "eval('x');",
    "new Function('x')();",
    "setTimeout('x', 1);",
    "import('https://cdn.example/x.js');",
    "fetch('https://example.org');",
    'fetch(location.href);',
    'new XMLHttpRequest();',
    "new WebSocket('wss://example.org');",
    "navigator.sendBeacon('https://example.org', 'x');",
    "new Image();",
    "document.createElement('script');",
  ];

  for (const code of FORBIDDEN) {
    it(`refuse ${code} in every script of the extension`, async () => {
      for (const file of ['extension/popup/popup.js', 'extension/background/background.js', 'extension/page/mark.js']) {
        const rules = await broken(code, file);
        const guards = rules.filter((rule) => /^no-(restricted-(syntax|globals)|eval|implied-eval|new-func)$/.test(rule ?? ''));
        assert.notDeepEqual(guards, [], file);
      }
    });
  }

  it('refuse to load anything into a page', async () => {
    assert.ok((await broken("document.images[0].src = 'https://example.org/x.png';", 'extension/page/mark.js')).includes('no-restricted-syntax'));
  });

  it('refuse an import from elsewhere', async () => {
    assert.ok((await broken("import x from 'https://cdn.example/x.js'; x();", 'extension/popup/popup.js')).includes('no-restricted-syntax'));
  });

  it('have nothing against code that does none of this', async () => {
    assert.deepEqual(await broken("export const make = () => Object.assign(document.createElement('p'), { textContent: 'x' });", 'extension/shared/parts.js'), []);
  });
});

describe('versions', () => {
  it('are locked: every npm package has a hash', () => {
    /** @type {Record<string, { integrity?: string, link?: boolean }>} */
    const packages = JSON.parse(read('package-lock.json')).packages;
    const names = Object.keys(packages).filter((name) => name !== '' && !packages[name].link);
    assert.ok(names.length > 20);
    assert.deepEqual(names.filter((name) => !/^sha512-/.test(packages[name].integrity ?? '')), []);
  });

  it('are locked: every crate from a registry has a hash', () => {
    for (const lock of ['Cargo.lock', 'tools/bindgen/Cargo.lock', 'fuzz/Cargo.lock']) {
      const crates = read(lock).split('[[package]]').slice(1).filter((crate) => crate.includes('\nsource = '));
      assert.ok(crates.length > 10, lock);
      assert.deepEqual(crates.filter((crate) => !/^checksum = "[0-9a-f]{64}"$/m.test(crate)), [], lock);
    }
  });
});
