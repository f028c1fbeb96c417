// What an administrator set, in storage.managed; see managed_schema.json.

import { isObject, isSitePattern, isStrength, isStrings } from './settings-items.js';

/** @type {Promise<ManagedSettings> | undefined} */
let known;

chrome.storage.onChanged.addListener((_changes, area) => {
  if (area === 'managed') known = undefined;
});

/**
 * Nothing where no administrator set anything, which Firefox tells by an error.
 * @returns {Promise<ManagedSettings>}
 */
export function readManaged() {
  known ??= chrome.storage.managed.get(null).then(understandManaged, () => ({}));
  return known;
}

/**
 * Firefox has no schema for these, so they are checked here.
 * @param {Record<string, unknown>} values
 * @returns {ManagedSettings}
 */
function understandManaged({ strength, sites, rules, packsOff, copy }) {
  return {
    ...(isStrength(strength) && { strength }),
    ...(Array.isArray(sites) && { sites: sitesOf(sites) }),
    ...(isStrings(rules) && { rules: rules.join('\n') }),
    ...(isStrings(packsOff) && { packsOff }),
    ...(isObject(copy) && { copy: copyOf(copy) }),
  };
}

/**
 * @param {unknown[]} list
 */
function sitesOf(list) {
  /** @type {Record<string, SiteSettings>} */
  const sites = {};
  for (const each of list) {
    if (!isObject(each) || typeof each.pattern !== 'string' || !isSitePattern(each.pattern)) continue;
    sites[each.pattern] = isStrength(each.strength) ? { strength: each.strength } : {};
  }
  return sites;
}

/**
 * @param {Record<string, unknown>} copy
 * @returns {Partial<CopySettings>}
 */
function copyOf({ header, links }) {
  return {
    ...(typeof header === 'string' && { header }),
    ...((links === 'none' || links === 'wrapped') && { links }),
  };
}
