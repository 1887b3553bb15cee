import { dayNumber, type IsoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import { NO_DAY, type PurchaseHistory } from '../../analytics/history.ts';
import type { Readable } from '../../database/connection.ts';
import { once, q } from '../../database/query.ts';

/** The last day with a sale: what "now" means for every analysis (DEFINITIONS 13), or null without sales. */
export const lastSaleDay = (db: Readable): IsoDay | null => {
  return db.get(lastSale({}))?.day ?? null;
};

const lastSale = once(() =>
  q
    .selectFrom('sales_order')
    .select(({ fn }) => fn.max<IsoDay | null>('ordered_on').as('day'))
    .where('revenue_minor', '>', minor(0)),
);

/** Since when a list of customers says they are customers, the earliest day of all that is said; absent where none says it. */
const knownSince = (
  db: Readable,
  asOf: IsoDay,
  customer: readonly number[],
): Pick<PurchaseHistory, 'since'> => {
  const rows = db.rows<{ customer: number; day: number }>(
    `SELECT i.customer_id AS customer, CAST(unixepoch(min(t.customer_since)) / 86400 AS INTEGER) AS day
     FROM customer_trait t JOIN customer_identity i ON i.id = t.identity_id
     WHERE t.customer_since IS NOT NULL AND t.customer_since <= ? GROUP BY i.customer_id`,
    asOf,
  );
  if (rows.length === 0) return {};
  const dayOf = new Map(rows.map((row) => [row.customer, row.day]));
  return { since: Int32Array.from(customer, (id) => dayOf.get(id) ?? NO_DAY) };
};

/** The purchase history of all customers who may be profiled, as it was known on a day. */
export const purchaseHistory = (db: Readable, asOf: IsoDay): PurchaseHistory => {
  const rows = db.cells<[number, number, number]>(
    `SELECT d.customer_id, CAST(unixepoch(d.day) / 86400 AS INTEGER), sum(d.net_minor)
       FROM customer_day d JOIN customer c ON c.id = d.customer_id
       WHERE d.known_on <= ? AND c.no_profiling = 0
       GROUP BY d.customer_id, d.day`,
    asOf,
  );
  const customer: number[] = [];
  const start: number[] = [];
  const day = new Int32Array(rows.length);
  const net = new Float64Array(rows.length);
  rows.forEach(([id, on, sum], index) => {
    if (customer.at(-1) !== id) {
      customer.push(id);
      start.push(index);
    }
    day[index] = on;
    net[index] = sum;
  });
  start.push(rows.length);
  return {
    asOf: dayNumber(asOf),
    customer: Int32Array.from(customer),
    start: Int32Array.from(start),
    day,
    net,
    ...knownSince(db, asOf, customer),
  };
};
