// What copies look like: the header over the article and the links of its plain
// text, shown on a sample as the core writes it.

import { clean } from '../core/core.js';
import { make, part } from '../shared/parts.js';
import { DEFAULT_HEADER } from '../shared/settings.js';
import { warm } from '../shared/warm.js';
import { word } from '../shared/words.js';
import { whenQuiet } from './quiet.js';
import { saveBehind } from './saved.js';
import { typeInto } from './typing.js';

/** What a header may name, in the order a reader would. */
const FIELDS = ['title', 'byline', 'date', 'modified', 'site', 'url'];
const SAMPLE_URL = 'https://www.example.com/harbour/light';

/** @type {Promise<string> | undefined} */
let sample;
/** What was read last: a header that is another one is being typed. */
let shown = '';
/** @type {CopySettings["links"]} */
let storedLinks = 'none';

const header = () => part('header', HTMLTextAreaElement);

export function listenToCopies() {
  part('fields', HTMLElement).append(...FIELDS.map(fieldButton));
  const saveLater = whenQuiet(write);
  header().addEventListener('input', () => {
    void preview(chosen());
    saveLater();
  });
  header().addEventListener('change', saveLater.now);
  part('links', HTMLFieldSetElement).addEventListener('change', async () => {
    void preview(chosen());
    if (await write()) return;
    showLinks();
    await preview(chosen());
  });
  part('header-default', HTMLButtonElement).addEventListener('click', () => typeInto(header(), DEFAULT_HEADER, 0, header().value.length));
}

/**
 * @param {string} field
 */
function fieldButton(field) {
  const button = make('button', { type: 'button', className: 'chip', title: word(`field_${field}`) }, `{${field}}`);
  button.addEventListener('click', () => {
    typeInto(header(), `{${field}}`, header().selectionStart, header().selectionEnd);
  });
  return button;
}

/** @returns {Required<CopySettings>} */
function chosen() {
  return { header: header().value, links: part('links-wrapped', HTMLInputElement).checked ? 'wrapped' : 'none' };
}

/** Of what is chosen, what is the reader's to choose. */
function write() {
  const { header: text, links } = chosen();
  // The default is not written down: a later version may have a better one.
  const own = text === DEFAULT_HEADER ? null : text;
  const copy = { ...(!header().readOnly && { header: own }), ...(!part('links', HTMLFieldSetElement).disabled && { links }) };
  return saveBehind({ to: 'background', type: 'write-copy', copy });
}

function showLinks() {
  part(`links-${storedLinks}`, HTMLInputElement).checked = true;
}

/**
 * @param {Settings} settings
 */
export async function showCopies({ copy, managed }) {
  // As the field gives it back: a file, or an administrator, may end lines otherwise.
  const text = (copy.header ?? DEFAULT_HEADER).replace(/\r\n?/g, '\n');
  // What is typed and not yet saved is not written over.
  if (header().value === shown && text !== shown) header().value = text;
  shown = text;
  storedLinks = copy.links;
  showLinks();
  lock(managed.copy ?? {});
  // What is typed and not saved yet is not shown otherwise.
  await preview(chosen());
}

/**
 * @param {Partial<CopySettings>} managed
 */
function lock(managed) {
  const isFixed = managed.header !== undefined;
  header().readOnly = isFixed;
  for (const id of ['fields', 'header-default', 'header-hint']) part(id, HTMLElement).hidden = isFixed;
  part('header-locked', HTMLElement).hidden = !isFixed;
  part('links', HTMLFieldSetElement).disabled = managed.links !== undefined;
  part('links-locked', HTMLElement).hidden = managed.links === undefined;
}

/**
 * @param {CopySettings} copy
 */
async function preview(copy) {
  sample ??= fetchSample();
  const [html] = await Promise.all([sample, warm()]);
  const { article } = clean(html, { url: SAMPLE_URL, strength: 'focus', copy });
  part('preview', HTMLElement).textContent = article.text;
}

/** The sample article of the first-run page, as a browser writes it. */
async function fetchSample() {
  const text = await (await fetch('../shared/sample.html')).text();
  return new DOMParser().parseFromString(text, 'text/html').documentElement.outerHTML;
}
