import type {
  ColumnMatch,
  Field,
  ImportOptions,
  ImportQuestion,
  SourceInfo,
} from '../../shared/model/importing.ts';
import { minorDigits } from '../../shared/model/money.ts';
import { Problem } from '../database/problem.ts';
import { type DateOrder, describeDateFormat, orderOfFormat } from './check/date.ts';
import type { DecimalMark } from './check/decimal.ts';
import { PRESETS, presetNamed, recognisePreset } from './presets/index.ts';
import type { Preset } from './presets/preset.ts';
import type { FileFacts } from './read/inspect-file.ts';
import { type Dialect, readRecords } from './read/records.ts';
import { amountMeaning } from './sniff/amount-meaning.ts';
import { currencyIn, currencyOfLocale, isCurrency } from './sniff/currency.ts';
import { sniffTable, type Table } from './sniff/dialect.ts';
import { plainHeader } from './sniff/header-words.ts';
import { matchColumns } from './sniff/match-columns.ts';
import { dateQuestion, decimalQuestion } from './sniff/questions.ts';
import { DateVotes, DecimalVotes, localeStyle } from './sniff/styles.ts';

/** What the portfolio already fixes for every further import. */
export type Home = { readonly currency: string | null; readonly timezone: string; readonly locale: string };

/** Everything decided about a file before its rows are read; plain data, handed to the parser thread as it stands. */
export type ReadPlan = {
  readonly path: string;
  readonly dialect: Dialect;
  readonly headerRow: number;
  readonly width: number;
  readonly header: readonly string[];
  /** the known product whose export this is */
  readonly preset: string | null;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  readonly dateOrder: DateOrder;
  /** of what the row check reads; a known product's adapter writes plain decimals */
  readonly decimal: DecimalMark;
  /** of the file itself */
  readonly fileDecimal: DecimalMark;
  readonly currency: string;
  readonly digits: number;
  readonly timezone: string;
  readonly region: string | null;
  /** the amount includes the tax in the tax column, which is then taken off */
  readonly amountIncludesTax: boolean;
  /** the amount is before the discount column, which is then taken off */
  readonly amountBeforeDiscount: boolean;
  /** many rows end early because the program that wrote them drops empty cells at the end */
  readonly endsEarly: boolean;
  /** name space of the source's own order and customer numbers */
  readonly sourceKey: string;
};

export type Planned = {
  readonly source: SourceInfo;
  readonly columns: readonly ColumnMatch[];
  readonly questions: readonly ImportQuestion[];
  readonly missing: readonly string[];
  readonly mapping: Readonly<Record<string, Field>>;
  /** null while something is open or missing */
  readonly plan: ReadPlan | null;
};

/** All files without a preset share one name space: a till's monthly exports and its customer list belong together. */
const GENERIC_SOURCE = 'file';

/**
 * Decides how a file is to be read: dialect, columns, date order, decimal mark, currency. What the values leave open
 * becomes a question with both readings; with a locale the question answers itself.
 */
