import { closeSync, openSync, readSync } from 'node:fs';
import Papa from 'papaparse';
import { Problem } from '../../../shared/model/problem.ts';
import type { Dialect } from '../plan/dialect.ts';
import type { Layout } from '../plan/layout.ts';
import { type Cut, cutCarefully, LONGEST_QUOTED, RepairBudget } from './cut-carefully.ts';
import { LONGEST_LINE } from './inspect-file.ts';
import type { Aside } from './layout.ts';
import type { RepairKind } from './reading.ts';
import { TableRows } from './table-rows.ts';

/** A row that was put right: read in the only way in which it has as many cells as the table has columns. */
type RepairedRow = { readonly row: number; readonly kind: RepairKind };

/** Some records of a file, in its order. A record's row is the number a spreadsheet would show. */
export type RecordBatch = {
  readonly records: readonly (readonly string[])[];
  /** row number of the first record; records are consecutive rows, blank ones included */
  readonly firstRow: number;
  /** rows whose opening quote was never closed, read with quotes off */
  readonly unterminated: readonly number[];
  readonly bytesRead: number;
  readonly repaired?: readonly RepairedRow[];
  /** rows that are no records of the table; in `records` they are empty */
  readonly asides?: readonly Aside[];
};

/** Small enough for its text to be short-lived garbage; a larger one is kept until a full collection. */
const PIECE = 1 << 16;

/**
 * Cuts a file into records piece by piece, in memory that does not grow with it. papaparse cuts; keeping its place
 * across pieces is ours, because its own streaming hands over one row at a time.
 * An opening quote without a closing one must not swallow the rest: that one line is read with quotes off.
 */
export function* readRecords(path: string, dialect: Dialect): Generator<RecordBatch> {
  const decoder = new TextDecoder(dialect.encoding, { ignoreBOM: false });
  const rows = dialect.layout ? new TableRows(dialect.layout) : null;
  const budget = new RepairBudget();
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(PIECE);
    let carry = '';
    let row = 1;
    let bytesRead = dialect.markBytes;
    for (;;) {
      const n = readSync(file, buffer, 0, PIECE, bytesRead);
      bytesRead += n;
      const last = n === 0;
      // a NUL, as in UTF-16 or before an escaped quote, says nothing and would part texts on their way between threads
      const piece = decoder.decode(buffer.subarray(0, n), { stream: !last }).replaceAll('\0', '');
      let text = carry + piece;
      // a line that goes on and on is cut when it ends, not with each piece anew
      if (!last && carry.length > LONGEST_QUOTED && text.length <= LONGEST_LINE && !/[\r\n]/.test(piece)) {
        carry = text;
        continue;
      }
      let held = '';
      if (!last && text.endsWith('\r')) {
        held = '\r';
        text = text.slice(0, -1);
      }
      if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
      const cut = cutRecords(text, dialect, last, budget);
      carry = cut.rest + held;
      if (carry.length > LONGEST_LINE)
        throw new Problem(
          `Row ${row + cut.records.length} runs on for more than ${LONGEST_LINE >> 20} MB; the file is not a table of rows.`,
        );
      if (cut.records.length > 0 || last) {
        const kept = rows?.take(cut.records, row, last);
        const batch: RecordBatch = {
          records: kept?.records ?? cut.records,
          firstRow: kept?.firstRow ?? row,
          unterminated: cut.unterminated.map((index) => row + index),
          repaired: cut.repairs.map(({ index, kind }) => ({ row: row + index, kind })),
          asides: kept?.asides ?? [],
          bytesRead,
        };
        if (batch.records.length > 0 || batch.unterminated.length > 0) yield batch;
        row += cut.records.length;
      }
      if (last) return;
    }
  } finally {
    closeSync(file);
  }
}

type Cutting = Pick<Dialect, 'delimiter' | 'quote' | 'escape' | 'doubled' | 'layout'>;

/** Cuts what is complete in `text`; `rest` is the beginning of a record that goes on in the next piece. */
export const cutRecords = (text: string, dialect: Cutting, last: boolean, budget?: RepairBudget): Cut => {
  const cut = cutSoundly(text, dialect, last, budget);
  const { doubled } = dialect;
  if (doubled !== undefined)
    for (const record of cut.records)
      for (let at = 0; at < record.length; at++)
        record[at] = (record[at] ?? '').replaceAll(doubled + doubled, doubled);
  return cut;
};

const cutSoundly = (text: string, dialect: Cutting, last: boolean, budget?: RepairBudget): Cut => {
  const { layout } = dialect;
  const parsed = parse(text, dialect, last);
  const quote = text.includes(dialect.quote) ? dialect.quote.charCodeAt(0) : -1;
  const sound = !layout || parsed.data.every((record) => isSound(record, layout, quote));
  if (parsed.errors.length === 0 && sound) {
    const rest = text.slice(parsed.meta.cursor);
    if (last || rest.length <= LONGEST_QUOTED)
      return { records: parsed.data, rest: last ? '' : rest, unterminated: [], repairs: [] };
  }
  return cutCarefully(text, { ...dialect, columns: layout?.columns ?? [] }, last, budget);
};

/**
 * As wide as the table, or wider by several empty cells; an empty line is sound too. A quote at the end of a cell may
 * be the half of a pair that a missing separator has torn apart.
 */
const isSound = (record: readonly string[], layout: Layout, quote: number): boolean => {
  const width = layout.columns.length;
  if (record.length === width)
    return quote < 0 || !record.some((cell) => cell.charCodeAt(cell.length - 1) === quote);
  if (record.length === 1) return record[0] === '';
  if (record.length < width) return layout.endsEarly;
  // one empty cell too many may be one between others
  if (record.length === width + 1) return false;
  for (let at = width; at < record.length; at++) if (record[at] !== '') return false;
  return true;
};

const parse = (text: string, dialect: Cutting, last: boolean): Papa.ParseResult<string[]> =>
  new Papa.Parser({
    delimiter: dialect.delimiter,
    newline: '\n',
    quoteChar: dialect.quote,
    escapeChar: dialect.escape ?? dialect.quote,
  }).parse(text, 0, !last) as Papa.ParseResult<string[]>;
