// Every language says all that the English one says, with the same values in it,
// in the plural forms that its numbers need.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, test } from 'node:test';

const EXTENSION = path.resolve(import.meta.dirname, '../extension');
const LOCALES = path.join(EXTENSION, '_locales');

/** The stores take no longer ones. */
const LONGEST = { name: 75, description: 132 };

/** Forms that a language may write without the number, such as the Arabic dual. */
const MAY_SAY_NO_NUMBER = ['zero', 'one', 'two'];

/** Messages that read as in English, and in which languages: names and values in all, words that a language shares in it. */
const SAME_AS_ENGLISH = {
  name: 'all',
  copyMarkdown: 'all',
  direction: 'all',
  focus: ['fr', 'it', 'nl'],
  copyText: ['de'],
  copiesTitle: ['fr'],
  version: ['de', 'fr'],
  sections: ['fr'],
  sites_one: ['fr', 'pt_BR', 'tr'],
  sites_other: ['fr', 'pt_BR'],
  reason_navigation: ['de', 'fr'],
  reason_widget: ['de', 'es', 'fr', 'nl', 'pt_BR'],
};

/** Words on a button, and the name that it has for screen readers. */
const SPOKEN_NAMES = { remove: 'siteRemove', siteAllow: 'siteAllowNamed' };

/** @type {Map<string, Record<string, { message: string, placeholders?: Record<string, { content: string }> }>>} */
const locales = new Map();
for (const folder of (await readdir(LOCALES)).sort()) {
  locales.set(folder, JSON.parse(await readFile(path.join(LOCALES, folder, 'messages.json'), 'utf8')));
}
const english = locales.get('en') ?? assert.fail('there is no English');

