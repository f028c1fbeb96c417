// The sites that are always cleaned: added by their address, each with a strength.

import { make, part } from '../shared/parts.js';
import { hostOf, isPermitted } from '../shared/registered.js';
import { patternOf, writeSiteStrength } from '../shared/settings.js';
import { askFor } from '../shared/sites.js';
import { word } from '../shared/words.js';
import { fill } from './list.js';
import { save, saveBehind } from './saved.js';

/** The sites of the list that this browser has no permission for. @type {string[]} */
let refused = [];

const address = () => part('site-address', HTMLInputElement);

export function listenToSites() {
  part('sites-allow', HTMLButtonElement).addEventListener('click', () => void add(refused));
  part('site-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const patterns = patternsOf(address().value.trim());
    // Nothing may be waited for before the browser is asked: it wants the click.
    if (patterns.length > 0) void add(patterns, () => (address().value = ''));
    else say(word('siteNotAddress'));
    address().setAttribute('aria-invalid', String(patterns.length === 0));
  });
}

/** A name as it is registered, which often leads to the host with “www.”: example.com, example.co.uk. */
const REGISTERED = /^https:\/\/(?!www\.)[\w-]+\.([\w-]{2,3}\.[a-z]{2}|[a-z][\w-]+)\/\*$/;

/**
 * People write addresses as they say them, and browsers show them without “www.”.
 * @param {string} typed
 */
function patternsOf(typed) {
  const isWhole = /^[a-z]+:\/\//i.test(typed);
  const pattern = patternOf(isWhole ? typed : `https://${typed}`);
  if (!pattern) return [];
  return !isWhole && REGISTERED.test(pattern) ? [pattern, pattern.replace('//', '//www.')] : [pattern];
}

/**
 * @param {string[]} patterns
 * @param {() => void} [granted]
 */
async function add(patterns, granted) {
  say('');
  if (!(await askFor(patterns))) {
    say(word('alwaysRefused'));
    return;
  }
  granted?.();
  await switchSites(patterns, true);
}

/**
 * @param {string[]} patterns
 * @param {boolean} on
 */
function switchSites(patterns, on) {
  return saveBehind({ to: 'background', type: 'always', patterns, on });
}

/**
 * @param {string} text
 */
function say(text) {
  part('site-answer', HTMLElement).textContent = text;
}

/**
 * @param {Settings} settings
 */
export async function showSites({ sites, managed }) {
  const patterns = Object.keys(sites).sort((one, other) => hostOf(one).localeCompare(hostOf(other)));
  const permitted = await Promise.all(patterns.map(isPermitted));
  const items = patterns.map((pattern, at) => {
    const isManaged = Boolean(managed.sites && pattern in managed.sites);
    return { ...sites[pattern], key: pattern, permitted: Boolean(permitted[at]), managed: isManaged, fixed: managed.strength };
  });
  fill(part('site-list', HTMLUListElement), items, rowOf);
  part('no-sites', HTMLElement).hidden = items.length > 0;
  offerAll(patterns.filter((_, at) => !permitted[at]));
}

/**
 * Of a list that came from a file or another device, no site has its permission here: one question for all of them.
 * @param {string[]} patterns
 */
function offerAll(patterns) {
  refused = patterns;
  const button = part('sites-allow', HTMLButtonElement);
  // A focus that is hidden is lost to the page.
  if (patterns.length < 2 && document.activeElement === button) address().focus();
  button.hidden = patterns.length < 2;
}

/**
 * @param {SiteSettings & { key: string, permitted: boolean, managed: boolean, fixed: Strength | undefined }} site
 */
function rowOf({ key: pattern, strength, permitted, managed, fixed }) {
  const host = make('span', { className: 'host', dir: 'ltr' }, hostOf(pattern));
  const name = make('div', { className: 'grow' }, host);
  if (pattern.startsWith('http:')) name.append(make('span', { className: 'tag' }, 'http'));
  if (managed) name.append(make('span', { className: 'locked' }, word('managed')));
  if (!permitted) name.append(make('span', { className: 'hint' }, word('siteNotPermitted')));
  const row = make('li', {}, name);
  row.dataset.pattern = pattern;
  if (!permitted) row.append(allowButton(pattern));
  row.append(strengthChoice(pattern, fixed ?? strength, managed || Boolean(fixed)));
  if (!managed) row.append(removeButton(pattern));
  return row;
}

/**
 * @param {string} pattern
 */
function allowButton(pattern) {
  const button = make('button', { type: 'button', className: 'plain allow', id: `allow ${pattern}` }, word('siteAllow'));
  button.setAttribute('aria-label', word('siteAllowNamed', hostOf(pattern)));
  button.addEventListener('click', () => void add([pattern]));
  return button;
}

/**
 * @param {string} pattern
 * @param {Strength | undefined} chosen
 * @param {boolean} disabled
 */
function strengthChoice(pattern, chosen, disabled) {
  const select = make('select', { id: `strength of ${pattern}`, disabled });
  select.setAttribute('aria-label', word('siteStrength', hostOf(pattern)));
  for (const value of ['', 'tidy', 'focus']) {
    select.append(make('option', { value, selected: value === (chosen ?? '') }, word(value || 'asEverywhere')));
  }
  select.addEventListener('change', () => {
    const strength = select.value ? /** @type {Strength} */ (select.value) : undefined;
    void save(writeSiteStrength(pattern, strength), () => (select.value = chosen ?? ''));
  });
  return select;
}

/**
 * @param {string} pattern
 */
function removeButton(pattern) {
  const button = make('button', { type: 'button', className: 'plain remove', id: `remove ${pattern}` }, word('remove'));
  button.setAttribute('aria-label', word('siteRemove', hostOf(pattern)));
  button.addEventListener('click', () => {
    // The row goes; the reader who came by the keyboard goes on at the address.
    address().focus();
    void switchSites([pattern], false);
  });
  return button;
}
