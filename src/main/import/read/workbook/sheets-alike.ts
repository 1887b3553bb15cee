export type Sheet = { readonly name: string; readonly hidden: boolean };
export type RowSink = { readonly take: (row: number, cells: readonly string[]) => void };
export type CopyRows<S extends Sheet> = (sheet: S, sink: RowSink) => Promise<void>;

const LOOKED_AT = 30;
const MOST_ROWS_KEPT = 300_000;
/** A sheet with more of its rows in the others is a copy or a sum of them. */
const MOST_KNOWN = 0.5;
/** Sheets that have the same headings and hold something else. */
const OTHER_THINGS =
  /return|refund|retour|gutschrift|avoir|devoluc|rimborsi|purchase|einkauf|achat|compra|acquist|expense|ausgabe|d[ée]pense|gasto|cost|template|vorlage|muster|mod[èe]le|plantilla|example|beispiel|budget|plan|forecast|draft|entwurf|brouillon|archiv|\bold\b|\balt\b|copy|kopie|copie|copia|backup|storno|cancel/i;

/** A row of words, at least two, none of them a number: what a table's headings look like. */
const isHeading = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length >= 2 && filled.every((cell) => /\p{L}/u.test(cell) && !/^\s*\d/.test(cell));
};

const said = (cells: readonly string[]): string =>
  cells
    .slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)
    .map((cell) => cell.trim().toLowerCase())
    .join('\u0001');

/** Ends the reading of a sheet early. */
class Enough extends Error {}

const firstRows = async <S extends Sheet>(
  sheet: S,
  copy: CopyRows<S>,
): Promise<readonly (readonly string[])[]> => {
  const rows: (readonly string[])[] = [];
  try {
    await copy(sheet, {
      take: (_row, cells) => {
        rows.push(cells.slice());
        if (rows.length === LOOKED_AT) throw new Enough();
      },
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return rows;
};

/**
 * The sheets that are one table with this one, as workbooks with a sheet for each month are: those seen that have its
 * headings, itself among them; it alone where there are none.
 */
export const sheetsAlike = async <S extends Sheet>(
  first: S,
  sheets: readonly S[],
  copy: CopyRows<S>,
): Promise<{ readonly sheets: readonly S[]; readonly heading: string }> => {
  const others = sheets.filter((sheet) => sheet !== first && !sheet.hidden && !OTHER_THINGS.test(sheet.name));
  if (others.length === 0 || first.hidden) return { sheets: [first], heading: '' };
  const heading = (await firstRows(first, copy)).find(isHeading);
  if (!heading) return { sheets: [first], heading: '' };
  const wanted = said(heading);
  const alike: S[] = [];
  for (const sheet of others) {
    const rows = await firstRows(sheet, copy);
    if (rows.some((row) => said(row) === wanted)) alike.push(sheet);
  }
  return { sheets: sheets.filter((sheet) => sheet === first || alike.includes(sheet)), heading: wanted };
};

/** Copies sheets with the same headings one below the other, the headings once; what only repeats the others stays out. */
export const copyTogether = async <S extends Sheet>(
  sheets: readonly S[],
  heading: string,
  copy: CopyRows<S>,
  sink: RowSink,
): Promise<readonly S[]> => {
  const known = new Set<string>();
  const taken: S[] = [];
  let last = 0;
  for (const sheet of sheets) {
    const rows: { readonly row: number; readonly cells: readonly string[] }[] = [];
    let isBelow = taken.length === 0;
    await copy(sheet, {
      take: (row, cells) => {
        if (isBelow) rows.push({ row, cells: cells.slice() });
        else if (said(cells) === heading) isBelow = true;
      },
    });
    const repeated = rows.filter(({ cells }) => known.has(said(cells))).length;
    if (taken.length > 0 && (rows.length === 0 || repeated > rows.length * MOST_KNOWN)) continue;
    taken.push(sheet);
    const offset = taken.length === 1 ? 0 : last + 1 - (rows[0]?.row ?? 1);
    for (const { row, cells } of rows) {
      last = row + offset;
      sink.take(last, cells);
      if (known.size < MOST_ROWS_KEPT) known.add(said(cells));
    }
  }
  return taken;
};
