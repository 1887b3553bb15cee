import type { IsoDay } from '../../../shared/model/day.ts';
import { isoDay } from '../../../shared/model/day.ts';
import type { Period } from '../../../shared/model/schemas.ts';
import type { Connection } from '../../database/connection.ts';
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

export const totalsAsOf = (db: Connection, asOf: IsoDay): Totals | null => {
  const row = db.row<{
    first: string | null;
    last: string;
    revenue: number;
    identified: number;
    orders: number;
    returns: number;
    lines: number;
  }>(
    `SELECT min(ordered_on) AS first, max(ordered_on) AS last, sum(revenue_minor) AS revenue, sum(revenue_minor > 0) AS orders,
            sum(CASE WHEN revenue_minor < 0 THEN revenue_minor ELSE 0 END) AS returns, sum(revenue_lines) AS lines,
            sum(CASE WHEN identity_id IS NOT NULL THEN revenue_minor ELSE 0 END) AS identified
     FROM sales_order WHERE ordered_on <= ? AND revenue_lines > 0`,
    asOf,
  );
  if (!row || row.first === null) return null;
  return {
    period: { from: isoDay(row.first), to: isoDay(row.last) },
    revenue: row.revenue,
    identified: row.identified,
    orders: row.orders,
    returns: row.returns,
    lines: row.lines,
    coverage: row.revenue > 0 ? Math.max(0, row.identified / row.revenue) : null,
    tax: taxState(db, readSettings(db)),
    notASale: notASaleUpTo(db, asOf),
  };
};

const notASaleUpTo = (db: Connection, asOf: IsoDay): Totals['notASale'] => {
  if (!countsPartly(db)) return { products: 0, lines: 0, amount: 0 };
  const row = db.row<{ products: number; lines: number; amount: number | null }>(
    `SELECT count(DISTINCT l.product_id) AS products, count(*) AS lines, sum(l.amount_minor) AS amount
     FROM order_line l JOIN product p ON p.id = l.product_id JOIN sales_order o ON o.id = l.order_id
     WHERE p.is_sale = 0 AND o.ordered_on <= ?`,
    // a fee booked after the last sale is left out today as well
    asOf >= (lastSaleDay(db) ?? asOf) ? '9999-12-31' : asOf,
  )!;
  return { ...row, amount: row.amount ?? 0 };
};

/** Revenue of the whole portfolio on the days after `after` up to and including `upTo`. */
export const revenueBetween = (db: Connection, after: IsoDay, upTo: IsoDay): number =>
  db.row<{ net: number | null }>(
    'SELECT sum(revenue_minor) AS net FROM sales_order WHERE ordered_on > ? AND ordered_on <= ?',
    after,
    upTo,
  )?.net ?? 0;

/** Revenue by month, identified and anonymous; a month that is not over is there with what it has. */
export const monthsOf = (
  db: Connection,
  asOf: IsoDay,
): { month: string; identified: number; anonymous: number }[] => {
  const whole = db.rows<{ month: string; identified: number; anonymous: number }>(
    'SELECT month, identified_minor AS identified, anonymous_minor AS anonymous FROM month_summary WHERE month < ? ORDER BY month',
    asOf.slice(0, 7),
  );
  const last = db.row<{ identified: number | null; anonymous: number | null }>(
    `SELECT sum(CASE WHEN identity_id IS NOT NULL THEN revenue_minor ELSE 0 END) AS identified, sum(CASE WHEN identity_id IS NULL THEN revenue_minor ELSE 0 END) AS anonymous
     FROM sales_order WHERE ordered_on >= ? AND ordered_on <= ?`,
    `${asOf.slice(0, 7)}-01`,
    asOf,
  );
  return [
    ...whole,
    { month: asOf.slice(0, 7), identified: last?.identified ?? 0, anonymous: last?.anonymous ?? 0 },
  ];
};

/** The part of it that carries no customer. */
export const anonymousBetween = (db: Connection, after: IsoDay, upTo: IsoDay): number =>
  db.row<{ net: number | null }>(
    'SELECT sum(revenue_minor) AS net FROM sales_order WHERE identity_id IS NULL AND ordered_on > ? AND ordered_on <= ?',
    after,
    upTo,
  )?.net ?? 0;
