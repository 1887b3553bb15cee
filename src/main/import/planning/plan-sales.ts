import type { ImportOptions } from '../../../shared/model/importing.ts';
import { minorDigits } from '../../../shared/model/money.ts';
import { withRates } from '../../../shared/model/rate.ts';
import type { Field } from '../../../shared/model/sale-field.ts';
import type { Remembered } from '../plan/decisions.ts';
import type { Home } from '../plan/home.ts';
import type { ReadPlan } from '../plan/read-plan.ts';
import type { Preset } from '../presets/preset.ts';
import type { FileFacts } from '../read/inspect-file.ts';
import { matchColumns } from '../sniff/columns/match-columns.ts';
import { decideCurrency } from '../sniff/money/decide-currency.ts';
import { decideMoney } from '../sniff/money/decide-money.ts';
import { discountIsFraction } from '../sniff/money/discount-rate.ts';
import { moneyPlaces } from '../sniff/money/money-columns.ts';
import { moneyName } from '../sniff/money/money-words.ts';
import { orderShape } from '../sniff/orders/order-shape.ts';
import { decideStyles } from '../sniff/styles/decide-styles.ts';
import { dialectOf, type Table } from '../sniff/table/dialect.ts';
import { doubtfulDiscount, untakenTax } from './doubtful-rates.ts';
import { otherYears } from './other-years.ts';
import {
  endsEarly,
  type FieldColumns,
  fieldColumns,
  GENERIC_SOURCE,
  knownColumns,
  mappingOf,
  regionOf,
  sourceOf,
} from './plan-parts.ts';
import { planStatuses } from './plan-statuses.ts';
import type { PlannedKind } from './planned.ts';
import { sharedContacts } from './shared-contacts.ts';

/** Decides how a file of sales is to be read. @param preset the known product whose export it is */
export const planSales = (
  facts: FileFacts,
  table: Table,
  preset: Preset | null,
  options: ImportOptions,
  home: Home,
  memory: Remembered | null,
): PlannedKind => {
  const matched = preset
    ? knownColumns(preset, table)
    : matchColumns(table.header, table.sample, options.mapping);
  const first = fieldColumns(matched);
  const numbers = NUMBER_FIELDS.flatMap((field) => first[field] ?? []);
  const styles = decideStyles(
    facts,
    table,
    {
      dates: first['order.date'] === undefined ? [] : [first['order.date']],
      numbers: preset ? numbers : [...new Set([...numbers, ...moneyPlaces(table)])],
    },
    options,
    memory,
  );
  const mark = styles.decimal ?? '.';
  const money = preset
    ? { columns: matched, tip: null, isTold: false, ...SETTLED }
    : decideMoney(table, matched, first, mark);
  const { columns, amountIncludesTax, amountBeforeDiscount } = money;
  const at = fieldColumns(columns);
  const placesOf = (fields: readonly Field[]): number[] => fields.flatMap((field) => at[field] ?? []);
  const { currency, question: currencyQuestion } = decideCurrency(
    table,
    columns,
    { money: placesOf(['line.amount', 'line.unitPrice']), fields: at },
    options,
    home,
  );
  const amountName = table.header[at['line.amount'] ?? -1] ?? '';
  const taxTold =
    first['line.tax'] !== undefined ||
    at['line.tax'] !== undefined ||
    (preset === null && moneyName(amountName).basis === 'net');
  const calendar = otherYears(table, at['order.date']);
  const isTakenOff = !preset && (at['line.amount'] === undefined || amountBeforeDiscount);
  const discount = isTakenOff ? doubtfulDiscount(table, columns, at, mark) : null;
  const taxIsOpen =
    !preset && !options.mapping && home.tax === null && options.pricesIncludeTax === undefined;
  const rated = taxIsOpen ? untakenTax(table, at, mark) : null;
  const missing = [...missingFields(at), ...[calendar, discount, rated].filter((each) => each !== null)];
  const questions = [...styles.questions, ...(currencyQuestion ? [currencyQuestion] : [])];
  const decided = missing.length === 0 && questions.length === 0;
  const shape = preset ? null : orderShape(table, at, mark, money);
  const plan: ReadPlan | null = decided
    ? {
        kind: 'orders',
        path: facts.path,
        dialect: dialectOf(table),
        headerRow: table.headerRow,
        width: table.header.length,
        header: table.header,
        preset: preset?.id ?? null,
        columns: at,
        dateOrder: styles.dateOrder ?? 'ymd',
        decimal: preset ? '.' : mark,
        fileDecimal: mark,
        currency,
        rates: withRates(home.rates, options.rates ?? []),
        taxTold,
        tax: taxTold ? null : home.tax,
        digits: minorDigits(currency),
        timezone: home.timezone,
        region: regionOf(options.locale ?? home.locale),
        amountIncludesTax,
        amountBeforeDiscount,
        discountIsFraction: preset === null && discountIsFraction(table, at, mark),
        shape,
        statuses: preset ? null : planStatuses(table, at, mark, shape?.refunded != null),
        endsEarly: endsEarly(table),
        sharedContacts: sharedContacts(table, at),
        sourceKey: preset?.source ?? GENERIC_SOURCE,
      }
    : null;
  return {
    source: sourceOf(facts, table, styles, options, { kind: 'orders', preset: preset?.id ?? null }),
    columns,
    styles,
    questions,
    missing,
    mapping: mappingOf(columns),
    taxTold,
    plan,
  };
};

const NUMBER_FIELDS = [
  'line.amount',
  'line.unitPrice',
  'line.quantity',
  'line.discount',
  'line.tax',
  'line.shipping',
] as const;

/** An adapter has done its own sums: its amounts are net. */
const SETTLED = { amountIncludesTax: false, amountBeforeDiscount: false };

const missingFields = (at: FieldColumns): string[] => {
  const missing: string[] = [];
  if (at['order.date'] === undefined) missing.push('No column holds the day of the sale.');
  if (at['line.amount'] === undefined && at['line.unitPrice'] === undefined)
    missing.push('No column holds an amount or a price.');
  return missing;
};
