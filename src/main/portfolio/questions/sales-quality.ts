import type { IsoDay } from '../../../shared/model/day.ts';
import { type Minor, minor } from '../../../shared/model/money.ts';
import type { Result } from '../../../shared/model/result.ts';
import { proportion, result } from '../../analytics/estimate.ts';
import type { Readable } from '../../database/connection.ts';
import { q, sql } from '../../database/query.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { salesIn } from '../analysis/products/sold-lines.ts';

/** What eats into revenue as far as sales tell: returns, discounts and small orders. Shares are null where nothing was sold. */
export type SalesQuality = {
  readonly returnShare: number | null;
  /** null where no line carries a discount: then none was recorded, which is not the same as none given */
  readonly discountShare: number | null;
  readonly smallOrders: number;
  readonly smallOrderShare: number | null;
  readonly smallOrderRevenue: number | null;
  readonly lines: number;
  readonly orders: number;
};

export const salesQuality = (db: Readable, asOf: IsoDay): SalesQuality => {
  const lines = db.get(
    q
      .selectFrom('order_line as l')
      .innerJoin('sales_order as o', 'o.id', 'l.order_id')
      .leftJoin('product as p', 'p.id', 'l.product_id')
      .select(({ fn }) => [
        fn.sum<Minor | null>('l.revenue_minor').filterWhere('l.revenue_minor', '>', minor(0)).as('sold'),
        fn.sum<Minor | null>('l.revenue_minor').filterWhere('l.revenue_minor', '<', minor(0)).as('back'),
        fn.sum<Minor | null>('l.discount_minor').as('discount'),
        fn.countAll<number>().as('n'),
      ])
      .where('o.ordered_on', '<=', asOf)
      .where(({ eb, fn, lit }) => eb(fn.coalesce('p.is_sale', lit(1)), '=', 1)),
  )!;
  const orders = db.get(
    q
      .with('sold', (w) =>
        w
          .selectFrom('sales_order')
          .select('revenue_minor as net')
          .where('revenue_minor', '>', minor(0))
          .where('ordered_on', '<=', asOf),
      )
      .with('half', (w) => w.selectFrom('sold').select(sql<number>`avg(net) / 2`.as('net')))
      .selectFrom(['sold', 'half'])
      .select(({ eb, fn, ref }) => {
        const small = eb(ref('sold.net').$castTo<number>(), '<', ref('half.net'));
        return [
          fn.countAll<number>().as('n'),
          fn.sum<Minor | null>('sold.net').as('net'),
          fn.countAll<number>().filterWhere(small).as('small'),
          fn.sum<Minor | null>('sold.net').filterWhere(small).as('smallNet'),
        ];
      }),
  )!;
  const [sold, discount] = [lines.sold ?? 0, Math.abs(lines.discount ?? 0)];
  const back = Math.abs(lines.back ?? 0);
  return {
    returnShare: sold > 0 ? back / sold : null,
    discountShare: sold > 0 && discount > 0 ? discount / (sold + discount) : null,
    smallOrders: orders.small,
    smallOrderShare: orders.n > 0 ? orders.small / orders.n : null,
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
    proportion('smallOrderShare', quality.smallOrders, quality.orders, { period }),
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
export const mostReturned = (db: Readable, analysis: Analysis, most: number): Returned[] => {
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
