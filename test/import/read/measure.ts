export const MEASURES = [
  'success',
  'headerPrecision',
  'headerRecall',
  'headerF1',
  'recordPrecision',
  'recordRecall',
  'recordF1',
  'cellPrecision',
  'cellRecall',
  'cellF1',
] as const;
export type Measures = Readonly<Record<(typeof MEASURES)[number], number>>;

type Rows = readonly (readonly string[])[];

/**
 * How near what was read comes to the clean twin, from 0 to 1 each. Header, records and cells are compared as bags.
 * @param read null when the reader failed
 */
export const measure = (read: Rows | null, clean: Rows): Measures => {
  const [header, records, cells] = read
    ? [
        overlap(read[0] ?? [], clean[0] ?? [], clean.length === 0),
        overlap(read.slice(1).map(joined), clean.slice(1).map(joined), clean.length <= 1),
        overlap(read.flat(), clean.flat(), clean.length === 0),
      ]
    : [NONE, NONE, NONE];
  return {
    success: read ? 1 : 0,
    headerPrecision: header.precision,
    headerRecall: header.recall,
    headerF1: header.f1,
    recordPrecision: records.precision,
    recordRecall: records.recall,
    recordF1: records.f1,
    cellPrecision: cells.precision,
    cellRecall: cells.recall,
    cellF1: cells.f1,
  };
};

type Overlap = { readonly precision: number; readonly recall: number; readonly f1: number };
const NONE: Overlap = { precision: 0, recall: 0, f1: 0 };
const ALL: Overlap = { precision: 1, recall: 1, f1: 1 };

const joined = (row: readonly string[]): string => row.join('\u0001');

const overlap = (read: readonly string[], clean: readonly string[], nothingToFind: boolean): Overlap => {
  if (nothingToFind) return ALL;
  const left = new Map<string, number>();
  for (const item of clean) left.set(item, (left.get(item) ?? 0) + 1);
  let common = 0;
  for (const item of read) {
    const count = left.get(item) ?? 0;
    if (count === 0) continue;
    left.set(item, count - 1);
    common++;
  }
  if (common === 0) return NONE;
  const precision = common / clean.length;
  const recall = common / read.length;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
};
