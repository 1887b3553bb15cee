import type { IsoDay } from '../../shared/model/day.ts';
import type { Connection } from '../database/connection.ts';

export type PopularProduct = {
  readonly product: string;
  /** minor units */
  readonly revenue: number;
  readonly share: number;
  readonly orders: number;
  /** identified customers who bought it */
  readonly buyers: number;
};

const LISTED = 50;

/** What sells, by revenue; anonymous sales count too. */
export const popularProducts = (db: Connection, asOf: IsoDay, total: number): PopularProduct[] =>
  db
    .rows<{ product: string; revenue: number; orders: number; buyers: number }>(
      `SELECT p.name AS product, sum(l.amount_minor) AS revenue, count(DISTINCT CASE WHEN l.amount_minor > 0 THEN o.id END) AS orders,
              count(DISTINCT CASE WHEN l.amount_minor > 0 THEN i.customer_id END) AS buyers
       FROM order_line l JOIN product p ON p.id = l.product_id JOIN sales_order o ON o.id = l.order_id
       LEFT JOIN customer_identity i ON i.id = o.identity_id
       WHERE o.ordered_on <= ? GROUP BY p.id ORDER BY revenue DESC, p.id LIMIT ${LISTED}`,
      asOf,
    )
    .map((row) => ({ ...row, share: total > 0 ? Math.max(0, row.revenue) / total : 0 }));
