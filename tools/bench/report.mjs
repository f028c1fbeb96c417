// Figures → the tables and charts of docs/performance.md.

import { bar, figure, median, short, STEPS } from './figures.mjs';

const NAMES = { chromium: 'Chromium', firefox: 'Firefox' };

/** What must be true, by step: at most so many times DOMParser on the corpus. */
const GOALS = { 'core pass: read, judge, plan': 0.5, 'main thread of the page, per clean': 0.6 };

const table = (head, rows) => {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at ? '---:' : '---'))), ...rows.map(line)].join('\n');
};

/** @param {{ browsers: Record<string, { corpus: any[], generated: any[], presses: { asleep: boolean, ms: number }[] }>, native: { corpus: any[], generated: any[] } }} found */
export function report({ browsers, native }) {
  const keys = Object.keys(browsers);
  const sections = keys.length ? [corpusTable(browsers, keys), chart(browsers, keys), pressTable(browsers, keys), ...keys.map((key) => growth(key, browsers[key]))] : [];
  return [...sections, nativeTable(native.corpus), nativeGrowth(native.generated)].join('\n\n');
}

function corpusTable(browsers, keys) {
  const head = ['', ...keys.flatMap((key) => [`${NAMES[key]}, ms`, '× DOMParser']), 'goal'];
  const rows = Object.keys(STEPS).map((step) => [
    step,
    ...keys.flatMap((key) => {
      const { ms, ratio } = figure(browsers[key].corpus, step);
      return [short(ms), short(ratio)];
    }),
    step in GOALS ? `≤ ${GOALS[step]}` : '',
  ]);
  const pages = browsers[keys[0]].corpus;
  const about = `${pages.length} pages of the corpus, median ${Math.round(median(pages.map((page) => page.bytes)) / 1000)} kB; medians of milliseconds and of each page's ratio.`;
  return `### Pages of the corpus\n\n${about}\n\n${table(head, rows)}`;
}

function chart(browsers, keys) {
  const steps = ['core pass: read, judge, plan', 'main thread of the page, per clean', 'clean, warm: button to last hidden block', 'Readability on a clone', 'Defuddle'];
  const lines = keys.flatMap((key) => [
    NAMES[key],
    ...steps.map((step) => {
      const { ratio } = figure(browsers[key].corpus, step);
      return `  ${step.replace(/[:,].*/, '').padEnd(26)} ${short(ratio).padStart(5)} ${bar(ratio, 2)}`;
    }),
  ]);
  return `Times DOMParser, a block for 0.2:\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\``;
}

function growth(key, { generated }) {
  const head = ['page', 'DOMParser, ms', 'core pass ×', 'clean ×', 'main thread ×', 'longest task, ms', 'core pass, ms per MB'];
  const rows = generated.map((row) => [
    `${short(row.bytes / 1e6)} MB`,
    short(row.parse),
    short(row.plan / row.parse),
    short(figure([row], 'clean, warm: button to last hidden block').ratio),
    short(figure([row], 'main thread of the page, per clean').ratio),
    short(median(row.cleans.map(({ longest }) => longest))),
    short((row.plan / row.bytes) * 1e6),
  ]);
  return `### Generated pages, ${NAMES[key]}\n\n${table(head, rows)}\n\n${growthOf(generated, (row) => row.plan)}`;
}

/** From the opening of the popup on, as readers wait. */
function pressTable(browsers, keys) {
  const of = (key, asleep) => median(browsers[key].presses.filter((press) => press.asleep === asleep).map(({ ms }) => ms));
  const rows = keys.map((key) => [NAMES[key], short(of(key, false)), short(of(key, true)), short(of(key, true) / of(key, false))]);
  const about = 'The button pressed on the generated page of 300 kB: from the opening of the popup to the last hidden block, ms. The goal for the ratio is 3.';
  return `### From the button\n\n${about}\n\n${table(['', 'background awake', 'asleep', 'ratio'], rows)}`;
}

/** What 50 MB cost beside 1 MB. */
function growthOf(rows, of) {
  const near = (bytes) => rows.find((row) => Math.abs(row.bytes / bytes - 1) < 0.2);
  const [one, fifty] = [near(1e6), near(50e6)];
  const times = one && fifty ? of(fifty) / of(one) : NaN;
  return Number.isFinite(times) ? `50 MB cost ${short(times)} times what 1 MB costs; the goal is 55.` : '';
}

function nativeTable(rows) {
  const works = { parse: 'html5ever, parse', read: 'core: read', core: 'core: read, judge, plan', text: 'tool: parse, clean, text', dom_smoothie: 'dom_smoothie', legible: 'legible' };
  const lines = Object.entries(works).map(([name, what]) => [
    what,
    short(median(rows.map((row) => row[name]))),
    short(median(rows.map((row) => (row[name] / row.bytes) * 1e6))),
    short(median(rows.map((row) => row[name] / row.parse))),
  ]);
  return `### Natively, one thread\n\n${table(['', 'ms a page', 'ms per MB', '× html5ever'], lines)}`;
}

function nativeGrowth(rows) {
  const head = ['page', 'html5ever, ms', 'core, ms', 'core, ms per MB', '× html5ever'];
  const lines = rows.map((row) => [
    `${short(row.bytes / 1e6)} MB`,
    short(row.parse),
    short(row.core),
    short((row.core / row.bytes) * 1e6),
    short(row.core / row.parse),
  ]);
  return `${table(head, lines)}\n\n${growthOf(rows, (row) => row.core)}`;
}
