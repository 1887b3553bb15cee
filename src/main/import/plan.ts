import type { RecordKindName } from '../../shared/model/import-kind.ts';
import type {
  AnyField,
  ColumnMatch,
  Field,
  ImportOptions,
  ImportQuestion,
  SourceInfo,
} from '../../shared/model/importing.ts';
import type { Rate } from '../../shared/model/rate.ts';
import { Problem } from '../database/problem.ts';
import type { DateOrder } from './check/date.ts';
import type { DecimalMark } from './check/decimal.ts';
import { planRecords } from './plan-records.ts';
import { planSales } from './plan-sales.ts';
import { PRESET_IDS } from './presets/ids.ts';
import { presetNamed, recognisePreset } from './presets/index.ts';
import type { Preset } from './presets/preset.ts';
import type { FileFacts } from './read/inspect-file.ts';
import type { Dialect } from './read/records.ts';
import { type RecordPreset, recogniseRecordPreset, recordPresetNamed } from './records/record-presets.ts';
import {
  asLastTime,
  type Decisions,
  decisionsOf,
  type Origin,
  type Recall,
  type Remembered,
  recallNothing,
  stillFits,
} from './remembered.ts';
import type { Styles } from './sniff/decide-styles.ts';
import { sniffTable, type Table } from './sniff/dialect.ts';
import { kindOf } from './sniff/kind-of-file.ts';
import { DECIDED } from './sniff/match-columns.ts';
import type { OrderShape } from './sniff/order-shape.ts';

/** What the portfolio already fixes for every further import. */
export type Home = {
  readonly currency: string | null;
  readonly timezone: string;
  readonly locale: string;
  /** of other currencies to its own */
  readonly rates: readonly Rate[];
  /** in prices that include it, millionths; null where there is none to be taken off */
  readonly tax: number | null;
};

/** Everything decided about a file of sales before its rows are read; plain data, handed to the parser thread as it stands. */
export type ReadPlan = {
  readonly kind: 'orders';
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
  /** of other currencies to that one */
  readonly rates: readonly Rate[];
  /** the file has a column of taxes, or says that its amounts are without */
  readonly taxTold: boolean;
  /** in the amounts, at the owner's word, millionths; null where the file tells it or there is none to be taken off */
  readonly tax: number | null;
  readonly digits: number;
  readonly timezone: string;
  readonly region: string | null;
  /** the amount includes the tax in the tax column, which is then taken off */
  readonly amountIncludesTax: boolean;
  /** the amount is before the discount column, which is then taken off */
  readonly amountBeforeDiscount: boolean;
  /** the discount is a part of the price (0.2 for 20 %), not money */
  readonly discountIsFraction: boolean;
  /** how rows make up orders where they do not stand for themselves; null for a known product's export */
  readonly shape: OrderShape | null;
  /** many rows end early because the program that wrote them drops empty cells at the end */
  readonly endsEarly: boolean;
  /** name space of the source's own order and customer numbers */
  readonly sourceKey: string;
};

/** A column of marks for one thing, which the owner of a survey has named. */
export type RatingColumn = { readonly name: string; readonly column: number };

/** The same for a file of another kind. */
export type RecordPlan = {
  readonly kind: RecordKindName;
  readonly path: string;
  readonly dialect: Dialect;
  readonly headerRow: number;
  readonly width: number;
  readonly columns: Readonly<Partial<Record<AnyField, number>>>;
  readonly ratings: readonly RatingColumn[];
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalMark;
  readonly currency: string;
  readonly digits: number;
  readonly timezone: string;
  readonly region: string | null;
  readonly endsEarly: boolean;
  readonly sourceKey: string;
};

export type AnyPlan = ReadPlan | RecordPlan;

