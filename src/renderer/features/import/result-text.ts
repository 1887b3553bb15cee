import { KIND_WORDS } from '../../../shared/model/import-kind.ts';
import type { ImportResult, UndoneImport } from '../../../shared/model/importing.ts';
import { newAmong, plural } from '../../../shared/words.ts';
import type { Format } from '../../ui/text/format-core.ts';

type Words = Pick<Format, 'counted' | 'count' | 'money' | 'day'>;

/** What an import did, in sentences. Counts come from the engine. */
export const resultSentences = (result: ImportResult, f: Words): readonly string[] => {
  const { customers, rows } = result;
  const known = customers.created + customers.matched;
  const sentences = [
    result.source.kind === 'orders' ? addedSales(result, known, f) : addedRecords(result, known, f),
  ];
  if (rows.leftOut > 0) sentences.push(f.counted(rows.leftOut, 'row was left out.', 'rows were left out.'));
  if (rows.alreadyThere > 0)
    sentences.push(
      `${f.counted(rows.alreadyThere, 'row was', 'rows were')} already in your portfolio and did not count twice.`,
    );
  if (customers.anonymousOrders > 0)
    sentences.push(`${f.counted(customers.anonymousOrders, 'order')} without a customer.`);
  if (customers.possibleDuplicates > 0)
    sentences.push(
      `${f.counted(customers.possibleDuplicates, 'pair')} of customers may be the same person; they were kept apart.`,
    );
  sentences.push(...result.converted.map(convertedSentence(result, f)));
  if (result.notASale > 0)
    sentences.push(
      `${f.counted(result.notASale, 'line')} of products you have marked as no sale: kept, but not counted.`,
    );
  return sentences;
};

const addedSales = ({ orders, orderLines, customers }: ImportResult, known: number, f: Words): string =>
  `Added ${f.counted(orders, 'order')} with ${f.counted(orderLines, 'line')}${
    known > 0 ? ` from ${f.counted(known, 'customer')}${newAmong(customers.created, known, f.count)}` : ''
  }.`;

const addedRecords = ({ source, rows, customers }: ImportResult, known: number, f: Words): string => {
  const { one, many } = KIND_WORDS[source.kind];
  const about = known > 0 && source.kind !== 'customers' ? ` about ${f.counted(known, 'customer')}` : '';
  const fresh = customers.created > 0 ? `, ${f.count(customers.created)} of them new` : '';
  return `Added ${f.counted(rows.imported, one, many)}${about}${fresh}.`;
};

/** Why rows did not count because the portfolio has them, with how many. */
export const skippedSentences = (result: ImportResult, f: Words): readonly string[] => {
  const { byReason } = result.skipped;
  const lines = (n: number): string => f.counted(n, 'line');
  const same = byReason['same-line'] ?? 0;
  const other = byReason['other-content'] ?? 0;
  const totals = byReason['total-of-known-articles'] ?? 0;
  return [
    ...(same > 0
      ? [`${lines(same)} came with an earlier import and ${plural(same, 'does', 'do')} not count twice.`]
      : []),
    ...(other > 0 ? [`${lines(other)} came earlier with other content; the first version stays.`] : []),
    ...(totals > 0
      ? [
          `${f.counted(totals, 'order')} came earlier with ${plural(totals, 'its', 'their')} articles; the ${plural(totals, 'total does', 'totals do')} not count once more.`,
        ]
      : []),
    ...(result.ordersDetailed > 0
      ? [
          `${f.counted(result.ordersDetailed, 'order')} known by ${plural(result.ordersDetailed, 'its total gets its', 'their total get their')} articles; nothing counts twice.`,
        ]
      : []),
  ];
};

/** "412 lines in USD are converted: 1 USD = 0.92 EUR." */
export const convertedSentence =
  ({ revenue }: ImportResult, f: Words) =>
  ({ currency, rate, lines }: ImportResult['converted'][number]): string =>
    `${f.counted(lines, 'line')} in ${currency} ${plural(lines, 'is', 'are')} converted: 1 ${currency} = ${rate} ${revenue.currency}.`;

export const undoneSentence = (undone: UndoneImport, f: Words): string =>
  undone.linesKept > 0
    ? `The import was undone: ${f.counted(undone.linesRemoved, 'line')} removed, ${f.count(undone.linesKept)} kept because another import brought them too.`
    : `The import was undone: ${f.counted(undone.linesRemoved, 'line')} removed. Import the file again to bring them back.`;

export type Fact = { readonly name: string; readonly value: string };

/** The figures an owner can hold against the till or the shop. */
export const controlTotals = (result: ImportResult, f: Words): readonly Fact[] => {
  const { rows, customers } = result;
  const facts: Fact[] = [
    { name: 'Rows in the file', value: f.count(rows.read) },
    { name: 'Rows to import', value: f.count(rows.imported) },
    { name: 'Rows left out', value: f.count(rows.leftOut) },
  ];
  if (rows.alreadyThere > 0)
    facts.push({ name: 'Already in your portfolio', value: f.count(rows.alreadyThere) });
  if (result.source.kind !== 'orders') return [...facts, ...recordFacts(result, f)];
  facts.push({ name: 'Sum', value: f.money(result.revenue.minor) });
  if (result.revenueLeftOut.minor !== 0)
    facts.push({ name: 'Sum of what is left out', value: f.money(result.revenueLeftOut.minor) });
  facts.push(
    { name: 'First day', value: f.day(result.period?.from ?? null) },
    { name: 'Last day', value: f.day(result.period?.to ?? null) },
    { name: 'Orders', value: f.count(result.orders) },
  );
  if (result.refunds > 0) facts.push({ name: 'Refunds among them', value: f.count(result.refunds) });
  facts.push({ name: 'Customers', value: f.count(customers.created + customers.matched) });
  if (customers.anonymousOrders > 0)
    facts.push({ name: 'Orders without a customer', value: f.count(customers.anonymousOrders) });
  return facts;
};

const recordFacts = ({ period, customers }: ImportResult, f: Words): Fact[] => [
  ...(period
    ? [
        { name: 'First day', value: f.day(period.from) },
        { name: 'Last day', value: f.day(period.to) },
      ]
    : []),
  ...(customers.created + customers.matched > 0
    ? [
        { name: 'Customers', value: f.count(customers.created + customers.matched) },
        { name: 'New among them', value: f.count(customers.created) },
      ]
    : []),
];
