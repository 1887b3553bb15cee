import type { ImportKind } from '../../../shared/model/import-kind.ts';
import type { AnyField, ColumnMatch, ImportOptions, SourceInfo } from '../../../shared/model/importing.ts';
import type { FileFacts } from '../read/inspect-file.ts';
import { plainHeader } from '../sniff/columns/header-words.ts';
import type { Styles } from '../sniff/styles/decide-styles.ts';
import type { Table } from '../sniff/table/dialect.ts';
import { describeDateFormat } from '../values/date.ts';

/** All files without a preset share one name space: a till's monthly exports and its customer list belong together. */
export const GENERIC_SOURCE = 'file';

export type FieldColumns = Partial<Record<AnyField, number>>;

/** Where a file keeps each field. */
export const fieldColumns = (columns: readonly ColumnMatch[]): FieldColumns =>
  Object.fromEntries(columns.flatMap((column, index) => (column.field ? [[column.field, index]] : [])));

export const mappingOf = (columns: readonly ColumnMatch[]): Readonly<Record<string, AnyField>> =>
  Object.fromEntries(columns.flatMap((column) => (column.field ? [[column.header, column.field]] : [])));

type KnownProduct = { readonly title: string; readonly fields: Readonly<Record<string, AnyField>> };

/** What a known product's columns mean; the rest is not needed. */
export const knownColumns = (preset: KnownProduct, table: Table): ColumnMatch[] => {
  const fields = new Map(Object.entries(preset.fields).map(([name, field]) => [plainHeader(name), field]));
  const taken = new Set<AnyField>();
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

/** How a file is read, as the result of its import says it. */
export const sourceOf = (
  facts: FileFacts,
  table: Table,
  styles: Styles,
  options: ImportOptions,
  { kind, preset }: { readonly kind: ImportKind; readonly preset: string | null },
): SourceInfo => ({
  name: facts.name,
  sha256: facts.sha256,
  bytes: facts.bytes,
  encoding: facts.encoding,
  delimiter: table.delimiter,
  headerRow: table.headerRow,
  sheet: null,
  preset,
  locale: options.locale ?? null,
  dateFormat:
    styles.dateOrder && styles.dateExample ? describeDateFormat(styles.dateExample, styles.dateOrder) : null,
  decimal: styles.decimal,
  kind,
});

/** The country of a locale: numbers without an international prefix are of it. */
export const regionOf = (locale: string): string | null => {
  try {
    return new Intl.Locale(locale).maximize().region ?? null;
  } catch {
    return null;
  }
};

/** Many rows end early because the program that wrote them drops empty cells at the end. */
export const endsEarly = (table: Table): boolean => {
  const short = table.sample.filter((row) => row.length < table.header.length).length;
  return short > table.sample.length * 0.05 && short > 2;
};
