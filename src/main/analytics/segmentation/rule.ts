import type { Measure, SegmentRule } from '../../../shared/model/segment.ts';
import { capital, counted } from '../../../shared/words.ts';
import type { Measures } from './measures.ts';

/** Says an amount of minor units in the owner's currency and locale. */
export type SayMoney = (minorUnits: number) => string;

/** Whether customer i satisfies every condition: `min` is inclusive, `max` exclusive, an unknown measure fails. */
export const matches = (rule: SegmentRule, measures: Measures, i: number): boolean =>
  rule.all.every(({ measure, min, max }) => {
    const value = measures[measure][i]!;
    if (min !== undefined && !(value >= min)) return false;
    return max === undefined || value < max;
  });

/**
 * First match wins.
 * @returns for each customer the place of its rule, or −1 for "everyone else"
 */
export const assign = (rules: readonly SegmentRule[], measures: Measures): Int16Array => {
  const place = new Int16Array(measures.customer.length).fill(-1);
  for (let i = 0; i < place.length; i++)
    for (let k = 0; k < rules.length; k++)
      if (matches(rules[k]!, measures, i)) {
        place[i] = k;
        break;
      }
  return place;
};

const number = (n: number): string => String(Math.round(n * 100) / 100);

const IN_WORDS: Readonly<Record<Measure, (bound: 'min' | 'max', n: number, money: SayMoney) => string>> = {
  revenue12m: (bound, n, money) =>
    bound === 'min'
      ? `at least ${money(n)} in the last 12 months`
      : `less than ${money(n)} in the last 12 months`,
  revenue: (bound, n, money) =>
    bound === 'min' ? `at least ${money(n)} in all` : `less than ${money(n)} in all`,
  purchaseDays: (bound, n) =>
    bound === 'min' ? `bought on at least ${days(n)}` : `bought on fewer than ${days(n)}`,
  overdueRatio: (bound, n) =>
    bound === 'min'
      ? `silent for at least ${number(n)} × the usual gap`
      : `silent for less than ${number(n)} × the usual gap`,
  daysSinceFirst: (bound, n) =>
    bound === 'min' ? `first purchase at least ${days(n)} ago` : `first purchase less than ${days(n)} ago`,
  daysSinceLast: (bound, n) =>
    bound === 'min' ? `last purchase at least ${days(n)} ago` : `last purchase less than ${days(n)} ago`,
};

const days = (n: number): string => (n === 1 ? '1 day' : `${number(n)} days`);

/** The rule as the owner reads it: "Bought on at least 3 days, silent for less than 2 × the usual gap". */
export const ruleInWords = (rule: SegmentRule, money: SayMoney): string => {
  const parts = rule.all.flatMap(({ measure, min, max }) => {
    // whoever bought on fewer than 3 days bought on one: no need to say both
    if (measure === 'purchaseDays' && min === 1)
      return max === undefined ? ['bought at least once'] : [IN_WORDS[measure]('max', max, money)];
    return [
      ...(min === undefined ? [] : [IN_WORDS[measure]('min', min, money)]),
      ...(max === undefined ? [] : [IN_WORDS[measure]('max', max, money)]),
    ];
  });
  return capital(parts.length === 0 ? 'everybody' : parts.join(', '));
};

const TYPICAL: Readonly<Record<Measure, (n: number, money: SayMoney) => string>> = {
  revenue12m: (n, money) => `${money(n)} in the last 12 months`,
  revenue: (n, money) => `${money(n)} in all`,
  purchaseDays: (n) => counted(Math.round(n), 'purchase'),
  overdueRatio: (n) => `silent for ${number(n)} × the usual gap`,
  daysSinceFirst: (n) => `first purchase ${days(Math.round(n))} ago`,
  daysSinceLast: (n) => `last purchase ${days(Math.round(n))} ago`,
};

/** A natural group as the owner reads it: "Typically € 420 in all, 12 purchases, last purchase 14 days ago". */
export const typicalInWords = (
  typical: readonly { readonly measure: Measure; readonly value: number }[],
  money: SayMoney,
): string =>
  capital(`typically ${typical.map(({ measure, value }) => TYPICAL[measure](value, money)).join(', ')}`);
