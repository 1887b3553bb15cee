import { RECORD_FIELD_DECLARATIONS, RECORD_FIELDS } from '../../../../shared/model/import-kind.ts';
import type { ColumnShape } from '../../plan/layout.ts';
import { filled } from '../../read/layout.ts';
import { evidence } from '../../read/shape.ts';
import { headerWords, vocabulary } from '../columns/header-words.ts';
import type { Marks } from './candidates.ts';
import { mendHeader } from './mend-header.ts';

/** Where the header stands. Rows are counted as a spreadsheet shows them, from 1. */
export type HeaderRows = {
  /** the last row of the header; the records begin below it. Without a header, the row above the first record */
  readonly lastRow: number;
  readonly rows: readonly (readonly string[])[];
};

const LOOKED_AT = 60;
const MOST_HEADER_ROWS = 4;
const LONGEST_NAME = 100;

/**
 * The header: a full row of words above the first record, where a record is a row that looks like those below it.
 * Further rows of words belong to it. A file whose first full row is a record has none.
 */
export const findHeader = (
  rows: readonly (readonly string[])[],
  columns: readonly ColumnShape[],
  marks: Marks,
  lines: readonly string[],
): HeaderRows => {
  const width = columns.length;
  const firstRecord = rows.slice(0, LOOKED_AT * 2).findIndex((row) => looksLikeRecord(row, columns));
  const limit = firstRecord < 0 ? Math.min(rows.length, LOOKED_AT) : firstRecord;
  const enough = Math.max(Math.min(2, width), usedColumns(rows, width) * 0.6);
  const full = rows.slice(0, limit).flatMap((row, index) => (filled(row) >= enough ? [index] : []));
  const at = full.find((index) => isNamed(rows[index] ?? [])) ?? (firstRecord < 0 ? full[0] : full.at(-1));
  const mended = (index: number): readonly string[] | null => {
    const line = rows.slice(0, index).some((row) => row.some((cell) => cell.includes('\n')))
      ? undefined
      : lines[index];
    return line === undefined ? null : mendHeader(line, marks, columns);
  };
  if (at === undefined) {
    const above = rows.slice(0, limit).findLastIndex((row) => filled(row) > 0);
    const header = above >= 0 && firstRecord >= 0 ? mended(above) : null;
    return header ? { lastRow: above + 1, rows: [header] } : { lastRow: Math.max(0, firstRecord), rows: [] };
  }
  const first = rows[at] ?? [];
  const whole = first.length === width ? first : (mended(at) ?? first);
  const header = [whole];
  for (let next = at + 1; next < limit && header.length < MOST_HEADER_ROWS; next++) {
    const row = rows[next] ?? [];
    if (!continues(row, first, columns) && !fillsGaps(row, first)) break;
    header.push(row);
  }
  let begin = at;
  while (begin > 0 && header.length < MOST_HEADER_ROWS && sameWords(rows[begin - 1] ?? [], first)) {
    begin--;
    header.unshift(rows[begin] ?? []);
  }
  const above = rows[begin - 1] ?? [];
  if (begin > 0 && header.length < MOST_HEADER_ROWS && isGroups(above, whole)) {
    begin--;
    header.unshift(above);
  }
  return { lastRow: begin + header.length, rows: header };
};

/** Some programs put an empty column between any two: those count for nothing. */
const usedColumns = (rows: readonly (readonly string[])[], width: number): number => {
  const used = new Set<number>();
  for (const row of rows.slice(0, LOOKED_AT * 2))
    row.forEach((cell, at) => {
      if (at < width && cell.trim() !== '') used.add(at);
    });
  return used.size;
};

/** More of its typed cells look like those below than do not; a row of years above numbers is a header all the same. */
const looksLikeRecord = (row: readonly string[], columns: readonly ColumnShape[]): boolean => {
  if (row.length !== columns.length || isHeadings(row)) return false;
  const { fits, strays } = evidence(row, columns);
  if (fits <= strays) return false;
  const numbers = row.filter((cell) => /\d/.test(cell));
  return !(
    numbers.length > 1 &&
    numbers.every((cell) => /^\s*(19|20)\d\d\s*$/.test(cell)) &&
    rising(numbers)
  );
};

const rising = (numbers: readonly string[]): boolean =>
  numbers.every((text, at) => at === 0 || Number(text) === Number(numbers[at - 1]) + 1);

/** One word of sales, or two of other kinds, whose words are more common. */
const isNamed = (row: readonly string[]): boolean => {
  if (row.some(isNumber)) return false;
  const names = row.filter((cell) => cell.length <= LONGEST_NAME);
  return (
    names.some((cell) => headerWords(cell) !== null) ||
    names.filter((cell) => headerWords(cell, OTHER_KINDS) !== null).length >= 2
  );
};

/** Most of its cells are words that name columns: what is learned from a short file may be learned from its header. */
const isHeadings = (row: readonly string[]): boolean => {
  const cells = row.filter((cell) => cell.trim() !== '');
  if (cells.length < 3 || cells.some(isNumber)) return false;
  return cells.filter((cell) => headerWords(cell) !== null).length * 2 >= cells.length;
};

const OTHER_KINDS = vocabulary(
  RECORD_FIELDS.map((field) => [field, RECORD_FIELD_DECLARATIONS[field].words] as const),
);

const isNumber = (cell: string): boolean => /^\s*[-+]?[\d.,\s]*\d\s*$/.test(cell);

/** A further row of the header: the same words again, or only words where all values below are typed. */
const continues = (
  row: readonly string[],
  header: readonly string[],
  columns: readonly ColumnShape[],
): boolean => {
  if (sameWords(row, header)) return true;
  if (isExplained(row)) return false;
  const typed = row.filter((cell, at) => columns[at]?.typed && cell.trim() !== '');
  const anyTyped = columns.filter((shape) => shape.typed).length;
  return (
    row.length === columns.length &&
    typed.length >= 2 &&
    typed.length * 2 > anyTyped &&
    !row.some((cell) => /\d/.test(cell))
  );
};

/** A further row of the header that names the parts of what the row above names as one: `Customer` over name and e-mail. */
const fillsGaps = (row: readonly string[], header: readonly string[]): boolean => {
  const named = row.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
  return (
    named.length >= 2 &&
    !row.some((cell) => /\d/.test(cell)) &&
    named.some((at) => (header[at] ?? '').trim() === '' && at > 0)
  );
};

/** The row above a header whose names stand twice, or are missing where it has some: it names groups of columns. */
const isGroups = (row: readonly string[], header: readonly string[]): boolean => {
  const count = filled(row);
  if (count < 2 || count >= filled(header) || row.some((cell) => /\d/.test(cell))) return false;
  const names = header.map((cell) => cell.trim().toLowerCase());
  const twice = names.some((name, at) => name !== '' && names.indexOf(name) !== at);
  return twice || names.some((name, at) => name === '' && (row[at] ?? '').trim() !== '');
};

/** Sentences below the names tell what is meant by them: they are no part of the names. */
const isExplained = (row: readonly string[]): boolean => {
  const sentences = row.filter((cell) => /\p{L}\.\s*$/u.test(cell)).length;
  return sentences >= 3 && sentences * 2 > filled(row);
};

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && filled(a) > 0 && a.every((cell, at) => cell.trim() === b[at]?.trim());
