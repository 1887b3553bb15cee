import type { Connection } from '../../../database/connection.ts';
import { headingsOf, REFERENCES, type Reference, TABLES } from './tables.ts';

/** A column of a table as it is written. */
export type KeptColumn = {
  readonly name: string;
  readonly isNumber: boolean;
  readonly reference: Reference | null;
};

/** The columns that are kept of a table of this format. */
export const keptColumns = (db: Connection, table: string): KeptColumn[] => {
  const entry = TABLES[table];
  if (entry?.as !== 'kept') return [];
  return db
    .rows<{ name: string; type: string; hidden: number }>(
      'SELECT name, type, hidden FROM pragma_table_xinfo(?)',
      table,
    )
    .filter(({ name, hidden }) => hidden === 0 && !entry.without?.includes(name))
    .map(({ name, type }) => ({
      name,
      isNumber: type === 'INTEGER',
      reference: REFERENCES[name] ?? null,
    }));
};

export const headings = (columns: readonly KeptColumn[]): string[] =>
  columns.flatMap(({ name, reference }) => (reference ? headingsOf(reference) : [name]));
