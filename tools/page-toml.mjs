// Reads a report of the tool and prints the page.toml that it suggests.

import { text } from 'node:stream/consumers';

const { article, outcome } = JSON.parse(await text(process.stdin));

/** @param {string} key @param {string | null} value */
function line(key, value) {
  // A JSON string is a TOML string as well.
  return value ? `${key} = ${JSON.stringify(value)}\n` : '';
}

process.stdout.write(
  line('what', 'FILL IN: whose pattern this is and what makes it hard') +
    // Links are read against it, so that every test page has one.
    line('url', article.canonical ?? 'https://www.example.com/FILL-IN') +
    line('language', article.language?.split('-')[0] ?? null) +
    line('outcome', outcome) +
    line('title', article.title) +
    line('byline', article.byline) +
    line('published', article.published?.slice(0, 10) ?? null) +
    `# Text that tidy must take, and the first words of every paragraph that stays.
must_go = []
must_stay = []
`,
);
