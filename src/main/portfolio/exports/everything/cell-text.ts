type Cell = string | number | null;

/** Text that a spreadsheet would take for a formula, or that would read back as another. */
const GUARDED = /^(?:$|[=+\-@\t\r\0'])/;

/**
 * A cell as it is in the CSV: nothing is an empty cell, and text that begins like a formula, begins with an apostrophe or
 * is empty gets an apostrophe in front, so that each reads back as it was.
 */
export const cellText = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'number' ? String(cell) : GUARDED.test(cell) ? `'${cell}` : cell;

export const textOf = (cell: string): string | null =>
  cell === '' ? null : cell.startsWith("'") ? cell.slice(1) : cell;

/** @throws RangeError for what is no whole number */
export const numberOf = (cell: string): number | null => {
  if (cell === '') return null;
  const number = Number(cell);
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a whole number: ${cell}`);
  return number;
};

/** A record of RFC 4180 with its line end. */
export const csvRecord = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
