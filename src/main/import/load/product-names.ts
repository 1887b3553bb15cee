import type { Connection } from '../../database/connection.ts';

/**
 * A product is called as the earliest import that names it calls it; without a name its code must do. What one costs and
 * is sold for is what the latest import says.
 */
export const recomputeProductNames = (db: Connection): void => {
  db.execute(
    `UPDATE product SET
       name = coalesce((SELECT c.name FROM product_claim c WHERE c.product_id = product.id AND c.name IS NOT NULL ORDER BY c.batch_id LIMIT 1), value),
       category = (SELECT c.category FROM product_claim c WHERE c.product_id = product.id AND c.category IS NOT NULL ORDER BY c.batch_id LIMIT 1),
       unit_cost_micro = (SELECT c.unit_cost_micro FROM product_claim c WHERE c.product_id = product.id AND c.unit_cost_micro IS NOT NULL ORDER BY c.batch_id DESC LIMIT 1),
       price_micro = (SELECT c.price_micro FROM product_claim c WHERE c.product_id = product.id AND c.price_micro IS NOT NULL ORDER BY c.batch_id DESC LIMIT 1)`,
  );
};
