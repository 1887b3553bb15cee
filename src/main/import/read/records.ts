import { closeSync, openSync, readSync } from 'node:fs';
import Papa from 'papaparse';
import { Problem } from '../../database/problem.ts';
import type { Encoding } from './inspect-file.ts';
import { LONGEST_LINE } from './inspect-file.ts';

/** How a delimited text is to be cut into cells. */
export type Dialect = {
  readonly encoding: Encoding;
  readonly markBytes: number;
  readonly delimiter: string;
  readonly quote: string;
};

/** Some records of a file, in its order. A record's row is the number a spreadsheet would show. */
export type RecordBatch = {
  readonly records: readonly (readonly string[])[];
  /** row number of the first record; records are consecutive rows, blank ones included */
  readonly firstRow: number;
  /** rows whose opening quote was never closed, read with quotes off */
  readonly unterminated: readonly number[];
  readonly bytesRead: number;
};

const PIECE = 1 << 17;
/** A cell in quotes that runs on for this long has lost its closing quote. */
const LONGEST_QUOTED = 1 << 20;

/**
 * Cuts a file into records piece by piece, in memory that does not grow with it. papaparse cuts; keeping its place
 * across pieces is ours, because its own streaming hands over one row at a time.
 * An opening quote without a closing one must not swallow the rest: that one line is read with quotes off.
 */
export function* readRecords(path: string, dialect: Dialect): Generator<RecordBatch> {
  const decoder = new TextDecoder(dialect.encoding, { ignoreBOM: false });
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
      let text = carry + decoder.decode(buffer.subarray(0, n), { stream: !last });
      let held = '';
      if (!last && text.endsWith('\r')) {
        held = '\r';
        text = text.slice(0, -1);
      }
      if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
      const cut = cutRecords(text, dialect, last);
      carry = cut.rest + held;
      if (carry.length > LONGEST_LINE)
        throw new Problem(
          `Row ${row + cut.records.length} runs on for more than ${LONGEST_LINE >> 20} MB; the file is not a table of rows.`,
        );
      if (cut.records.length > 0) {
        const unterminated = cut.unterminated.map((index) => row + index);
        yield { records: cut.records, firstRow: row, unterminated, bytesRead };
        row += cut.records.length;
      }
      if (last) return;
    }
  } finally {
    closeSync(file);
  }
}

type Cut = { records: string[][]; rest: string; unterminated: number[] };

/** Cuts what is complete in `text`; `rest` is the beginning of a record that goes on in the next piece. */
export const cutRecords = (
  text: string,
  dialect: Pick<Dialect, 'delimiter' | 'quote'>,
  last: boolean,
): Cut => {
  const records: string[][] = [];
  const unterminated: number[] = [];
  let rest = text;
  while (rest !== '') {
    const parsed = parse(rest, dialect, last);
    const open = parsed.errors.find((error) => error.code === 'MissingQuotes');
    if (last && open) {
      const before = parsed.data.slice(0, -1);
      push(records, before);
      rest = rest.slice(startOfRecord(rest, dialect, before.length));
      rest = cutOneLine(rest, dialect, records, unterminated);
      continue;
    }
    push(records, parsed.data);
    rest = rest.slice(parsed.meta.cursor);
    if (last || rest.length <= LONGEST_QUOTED || !rest.includes('\n')) break;
    rest = cutOneLine(rest, dialect, records, unterminated);
  }
  return { records, rest: last ? '' : rest, unterminated };
};

const push = (into: string[][], rows: readonly string[][]): void => {
  for (const row of rows) into.push(row);
};

/** Reads one physical line with quotes off; what follows is read normally again. */
const cutOneLine = (
  text: string,
  dialect: Pick<Dialect, 'delimiter'>,
  records: string[][],
  unterminated: number[],
): string => {
  const end = text.indexOf('\n');
  const line = end < 0 ? text : text.slice(0, end);
  unterminated.push(records.length);
  records.push(line.split(dialect.delimiter));
  return end < 0 ? '' : text.slice(end + 1);
};

const parse = (
  text: string,
  dialect: Pick<Dialect, 'delimiter' | 'quote'>,
  last: boolean,
): Papa.ParseResult<string[]> => {
  const parser = new Papa.Parser({
    delimiter: dialect.delimiter,
    newline: '\n',
    quoteChar: dialect.quote,
    escapeChar: dialect.quote,
  });
  return parser.parse(text, 0, !last) as Papa.ParseResult<string[]>;
};

/** Where the record after the first `count` begins: papaparse does not say where its unfinished record started. */
const startOfRecord = (
  text: string,
  dialect: Pick<Dialect, 'delimiter' | 'quote'>,
  count: number,
): number => {
  if (count === 0) return 0;
  const parser = new Papa.Parser({
    delimiter: dialect.delimiter,
    newline: '\n',
    quoteChar: dialect.quote,
    escapeChar: dialect.quote,
    preview: count,
  });
  return (parser.parse(text, 0, false) as Papa.ParseResult<string[]>).meta.cursor;
};
