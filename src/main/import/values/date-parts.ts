/** The parts of a date as written, before an order is decided. `month` is set where the month is a word. */
export type DateParts = {
  readonly parts: readonly [string, string, string];
  readonly monthAt: 0 | 1 | null;
  readonly rest: string;
};
