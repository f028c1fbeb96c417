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
/** What was removed since this page was opened: it stands in the list, with the way back. @type {Map<string, SiteSettings>} */
const removed = new Map();

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
    return false;
  }
  granted?.();
  const isOn = await switchSites(patterns, true);
  // Where it goes from elsewhere later, it was not removed here.
  if (isOn) patterns.forEach((pattern) => removed.delete(pattern));
  return isOn;
}

/** For when all is to be as it was at first. */
export function forgetRemoved() {
  removed.clear();
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
  const byHost = (/** @type {string} */ one, /** @type {string} */ other) => hostOf(one).localeCompare(hostOf(other));
  const patterns = Object.keys(sites).sort(byHost);
  const permitted = await Promise.all(patterns.map(isPermitted));
  const items = [...new Set([...patterns, ...removed.keys()])].sort(byHost).map((pattern) => {
    const isManaged = Boolean(managed.sites && pattern in managed.sites);
    const isAllowed = Boolean(permitted[patterns.indexOf(pattern)]);
    return { ...sites[pattern], key: pattern, gone: !(pattern in sites), permitted: isAllowed, managed: isManaged, fixed: managed.strength };
  });
  fill(part('site-list', HTMLUListElement), items, (item) => (item.gone ? goneRow(item.key) : rowOf(item)));
  part('no-sites', HTMLElement).hidden = patterns.length > 0;
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
  const name = nameOf(pattern, 'span');
  if (managed) name.append(make('span', { className: 'locked' }, word('managed')));
  if (!permitted) name.append(make('span', { className: 'hint' }, word('siteNotPermitted')));
  const row = make('li', {}, name);
  row.dataset.pattern = pattern;
  if (!permitted) row.append(allowButton(pattern));
  row.append(strengthChoice(pattern, fixed ?? strength, managed || Boolean(fixed)));
  if (!managed) row.append(removeButton(pattern, { strength }));
  return row;
}

/**
 * @param {string} pattern
 * @param {'span' | 'del'} tag
 */
function nameOf(pattern, tag) {
  const name = make('div', { className: 'grow' }, make(tag, { className: 'host', dir: 'ltr' }, hostOf(pattern)));
  if (pattern.startsWith('http:')) name.append(make('span', { className: 'tag' }, 'http'));
  return name;
}

/**
 * @param {string} pattern
 */
function goneRow(pattern) {
  const row = make('li', {}, nameOf(pattern, 'del'));
  row.dataset.pattern = pattern;
  const button = make('button', { type: 'button', className: 'plain undo', id: `undo ${pattern}` }, word('undo'));
  button.setAttribute('aria-label', `${word('undo')}: ${word('siteRemove', hostOf(pattern))}`);
  button.addEventListener('click', () => void putBack(pattern));
  row.append(button);
  return row;
}

/**
 * @param {string} pattern
 */
async function putBack(pattern) {
  const { strength } = removed.get(pattern) ?? {};
  if ((await add([pattern])) && strength) await save(writeSiteStrength(pattern, strength));
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
 * @param {SiteSettings} settings
 */
function removeButton(pattern, settings) {
  const button = make('button', { type: 'button', className: 'plain remove', id: `remove ${pattern}` }, word('remove'));
  button.setAttribute('aria-label', word('siteRemove', hostOf(pattern)));
  button.addEventListener('click', () => {
    removed.set(pattern, settings);
    void switchSites([pattern], false);
  });
  return button;
}
