import { type LineDialect, LineReader } from './line-reader.ts';
import { cellsOf, type Reading, type RepairKind } from './reading.ts';
import { MISFIT, misfit } from './shape.ts';

export type Repaired = { readonly cells: readonly string[]; readonly kind: RepairKind };

const LONGEST_LINE = 1 << 14;
const MOST_COLUMNS = 400;
const MOST_QUOTES = 500;
const OTHER_DELIMITERS = [';', '\t', '|', ' ', ','];

/**
 * Reads one damaged line so that it has as many cells as the table has columns: with a quotation mark that stands by
 * itself taken as text, with one separator put in or left out, or cut by another separator than the other lines.
 * @returns null when there is no such reading, or more than one: then the line stays as it is
 */
export const repairLine = (line: string, dialect: LineDialect): Repaired | null => {
  if (!isMendable(line, dialect.quote, dialect.columns.length)) return null;
  const width = dialect.columns.length;
  const separators = countOf(line, dialect.delimiter);
  if (separators === width - 1 && countOf(line, dialect.quote) === 1) {
    const cells = line.split(dialect.delimiter);
    const suits = (cell: string, at: number): boolean =>
      misfit(dialect.columns[at], cell.replace(dialect.quote, '')) < MISFIT;
    if (cells.every(suits)) return { cells, kind: 'quote' };
  }
  const own = separators >= width - 2 ? new LineReader(line, dialect, dialect.delimiter).best() : null;
  if (own && own.mended !== 'unclear' && (own.mended === null || own.misfits === 0))
    return { cells: cellsOf(own), kind: own.mended ?? 'quote' };
  if (own?.mended === 'unclear') return null;
  let best: Reading | null = null;
  for (const delimiter of OTHER_DELIMITERS) {
    if (delimiter === dialect.delimiter || countOf(line, delimiter) < width - 1) continue;
    const reading = new LineReader(line, dialect, delimiter).best();
    if (!reading || reading.mended || reading.misfits > 0) continue;
    if (reading.fits < 2) continue;
    if (!best || reading.cost < best.cost) best = reading;
  }
  return best && { cells: cellsOf(best), kind: 'other-separator' };
};

/** Reads a line with nothing known of its columns but their number: only marks of quotation are taken as text. */
export const readLoosely = (
  line: string,
  dialect: Pick<LineDialect, 'delimiter' | 'quote' | 'escape'>,
  width: number,
): readonly string[] | null => {
  if (!isMendable(line, dialect.quote, width)) return null;
  const columns = Array.from({ length: width }, () => ({ typed: false, patterns: [], blanks: true }));
  const reading = new LineReader(line, { ...dialect, columns }, dialect.delimiter).best();
  return reading && reading.mended === null ? cellsOf(reading) : null;
};

const countOf = (line: string, what: string): number => {
  let count = 0;
  for (let at = line.indexOf(what); at >= 0; at = line.indexOf(what, at + what.length)) count++;
  return count;
};

const isMendable = (line: string, quote: string, width: number): boolean =>
  line !== '' && line.length <= LONGEST_LINE && width <= MOST_COLUMNS && countOf(line, quote) <= MOST_QUOTES;