export const planImport = (facts: FileFacts, options: ImportOptions, home: Home): Planned => {
  const table = sniffTable(facts);
  const preset = options.mapping ? null : presetFor(table, options);
  const columns = preset
    ? presetColumns(preset, table)
    : matchColumns(table.header, table.sample, options.mapping);
  checkMapping(options, table, facts);
  const at = fieldColumns(columns);
  const styles = decideStyles(facts, table, at, options);
  const currency = decideCurrency(table, columns, at, options, home);
  const missing = missingFields(at);
  const decided = missing.length === 0 && styles.questions.length === 0;
  const plan: ReadPlan | null = decided
    ? {
        path: facts.path,
        dialect: {
          encoding: table.encoding,
          markBytes: table.markBytes,
          delimiter: table.delimiter,
          quote: table.quote,
        },
        headerRow: table.headerRow,
        width: table.header.length,
        header: table.header,
        preset: preset?.id ?? null,
        columns: at,
        dateOrder: styles.dateOrder ?? 'ymd',
        decimal: preset ? '.' : (styles.decimal ?? '.'),
        fileDecimal: styles.decimal ?? '.',
        currency,
        digits: minorDigits(currency),
        timezone: home.timezone,
        region: regionOf(options.locale ?? home.locale),
        ...(preset ? SETTLED : amountMeaning(table, at, styles.decimal ?? '.')),
        endsEarly: endsEarly(table),
        sourceKey: preset?.source ?? GENERIC_SOURCE,
      }
    : null;
  return {
    source: {
      name: facts.name,
      sha256: facts.sha256,
      bytes: facts.bytes,
      encoding: facts.encoding,
      delimiter: table.delimiter,
      headerRow: table.headerRow,
      sheet: null,
      preset: preset?.id ?? null,
      locale: options.locale ?? null,
      dateFormat:
        styles.dateOrder && styles.dateExample
          ? describeDateFormat(styles.dateExample, styles.dateOrder)
          : null,
      decimal: styles.decimal,
      kind: 'orders',
    },
    columns,
    questions: styles.questions,
    missing,
    mapping: Object.fromEntries(
      columns.flatMap((column) => (column.field ? [[column.header, column.field]] : [])),
    ),
    plan,
  };
};

/** An adapter has done its own sums: its amounts are net. */
const SETTLED = { amountIncludesTax: false, amountBeforeDiscount: false };

const presetFor = (table: Table, options: ImportOptions): Preset | null => {
  if (options.preset === undefined || options.preset === 'auto') return recognisePreset(table.header);
  const named = presetNamed(options.preset);
  if (!named)
    throw new Problem(
      `There is no preset "${options.preset}"; there are ${PRESETS.map(({ id }) => id).join(', ')}.`,
    );
  return named;
};

/** What a known product's columns mean; the rest is not needed. */
const presetColumns = (preset: Preset, table: Table): ColumnMatch[] => {
  const fields = new Map(Object.entries(preset.fields).map(([name, field]) => [plainHeader(name), field]));
  const taken = new Set<Field>();
  return table.header.map((header, index) => {
    const known = fields.get(plainHeader(header)) ?? null;
    const field = known !== null && !taken.has(known) ? known : null;
    if (field) taken.add(field);
    const examples = [
      ...new Set(
        table.sample
          .slice(0, 300)
          .map((row) => row[index]?.trim() ?? '')
          .filter((cell) => cell !== ''),
      ),
    ].slice(0, 3);
    return {
      header,
      examples,
      field,
      confident: true,
      reason: field ? `This is ${preset.title}.` : 'Not needed: kept out of the portfolio.',
    };
  });
};

const checkMapping = (options: ImportOptions, table: Table, facts: FileFacts): void => {
  for (const header of Object.keys(options.mapping ?? {})) {
    if (!table.header.includes(header)) {
      throw new Problem(
        `The mapping names a column "${header}" that ${facts.name} does not have; its columns are ${table.header.map((name) => `"${name}"`).join(', ')}.`,
      );
    }
  }
};

const fieldColumns = (columns: readonly ColumnMatch[]): Partial<Record<Field, number>> =>
  Object.fromEntries(columns.flatMap((column, index) => (column.field ? [[column.field, index]] : [])));

const missingFields = (at: Partial<Record<Field, number>>): string[] => {
  const missing: string[] = [];
  if (at['order.date'] === undefined) missing.push('No column holds the day of the sale.');
  if (at['line.amount'] === undefined && at['line.unitPrice'] === undefined)
    missing.push('No column holds an amount or a price.');
  return missing;
};

type Styles = {
  dateOrder: DateOrder | null;
  dateExample: string;
  decimal: DecimalMark | null;
  questions: ImportQuestion[];
};

const AMOUNT_FIELDS = [
  'line.amount',
  'line.unitPrice',
  'line.quantity',
  'line.discount',
  'line.tax',
  'line.shipping',
] as const;

