import { closeSync, openSync, readSync } from 'node:fs';
import { Problem } from '../../../../shared/model/problem.ts';
import type { Dialect } from '../../plan/dialect.ts';
import type { ColumnShape, Layout } from '../../plan/layout.ts';
import type { FileFacts } from '../../read/inspect-file.ts';
import { filled, likeHeader } from '../../read/layout.ts';
import { cutRecords } from '../../read/records.ts';
import { evidence, learnShapes, MISFIT, misfit } from '../../read/shape.ts';
import { isTitle, TableRows } from '../../read/table-rows.ts';
import { headerWords } from '../columns/header-words.ts';
import { bestCandidate, candidateOf } from './candidates.ts';
import { findHeader, type HeaderRows } from './header-rows.ts';

/** The dialect of a file with its header. Rows are counted as a spreadsheet shows them, from 1. */
export type Table = Dialect & {
  /** the last row of the header: the records begin below it. Without a header, the row above the first record */
  readonly headerRow: number;
  /** how many rows the header has; 0 when the file has none and its columns are called by their number */
  readonly headerRows: number;
  /** the names of the columns; a name that several rows of the header repeat is said once */
  readonly header: readonly string[];
  /** the names as they are in the file, the rows of the header joined by a space */
  readonly headerAsWritten: readonly string[];
  readonly sample: readonly (readonly string[])[];
};

const HEAD = 512 << 10;
const LEARNED_FROM = 1000;

/**
 * Finds delimiter and header row from the first half megabyte: the delimiter under which most rows have the same,
 * largest number of cells; the header as the first full row whose words name columns, or else the one above the first
 * row that looks like those below it.
 * @throws Problem when the file holds no table, or a header and nothing below it
 */
export const sniffTable = (facts: FileFacts): Table => {
  const table = sniffAnyTable(facts);
  if (table.header.length < 2)
    throw new Problem(`${facts.name} holds no table: no row of it has two columns or more.`);
  if (table.sample.length === 0)
    throw new Problem(`${facts.name} has a header but no rows below it; nothing was imported.`);
  return table;
};

/** What the reader needs of a table, fit to be handed to another thread. */
export const dialectOf = (table: Table): Dialect => ({
  encoding: table.encoding,
  markBytes: table.markBytes,
  delimiter: table.delimiter,
  quote: table.quote,
  escape: table.escape,
  doubled: table.doubled,
  layout: table.layout,
});

/** As {@link sniffTable}, for any text: a list of one column and a header with nothing below it are tables too. */
export const sniffAnyTable = (facts: FileFacts): Table => {
  const text = headText(facts);
  const whole = (facts.textBytes ?? facts.bytes) <= HEAD;
  const { marks, width: common } = facts.marks
    ? candidateOf(text, facts.marks, whole)
    : bestCandidate(text, whole);
  const width = Math.max(1, common);
  const first = cutRecords(text, marks, whole).records;
  const guess = learnShapes(alike(first, width), width);
  const mended = cutRecords(text, { ...marks, layout: bareLayout(guess) }, whole).records;
  const lines = text.split('\n', 130);
  const found = findHeader(mended, guess, marks, lines);
  const layout = layoutOf(mended, found, width);
  const rows = cutRecords(text, { ...marks, layout }, whole).records;
  const kept = new TableRows(layout).take(rows, 1, whole).records;
  const sample = kept.slice(found.lastRow).filter((row) => filled(row) > 0);
  return {
    encoding: facts.encoding,
    markBytes: facts.markBytes,
    ...marks,
    layout,
    headerRow: found.lastRow,
    headerRows: found.rows.length,
    header: names(found, layout.columns.length),
    headerAsWritten: joined(found, layout.columns.length),
    sample,
  };
};

const headText = (facts: FileFacts): string => {
  const file = openSync(facts.path, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(HEAD, facts.textBytes ?? facts.bytes));
    const n = readSync(file, buffer, 0, buffer.length, facts.markBytes);
    return new TextDecoder(facts.encoding)
      .decode(buffer.subarray(0, n), { stream: true })
      .replaceAll('\0', '')
      .replace(/\r\n?/g, '\n');
  } finally {
    closeSync(file);
  }
};

