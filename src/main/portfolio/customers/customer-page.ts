import { formats } from '../../../shared/format.ts';
import type { CustomerPage, CustomerRow, OrderView } from '../../../shared/model/customer.ts';
import type { IsoDay } from '../../../shared/model/day.ts';
import { type Minor, minor } from '../../../shared/model/money.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import { capital } from '../../../shared/words.ts';
import { result } from '../../analytics/estimate.ts';
import { AT_RISK_FROM, FEWEST_DAYS_FOR_RISK } from '../../analytics/retention/rhythm.ts';
import type { Readable } from '../../database/connection.ts';
import { once, q, sql } from '../../database/query.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { customerRow } from '../analysis/customer-row.ts';
import { articleIds } from '../analysis/products/product-list.ts';
import { customerContribution, customerCosts } from './customer-costs.ts';
import { outlookOf } from './outlook.ts';

const TOP_PRODUCTS = 8;

/** @throws Problem when there is no such customer (any more) */
export const readCustomer = (db: Readable, id: number, asOf?: IsoDay): CustomerPage => {
  const analysis = analysisOf(db, asOf);
  const place = analysis?.placeOf.get(id);
  if (!analysis || place === undefined)
    throw new Problem('This customer is not in the portfolio any more; an import may have been undone.');
  const row = customerRow(analysis, place);
  const address = db.get(
    q.selectFrom('customer').select(['street', 'postcode', 'city', 'country']).where('id', '=', id),
  );
  const town = [address?.postcode, address?.city].filter(Boolean).join(' ');
  return {
    row,
    asOf: analysis.asOf,
    identities: db.all(
      q
        .selectFrom('customer_identity')
        .select(['source', 'kind', 'value'])
        .where('customer_id', '=', id)
        .orderBy('kind')
        .orderBy('value'),
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
const months = (db: Readable, id: number, { asOf, totals }: Analysis): CustomerPage['months'] => {
  const sums = new Map(
    db
      .all(
        q
          .selectFrom('customer_day')
          .select(({ fn }) => [
            sql<string>`substr(day, 1, 7)`.as('month'),
            fn.sum<Minor>('net_minor').as('net'),
          ])
          .where('customer_id', '=', id)
          .where('known_on', '<=', asOf)
          .groupBy('month'),
      )
      .map(({ month, net }) => [month, net]),
  );
  const list: { month: string; revenue: Minor }[] = [];
  for (let month = totals.period.from.slice(0, 7); month <= asOf.slice(0, 7); month = nextMonth(month))
    list.push({ month, revenue: minor(sums.get(month) ?? 0) });
  return list.slice(-36);
};

const nextMonth = (month: string): string => {
  const [year, m] = month.split('-').map(Number) as [number, number];
  return m === 12 ? `${year + 1}-01` : `${year}-${String(m + 1).padStart(2, '0')}`;
};

const topProducts = (db: Readable, id: number, asOf: IsoDay): CustomerPage['topProducts'] => {
  const articles = articleIds(db);
  const rows = db.all(
    q
      .selectFrom('customer_identity as i')
      .innerJoin('sales_order as o', 'o.identity_id', 'i.id')
      .innerJoin('order_line as l', 'l.order_id', 'o.id')
      .innerJoin('product as p', 'p.id', 'l.product_id')
      .select(({ fn }) => [
        'p.id as article',
        'p.name as product',
        'o.id as order',
        fn.sum<Minor>('l.revenue_minor').as('revenue'),
      ])
      .where('i.customer_id', '=', id)
      .where('o.ordered_on', '<=', asOf)
      .groupBy(['p.id', 'o.id'])
      .orderBy('p.id'),
  );
  const bought = Map.groupBy(
    rows.filter(({ article }) => articles.has(article)),
    ({ article }) => articles.get(article)!,
  );
  return [...bought]
    .map(([article, lines]) => ({
      article,
      product: lines[0]!.product,
      orders: new Set(lines.map(({ order }) => order)).size,
      revenue: minor(lines.reduce((sum, { revenue }) => sum + revenue, 0)),
    }))
    .filter(({ revenue }) => revenue > 0)
    .sort((a, b) => b.revenue - a.revenue || a.article - b.article)
    .slice(0, TOP_PRODUCTS)
    .map(({ article: _, ...product }) => product);
};

/** The rows behind a customer's figures, newest order first, each with the file and row it came from. */
export const customerOrders = (
  db: Readable,
  id: number,
  offset: number,
  limit: number,
): { total: number; orders: OrderView[] } => {
  const theirs = q
    .selectFrom('customer_identity as i')
    .innerJoin('sales_order as o', 'o.identity_id', 'i.id')
    .where('i.customer_id', '=', id);
  const total = db.get(theirs.select(q.fn.countAll<number>().as('n')))?.n ?? 0;
  const heads = db.all(
    theirs
      .select(['o.id', 'o.number', 'o.ordered_on', 'o.second_of_day', 'o.revenue_minor'])
      .orderBy('o.ordered_on', 'desc')
      .orderBy('o.second_of_day', 'desc')
      .orderBy('o.id', 'desc')
      .limit(limit)
      .offset(offset),
  );
  const fileOf = filesOfLines(db);
  const orders = heads.map((head) => ({
    id: head.id,
    number: head.number,
    day: head.ordered_on,
    time: head.second_of_day === null ? null : clock(head.second_of_day),
    net: head.revenue_minor,
    lines: db.all(linesOf({ order: head.id })).map((line) => ({
      product: line.product ?? '',
      quantity: decimal(line.quantity),
      unitPrice: decimal(line.price),
      amount: line.amount,
      counts: line.counts === 1,
      file: fileOf(line.id),
      row: line.row,
    })),
  }));
  return { total, orders };
};

const linesOf = once((p: { order: number }) =>
  q
    .selectFrom('order_line as l')
    .leftJoin('product as p', 'p.id', 'l.product_id')
    .select(({ fn, lit }) => [
      'l.id',
      'p.name as product',
      'l.quantity_micro as quantity',
      'l.unit_price_micro as price',
      'l.amount_minor as amount',
      fn.coalesce('p.is_sale', lit(1)).as('counts'),
      'l.source_row as row',
    ])
    .where('l.order_id', '=', p.order)
    .orderBy('l.id'),
);

/** The file that first brought a line: the earliest batch that claims it. */
const filesOfLines = (db: Readable): ((line: number) => string) => {
  const claims = db.all(
    q
      .selectFrom('line_claim as c')
      .innerJoin('batch as b', 'b.id', 'c.batch_id')
      .select(['c.first_id', 'c.last_id', 'b.file_name'])
      .orderBy('b.id')
      .orderBy('c.first_id'),
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
