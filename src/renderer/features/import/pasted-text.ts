/** A cell as tab-separated text: quoted where it contains a tab, a quote or a line break. */
const quoted = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The rows of the largest table in a piece of a web page; a cell that spans columns is put in the first of them. */
export const rowsOfHtml = (html: string): string[][] => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const tables = [...page.querySelectorAll('table')];
  const largest = tables.sort((a, b) => b.rows.length - a.rows.length)[0];
  if (!largest) return [];
  return [...largest.rows].map((row) =>
    [...row.cells].flatMap((cell) => [
      textOf(cell),
      ...Array.from({ length: Math.max(0, Math.min(cell.colSpan, 100) - 1) }, () => ''),
    ]),
  );
};

/** What a cell says, a line break for each `br`; the line ends of the page's own source mean nothing. */
const textOf = (cell: HTMLTableCellElement): string => {
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\u2028');
  return (cell.textContent ?? '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\s*\u2028\s*/g, '\n')
    .trim();
};

/**
 * The text to read of what was copied. A spreadsheet puts its cells there as text and as a table of a web page; the
 * table is taken where the text has lost the columns, or where its lines have not the same number of cells.
 */
export const textOfClipboard = (plain: string, html: string): string => {
  if (html === '' || isEven(plain)) return plain;
  const rows = rowsOfHtml(html);
  const isTable = rows.length > 1 && rows.some((row) => row.length > 1);
  return isTable ? rows.map((row) => row.map(quoted).join('\t')).join('\n') : plain;
};

const isEven = (plain: string): boolean => {
  const counts = new Set(
    plain
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((line) => line.split('\t').length),
  );
  return counts.size === 1 && !counts.has(1);
};
