/** What was wrong with a record that could be read in one way all the same. */
export type RepairKind = 'quote' | 'missing-separator' | 'extra-separator' | 'other-separator';

type Cells = { readonly cell: string; readonly rest: Cells } | null;
/** One way to read the rest of a line, and what speaks against it. */
export type Reading = {
  readonly cost: number;
  readonly cells: Cells;
  /** filled cells of typed columns that look, and that do not look, as others in their column do */
  readonly fits: number;
  readonly misfits: number;
  readonly mended: RepairKind | 'unclear' | null;
};

export const cellsOf = (reading: Reading): string[] => {
  const cells: string[] = [];
  for (let at = reading.cells; at; at = at.rest) cells.push(at.cell);
  return cells;
};

/** The two cheapest readings that differ. */
export const cheapestTwo = (readings: readonly Reading[]): readonly Reading[] => {
  let first: Reading | null = null;
  let second: Reading | null = null;
  for (const reading of readings) {
    if (!first || reading.cost < first.cost) {
      if (first && !sameCells(first.cells, reading.cells)) second = first;
      first = reading;
    } else if ((!second || reading.cost < second.cost) && !sameCells(first.cells, reading.cells)) {
      second = reading;
    }
  }
  return first ? (second ? [first, second] : [first]) : [];
};

const sameCells = (a: Cells, b: Cells): boolean => {
  for (; a && b; a = a.rest, b = b.rest) {
    if (a === b) return true;
    if (a.cell !== b.cell) return false;
  }
  return a === b;
};
