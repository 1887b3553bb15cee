import type { ColumnMatch, ImportOptions } from '../../../shared/model/importing.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { Remembered } from '../plan/decisions.ts';
import type { Home } from '../plan/home.ts';
import { identifyPreset, presetNamed } from '../presets/index.ts';
import type { Preset } from '../presets/preset.ts';
import { identifyRecordPreset, type RecordPreset, recordPresetNamed } from '../presets/record-presets.ts';
import type { FileFacts } from '../read/inspect-file.ts';
import { kindOfFile } from '../sniff/columns/kind-of-file.ts';
import { DECIDED } from '../sniff/columns/match-columns.ts';
import { sniffTable, type Table } from '../sniff/table/dialect.ts';
import { planRecords } from './plan-records.ts';
import { planSales } from './plan-sales.ts';
import type { Planned, PlannedKind } from './planned.ts';
import { PRESET_IDS } from './preset-ids.ts';
import { asLastTime, decisionsOf, type Recall, recallNothing, stillFits } from './remembered.ts';

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
      [identifyPreset(table.header), identifyRecordPreset(table.header)].find((found) => found) ?? null,
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
  const preset = options.mapping ? null : presetOf(table, options);
  const kind = preset
    ? 'kind' in preset
      ? preset.kind
      : 'orders'
    : (options.kind ?? kindOfFile(table, options));
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
const presetOf = (table: Table, options: ImportOptions): Preset | RecordPreset | null => {
  const { preset: name, kind } = options;
  const fits = (preset: Preset | RecordPreset | null): boolean =>
    preset !== null && (kind === undefined || kind === ('kind' in preset ? preset.kind : 'orders'));
  if (name === 'none') return null;
  if (name === undefined || name === 'auto') {
    const found = [identifyPreset(table.header), identifyRecordPreset(table.header)];
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
