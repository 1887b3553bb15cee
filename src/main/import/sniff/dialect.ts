import { closeSync, openSync, readSync } from 'node:fs';
import { Problem } from '../../database/problem.ts';
import type { FileFacts } from '../read/inspect-file.ts';
import { cutRecords, type Dialect } from '../read/records.ts';
import { headerWords } from './header-words.ts';

/** The dialect of a file with its header. Rows are counted as a spreadsheet shows them, from 1. */
export type Table = Dialect & {
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
};

const HEAD = 512 << 10;
const DELIMITERS = [',', ';', '\t', '|'] as const;
const PREVIEW = 400;

/**
 * Finds delimiter and header row from the first half megabyte: the delimiter under which most rows have the same,
 * largest number of cells; the header as the first full row whose words name columns, or else the first full row.
 * @throws Problem when the file holds no table, or a header and nothing below it
 */
export const sniffTable = (facts: FileFacts): Table => {
  const text = headText(facts);
  const whole = facts.bytes <= HEAD;
  const declared = /^sep=(.)\r?\n/i.exec(text)?.[1];
  const candidates = (declared ? [declared] : DELIMITERS).map((delimiter) =>
    candidate(text, delimiter, whole),
  );
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.width < 2)
    throw new Problem(`${facts.name} holds no table: no row of it has two columns or more.`);
  const at = headerIndex(best.rows, best.width);
  const header = best.rows[at] ?? [];
  const sample = best.rows.slice(at + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
  if (sample.length === 0)
    throw new Problem(`${facts.name} has a header but no rows below it; nothing was imported.`);
  return {
    encoding: facts.encoding,
    markBytes: facts.markBytes,
    delimiter: best.delimiter,
    quote: '"',
    headerRow: at + 1,
    header: header.map((cell) => cell.trim()),
    sample,
  };
};

const headText = (facts: FileFacts): string => {
  const file = openSync(facts.path, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(HEAD, facts.bytes));
    const n = readSync(file, buffer, 0, buffer.length, facts.markBytes);
    return new TextDecoder(facts.encoding)
      .decode(buffer.subarray(0, n), { stream: true })
      .replace(/\r\n?/g, '\n');
  } finally {
    closeSync(file);
  }
};

type Candidate = { delimiter: string; rows: string[][]; width: number; score: number };

const candidate = (text: string, delimiter: string, whole: boolean): Candidate => {
  const rows = cutRecords(text, { delimiter, quote: '"' }, whole).records;
  const looked = rows.slice(0, PREVIEW).filter((row) => row.some((cell) => cell.trim() !== ''));
  const widths = new Map<number, number>();
  for (const row of looked) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let width = 0;
  let count = 0;
  for (const [w, c] of widths)
    if (w > 1 && (c > count || (c === count && w > width))) [width, count] = [w, c];
  const share = looked.length > 0 ? count / looked.length : 0;
  return { delimiter, rows, width, score: width < 2 ? 0 : share * share * Math.log2(1 + width) };
};

/** The header is the first row of full width that is made of words, at least one of which names a column. */
const headerIndex = (rows: readonly (readonly string[])[], width: number): number => {
  const full = rows
    .slice(0, 60)
    .flatMap((row, index) => (filled(row) >= Math.max(2, width * 0.6) ? [index] : []));
  const named = full.find(
    (index) => rows[index]!.some((cell) => headerWords(cell) !== null) && !rows[index]!.some(isNumber),
  );
  return named ?? full[0] ?? 0;
};

const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;

const isNumber = (cell: string): boolean => /^\s*[-+]?[\d.,\s]*\d\s*$/.test(cell);
