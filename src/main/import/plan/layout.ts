/**
 * What the values of a column look like, learned from the records that are whole. A date, a price or a code keeps to
 * one of a few patterns; free text does not. The damage of a record is told, and undone, by it.
 */
export type ColumnShape = {
  /** nearly every value keeps to one of the patterns, and each of them has a digit in it */
  readonly typed: boolean;
  readonly patterns: readonly CellPattern[];
  /** the column may be empty */
  readonly blanks: boolean;
};

/** Digits as `9`, letters as `a`, white space as ` `, all else unchanged; with how long each run of them is. */
type CellPattern = { readonly key: string; readonly runs: readonly (readonly [number, number])[] };

/** How the rows of a file are laid out: where its table begins and what belongs to it. Plain data, fit for a thread. */
export type Layout = {
  /** one for each column of the table */
  readonly columns: readonly ColumnShape[];
  /** the row above the first record; 0 when the file begins with a record */
  readonly headerRow: number;
  /** the cells of the last row of the header, as they are in the file */
  readonly header: readonly string[];
  readonly firstRecord: readonly string[];
  /** how many cells an ordinary record fills at least */
  readonly leastFilled: number;
  /** columns with a digit in every row above the first title of another table, if there is one */
  readonly needed: readonly number[];
  /** the program that wrote the file drops empty cells at the end of a row */
  readonly endsEarly: boolean;
};
