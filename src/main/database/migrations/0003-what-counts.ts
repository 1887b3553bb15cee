/**
 * What of the sales counts. Lines stay as their files tell them; what the owner has said of a product is kept under its
 * natural key, so that it holds for later imports too and an undo of an import does not forget it.
 *
 * `counted_minor` is what of a line or an order counts as revenue where that is not all of it, `counted_lines` how many
 * lines of an order count; both are empty where everything counts, and worked out anew whenever something changes.
 * `product.is_sale` and `product.tax_micro` are the owner's word brought to the products there are.
 */
export const whatCounts = `
CREATE TABLE product_mark (
  value     TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('code', 'name')),
  role      TEXT CHECK (role IN ('article', 'charge', 'not-a-sale')),
  tax_micro INTEGER,
  PRIMARY KEY (value, kind),
  CHECK (role IS NOT NULL OR tax_micro IS NOT NULL)
) STRICT, WITHOUT ROWID;

ALTER TABLE product ADD COLUMN tax_micro INTEGER;
ALTER TABLE order_line ADD COLUMN counted_minor INTEGER;
ALTER TABLE order_line ADD COLUMN revenue_minor INTEGER GENERATED ALWAYS AS (coalesce(counted_minor, amount_minor)) VIRTUAL;
ALTER TABLE sales_order ADD COLUMN counted_minor INTEGER;
ALTER TABLE sales_order ADD COLUMN counted_lines INTEGER;
ALTER TABLE sales_order ADD COLUMN revenue_minor INTEGER GENERATED ALWAYS AS (coalesce(counted_minor, net_minor)) VIRTUAL;
ALTER TABLE sales_order ADD COLUMN revenue_lines INTEGER GENERATED ALWAYS AS (coalesce(counted_lines, line_count)) VIRTUAL;
`;
