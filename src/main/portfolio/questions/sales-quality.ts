import type { IsoDay } from '../../../shared/model/day.ts';
import type { Result } from '../../../shared/model/result.ts';
import { result } from '../../analytics/estimate.ts';
import type { Connection } from '../../database/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { salesIn } from '../analysis/products/sold-lines.ts';

/** What eats into revenue as far as sales tell: returns, discounts and small orders. Shares are null where nothing was sold. */
export type SalesQuality = {
  readonly returnShare: number | null;
  /** null where no line carries a discount: then none was recorded, which is not the same as none given */
  readonly discountShare: number | null;
  readonly smallOrderShare: number | null;
  readonly smallOrderRevenue: number | null;
  readonly lines: number;
  readonly orders: number;
};

export const salesQuality = (db: Connection, asOf: IsoDay): SalesQuality => {
  const lines = db.row<{ sold: number | null; back: number | null; discount: number | null; n: number }>(
    `SELECT sum(max(l.revenue_minor, 0)) AS sold, -sum(min(l.revenue_minor, 0)) AS back, sum(l.discount_minor) AS discount, count(*) AS n
     FROM order_line l JOIN sales_order o ON o.id = l.order_id LEFT JOIN product p ON p.id = l.product_id
     WHERE o.ordered_on <= ? AND coalesce(p.is_sale, 1) = 1`,
    asOf,
  )!;
  const orders = db.row<{ n: number; net: number | null; small: number | null; smallNet: number | null }>(
    `WITH sold AS (SELECT revenue_minor AS net FROM sales_order WHERE revenue_minor > 0 AND ordered_on <= ?),
          half AS (SELECT avg(net) / 2 AS net FROM sold)
     SELECT count(*) AS n, sum(sold.net) AS net, sum(sold.net < half.net) AS small,
            sum(CASE WHEN sold.net < half.net THEN sold.net ELSE 0 END) AS smallNet FROM sold, half`,
    asOf,
  )!;
  const [sold, discount] = [lines.sold ?? 0, Math.abs(lines.discount ?? 0)];
  return {
    returnShare: sold > 0 ? (lines.back ?? 0) / sold : null,
    discountShare: sold > 0 && discount > 0 ? discount / (sold + discount) : null,
    smallOrderShare: orders.n > 0 ? (orders.small ?? 0) / orders.n : null,
    smallOrderRevenue: orders.net ? (orders.smallNet ?? 0) / orders.net : null,
    lines: lines.n,
    orders: orders.n,
  };
};

export const returnFact = ({ returnShare, lines }: SalesQuality, { totals }: Analysis): Result =>
  result('returnShare', returnShare, { n: lines, period: totals.period });

export const qualityFacts = (quality: SalesQuality, analysis: Analysis): Result[] => {
  const { period } = analysis.totals;
  return [
    returnFact(quality, analysis),
    result('discountShare', quality.discountShare, {
      n: quality.lines,
      period,
      warnings:
        quality.discountShare === null
          ? [
              'What discounts cost: no sale carries a discount, so either none was given or the export leaves them out.',
            ]
          : [],
    }),
    result('smallOrderShare', quality.smallOrderShare, { n: quality.orders, period }),
    result('smallOrderRevenue', quality.smallOrderRevenue, { n: quality.orders, period }),
  ];
};

export type Returned = {
  readonly product: string;
  /** minor units */
  readonly sold: number;
  readonly back: number;
  readonly lines: number;
};

/** Products that come back most, by what was given back. */
export const mostReturned = (db: Connection, analysis: Analysis, most: number): Returned[] => {
  const { lines, products } = salesIn(db, analysis);
  const rows = products.map(({ name }) => ({ product: name, sold: 0, back: 0, lines: 0 }));
  for (let k = 0; k < lines.item.length; k++) {
    const row = rows[lines.item[k]!]!;
    const net = lines.net[k]!;
    if (net > 0) row.sold += net;
    if (net < 0) {
      row.back -= net;
      row.lines++;
    }
  }
  return (
    rows
      // what comes back for more than it was sold is a fee or a correction, not goods
      .filter(({ back, sold }) => back > 0 && back <= sold)
      .sort((a, b) => b.back - a.back)
      .slice(0, most)
  );
};
