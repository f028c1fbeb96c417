// Where a page comes from: pasted, opened, dropped, or taken from the samples.

/**
 * @typedef {{ slug: string, title: string, url?: string }} Sample
 * `samples/index.json` lists them; `samples/<slug>.html` is the page.
 */

/**
 * Text in which no tag begins was copied from a page without its HTML.
 * @param {string} text
 */
export const isHtml = (text) => /<(?:!doctype|!--|\/?[a-z][^<]*>)/i.test(text);

/**
 * The text of a saved page: by its byte order mark, as UTF-8 where it is that, whatever it declares, else in the
 * encoding that it declares or that browsers take where nothing is declared.
 * @param {Blob} file
 */
export async function readFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const marked = [['utf-16le', 0xff, 0xfe], ['utf-16be', 0xfe, 0xff]].find(([, one, two]) => bytes[0] === one && bytes[1] === two);
  if (marked) return new TextDecoder(String(marked[0])).decode(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (start.startsWith('%PDF-') || start.includes('\0')) throw new Error('This file is neither a web page nor text.');
  const declared = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ?? 'windows-1252';
  try {
    // This one is all ASCII.
    if (!/^iso-2022/i.test(declared)) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8.
  }
  return decoder(declared).decode(bytes);
}

/** @param {string} declared */
function decoder(declared) {
  try {
    return new TextDecoder(declared);
  } catch {
    // No browser knows an encoding of that name.
    return new TextDecoder('windows-1252');
  }
}

/**
 * Fills the list of samples. Where none were built the list stays away.
 * @param {HTMLSelectElement} list
 * @param {HTMLElement} field
 */
export async function listSamples(list, field) {
  const response = await fetch('samples/index.json').catch(() => undefined);
  if (!response?.ok) return;
  /** @type {Sample[]} */
  const samples = await response.json();
  for (const { slug, title, url = '' } of samples) {
    const option = new Option(title, slug);
    option.dataset.url = url;
    list.append(option);
  }
  field.hidden = samples.length === 0;
}

/**
 * @param {string} slug
 */
export async function fetchSample(slug) {
  const response = await fetch(`samples/${encodeURIComponent(slug)}.html`);
  if (!response.ok) throw new Error(`The sample “${slug}” is missing: run ./build.sh www again.`);
  return readFile(await response.blob());
}

/**
 * Takes files dropped anywhere on the page.
 * @param {HTMLElement} target what shows that a drop is welcome
 * @param {(file: File) => void} take
 */
export function onDrop(target, take) {
  addEventListener('dragover', (event) => {
    event.preventDefault();
    target.classList.add('dropping');
  });
  for (const end of ['dragleave', 'drop']) addEventListener(end, () => target.classList.remove('dropping'));
  addEventListener('drop', (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  });
}
