import type { Writable } from './connection.ts';

/**
 * Recomputes the stored summaries from the orders: `customer_day`, from which every model reads x, t_x and T as
 * of any day, the figures of each customer, and of each month. Set work, so SQL does it.
 * @param customers whose orders changed; 'all' after a first import
 */
export const refreshSummaries = (db: Writable, customers: readonly number[] | 'all'): void => {
  if (customers === 'all') {
    db.execute('DELETE FROM customer_day');
    db.execute('DELETE FROM customer_summary');
    refreshDays(db, '');
    refreshCustomers(db, '');
  } else {
    db.raw.exec(
      'CREATE TEMP TABLE IF NOT EXISTS stale (customer_id INTEGER PRIMARY KEY); DELETE FROM stale;',
    );
    const add = db.prepare('INSERT OR IGNORE INTO stale VALUES (?)');
    for (const id of customers) add.run(id);
    db.execute('DELETE FROM customer_day WHERE customer_id IN (SELECT customer_id FROM stale)');
    db.execute('DELETE FROM customer_summary WHERE customer_id IN (SELECT customer_id FROM stale)');
    const only = 'AND i.customer_id IN (SELECT customer_id FROM stale)';
    refreshDays(db, only);
    refreshCustomers(db, 'WHERE customer_id IN (SELECT customer_id FROM stale)');
  }
  refreshMonths(db);
};

/**
 * A return that names its order counts on that order's day, but is known only from its own (DEFINITIONS 5); all
 * else counts and is known on its day. An order's key begins with its number, so the key's index finds it.
 */
const refreshDays = (db: Writable, only: string): void => {
  const linked = db.row('SELECT 1 FROM sales_order WHERE refers_to IS NOT NULL LIMIT 1') !== undefined;
  const day = linked
    ? `CASE WHEN o.refers_to IS NULL THEN o.ordered_on ELSE coalesce(
         (SELECT r.ordered_on FROM sales_order r
          WHERE r.source = o.source AND r.key >= o.refers_to || '|' AND r.key < o.refers_to || '}' AND r.ordered_on <= o.ordered_on
          ORDER BY r.ordered_on DESC LIMIT 1), o.ordered_on) END`
    : 'o.ordered_on';
  db.execute(
    `INSERT INTO customer_day (customer_id, day, known_on, orders, net_minor)
     SELECT i.customer_id, ${day} AS day, o.ordered_on, sum(o.revenue_minor > 0), sum(o.revenue_minor)
     FROM sales_order o JOIN customer_identity i ON i.id = o.identity_id
     WHERE o.revenue_lines > 0 ${only}
     GROUP BY 1, 2, 3`,
  );
};

const refreshCustomers = (db: Writable, only: string): void => {
  db.execute(
    `INSERT INTO customer_summary (customer_id, orders, purchase_days, first_day, last_day, net_minor)
     SELECT customer_id, sum(orders), sum(net > 0), min(CASE WHEN net > 0 THEN day END), max(CASE WHEN net > 0 THEN day END), sum(net)
     FROM (SELECT customer_id, day, sum(orders) AS orders, sum(net_minor) AS net FROM customer_day ${only} GROUP BY customer_id, day)
     GROUP BY customer_id`,
  );
};

const refreshMonths = (db: Writable): void => {
  db.execute('DELETE FROM month_summary');
  db.execute(
    `INSERT INTO month_summary (month, orders, lines, customers, identified_minor, anonymous_minor, returns_minor)
     SELECT substr(o.ordered_on, 1, 7), sum(o.revenue_minor > 0), sum(o.revenue_lines), count(DISTINCT i.customer_id),
            sum(CASE WHEN o.identity_id IS NOT NULL THEN o.revenue_minor ELSE 0 END),
            sum(CASE WHEN o.identity_id IS NULL THEN o.revenue_minor ELSE 0 END),
            sum(CASE WHEN o.revenue_minor < 0 THEN o.revenue_minor ELSE 0 END)
     FROM sales_order o LEFT JOIN customer_identity i ON i.id = o.identity_id
     WHERE o.revenue_lines > 0 GROUP BY 1`,
  );
};
