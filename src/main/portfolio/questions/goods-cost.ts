import { minorDigits } from '../../../shared/model/money.ts';
import type { Connection } from '../../database/connection.ts';
import type { Analysis } from '../analysis.ts';

/** Sales of products whose unit cost is known; minor units. */
export type GoodsCost = { readonly revenue: number; readonly cost: number };

/** By place of the customer, and in all with the anonymous ones; null where no sold product has a unit cost. */
export const goodsCostIn = (
  db: Connection,
  { asOf, currency, placeOf }: Analysis,
): { readonly all: GoodsCost; readonly of: ReadonlyMap<number, GoodsCost> } | null => {
  const unit = 10 ** minorDigits(currency) / 1e12;
  const rows = db
    .prepare(
      `SELECT i.customer_id, sum(l.amount_minor), sum(CAST(l.quantity_micro AS REAL) * p.unit_cost_micro)
       FROM order_line l JOIN product p ON p.id = l.product_id JOIN sales_order o ON o.id = l.order_id
       LEFT JOIN customer_identity i ON i.id = o.identity_id
       WHERE o.ordered_on <= ? AND p.unit_cost_micro IS NOT NULL AND l.quantity_micro IS NOT NULL GROUP BY 1`,
    )
    .raw()
    .all(asOf) as [number | null, number, number][];
  if (rows.length === 0) return null;
  let all: GoodsCost = { revenue: 0, cost: 0 };
  const of = new Map<number, GoodsCost>();
  for (const [customer, revenue, cost] of rows) {
    const own = { revenue, cost: cost * unit };
    all = { revenue: all.revenue + own.revenue, cost: all.cost + own.cost };
    const place = customer === null ? undefined : placeOf.get(customer);
    if (place !== undefined) of.set(place, own);
  }
  return { all, of };
};
