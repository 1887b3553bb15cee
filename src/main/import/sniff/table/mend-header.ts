import type { AnyField } from '../../../../shared/model/importing.ts';
import type { ColumnShape } from '../../plan/layout.ts';
import { cutRecords } from '../../read/records.ts';
import { readLoosely } from '../../read/repair.ts';
import { headerWords } from '../columns/header-words.ts';
import type { Marks } from './candidates.ts';

const LONGEST_NAME = 60;
const LONGEST_LINE = 1 << 13;
const OTHER_DELIMITERS = [' ', ';', '\t', '|', ','];

/**
 * Reads a header that has not as many cells as the table has columns, if it can be read in one way so that it has.
 * @param line the header as it is in the file
 */
export const mendHeader = (
  line: string,
  marks: Marks,
  columns: readonly ColumnShape[],
): readonly string[] | null => {
  const width = columns.length;
  if (line.length > LONGEST_LINE) return null;
  const cells = cellsIn(line, marks);
  if (cells.length === width) return cells;
  const loose = line.includes(marks.quote) ? readLoosely(line, marks, width) : null;
  if (loose) return loose;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (cells.length > width) return filled.length === width ? filled : null;
  const apart =
    cells.length === width - 1 ? (splitAtQuote(line, marks, width) ?? splitAtWord(cells, columns)) : null;
  if (apart) return apart;
  for (const delimiter of OTHER_DELIMITERS) {
    if (delimiter === marks.delimiter || !line.includes(delimiter)) continue;
    const other = cellsIn(line, { ...marks, delimiter });
    if (other.length === width && other.every((cell) => cell.trim() !== '')) return other;
  }
  return null;
};

const cellsIn = (line: string, marks: Marks): readonly string[] =>
  cutRecords(line, marks, true).records[0] ?? [];

/** A separator is missing before an opening or after a closing quote. */
const splitAtQuote = (line: string, marks: Marks, width: number): readonly string[] | null => {
  const found: (readonly string[])[] = [];
  for (let at = 1; at < line.length; at++) {
    if (line[at] !== marks.quote && line[at - 1] !== marks.quote) continue;
    const cells = cellsIn(line.slice(0, at) + marks.delimiter + line.slice(at), marks);
    const clean = cells.every((cell) => cell.trim() !== '' && !cell.includes(marks.quote));
    if (clean && cells.length === width) found.push(cells);
  }
  return only(found);
};

/**
 * Two names have run together: `DateTime`, `QtyProductID`. They are taken apart where a word that names a column ends
 * or begins, and where after it each name suits the values below.
 */
const splitAtWord = (cells: readonly string[], columns: readonly ColumnShape[]): readonly string[] | null => {
  const found: { readonly cells: readonly string[]; readonly score: number }[] = [];
  cells.forEach((cell, index) => {
    for (let at = 2; at < cell.length - 1 && cell.length <= LONGEST_NAME; at++) {
      const [left, right] = [cell.slice(0, at), cell.slice(at)];
      const words = (headerWords(left) ? 1 : 0) + (headerWords(right) ? 1 : 0);
      const seam = /^(?:[a-z\d][A-Z]|[A-Z][A-Z][a-z]|\S\s)/.test(cell.slice(at - 1, at + 2)) ? 1 : 0;
      if (words + seam < 2) continue;
      const apart = [...cells.slice(0, index), left, right, ...cells.slice(index + 1)];
      found.push({ cells: apart, score: suits(apart, columns) * 2 + words + seam });
    }
  });
  const most = Math.max(...found.map(({ score }) => score));
  return only(found.filter(({ score }) => score === most))?.cells ?? null;
};

/** How many names say what kind of value is below them, less those that say another. */
const suits = (names: readonly string[], columns: readonly ColumnShape[]): number =>
  names.reduce((sum, name, at) => {
    const field = headerWords(name)?.field;
    const shape = columns[at];
    if (!field || !shape) return sum;
    const expected = EXPECTED[field];
    if (!expected)
      return sum + (shape.typed && shape.patterns.some(({ key }) => /^\D?9([.,]9)*$/.test(key)) ? -1 : 0);
    return sum + (shape.patterns.some(({ key }) => expected.test(key)) ? 1 : -1);
  }, 0);

const NUMBER = /^[^9a]*9(?:[.,]9)*[^9]*$/;
const EXPECTED: Readonly<Partial<Record<AnyField, RegExp>>> = {
  'order.date': /^9([-./])9\1?9?|^9 a 9/,
  'order.time': /^9:9/,
  'line.quantity': NUMBER,
  'line.unitPrice': NUMBER,
  'line.amount': NUMBER,
  'line.discount': NUMBER,
  'line.tax': NUMBER,
  'line.shipping': NUMBER,
};

const only = <T>(values: readonly T[]): T | null => (values.length === 1 ? (values[0] ?? null) : null);
