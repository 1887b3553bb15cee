import type { Migration, MovementRow } from '../../../shared/model/migration.ts';
import { sum } from '../../../shared/sum.ts';
import { counted } from '../../../shared/words.ts';
import {
  type Membership,
  type MigrationMatrix,
  migrationMatrix,
} from '../../analytics/segmentation/migration.ts';

type Named = Membership & { readonly names: readonly string[] };

/**
 * Who came, stayed and left between two days, by groups that are the same where their names are.
 * @param rest what those in no group are called
 */
export const movementBetween = (
  from: Named,
  to: Named,
  rest: string,
): { readonly rows: MovementRow[]; readonly moves: Migration['moves'] } => {
  const matrix = migrationMatrix(from, to, from.names.length, to.names.length);
  const before = [...from.names, rest];
  const after = [...to.names, rest];
  const names = [...new Set([...to.names, ...from.names]), rest];
  const rows = names
    .map((name) => rowOf(name, matrix, before.lastIndexOf(name), after.lastIndexOf(name)))
    .filter((row) => row.name !== rest || row.before + row.after > 0);
  const moves: Migration['moves'] = [
    ...matrix.counts.flatMap((row, i) =>
      Array.from(row, (customers, j) => ({ from: before[i]!, to: after[j]!, customers })),
    ),
    ...Array.from(matrix.entrants, (customers, j) => ({ from: null, to: after[j]!, customers })),
    ...Array.from(matrix.leavers, (customers, i) => ({ from: before[i]!, to: null, customers })),
  ].filter((move) => move.customers > 0 && move.from !== move.to);
  moves.sort((a, b) => b.customers - a.customers || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
  return { rows, moves };
};

const rowOf = (
  name: string,
  { counts, entrants, leavers }: MigrationMatrix,
  i: number,
  j: number,
): MovementRow => {
  const left = i < 0 ? 0 : sum(counts[i]!);
  const came = j < 0 ? 0 : counts.reduce((sum, row) => sum + row[j]!, 0);
  const stayed = i < 0 || j < 0 ? 0 : counts[i]![j]!;
  const gone = i < 0 ? 0 : leavers[i]!;
  const entered = j < 0 ? 0 : entrants[j]!;
  return {
    name,
    before: left + gone,
    stayed,
    movedOut: left - stayed,
    leavers: gone,
    movedIn: came - stayed,
    entrants: entered,
    after: came + entered,
  };
};

/** "12 customers moved to another segment, 140 stayed; 3 came new." */
export const movementSentence = (rows: readonly MovementRow[], group: string): string => {
  const summed = (of: (row: MovementRow) => number): number => sum(rows.map(of));
  const [stayed, moved, entered, gone] = [
    summed((row) => row.stayed),
    summed((row) => row.movedOut),
    summed((row) => row.entrants),
    summed((row) => row.leavers),
  ];
  const people = (n: number): string => counted(n, 'customer');
  const ends = [entered > 0 && `${entered} came new`, gone > 0 && `${gone} left`].filter((s) => s !== false);
  return `${people(moved)} moved to another ${group}, ${stayed} stayed${ends.length === 0 ? '' : `; ${ends.join(', ')}`}.`;
};
