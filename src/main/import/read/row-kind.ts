import type { Layout } from '../plan/layout.ts';
import { totalRowKind } from '../values/words.ts';
import { filled } from './layout.ts';
import { evidence } from './shape.ts';

/** What a row among the records is: a report has rows that head a group of records or sum them up. */
export type RowKind = 'record' | 'group' | 'subtotal' | 'total';

/**
 * A group row fills one cell and no typed column (`Aaron Ash,,,,`); what it says holds for the records below it, up to
 * the next one. A subtotal or total begins with the word for it.
 */
export const rowKind = (record: readonly string[], layout: Layout): RowKind => {
  const total = totalRowKind(record);
  const count = filled(record);
  if (
    count === 1 &&
    layout.leastFilled > 2 &&
    evidence(record, layout.columns).fits === 0 &&
    total !== 'footer-row'
  )
    return 'group';
  if (total === null || count < 2) return 'record';
  return total === 'footer-row' ? 'total' : 'subtotal';
};
