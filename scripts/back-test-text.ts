import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { KeptBackTest } from '../test/bench/back-tests.ts';

/** The figures docs/methods.md is written from; `npm run bench -- back-tests --keep` writes them. */
export const KEPT_BACK_TESTS = fileURLToPath(new URL('../docs/back-tests.json', import.meta.url));

export const keptBackTests = (): readonly KeptBackTest[] =>
  JSON.parse(readFileSync(KEPT_BACK_TESTS, 'utf8')) as KeptBackTest[];

type Row = { readonly expected: number; readonly actual: number };

const off = ({ expected, actual }: Row): string => percent(expected / actual - 1);
const percent = (share: number): string =>
  `${share > 0 ? '+' : share < 0 ? '−' : ''}${Math.abs(Math.round(share * 100))} %`;
const share = (part: number): string => `${(part * 100).toFixed(1)} %`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const originRows = ({ origins }: KeptBackTest) =>
  origins.map((o) => [
    o.asOf,
    o.n,
    o.weeks,
    `${o.expected} (${o.lo}–${o.hi})`,
    o.actual,
    off(o),
    `${percent(o.naive / o.actual - 1)}`,
    share(o.coverage),
  ]);

/** All origins of one class together. */
const classRows = ({ origins }: KeptBackTest) => {
  const names = [...new Set(origins.flatMap((o) => o.classes.map(({ x }) => x)))];
  return names.map((name) => {
    const found = origins.flatMap((o) => o.classes.filter(({ x }) => x === name));
    const sum = (value: (each: (typeof found)[number]) => number): number =>
      found.reduce((total, each) => total + value(each), 0);
    const n = sum((each) => each.n);
    const row = { expected: sum((each) => each.expected), actual: sum((each) => each.actual) };
    const held = found.filter(({ lo, hi, actual }) => lo <= actual && actual <= hi).length;
    return [
      name,
      n,
      row.expected,
      row.actual,
      off(row),
      `${held} of ${found.length}`,
      share(sum((each) => each.coverage * each.n) / n),
    ];
  });
};

const misfit = ({ origins }: KeptBackTest): string => {
  const low = origins.filter(({ expected, actual }) => expected < actual).length;
  const outside = origins.filter(({ lo, hi, actual }) => actual < lo || actual > hi).length;
  const nearer = origins.filter(
    ({ expected, naive, actual }) => Math.abs(expected - actual) < Math.abs(naive - actual),
  ).length;
  return `The total was foreseen too low ${low} of ${origins.length} times, and lay outside its own 90 % interval ${outside} of ${origins.length} times; that is why the app widens the intervals of totals by what a look back has shown. The model came nearer than the naive forecast ${nearer} of ${origins.length} times.`;
};

/** The measured back-tests as docs/methods.md and the bench show them. */
export const backTestText = (tests: readonly KeptBackTest[]): string =>
  [
    '## How far the forecasts were off',
    '',
    'Purchases foreseen with what was known on a day, against those that came in the weeks after it. *Naive* carries on each',
    "customer's own rate (x ÷ T). *Held* is the share of customers whose own number of purchases lay in its own 90 % interval;",
    'counts are whole, so that it may well be above 90 %.',
    '',
    ...tests.flatMap((test) => [
      `### ${test.data}`,
      '',
      `As of ${test.asOf}: ${test.model} chosen, grade ${test.grade}. ${test.note}`,
      '',
      table(
        ['known up to', 'customers', 'weeks ahead', 'foreseen (90 %)', 'came', 'off', 'naive off', 'held'],
        originRows(test),
      ),
      '',
      misfit(test),
      '',
      'By how often a customer had come back before, all days together:',
      '',
      table(
        ['came back', 'customers', 'foreseen', 'came', 'off', 'total in its 90 % interval', 'held'],
        classRows(test),
      ),
      '',
    ]),
  ].join('\n');
