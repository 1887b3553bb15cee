import { formats } from '../../../shared/format.ts';
import type { ControlTotals } from '../../../shared/model/importing.ts';
import { minor } from '../../../shared/model/money.ts';
import type { OwnTotals } from '../check/own-total.ts';
import type { LoadTotals } from './load-totals.ts';

/**
 * Holds what was read against the file's own total, where it has one.
 * @param currency of the portfolio; amounts are its minor units
 */
export const controlTotals = (
  totals: LoadTotals,
  own: OwnTotals,
  currency: string,
  locale: string,
): ControlTotals => {
  const sum = totals.revenueMinor + totals.taxMinor + totals.alreadyThereMinor + totals.leftOutMinor;
  const money = (amount: number) => ({ minor: minor(amount), currency });
  const difference = own.total === null ? null : own.total - sum;
  return {
    own: own.total === null ? null : money(own.total),
    ownRow: own.row,
    ownRows: own.rows,
    imported: money(totals.revenueMinor),
    alreadyThere: money(totals.alreadyThereMinor),
    leftOut: money(totals.leftOutMinor),
    sum: money(sum),
    difference: difference === null ? null : money(difference),
    agrees: difference === null ? null : difference === 0 || own.total === own.column,
    sentence: [totalSentence(totals, own, sum, currency, locale), rowsSentence(totals, own, locale)]
      .filter((part) => part !== '')
      .join(' '),
  };
};

const totalSentence = (
  totals: LoadTotals,
  own: OwnTotals,
  sum: number,
  currency: string,
  locale: string,
): string => {
  if (own.total === null) return '';
  const say = formats(locale, currency);
  const money = (amount: number): string => say.money(minor(amount));
  const difference = own.total - sum;
  const total = `The file's own total is ${money(own.total)}`;
  if (difference === 0) return `${total}; ${partsOf(totals)} comes to the same.`;
  if (own.total === own.column)
    return `${total}, and so is the sum of its column of amounts; ${money(Math.abs(difference))} of it is ${reasonWithin(totals)}.`;
  return `${total}; ${partsOf(totals)} comes to ${money(sum)}, ${money(Math.abs(difference))} ${difference > 0 ? 'less' : 'more'}. ${reason(totals)}`;
};

const partsOf = (totals: LoadTotals): string => {
  const there = totals.alreadyThere > 0 ? ', what is in the portfolio already' : '';
  return there === ''
    ? 'what is imported plus what is left out'
    : `what is imported${there} and what is left out`;
};

const reasonWithin = ({ issueCounts, foreign }: LoadTotals): string =>
  issueCounts['currency-without-rate'] || Object.keys(foreign).length > 0
    ? 'in other currencies, which count by their rate or not at all, or tax or a discount, which do not count'
    : 'tax or a discount, which is no revenue';

const reason = ({ issueCounts }: LoadTotals): string => {
  const rows = (n: number, one: string, many: string): string =>
    n === 1 ? `1 row ${one}` : `${n} rows ${many}`;
  const unreadable = (issueCounts['amount-unreadable'] ?? 0) + (issueCounts['value-out-of-range'] ?? 0);
  if (unreadable > 0)
    return `The likely reason: ${rows(unreadable, 'has an amount that cannot be read', 'have amounts that cannot be read')}.`;
  const ragged = issueCounts['record-ragged'] ?? 0;
  if (ragged > 0)
    return `The likely reason: ${rows(ragged, 'has', 'have')} more or fewer cells than the header.`;
  const foreign = issueCounts['currency-without-rate'] ?? 0;
  if (foreign > 0) return `The likely reason: ${rows(foreign, 'is', 'are')} in another currency.`;
  return 'The likely reason: the total counts something else, such as tax or tips, or the file was cut short.';
};

const rowsSentence = ({ read, issueCounts }: LoadTotals, { rows }: OwnTotals, locale: string): string => {
  if (rows === null) return '';
  const count = new Intl.NumberFormat(locale);
  const records = read - (issueCounts['footer-row'] ?? 0);
  return records === rows
    ? `The file says it has ${count.format(rows)} records, and as many were read.`
    : `The file says it has ${count.format(rows)} records; ${count.format(records)} were read.`;
};
