import type { IsoDay } from '../../../shared/model/day.ts';
import { isoDay } from '../../../shared/model/day.ts';
import { type Minor, minor } from '../../../shared/model/money.ts';
import type { Period } from '../../../shared/model/schemas.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { readSettings } from '../../database/settings.ts';
import { countsPartly } from '../../database/what-counts.ts';
import { lastSaleDay } from './history.ts';
import { type TaxState, taxState } from './tax.ts';

/** Portfolio totals, anonymous sales included; money in minor units. */
export type Totals = {
  readonly period: Period;
  readonly revenue: number;
  readonly identified: number;
  readonly orders: number;
  readonly returns: number;
  readonly lines: number;
  /** identified ÷ all revenue; null without revenue */
  readonly coverage: number | null;
  /** what is known of the tax in the amounts */
  readonly tax: TaxState;
  /** what the owner has said to be no sale, and so is in none of the above */
  readonly notASale: { readonly products: number; readonly lines: number; readonly amount: number };
};

/** Below this share of identified revenue the app leads with products and days (DEFINITIONS 9). */
export const TILL_MODE_BELOW = 0.2;
/** Below this one the owner is told that customer figures stand for a part of the business. */
export const COVERAGE_WARNING_BELOW = 0.6;

export const totalsAsOf = (db: Readable, asOf: IsoDay): Totals | null => {
  const row = db.get(
    q
      .selectFrom('sales_order')
      .select(({ fn }) => [
        fn.min<IsoDay | null>('ordered_on').as('first'),
        fn.max<IsoDay | null>('ordered_on').as('last'),
        fn.sum<Minor>('revenue_minor').as('revenue'),
        fn.countAll<number>().filterWhere('revenue_minor', '>', minor(0)).as('orders'),
        fn.sum<Minor | null>('revenue_minor').filterWhere('revenue_minor', '<', minor(0)).as('returns'),
        fn.sum<number>('revenue_lines').as('lines'),
        fn.sum<Minor | null>('revenue_minor').filterWhere('identity_id', 'is not', null).as('identified'),
      ])
      .where('ordered_on', '<=', asOf)
      .where('revenue_lines', '>', 0),
  );
  if (!row || row.first === null || row.last === null) return null;
  const identified = row.identified ?? 0;
  return {
    period: { from: row.first, to: row.last },
    revenue: row.revenue,
    identified,
    orders: row.orders,
    returns: row.returns ?? 0,
    lines: row.lines,
    coverage: row.revenue > 0 ? Math.max(0, identified / row.revenue) : null,
    tax: taxState(db, readSettings(db)),
    notASale: notASaleUpTo(db, asOf),
  };
};

const notASaleUpTo = (db: Readable, asOf: IsoDay): Totals['notASale'] => {
  if (!countsPartly(db)) return { products: 0, lines: 0, amount: 0 };
  // a fee booked after the last sale is left out today as well
  const today = asOf >= (lastSaleDay(db) ?? asOf);
  const row = db.get(
    q
      .selectFrom('order_line as l')
      .innerJoin('product as p', 'p.id', 'l.product_id')
      .innerJoin('sales_order as o', 'o.id', 'l.order_id')
      .select(({ fn }) => [
        fn.count<number>('l.product_id').distinct().as('products'),
        fn.countAll<number>().as('lines'),
        fn.sum<Minor | null>('l.amount_minor').as('amount'),
      ])
      .where('p.is_sale', '=', 0)
      .$if(!today, (upTo) => upTo.where('o.ordered_on', '<=', asOf)),
  )!;
  return { ...row, amount: row.amount ?? 0 };
};

/** Revenue of the whole portfolio on the days after `after` up to and including `upTo`. */
export const revenueBetween = (db: Readable, after: IsoDay, upTo: IsoDay): number =>
  db.get(revenueIn(after, upTo))?.net ?? 0;

const revenueIn = (after: IsoDay, upTo: IsoDay) =>
  q
    .selectFrom('sales_order')
    .select(({ fn }) => fn.sum<Minor | null>('revenue_minor').as('net'))
    .where('ordered_on', '>', after)
    .where('ordered_on', '<=', upTo);

/** Revenue by month, identified and anonymous; a month that is not over is there with what it has. */
export const monthsOf = (
  db: Readable,
  asOf: IsoDay,
): { month: string; identified: number; anonymous: number }[] => {
  const month = asOf.slice(0, 7);
  const whole = db.all(
    q
      .selectFrom('month_summary')
      .select(['month', 'identified_minor as identified', 'anonymous_minor as anonymous'])
      .where('month', '<', month)
      .orderBy('month'),
  );
  const last = db.get(
    q
      .selectFrom('sales_order')
      .select(({ fn }) => [
        fn.sum<Minor | null>('revenue_minor').filterWhere('identity_id', 'is not', null).as('identified'),
        fn.sum<Minor | null>('revenue_minor').filterWhere('identity_id', 'is', null).as('anonymous'),
      ])
      .where('ordered_on', '>=', isoDay(`${month}-01`))
      .where('ordered_on', '<=', asOf),
  );
  return [...whole, { month, identified: last?.identified ?? 0, anonymous: last?.anonymous ?? 0 }];
};

/** The part of it that carries no customer. */
export const anonymousBetween = (db: Readable, after: IsoDay, upTo: IsoDay): number =>
  db.get(revenueIn(after, upTo).where('identity_id', 'is', null))?.net ?? 0;
