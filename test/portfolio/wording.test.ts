import { expect, test } from 'vitest';
import { makeSample } from '../../src/main/sample/sample.ts';
import { dayFromNumber, dayNumber, isoDay } from '../../src/shared/model/day.ts';
import { aPortfolio, take } from '../support/portfolio.ts';
import { saidOf } from '../support/said.ts';

const TODAY = isoDay('2025-10-02');
const LAST = dayNumber(isoDay('2025-09-30'));

/** What no sentence may hold (TRUTH 25), and what shows that a value is missing in it. */
const NEVER: readonly (readonly [string, RegExp])[] = [
  [
    'one of many',
    /(?<![\d.,])1 (customers|orders|days|lines|products|purchases|months|weeks|returns|quotes|campaigns|segments|contracts|times|others|answers)\b/,
  ],
  [
    'one that are',
    /(?<![\d.,])1 (customer|product|quote|line|campaign|smaller customer) (are|have|bring|cost|grow|shrink)\b/,
  ],
  [
    'many that is',
    /(?<![\d.,])([2-9]|\d{2,}) (customers|products|quotes|lines) (is|has|brings|costs|grows)\b/,
  ],
  ['nothing more', /(?<![\d.,])0(\.0)?\s?% (more|less)\b/],
  ['all of one', /(?<![\d.,])1 [a-z ]+, (all|none|\d+) of them\b/],
  ['nobody at stake', /(?<![\d.,])0(\.0)?\s?% likely\b/],
  ['a value that is none', /undefined|NaN|\bnull\b|Infinity|\[object/],
  ['none counted', /(?<![\d.,])0 customers (bought|are|came)\b/],
  ['a hole', / {2}|\(\)| ,|,\.|\.\.(?!\.)|\s$|^\s|: \.|, and \./],
];

const wrongIn = (said: readonly string[]): string[] =>
  said.flatMap((sentence) =>
    NEVER.filter(([, pattern]) => pattern.test(sentence)).map(([what]) => `${what}: ${sentence}`),
  );

const csv = (rows: readonly (readonly [who: string, daysAgo: number, euros: number])[]): string =>
  `Date,Customer number,Product,Amount\n${rows
    .map(([who, ago, euros]) => `${dayFromNumber(LAST - ago)},${who},Thing,${euros.toFixed(2)}`)
    .join('\n')}\n`;

/** Shops so small or so even that counts are one, nothing, or all. */
const SMALL = {
  'one customer, one purchase': csv([['A', 0, 10]]),
  'one customer who comes': csv(Array.from({ length: 30 }, (_, k) => ['A', 24 * k, 10])),
  'one at risk among two': csv([
    ...Array.from({ length: 40 }, (_, k) => ['A', 20 * k, 10] as const),
    ...Array.from({ length: 30 }, (_, k) => ['B', 200 + 20 * k, 12] as const),
  ]),
  'nobody new': csv(
    Array.from({ length: 8 }, (_, c) =>
      Array.from({ length: 27 }, (_, k) => [`C${c}`, c + 28 * k, 10] as const),
    ).flat(),
  ),
  'one new, one gone, twelve alike': csv([
    ['N', 1, 20],
    ...Array.from({ length: 12 }, (_, c) =>
      Array.from({ length: 27 }, (_, k) => [`C${c}`, c + 28 * k, 10] as const),
    ).flat(),
    ...Array.from({ length: 10 }, (_, k) => ['G', 500 + 10 * k, 10] as const),
  ]),
} as const;

test.each(Object.entries(SMALL))(
  '%s: counts and nouns agree, nothing is 0% more, no hole is left',
  async (_, file) => {
    const db = aPortfolio();
    await take(db, file, { currency: 'EUR', locale: 'en-GB' });
    const said = saidOf(db, TODAY);
    expect(said.length).toBeGreaterThan(10);
    expect(wrongIn(said)).toEqual([]);
  },
);

test.each(['bakery', 'wholesale', 'webshop', 'clinic'] as const)('a made %s', async (kind) => {
  const sample = makeSample({ kind, customers: 60, seed: 3, until: isoDay('2025-09-30') });
  const db = aPortfolio();
  await take(db, sample.csv, { currency: sample.truth.currency, locale: 'en-GB', timezone: 'Europe/Berlin' });
  expect(wrongIn(saidOf(db, TODAY))).toEqual([]);
});

test('the sweep finds what it looks for', () => {
  expect(
    wrongIn([
      '1 customers are late.',
      '0% more than before.',
      'They brought undefined.',
      '1 customer, all of them new.',
      'Fine, 11 customers.',
    ]).length,
  ).toBeGreaterThanOrEqual(4);
});