/** Rows of the common width to learn from; those at the top may be parts of a header and count only if there are no others. */
const alike = (rows: readonly (readonly string[])[], width: number): readonly (readonly string[])[] => {
  const found = rows.filter((row) => row.length === width && filled(row) > 0);
  return found.slice(Math.min(4, Math.floor(found.length / 2))).slice(0, LEARNED_FROM);
};

const bareLayout = (columns: readonly ColumnShape[]): Layout => ({
  columns,
  headerRow: 0,
  header: [],
  firstRecord: [],
  leastFilled: 0,
  needed: [],
  endsEarly: false,
});

const layoutOf = (rows: readonly (readonly string[])[], found: HeaderRows, common: number): Layout => {
  const header = found.rows.at(-1) ?? [];
  const below = rows
    .slice(found.lastRow)
    .filter((row) => filled(row) > 0 && likeHeader(row, header) === null);
  const width = Math.max(common, header.findLastIndex((cell) => cell.trim() !== '') + 1);
  const full = below.filter((row) => row.length === width).slice(0, LEARNED_FROM);
  const seen = learnShapes(full, width);
  const short = below.filter(
    (row) => row.length < width && row.every((cell, at) => misfit(seen[at], cell) < MISFIT),
  ).length;
  const endsEarly = short > below.length * 0.05 && short > 2;
  const whole = endsEarly ? below.filter((row) => row.length <= width).slice(0, LEARNED_FROM) : full;
  const columns = endsEarly ? learnShapes(whole, width) : seen;
  const records = whole.filter((row) => evidence(row, columns).fits > 0);
  const fills = (records.length > 0 ? records : whole).map(filled).sort((a, b) => a - b);
  return {
    columns,
    headerRow: found.lastRow,
    header,
    firstRecord: (records.length > 0 ? records : whole)[0] ?? [],
    leastFilled: fills[Math.floor(fills.length * 0.02)] ?? 1,
    needed: neededAbove(rows.slice(found.lastRow), width),
    endsEarly,
  };
};

/** Columns that every row above the first title fills with a number, a day or a code. */
const neededAbove = (rows: readonly (readonly string[])[], width: number): number[] => {
  const title = rows.findIndex(
    (row, at) => at > 0 && isTitle(row, filled(row), filled(rows[at - 1] ?? []) === 0),
  );
  const above = title < 0 ? [] : rows.slice(0, title).filter((row) => filled(row) > 0);
  if (above.length < 2) return [];
  return Array.from({ length: width }, (_, at) => at).filter((at) =>
    above.every((row) => /\d/.test(row[at] ?? '')),
  );
};

const joined = ({ rows }: HeaderRows, width: number): string[] =>
  rows.length === 0
    ? []
    : Array.from({ length: width }, (_, at) =>
        rows
          .map((row) => row[at] ?? '')
          .join(' ')
          .trim(),
      );

const names = ({ rows }: HeaderRows, width: number): string[] => {
  const spread = groupsSpread(rows, width);
  const last = rows.at(-1)?.map((cell) => cell.trim()) ?? [];
  return Array.from({ length: width }, (_, at) => {
    if (rows.length === 0) return `Column ${at + 1}`;
    const own = last[at] ?? '';
    const isClear = own !== '' && last.indexOf(own) === last.lastIndexOf(own) && headerWords(own) !== null;
    const parts = spread.map((row) => (row[at] ?? '').trim()).filter((part) => part !== '');
    const name = isClear && spread !== rows ? own : [...new Set(parts)].join(' ');
    return at === 0 ? name.replace(/^#\s*(?=\p{L}{2})/u, '') : name;
  });
};

/** The name of a group of columns stands over the first of them alone: it holds for those with a name of their own below. */
const groupsSpread = (rows: HeaderRows['rows'], width: number): HeaderRows['rows'] => {
  const cell = (row: readonly string[] | undefined, at: number): string => (row?.[at] ?? '').trim();
  let found = false;
  const spread = rows.map((row, index) => {
    const below = rows[index + 1];
    if (!below) return row;
    let group = '';
    return Array.from({ length: width }, (_, at) => {
      const own = cell(row, at);
      if (own !== '') {
        group = cell(below, at) === '' || cell(below, at) === own ? '' : own;
        return own;
      }
      if (group === '' || cell(below, at) === '') return '';
      found = true;
      return group;
    });
  });
  return found ? spread : rows;
};
