import js from '@eslint/js';
import globals from 'globals';

/** No string from a page may become markup or code. */
const noMarkupFromStrings = [
  {
    selector: "AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]",
    message: 'Build elements and set textContent: a string from a page must not become markup.',
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/], CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'Build elements and set textContent: a string from a page must not become markup.',
  },
];

/** All code comes with the package, and nothing leaves the browser. */
const nothingFromOutside = [
  {
    selector: "ImportDeclaration[source.value=/^[a-z]+:|^\\/\\//], ImportExpression:not([source.value=/^[.]/])",
    message: 'Import by a relative path: remote code may not run here.',
  },
  {
    selector: "CallExpression[callee.name='fetch']:not([arguments.0.type='Literal'][arguments.0.value=/^[.][.]\\/shared\\/[a-z-]+[.]html$/]), CallExpression[callee.property.name='sendBeacon']",
    message: 'Nothing leaves the browser; the package’s own pages may be read.',
  },
  {
    selector: "CallExpression[callee.property.name='createElement'] > Literal[value=/^(script|object|embed)$/]",
    message: 'Remote code may not run here, and no other plug-in than the browser’s own.',
  },
];

/** In a page, an address that is set is asked for. */
const nothingLoaded = [
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(src|srcset|srcdoc|data|poster)$/]',
    message: 'What a page’s script loads, the site sees.',
  },
];

/** Names by which a script would reach the network. */
const noNetwork = ['XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'importScripts', 'Image', 'Audio', 'Worker', 'SharedWorker'].map((name) => ({
  name,
  message: 'Nothing leaves the browser.',
}));

const everywhere = {
  eqeqeq: 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-shadow': 'error',
  'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
  'object-shorthand': 'error',
};

const short = {
  'max-lines': ['error', { max: 260, skipBlankLines: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
};

export default [
  { ignores: ['node_modules', 'target', 'dist', 'extension/core', 'www/core', 'tests/pages', 'tools/**/target'] },
  js.configs.recommended,
  { rules: everywhere },
  {
    files: ['extension/**/*.js'],
    languageOptions: { globals: { ...globals.browser, ...globals.webextensions } },
    rules: {
      ...short,
      'no-restricted-syntax': ['error', ...noMarkupFromStrings, ...nothingFromOutside],
      'no-restricted-globals': ['error', ...noNetwork],
    },
  },
  {
    // Content scripts are plain scripts that share one scope; tsc knows their names.
    files: ['extension/page/*.js'],
    languageOptions: { sourceType: 'script' },
    rules: {
      'no-undef': 'off',
      'no-unused-vars': ['error', { vars: 'local', argsIgnorePattern: '^_' }],
      // A script that is injected a second time may not declare a `const` again.
      'no-var': 'off',
      'no-restricted-syntax': ['error', ...noMarkupFromStrings, ...nothingFromOutside, ...nothingLoaded],
    },
  },
  {
    files: ['www/**/*.js'],
    languageOptions: { globals: globals.browser },
    rules: { ...short, 'no-restricted-syntax': ['error', ...noMarkupFromStrings] },
  },
  {
    files: ['tools/**/*.mjs', 'eslint.config.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.webextensions } },
    rules: short,
  },
  {
    // The bench's part that runs beside the extension's page scripts, whose names it knows and replaces.
    files: ['tools/bench/in-page.js'],
    languageOptions: { sourceType: 'script' },
    rules: { 'no-undef': 'off', 'no-global-assign': 'off' },
  },
  {
    files: ['tools/bench/host.js', 'tools/bench/peers.js'],
    languageOptions: { globals: { ...globals.browser, ...globals.webextensions } },
  },
  {
    // Functions given to a browser run there, so both sets of names are known.
    files: ['tests/**/*.mjs', 'tests/apps/*.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.webextensions } },
    rules: { 'no-shadow': 'off' },
  },
];