const decideStyles = (
  facts: FileFacts,
  table: Table,
  at: Partial<Record<Field, number>>,
  options: ImportOptions,
): Styles => {
  const dates = new DateVotes();
  const decimals = new DecimalVotes();
  const dateColumn = at['order.date'];
  const amountColumns = AMOUNT_FIELDS.flatMap((field) => at[field] ?? []);
  const vote = (record: readonly string[]): void => {
    if (dateColumn !== undefined) dates.add(record[dateColumn] ?? '');
    for (const column of amountColumns) decimals.add(record[column] ?? '');
  };
  for (const record of table.sample) vote(record);
  const told = {
    order: options.dateFormat ? orderOfFormat(options.dateFormat) : null,
    mark: options.decimal ?? null,
  };
  const open = (): boolean =>
    (dates.orders().length !== 1 && !told.order) || (decimals.marks().length === 2 && !told.mark);
  if (open()) voteUntilDecided(facts, table, vote, open);
  const style = options.locale ? localeStyle(options.locale) : null;
  const orders = dates.orders();
  const marks = decimals.marks();
  const dateOrder =
    told.order ?? only(orders) ?? (style && orders.includes(style.order) ? style.order : null);
  const decimal =
    told.mark ??
    (marks.length === 0
      ? (style?.mark ?? '.')
      : (only(marks) ?? (style && marks.includes(style.mark) ? style.mark : null)));
  const questions: ImportQuestion[] = [];
  if (!dateOrder && orders.length > 1)
    questions.push(dateQuestion(table.header[dateColumn!] ?? '', dates.example, orders));
  if (!decimal) questions.push(decimalQuestion(decimals.example, table, amountColumns));
  return { dateOrder, dateExample: dates.example, decimal, questions };
};

const only = <T>(values: readonly T[]): T | null => (values.length === 1 ? (values[0] ?? null) : null);

/** The sample left it open: further rows of the file vote until they have decided, or all have voted. */
const voteUntilDecided = (
  facts: FileFacts,
  table: Table,
  vote: (record: readonly string[]) => void,
  open: () => boolean,
): void => {
  for (const batch of readRecords(facts.path, table)) {
    batch.records.forEach((record, index) => {
      if (batch.firstRow + index > table.headerRow) vote(record);
    });
    if (!open()) return;
  }
};

/** Option, else the portfolio's own, else a code or sign in the file, else what the locale's country pays with. */
const decideCurrency = (
  table: Table,
  columns: readonly ColumnMatch[],
  at: Partial<Record<Field, number>>,
  options: ImportOptions,
  home: Home,
): string => {
  if (options.currency && !isCurrency(options.currency))
    throw new Problem(`${options.currency} is not a currency; use a code such as EUR, GBP or USD.`);
  if (home.currency) {
    if (options.currency && options.currency !== home.currency)
      throw new Problem(
        `This portfolio is kept in ${home.currency}; it cannot take an import in ${options.currency}.`,
      );
    return home.currency;
  }
  if (options.currency) return options.currency;
  const column = at['order.currency'];
  if (column !== undefined) {
    const named = commonest(
      table.sample.map((row) => row[column]?.trim().toUpperCase() ?? '').filter(isCurrency),
    );
    if (named) return named;
  }
  for (const field of ['line.amount', 'line.unitPrice'] as const) {
    const index = at[field];
    if (index === undefined) continue;
    const found =
      currencyIn(columns[index]!.header) ??
      commonest(table.sample.slice(0, 200).flatMap((row) => currencyIn(row[index] ?? '') ?? []));
    if (found) return found;
  }
  return currencyOfLocale(options.locale ?? home.locale) ?? 'EUR';
};

const commonest = (values: readonly string[]): string | null => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};

const regionOf = (locale: string): string | null => {
  try {
    return new Intl.Locale(locale).maximize().region ?? null;
  } catch {
    return null;
  }
};

const endsEarly = (table: Table): boolean => {
  const short = table.sample.filter((row) => row.length < table.header.length).length;
  return short > table.sample.length * 0.05 && short > 2;
};