/** What is drawn and done, without the core and the messages themselves. */
const sources = [];
for (const name of await readdir(EXTENSION, { recursive: true })) {
  if (!/\.(js|html)$|^manifest\.json$/.test(name) || /^core\//.test(name)) continue;
  sources.push(await readFile(path.join(EXTENSION, name), 'utf8'));
}
const source = sources.join('\n');

/** The bases of messages with plural forms: `hidden` for `hidden_one` and `hidden_other`. */
const counted = Object.keys(english)
  .filter((key) => key.endsWith('_one'))
  .map((key) => key.slice(0, -'_one'.length))
  .filter((base) => `${base}_other` in english);

/** The plural forms that a language has for the whole numbers that are counted here. */
function formsOf(language) {
  const rules = new Intl.PluralRules(language);
  const forms = new Set(Array.from({ length: 1001 }, (_, number) => rules.select(number)));
  // What is asked for where a form is missing.
  return [...forms.add('other')];
}

/** The keys that a language must have, and no others. */
function keysFor(language) {
  const plain = Object.keys(english).filter((key) => baseOf(key) === undefined);
  return [...plain, ...counted.flatMap((base) => formsOf(language).map((form) => `${base}_${form}`))].sort();
}

function baseOf(key) {
  return counted.find((base) => key === `${base}_one` || key === `${base}_other`);
}

/** The English message that one of another language stands for. */
function originalOf(key) {
  return english[key] ?? english[`${key.replace(/_[a-z]+$/, '')}_other`];
}

function maySayTheSame(key, folder) {
  const folders = SAME_AS_ENGLISH[key] ?? [];
  return folders === 'all' || folders.includes(folder);
}

const placeholdersIn = (message) => [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name.toLowerCase()).sort();

/** The keys of `word(…)` and its kin; in a template, what is filled in at run time stands for any name. */
function asked() {
  const calls = [...source.matchAll(/\b(word|sentence|counted)\(((?:[^()`]|`[^`]*`)*)/g)];
  // A template that says nothing of the key itself asks for no message: it would stand for every one.
  const templates = calls.flatMap(([, , inside]) => [...inside.matchAll(/^`(\w*)\$\{.*?\}(\w*)`/g)]).filter(([, before, after]) => before + after);
  const literals = calls.flatMap(([, name, inside]) => {
    const [first] = inside.replace(/`[^`]*`/g, '').split(',');
    const keys = [...first.matchAll(/(?<![=!]== )['"]([\w-]+)['"]/g)].map(([, key]) => key);
    return keys.map((key) => (name === 'sentence' ? `state_${key.replaceAll('-', '_')}` : key));
  });
  const kinds = [...source.matchAll(/\bwordFor\('(\w+)'/g)].map(([, kind]) => new RegExp(`^${kind}_\\w+$`));
  const attributes = [...source.matchAll(/data-(?:word|hint|label|placeholder)="(\w+)"|__MSG_(\w+)__/g)].map(([, word, message]) => word ?? message);
  return { literals, attributes, patterns: [...kinds, ...templates.map(([, before, after]) => new RegExp(`^${before}\\w+${after}$`))] };
}

describe('locales', () => {
  test('there are seventeen, and each folder names its language and direction', () => {
    assert.equal(locales.size, 17);
    for (const [folder, messages] of locales) {
      const language = folder.replace('_', '-');
      assert.equal(messages.language.message, language);
      const script = new Intl.Locale(language).maximize().script ?? '';
      assert.equal(messages.direction.message, ['Arab', 'Hebr'].includes(script) ? 'rtl' : 'ltr', folder);
    }
  });

  for (const [folder, messages] of locales) {
    test(`${folder} has every message and plural form that it needs, and no other`, () => {
      assert.deepEqual(Object.keys(messages).sort(), keysFor(messages.language.message));
    });

    test(`${folder} says the values that English says`, () => {
      for (const [key, { message, placeholders }] of Object.entries(messages)) {
        const original = originalOf(key);
        const [said, wanted] = [placeholdersIn(message), placeholdersIn(original.message)];
        const form = key.slice(key.lastIndexOf('_') + 1);
        const mute = said.length === 0 && key !== form && MAY_SAY_NO_NUMBER.includes(form);
        if (!mute) assert.deepEqual(said, wanted, key);
        assert.deepEqual(placeholders, said.length === 0 ? undefined : original.placeholders, key);
      }
    });

    test(`${folder} has clean texts of the length that stores take`, () => {
      for (const [key, { message }] of Object.entries(messages)) {
        assert.equal(message.trim(), message, `${key} has blanks at an end`);
        assert.notEqual(message, '', key);
        assert.ok(!/ {2}|\.\.\./.test(message), `${key}: two blanks, or three points for an ellipsis`);
        assert.ok([...message].length <= (LONGEST[key] ?? Infinity), `${key} is too long`);
      }
    });

    test(`${folder} names buttons by the words that stand on them, for those who speak to them`, () => {
      const lower = (key) => messages[key].message.toLocaleLowerCase(messages.language.message);
      for (const [seen, name] of Object.entries(SPOKEN_NAMES)) assert.ok(lower(name).includes(lower(seen)), `${name} says ${seen}`);
    });

    if (folder === 'en') continue;
    test(`${folder} leaves nothing in English`, () => {
      const same = Object.entries(messages).filter(([key, { message }]) => message === originalOf(key).message);
      // A message of values and signs has nothing to translate.
      const words = same.filter(([, { message }]) => /\p{L}/u.test(message.replace(/\$\w+\$/g, '')));
      const left = words.map(([key]) => key).filter((key) => !maySayTheSame(key, folder));
      assert.deepEqual(left, []);
    });
  }

  test('every exception is still one', () => {
    for (const [key, folders] of Object.entries(SAME_AS_ENGLISH)) {
      const named = folders === 'all' ? ['de'] : folders;
      for (const folder of named) assert.equal(locales.get(folder)?.[key]?.message, english[key].message, `${folder} ${key}`);
    }
  });

  test('every word that is asked for exists', () => {
    const { literals, attributes } = asked();
    assert.ok(literals.length > 40 && attributes.length > 20, 'the search finds words');
    const exists = (key) => key in english || counted.includes(key);
    assert.deepEqual(literals.filter((key) => !exists(key)), []);
    assert.deepEqual(attributes.filter((key) => !(key in english)), []);
  });

  test('every message is asked for somewhere', () => {
    const { patterns } = asked();
    const isQuoted = (key) => new RegExp(`['"]${key}['"]|__MSG_${key}__`).test(source);
    const unused = Object.keys(english).filter((key) => {
      const name = baseOf(key) ?? key;
      return !isQuoted(name) && !patterns.some((pattern) => pattern.test(key));
    });
    assert.deepEqual(unused, []);
  });
});
