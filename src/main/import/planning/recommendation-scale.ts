import type { ColumnMatch, ImportOptions } from '../../../shared/model/importing.ts';
import { columnCells } from '../sniff/columns/match-columns.ts';
import type { Table } from '../sniff/table/dialect.ts';

/** So many answers up to a mark, none above it, and the scale most likely ends there. */
const SCALES = [
  { top: 5, fewest: 5 },
  { top: 7, fewest: 20 },
] as const;

type OtherScale = { readonly columns: readonly ColumnMatch[]; readonly sentence: string };

/**
 * Whether "would you recommend us" was answered on another scale than 0 to 10: every score made of it would say that
 * all are dissatisfied. What the owner has said of the column holds.
 */
export const onAnotherScale = (
  columns: readonly ColumnMatch[],
  table: Table,
  { mapping }: ImportOptions,
): OtherScale | null => {
  const at = columns.findIndex(({ field }) => field === 'feedback.recommend');
  const column = columns[at];
  if (!column || mapping?.[column.header] !== undefined) return null;
  const marks = columnCells(table.sample, at).map((cell) => Number(cell.replace(',', '.')));
  const highest = Math.max(...marks);
  const isOther = SCALES.some(({ top, fewest }) => marks.length >= fewest && highest <= top);
  if (!isOther || marks.includes(0)) return null;
  const sentence = `The answers under "${column.header}" go no higher than ${highest}; a recommendation (NPS) is scored from 0 to 10.`;
  const reason = `${sentence} Say what it is.`;
  return {
    columns: columns.map((each, index) =>
      index === at ? { ...each, field: null, confident: false, reason } : each,
    ),
    sentence,
  };
};
