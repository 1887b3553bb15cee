/** Selected rows as ranges of places, ascending and apart: all of 100,000 is one range. */
export type Selection = readonly (readonly [from: number, to: number])[];

export const NONE: Selection = [];

export const isSelected = (selection: Selection, i: number): boolean =>
  selection.some(([from, to]) => from <= i && i <= to);

export const selectedCount = (selection: Selection): number =>
  selection.reduce((sum, [from, to]) => sum + to - from + 1, 0);

export const between = (a: number, b: number): Selection => [[Math.min(a, b), Math.max(a, b)]];

/** Adds a row to the selection or takes it away. */
export const toggled = (selection: Selection, i: number): Selection => {
  if (isSelected(selection, i)) {
    return selection.flatMap(([from, to]): Selection => {
      if (i < from || i > to) return [[from, to]];
      return [...(from < i ? [[from, i - 1] as const] : []), ...(i < to ? [[i + 1, to] as const] : [])];
    });
  }
  const joined = [...selection, [i, i] as const].sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const [from, to] of joined) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
};

export const pagesOf = (selection: Selection, size: number): readonly number[] => {
  const pages = new Set<number>();
  for (const [from, to] of selection) {
    for (let page = Math.floor(from / size); page <= Math.floor(to / size); page++) pages.add(page);
  }
  return [...pages].sort((a, b) => a - b);
};
