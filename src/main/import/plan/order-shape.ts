/** How the words in one of a file's columns tell which of its rows are no sales. */
export type RowKinds = {
  readonly at: number;
  /** other words say sale, so that those of payments say what was paid of them */
  readonly sells: boolean;
  /** words of rows that sum up an order whose lines follow (lower case) */
  readonly heads: readonly string[];
  /** the number of an order stands on its head row alone */
  readonly headsNumber: boolean;
  /** what the short codes of a bookkeeping program mean (lower case); null where words are used */
  readonly codes: Readonly<Record<string, 'sale' | 'credit' | 'payment' | 'purchase'>> | null;
};

/** A column of letters or words for the sign of the amount. */
export type SignColumn = {
  readonly at: number;
  /** those that lessen the sales, as plain words */
  readonly minus: readonly string[];
};

/** The money of a whole order, where it occurs once or on each of its rows. */
export type WholeOrder = {
  readonly total: number;
  readonly tax: number | null;
  readonly tip: number | null;
  readonly shipping: number | null;
  /** where its lines have amounts of their own; null where they are quantity × price */
  readonly line: number | null;
};

/** `yes` says that all of it was given back. */
export type RefundColumn = {
  readonly at: number;
  readonly says: 'amount' | 'yes';
  /** tax is in what was given back, though the sale's own amount is without */
  readonly withTax: boolean;
};

/** Where the rows of a plain file are more than one sale each; null for a file whose rows all stand for themselves. */
export type OrderShape = {
  readonly kinds: RowKinds | null;
  /** columns that say yes where a sale does not count */
  readonly voided: readonly number[];
  /** what was given back of the row's own amount */
  readonly refunded: RefundColumn | null;
  /** the rows after an order's first leave blank what they share */
  readonly carries: boolean;
  readonly whole: WholeOrder | null;
  /** the column in which a row of its own names the customer of the rows below it */
  readonly heading: number | null;
  /** further columns that name the customer, where the first one is blank */
  readonly names: readonly number[];
  readonly sign: SignColumn | null;
  /** columns of how an order was paid, where its rows occur once for each means of payment */
  readonly tender: readonly number[];
  /** columns that tell orders with the same number apart: the till, the customer */
  readonly apart: readonly number[];
  /** tips that are in the amount of their row */
  readonly tip: number | null;
  /** the shipping of an order is on each of its rows, its amount too where no line has one of its own */
  readonly once: readonly ('line.shipping' | 'line.amount' | 'line.tax' | 'line.discount')[];
};
