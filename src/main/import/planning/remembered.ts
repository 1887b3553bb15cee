import { createHash } from 'node:crypto';
import type { AnyField, ImportOptions } from '../../../shared/model/importing.ts';
import type { Connection } from '../../database/connection.ts';
import { readSetting, writeSetting } from '../../database/settings.ts';
import type { Decisions, Origin, Remembered } from '../plan/decisions.ts';
import { plainHeader } from '../sniff/columns/header-words.ts';
import { columnCells, ENOUGH, shareLooking } from '../sniff/columns/match-columns.ts';
import type { Table } from '../sniff/table/dialect.ts';

/** What is remembered of earlier files: asked with the headings of this one. */
export type Recall = (header: readonly string[]) => Remembered | null;

export const recallNothing: Recall = () => null;

export const recallFrom =
  (db: Connection): Recall =>
  (header) =>
    readSetting<Remembered | null>(db, headerKey(header), null);

export const remember = (
  db: Connection,
  header: readonly string[],
  decisions: Decisions,
  origin: Origin,
): void => {
  if (Object.keys(decisions).length > 0)
    writeSetting(db, headerKey(header), { ...decisions, ...origin } satisfies Remembered);
};

/** The sheet that was chosen of a workbook with these sheets. */
export const recallSheet = (db: Connection, sheets: readonly string[]): (Origin & { sheet: string }) | null =>
  readSetting<(Origin & { sheet: string }) | null>(db, sheetsKey(sheets), null);

export const rememberSheet = (
  db: Connection,
  sheets: readonly string[],
  sheet: string,
  origin: Origin,
): void => writeSetting(db, sheetsKey(sheets), { sheet, ...origin });

/** Whether the columns still look like what they were decided to mean; if not, everything is asked anew. */
export const stillFits = ({ mapping }: Remembered, table: Pick<Table, 'header' | 'sample'>): boolean =>
  mapping === undefined ||
  table.header.every((name, index) => {
    const field = mapping[plainHeader(name)];
    return !field || shareLooking(field, columnCells(table.sample, index)) >= ENOUGH;
  });

/** The owner's options with what is remembered in the place of what they leave open. */
export const asLastTime = (
  options: ImportOptions,
  memory: Remembered | null,
  header: readonly string[],
): ImportOptions => {
  if (!memory || options.mapping || options.preset !== undefined) return options;
  const { mapping, preset, kind } = memory;
  // told to hold something else, it is another kind of file
  if (options.kind !== undefined && options.kind !== kind) return options;
  return {
    ...options,
    ...(mapping ? { mapping: underHeadings(mapping, header) } : {}),
    ...(preset === undefined ? {} : { preset }),
    ...(kind === undefined ? {} : { kind }),
  };
};

const underHeadings = (
  mapping: NonNullable<Decisions['mapping']>,
  header: readonly string[],
): Record<string, AnyField | null> =>
  Object.fromEntries(
    header.flatMap((name) => {
      const field = mapping[plainHeader(name)];
      return field === undefined ? [] : [[name, field] as const];
    }),
  );

/** What is decided under these options, to be remembered. */
export const decisionsOf = (
  { mapping, preset, kind }: ImportOptions,
  styles: Pick<Decisions, 'dateOrder' | 'decimal'>,
): Decisions => ({
  ...(mapping ? { mapping: plainMapping(mapping) } : {}),
  ...(preset === undefined || preset === 'auto' ? {} : { preset }),
  ...(kind === undefined ? {} : { kind }),
  ...styles,
});

const plainMapping = (mapping: Readonly<Record<string, AnyField | null>>): Record<string, AnyField | null> =>
  Object.fromEntries(Object.entries(mapping).map(([name, field]) => [plainHeader(name), field]));

const headerKey = (header: readonly string[]): string =>
  `reading:headings:${fingerprint(header.map(plainHeader))}`;

const sheetsKey = (sheets: readonly string[]): string =>
  `reading:sheets:${fingerprint(sheets.map((name) => name.trim().toLowerCase()))}`;

/** Of the set of names: their order says nothing. */
const fingerprint = (names: readonly string[]): string =>
  createHash('sha256')
    .update([...new Set(names)].sort().join('\n'))
    .digest('hex')
    .slice(0, 32);
