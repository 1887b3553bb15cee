import type { RecordKindName } from '../../../shared/model/import-kind.ts';
import { declarationOf } from '../../../shared/model/import-kind.ts';
import type { AnyField, ColumnMatch, ImportOptions } from '../../../shared/model/importing.ts';
import { minorDigits } from '../../../shared/model/money.ts';
import type { Remembered } from '../plan/decisions.ts';
import type { Home } from '../plan/home.ts';
import type { RatingColumn, RecordPlan } from '../plan/read-plan.ts';
import type { RecordPreset } from '../presets/record-presets.ts';
import type { FileFacts } from '../read/inspect-file.ts';
import { matchColumns } from '../sniff/columns/match-columns.ts';
import { vocabularyOf } from '../sniff/columns/record-vocabulary.ts';
import { decideCurrency } from '../sniff/money/decide-currency.ts';
import { decideStyles } from '../sniff/styles/decide-styles.ts';
import { dialectOf, type Table } from '../sniff/table/dialect.ts';
import {
  endsEarly,
  fieldColumns,
  GENERIC_SOURCE,
  knownColumns,
  mappingOf,
  regionOf,
  sourceOf,
} from './plan-parts.ts';
import type { PlannedKind } from './planned.ts';
import { onAnotherScale } from './recommendation-scale.ts';

type Subject = { readonly kind: RecordKindName; readonly preset: RecordPreset | null };

/** Decides how a file of another kind than sales is to be read. */
export const planRecords = (
  facts: FileFacts,
  table: Table,
  { kind, preset }: Subject,
  options: ImportOptions,
  home: Home,
  memory: Remembered | null,
): PlannedKind => {
  const definition = declarationOf(kind);
  const matched = preset
    ? knownColumns(preset, table)
    : matchColumns(table.header, table.sample, options.mapping, vocabularyOf(kind));
  const otherScale = kind === 'feedback' ? onAnotherScale(matched, table, options) : null;
  const columns = kind === 'feedback' ? withRatings(otherScale?.columns ?? matched, table, options) : matched;
  const at = fieldColumns(columns);
  const placesOf = (fields: readonly AnyField[]): number[] => fields.flatMap((field) => at[field] ?? []);
  const styles = decideStyles(
    facts,
    table,
    { dates: placesOf(definition.dates), numbers: placesOf(definition.numbers) },
    options,
    memory,
  );
  const { currency, question } = decideCurrency(
    table,
    columns,
    { money: placesOf(definition.money), fields: {} },
    options,
    home,
  );
  const missing = otherScale
    ? [otherScale.sentence]
    : definition.needs
        .filter(({ anyOf }) => !anyOf.some((field) => at[field] !== undefined))
        .map(({ sentence }) => sentence);
  const questions = [...styles.questions, ...(question ? [question] : [])];
  const decided = missing.length === 0 && questions.length === 0;
  const plan: RecordPlan = {
    kind,
    path: facts.path,
    dialect: dialectOf(table),
    headerRow: table.headerRow,
    width: table.header.length,
    columns: at,
    ratings: ratingsOf(columns),
    dateOrder: styles.dateOrder ?? 'ymd',
    decimal: styles.decimal ?? '.',
    currency,
    digits: minorDigits(currency),
    timezone: home.timezone,
    region: regionOf(options.locale ?? home.locale),
    endsEarly: endsEarly(table),
    sourceKey: preset?.source ?? GENERIC_SOURCE,
  };
  return {
    source: sourceOf(facts, table, styles, options, { kind, preset: preset?.id ?? null }),
    columns,
    styles,
    questions,
    missing,
    mapping: mappingOf(columns),
    taxTold: true,
    plan: decided ? plan : null,
  };
};

/** Columns of a survey that no word explains and that hold marks from 1 to 5: each is about one thing. */
const withRatings = (
  columns: readonly ColumnMatch[],
  table: Table,
  { mapping }: ImportOptions,
): readonly ColumnMatch[] =>
  columns.map((column, index) =>
    column.field === null && mapping?.[column.header] === undefined && holdsMarks(table, index)
      ? {
          ...column,
          field: 'feedback.rating',
          confident: true,
          reason: 'Its values are marks from 1 to 5.',
        }
      : column,
  );

const FEWEST_MARKS = 2;

const holdsMarks = (table: Table, index: number): boolean => {
  const cells = table.sample.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.length >= FEWEST_MARKS && cells.every((cell) => /^[1-5]$/.test(cell));
};

const ratingsOf = (columns: readonly ColumnMatch[]): RatingColumn[] =>
  columns.flatMap(({ header, field }, column) =>
    field === 'feedback.rating' ? [{ name: header, column }] : [],
  );
