/**
 * Time that is not like other time, as the owner has said it: closures, exceptional days, campaigns, and the first day of
 * a new price list. What the data suggest is worked out anew each time; only the owner's word is kept, by its natural key.
 *
 * `customer_since` is what a list of customers says of how long somebody has been one, which may be before any sale.
 */
export const calendarMarks = `
CREATE TABLE calendar_mark (
  kind      TEXT NOT NULL CHECK (kind IN ('closed', 'exceptional', 'campaign', 'prices')),
  first_day TEXT NOT NULL,
  last_day  TEXT NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('confirmed', 'rejected')),
  PRIMARY KEY (kind, first_day),
  CHECK (first_day <= last_day)
) STRICT, WITHOUT ROWID;

ALTER TABLE customer_trait ADD COLUMN customer_since TEXT;
`;