export type Planned = {
  readonly source: SourceInfo;
  readonly columns: readonly ColumnMatch[];
  readonly questions: readonly ImportQuestion[];
  readonly missing: readonly string[];
  readonly mapping: Readonly<Record<string, AnyField>>;
  /** null while something is open or missing */
  readonly plan: AnyPlan | null;
  readonly header: readonly string[];
  /** what the owner decided, now or for an earlier file like it; to be remembered when it is imported */
  readonly decisions: Decisions;
  /** the import whose decisions answered something here */
  readonly asLastTime: Origin | null;
  /** the sheet that was chosen among several, to be remembered */
  readonly sheetChoice?: { readonly sheets: readonly string[]; readonly sheet: string } | null;
  /** the known product whose export this is, also where it is read as a plain table */
  readonly product: Preset | RecordPreset | null;
};

/** A plan with what decided it, before what the file and the memory have in common is added. */
export type PlannedKind = Omit<Planned, 'header' | 'decisions' | 'asLastTime' | 'product'> & {
  readonly styles: Styles;
};

/** Nothing is open: the file can be read. */
export type Decided<Plan extends AnyPlan = AnyPlan> = Planned & { readonly plan: Plan };

/**
 * Decides how a file is to be read: what kind of data it holds, dialect, columns, date order, decimal mark, currency.
 * What the values leave open becomes a question with both readings; with a locale the question answers itself.
 */
export const planImport = (
  facts: FileFacts,
  given: ImportOptions,
  home: Home,
  recall: Recall = recallNothing,
): Planned => {
  const table = sniffTable(facts);
  checkMapping(given, table, facts);
  const recalled = given.asLastTime === false ? null : recall(table.header);
  const memory = recalled && stillFits(recalled, table) ? recalled : null;
  const options = asLastTime(given, memory, table.header);
  const { styles, ...planned } = planKind(facts, table, options, home, memory);
  const repeated = options !== given && (memory?.mapping ?? memory?.preset ?? memory?.kind) !== undefined;
  return {
    ...planned,
    columns: repeated && memory?.mapping ? planned.columns.map(decidedLastTime) : planned.columns,
    header: table.header,
    decisions: decisionsOf(options, styles.answers),
    asLastTime:
      memory && (repeated || styles.remembered)
        ? { batch: memory.batch, importedAt: memory.importedAt }
        : null,
    product:
      [recognisePreset(table.header), recogniseRecordPreset(table.header)].find((found) => found) ?? null,
  };
};

const decidedLastTime = (column: ColumnMatch): ColumnMatch =>
  column.reason === DECIDED ? { ...column, reason: 'As last time.' } : column;

const planKind = (
  facts: FileFacts,
  table: Table,
  options: ImportOptions,
  home: Home,
  memory: Remembered | null,
): PlannedKind => {
  const preset = options.mapping ? null : productOf(table, options);
  const kind = preset
    ? 'kind' in preset
      ? preset.kind
      : 'orders'
    : (options.kind ?? kindOf(table, options));
  if (kind === 'orders')
    return planSales(facts, table, preset && !('kind' in preset) ? preset : null, options, home, memory);
  return planRecords(
    facts,
    table,
    { kind, preset: preset && 'kind' in preset ? preset : null },
    options,
    home,
    memory,
  );
};

/** The product whose export this is. Where the owner has said what the file holds, only one that holds it. */
const productOf = (table: Table, options: ImportOptions): Preset | RecordPreset | null => {
  const { preset: name, kind } = options;
  const fits = (preset: Preset | RecordPreset | null): boolean =>
    preset !== null && (kind === undefined || kind === ('kind' in preset ? preset.kind : 'orders'));
  if (name === 'none') return null;
  if (name === undefined || name === 'auto') {
    const found = [recognisePreset(table.header), recogniseRecordPreset(table.header)];
    return found.find(fits) ?? null;
  }
  const named = presetNamed(name) ?? recordPresetNamed(name);
  if (!named) throw new Problem(`There is no preset "${name}"; there are ${PRESET_IDS.join(', ')}.`);
  return named;
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
