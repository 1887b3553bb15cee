import { readLoosely } from '../read/repair.ts';
import { cutRecords } from '../read/records.ts';
import type { Marks } from './candidates.ts';
import { headerWords } from './header-words.ts';

const OTHER_DELIMITERS = [' ', ';', '\t', '|', ','];

/**
 * Reads a header that has not as many cells as the table has columns, if it can be read in one way so that it has.
 * @param line the header as it stands in the file
 */
export const mendHeader = (line: string, marks: Marks, width: number): readonly string[] | null => {
  const cells = cellsIn(line, marks);
  if (cells.length === width) return cells;
  const loose = line.includes(marks.quote) ? readLoosely(line, marks, width) : null;
  if (loose) return loose;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (cells.length > width) return filled.length === width ? filled : null;
  const apart = cells.length === width - 1 ? splitAtQuote(line, marks, width) ?? splitAtWord(cells) : null;
  if (apart) return apart;
  for (const delimiter of OTHER_DELIMITERS) {
    if (delimiter === marks.delimiter || !line.includes(delimiter)) continue;
    const other = cellsIn(line, { ...marks, delimiter });
    if (other.length === width && other.every((cell) => cell.trim() !== '')) return other;
  }
  return null;
};

const cellsIn = (line: string, marks: Marks): readonly string[] => cutRecords(line, marks, true).records[0] ?? [];

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

/** Two names have run together: `DateTime`, `QtyProductID`. Both must be words that name columns. */
const splitAtWord = (cells: readonly string[]): readonly string[] | null => {
  const known: (readonly string[])[] = [];
  const likely: (readonly string[])[] = [];
  cells.forEach((cell, index) => {
    for (let at = 2; at < cell.length - 1; at++) {
      const [left, right] = [cell.slice(0, at), cell.slice(at)];
      const apart = [...cells.slice(0, index), left, right, ...cells.slice(index + 1)];
      const words = (headerWords(left) ? 1 : 0) + (headerWords(right) ? 1 : 0);
      if (words === 2) known.push(apart);
      else if (words === 1 && headerWords(cell) === null && /[a-z\d][A-Z]$|[A-Z]{2}$/.test(left.slice(-1) + right[0]))
        likely.push(apart);
    }
  });
  return only(known) ?? (known.length === 0 ? only(likely) : null);
};

const only = <T>(values: readonly T[]): T | null => (values.length === 1 ? (values[0] ?? null) : null);
