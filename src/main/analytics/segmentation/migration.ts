/** Who is in which segment on a day: ids ascending, and the place of each one's segment (−1 for everyone else). */
export type Membership = { readonly customer: ArrayLike<number>; readonly place: ArrayLike<number> };

/**
 * Counts of customers from each segment of one day to each of another. Everyone else is the last row and the last column.
 * Row sums with leavers are the sizes before, column sums with entrants the sizes after.
 */
export type MigrationMatrix = {
  readonly counts: readonly Int32Array[];
  /** per segment of the later day: customers who were not there before */
  readonly entrants: Int32Array;
  /** per segment of the earlier day: customers who are not there any more */
  readonly leavers: Int32Array;
};

/** @param segmentsBefore how many segments there were, everyone else not counted  @param segmentsAfter and how many there are */
export const migrationMatrix = (
  before: Membership,
  after: Membership,
  segmentsBefore: number,
  segmentsAfter: number,
): MigrationMatrix => {
  const counts = Array.from({ length: segmentsBefore + 1 }, () => new Int32Array(segmentsAfter + 1));
  const entrants = new Int32Array(segmentsAfter + 1);
  const leavers = new Int32Array(segmentsBefore + 1);
  const row = (i: number): number => (before.place[i]! < 0 ? segmentsBefore : before.place[i]!);
  const column = (j: number): number => (after.place[j]! < 0 ? segmentsAfter : after.place[j]!);
  let [i, j] = [0, 0];
  while (i < before.customer.length || j < after.customer.length) {
    const a = before.customer[i] ?? Number.POSITIVE_INFINITY;
    const b = after.customer[j] ?? Number.POSITIVE_INFINITY;
    if (a < b) leavers[row(i++)]!++;
    else if (b < a) entrants[column(j++)]!++;
    else counts[row(i++)]![column(j++)]!++;
  }
  return { counts, entrants, leavers };
};
