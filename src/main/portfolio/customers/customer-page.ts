import { formats } from '../../../shared/format.ts';
import type { CustomerPage, CustomerRow, OrderView } from '../../../shared/model/customer.ts';
import type { IsoDay } from '../../../shared/model/day.ts';
import { isoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { Result } from '../../../shared/model/result.ts';
import { result } from '../../analytics/estimate.ts';
import { AT_RISK_FROM, FEWEST_DAYS_FOR_RISK } from '../../analytics/retention/rhythm.ts';
import type { Connection } from '../../database/connection.ts';
import { Problem } from '../../database/problem.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { customerRow } from '../analysis/customer-row.ts';
import { articleIds } from '../analysis/products/product-list.ts';
import { customerContribution, customerCosts } from './customer-costs.ts';
import { outlookOf } from './outlook.ts';

const TOP_PRODUCTS = 8;

/** @throws Problem when there is no such customer (any more) */
export const readCustomer = (db: Connection, id: number, asOf?: IsoDay): CustomerPage => {
  const analysis = analysisOf(db, asOf);
  const place = analysis?.placeOf.get(id);
  if (!analysis || place === undefined)
    throw new Problem('This customer is not in the portfolio any more; an import may have been undone.');
  const row = customerRow(analysis, place);
  const address = db.row<{
    street: string | null;
    postcode: string | null;
    city: string | null;
    country: string | null;
  }>('SELECT street, postcode, city, country FROM customer WHERE id = ?', id);
  const town = [address?.postcode, address?.city].filter(Boolean).join(' ');
  return {
    row,
    asOf: analysis.asOf,
    identities: db.rows<{ source: string; kind: string; value: string }>(
      'SELECT source, kind, value FROM customer_identity WHERE customer_id = ? ORDER BY kind, value',
      id,
    ),
    address: [address?.street, town, address?.country].filter(Boolean).join(', ') || null,
    finding: finding(analysis, row),
    figures: figures(analysis, row, place),
    outlook: outlookOf(analysis, place),
    months: months(db, id, analysis),
    costs: customerCosts(analysis, place),
    topProducts: topProducts(db, id, analysis.asOf),
  };
};

const finding = (analysis: Analysis, row: CustomerRow): string => {
  const say = formats(analysis.settings.locale, analysis.currency);
  if (row.purchaseDays === 0) return 'Has not bought anything yet; what was sold was given back or free.';
  const worth =
    row.revenue12m > 0
      ? `brought ${say.moneyRounded(row.revenue12m)} in the last 12 months`
      : 'brought nothing in the last 12 months';
  const silence = say.days(row.daysSinceLast ?? 0);
  const own = analysis.rhythm.ownGap[analysis.placeOf.get(row.id)!]!;
  const gap =
    row.usualGapDays === null
      ? null
      : say.days(Math.round(row.purchaseDays < FEWEST_DAYS_FOR_RISK ? row.usualGapDays : own));
  switch (row.rhythm) {
    case 'at-risk':
      return `Usually comes every ${gap}, but has been silent for ${silence}; ${worth}.`;
    case 'gone':
      return `Gone: used to come every ${gap}, silent for ${silence}, longer than those who came back; ${worth}.`;
    case 'late':
      return (row.overdueRatio ?? 0) >= AT_RISK_FROM
        ? `Silent for ${silence}, where customers usually come back after ${gap}; two purchases are too few to speak of a habit. ${capital(worth)}.`
        : `A little late: usually every ${gap}, now silent for ${silence}; ${worth}.`;
    case 'new':
      return `New: first bought on ${say.day(row.firstDay!)}; ${worth}.`;
    case 'one-time':
      return `Bought once, ${silence} ago.`;
    default:
      return `Comes every ${gap} as usual, last ${silence} ago; ${worth}.`;
  }
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const figures = (analysis: Analysis, row: CustomerRow, place: number): Result[] => {
  const { purchases, totals } = analysis;
  const period = totals.period;
  const n = row.purchaseDays;
  const mean = n > 0 ? meanPurchase(analysis, place) : null;
  const list = [
    result('revenue12m', row.revenue12m, { n, period: { from: period.from, to: analysis.asOf } }),
    result('revenue', row.revenue, { n, period }),
    result('averageOrderValue', mean, { n, period }),
  ];
  const contributed = customerContribution(analysis, place);
  if (contributed) list.push(contributed);
  if (row.usualGapDays !== null)
    list.push(result('usualGap', row.usualGapDays, { n: purchases.x[place]!, period, grade: 'C' }));
  if (row.overdueRatio !== null)
    list.push(result('overdueRatio', row.overdueRatio, { n: purchases.x[place]!, period, grade: 'C' }));
  list.push(
    result('growth', row.growth.value, {
      n,
      period,
      lo: row.growth.lo,
      hi: row.growth.hi,
      grade: analysis.growth.grade,
      ...(row.growth.reason ? { warnings: [row.growth.reason] } : {}),
    }),
  );
  return list;
};

/** Mean net value of the customer's purchase days. */
const meanPurchase = ({ history }: Analysis, place: number): number => {
  let sum = 0;
  let days = 0;
  for (let k = history.start[place]!; k < history.start[place + 1]!; k++) {
    if (history.net[k]! <= 0) continue;
    sum += history.net[k]!;
    days++;
  }
  return sum / days;
};

/** Every month of the portfolio, so that silence shows as silence. */
const months = (db: Connection, id: number, { asOf, totals }: Analysis): CustomerPage['months'] => {
  const sums = new Map(
    db
      .rows<{ month: string; net: number }>(
        'SELECT substr(day, 1, 7) AS month, sum(net_minor) AS net FROM customer_day WHERE customer_id = ? AND known_on <= ? GROUP BY 1',
        id,
        asOf,
      )
      .map(({ month, net }) => [month, net]),
  );
  const list: { month: string; revenue: ReturnType<typeof minor> }[] = [];
  for (let month = totals.period.from.slice(0, 7); month <= asOf.slice(0, 7); month = nextMonth(month))
    list.push({ month, revenue: minor(sums.get(month) ?? 0) });
  return list.slice(-36);
};

const nextMonth = (month: string): string => {
  const [year, m] = month.split('-').map(Number) as [number, number];
  return m === 12 ? `${year + 1}-01` : `${year}-${String(m + 1).padStart(2, '0')}`;
};

const topProducts = (db: Connection, id: number, asOf: IsoDay): CustomerPage['topProducts'] => {
  const articles = articleIds(db);
  return db
    .rows<{ article: number; product: string; revenue: number; orders: number }>(
      `SELECT p.id AS article, p.name AS product, sum(l.revenue_minor) AS revenue, count(DISTINCT o.id) AS orders
       FROM customer_identity i JOIN sales_order o ON o.identity_id = i.id JOIN order_line l ON l.order_id = o.id JOIN product p ON p.id = l.product_id
       WHERE i.customer_id = ? AND o.ordered_on <= ? GROUP BY p.id HAVING revenue > 0 ORDER BY revenue DESC, p.id`,
      id,
      asOf,
    )
    .filter(({ article }) => articles.has(article))
    .slice(0, TOP_PRODUCTS)
    .map(({ product, revenue, orders }) => ({ product, orders, revenue: minor(revenue) }));
};

/** The rows behind a customer's figures, newest order first, each with the file and row it came from. */
export const customerOrders = (
  db: Connection,
  id: number,
  offset: number,
  limit: number,
): { total: number; orders: OrderView[] } => {
  const from = 'FROM customer_identity i JOIN sales_order o ON o.identity_id = i.id WHERE i.customer_id = ?';
  const total = db.row<{ n: number }>(`SELECT count(*) AS n ${from}`, id)?.n ?? 0;
  const heads = db.rows<{
    id: number;
    number: string;
    ordered_on: string;
    second_of_day: number | null;
    revenue_minor: number;
  }>(
    `SELECT o.id, o.number, o.ordered_on, o.second_of_day, o.revenue_minor ${from} ORDER BY o.ordered_on DESC, o.second_of_day DESC, o.id DESC LIMIT ? OFFSET ?`,
    id,
    limit,
    offset,
  );
  const fileOf = filesOfLines(db);
  const orders = heads.map((head) => ({
    id: head.id,
    number: head.number,
    day: isoDay(head.ordered_on),
    time: head.second_of_day === null ? null : clock(head.second_of_day),
    net: minor(head.revenue_minor),
    lines: db
      .rows<{
        id: number;
        product: string | null;
        quantity: number | null;
        price: number | null;
        amount: number;
        counts: number;
        row: number;
      }>(
        `SELECT l.id, p.name AS product, l.quantity_micro AS quantity, l.unit_price_micro AS price, l.amount_minor AS amount, coalesce(p.is_sale, 1) AS counts, l.source_row AS row
         FROM order_line l LEFT JOIN product p ON p.id = l.product_id WHERE l.order_id = ? ORDER BY l.id`,
        head.id,
      )
      .map((line) => ({
        product: line.product ?? '',
        quantity: decimal(line.quantity),
        unitPrice: decimal(line.price),
        amount: minor(line.amount),
        counts: line.counts === 1,
        file: fileOf(line.id),
        row: line.row,
      })),
  }));
  return { total, orders };
};

/** The file that first brought a line: the earliest batch that claims it. */
const filesOfLines = (db: Connection): ((line: number) => string) => {
  const claims = db.rows<{ first_id: number; last_id: number; file_name: string }>(
    'SELECT c.first_id, c.last_id, b.file_name FROM line_claim c JOIN batch b ON b.id = c.batch_id ORDER BY b.id, c.first_id',
  );
  return (line) => claims.find((claim) => claim.first_id <= line && line <= claim.last_id)?.file_name ?? '';
};

/** Millionths as an exact decimal text. */
const decimal = (micro: number | null): string | null => {
  if (micro === null) return null;
  const sign = micro < 0 ? '-' : '';
  const digits = String(Math.abs(micro)).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -6)}${fraction ? `.${fraction}` : ''}`;
};

const clock = (second: number): string =>
  `${String(Math.floor(second / 3600)).padStart(2, '0')}:${String(Math.floor((second % 3600) / 60)).padStart(2, '0')}`;
