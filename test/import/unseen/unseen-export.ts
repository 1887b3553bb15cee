/** An export of a program that is no known product here, and what a careful reader makes of it. */
export type UnseenExport = {
  readonly title: string;
  /** how the owner's country writes; an American one where left out */
  readonly locale?: string;
  readonly rows: readonly string[];
  /** minor units, counts, days: each counted by hand from the rows */
  readonly comes: {
    readonly revenue?: number;
    readonly orders?: number;
    readonly lines?: number;
    readonly refunds?: number;
    readonly customers?: number;
    readonly leftOut?: number;
    readonly currency?: string;
    readonly from?: string;
    readonly to?: string;
  };
};
