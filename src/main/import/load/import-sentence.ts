import { KIND_WORDS } from '../../../shared/model/import-kind.ts';
import type { ImportResult } from '../../../shared/model/importing.ts';
import { major, minorDigits } from '../../../shared/model/money.ts';
import { newAmong } from '../../../shared/words.ts';

const VERB = { adds: 'Adds', added: 'Added', 'would-add': 'Would add' } as const;

/** "Adds 5,038 orders from 1,204 customers, 311 of them new. 83 rows are left out."; "Adds 40 answers about 38 customers." */
export const importSentence = (result: ImportResult, tense: keyof typeof VERB, locale: string): string => {
  const count = (n: number, one: string, many: string): string =>
    `${new Intl.NumberFormat(locale).format(n)} ${n === 1 ? one : many}`;
  const { kind } = result.source;
  const { created, matched } = result.customers;
  const customers = created + matched;
  const money = moneyIn(result, locale)(result.revenue.minor);
  const who =
    customers > 0
      ? ` from ${count(customers, 'customer', 'customers')}${newAmong(created, customers, new Intl.NumberFormat(locale).format)}`
      : ' without a customer';
  const { one, many } = KIND_WORDS[kind];
  const about =
    customers > 0 && kind !== 'customers' ? ` about ${count(customers, 'customer', 'customers')}` : '';
  const parts =
    kind === 'orders'
      ? [`${VERB[tense]} ${count(result.orders, one, many)}${who}, worth ${money}.`]
      : [`${VERB[tense]} ${count(result.rows.imported, one, many)}${about}${newOnes(created, locale)}.`];
  if (result.taxTakenOff.minor !== 0)
    parts.push(`${moneyIn(result, locale)(result.taxTakenOff.minor)} of tax in the prices is not counted.`);
  if (result.rows.leftOut > 0) parts.push(`${count(result.rows.leftOut, 'row is', 'rows are')} left out.`);
  for (const { currency, rate, lines } of result.converted)
    parts.push(
      `${count(lines, 'line', 'lines')} in ${currency} ${lines === 1 ? 'is' : 'are'} converted: 1 ${currency} = ${rate} ${result.revenue.currency}.`,
    );
  if (result.notASale > 0)
    parts.push(
      `${count(result.notASale, 'line is', 'lines are')} of products you have marked as no sale: kept, but not counted.`,
    );
  if (result.rows.alreadyThere > 0)
    parts.push(`${count(result.rows.alreadyThere, 'row is', 'rows are')} in the portfolio already.`);
  return parts.join(' ');
};

const moneyIn = ({ revenue: { currency } }: ImportResult, locale: string): ((minor: number) => string) => {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: minorDigits(currency),
  });
  return (minor) => format.format(major(minor, currency));
};

const newOnes = (created: number, locale: string): string =>
  created === 0 ? '' : `, ${new Intl.NumberFormat(locale).format(created)} of them new`;
