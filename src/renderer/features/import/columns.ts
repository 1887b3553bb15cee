import type { AnyField, ColumnMatch, ImportOptions } from '../../../shared/model/importing.ts';

export type SortedColumns = {
  /** not sure: the owner is asked */
  readonly doubtful: readonly ColumnMatch[];
  /** sure: folded away */
  readonly recognised: readonly ColumnMatch[];
  /** sure to be of no use here: folded away */
  readonly aside: readonly ColumnMatch[];
};

export const sortColumns = (columns: readonly ColumnMatch[]): SortedColumns => ({
  doubtful: columns.filter((c) => !c.confident),
  recognised: columns.filter((c) => c.confident && c.field !== null),
  aside: columns.filter((c) => c.confident && c.field === null),
});

/**
 * Adds the owner's decision on one column to those made before. A meaning belongs to one column: the
 * one that had it until now is left aside.
 */
export const decideColumn = (
  options: ImportOptions,
  columns: readonly ColumnMatch[],
  header: string,
  field: AnyField | null,
  remembered = false,
): ImportOptions => {
  // several columns of a survey can each hold marks for a thing of their own
  const shared = field === null || field === 'feedback.rating';
  const before = shared ? [] : columns.filter((c) => c.field === field && c.header !== header);
  return {
    ...options,
    mapping: {
      // what was taken over from an earlier file is decided now, together with this
      ...(remembered ? Object.fromEntries(columns.map((c) => [c.header, c.field])) : {}),
      ...options.mapping,
      ...Object.fromEntries(before.map((c) => [c.header, null])),
      [header]: field,
    },
  };
};
