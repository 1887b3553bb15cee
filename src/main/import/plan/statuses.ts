/** A column that says how far a sale has come: its order and payment, or only the delivery of its goods. */
export type StatusColumn = { readonly at: number; readonly ofDelivery: boolean };

/** What a file's words for states mean for its money. */
export type Statuses = {
  /** the first is the one that is kept */
  readonly columns: readonly StatusColumn[];
  /** refunds are in rows or a column of their own, so that the word alone takes nothing off */
  readonly refundsTold: boolean;
};
