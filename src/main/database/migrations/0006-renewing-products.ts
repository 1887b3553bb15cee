/**
 * A product may be marked as renewing: who buys it has a contract. SQLite changes no CHECK in place, so the table is made anew; the
 * old one goes first, so that the new one takes its page and no page is left free.
 */
export const renewingProducts = `
CREATE TEMP TABLE product_mark_before AS SELECT value, kind, role, tax_micro FROM product_mark;
DROP TABLE product_mark;

CREATE TABLE product_mark (
  value     TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('code', 'name')),
  role      TEXT CHECK (role IN ('article', 'charge', 'not-a-sale', 'renewing')),
  tax_micro INTEGER,
  PRIMARY KEY (value, kind),
  CHECK (role IS NOT NULL OR tax_micro IS NOT NULL)
) STRICT, WITHOUT ROWID;

INSERT INTO product_mark (value, kind, role, tax_micro) SELECT value, kind, role, tax_micro FROM temp.product_mark_before;
DROP TABLE temp.product_mark_before;
`;
