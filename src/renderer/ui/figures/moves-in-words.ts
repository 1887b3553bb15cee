import type { Migration } from '../../../shared/model/migration.ts';

const MOST_MOVES = 3;

/** "12 to Regulars, 3 from Gone quiet": the largest moves out of and into a group. */
export const movesInWords = (
  moves: Migration['moves'],
  name: string,
  format: { readonly count: (n: number) => string },
): string =>
  moves
    .filter(({ from, to }) => from !== null && to !== null && (from === name || to === name))
    .slice(0, MOST_MOVES)
    .map(({ from, to, customers }) =>
      from === name ? `${format.count(customers)} to ${to}` : `${format.count(customers)} from ${from}`,
    )
    .join(', ');
