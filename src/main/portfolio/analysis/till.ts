import type { IsoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { Till } from '../../../shared/model/overview.ts';
import type { Connection } from '../../database/connection.ts';
import type { Analysis } from './analysis.ts';
import { dataPart } from './part.ts';
import { articleIds } from './products/product-list.ts';
import { TILL_MODE_BELOW } from './totals.ts';

const TOP = 10;

/** What sales say without customers: products, weekdays, hours, and how to begin knowing customers; null where enough carry one. */
export const tillOf = dataPart('till', (db, analysis): Till | null =>
  isTillMode(analysis) ? readTill(db, analysis.asOf) : null,
);

export const isTillMode = ({ totals }: Analysis): boolean => (totals.coverage ?? 0) < TILL_MODE_BELOW;

const readTill = (db: Connection, asOf: IsoDay): Till => {
  const total =
    db.row<{ net: number | null }>(
      'SELECT sum(revenue_minor) AS net FROM sales_order WHERE ordered_on <= ?',
      asOf,
    )?.net ?? 0;
  const articles = articleIds(db);
  const products = db
    .rows<{ id: number; product: string; revenue: number; orders: number }>(
      `SELECT p.id, p.name AS product, sum(l.revenue_minor) AS revenue, count(DISTINCT l.order_id) AS orders
       FROM order_line l JOIN product p ON p.id = l.product_id JOIN sales_order o ON o.id = l.order_id
       WHERE o.ordered_on <= ? GROUP BY p.id ORDER BY revenue DESC, p.id`,
      asOf,
    )
    .filter(({ id }) => articles.has(id))
    .slice(0, TOP);
  const weekdays = db.rows<{ weekday: number; revenue: number; orders: number }>(
    `SELECT CAST(strftime('%u', ordered_on) AS INTEGER) AS weekday, sum(revenue_minor) AS revenue, sum(revenue_minor > 0) AS orders
     FROM sales_order WHERE ordered_on <= ? GROUP BY 1 ORDER BY 1`,
    asOf,
  );
  const hours = db.rows<{ hour: number; revenue: number; orders: number }>(
    `SELECT second_of_day / 3600 AS hour, sum(revenue_minor) AS revenue, sum(revenue_minor > 0) AS orders
     FROM sales_order WHERE second_of_day IS NOT NULL AND ordered_on <= ? GROUP BY 1 ORDER BY 1`,
    asOf,
  );
  return {
    topProducts: products.map(({ product, revenue, orders }) => ({
      product,
      orders,
      revenue: minor(revenue),
      share: total > 0 ? Math.max(0, revenue) / total : 0,
    })),
    weekdays: weekdays.map((row) => ({ ...row, revenue: minor(row.revenue) })),
    hours: hours.map((row) => ({ ...row, revenue: minor(row.revenue) })),
    howToBegin: [
      'Offer a loyalty card or number that is typed in at the till; a paper card with a number is enough.',
      'Ask for an e-mail address when an order is placed ahead, and let the till keep it with the sale.',
      'Export the sales again next month: from then on the app knows who comes back.',
    ],
  };
};
