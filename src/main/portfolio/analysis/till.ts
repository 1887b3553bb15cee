import { formats } from '../../../shared/format.ts';
import { type Minor, minor } from '../../../shared/model/money.ts';
import type { Till } from '../../../shared/model/overview.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import { popularity } from '../../analytics/basket/popularity.ts';
import type { Readable } from '../../database/connection.ts';
import { q, sql } from '../../database/query.ts';
import type { Analysis } from './analysis.ts';
import { dataPart } from './part.ts';
import { salesIn } from './products/sold-lines.ts';
import { TILL_MODE_BELOW } from './totals.ts';

const TOP = 10;

/** What sales say without customers: products, weekdays, hours, and how to begin knowing customers; null where enough carry one. */
export const tillOf = dataPart('till', (db, analysis): Till | null =>
  isTillMode(analysis) ? readTill(db, analysis) : null,
);

export const isTillMode = ({ totals }: Analysis): boolean => (totals.coverage ?? 0) < TILL_MODE_BELOW;

const HOW_TO_BEGIN: readonly string[] = [
  'Offer a loyalty card or number that is typed in at the till; a paper card with a number is enough.',
  'Ask for an e-mail address when an order is placed ahead, and let the till keep it with the sale.',
  'Export the sales again next month: from then on the app knows who comes back.',
];

/** Why nothing is told of customers, with how to begin; null where enough sales carry one (TRUTH 22). */
export const tooFewKnown = (analysis: Analysis): NotAvailable | null => {
  if (!isTillMode(analysis)) return null;
  const { totals, settings, currency } = analysis;
  const say = formats(settings.locale, currency);
  const share = totals.coverage ?? 0;
  return {
    grade: 'D',
    reason:
      share > 0
        ? `Only ${say.shareRounded(share)} of the revenue carries a customer, too little to speak of customers.`
        : 'No sale carries a customer.',
    needed: HOW_TO_BEGIN.join(' '),
  };
};

const readTill = (db: Readable, analysis: Analysis): Till => {
  const { asOf } = analysis;
  const sales = q.selectFrom('sales_order').where('ordered_on', '<=', asOf);
  const total = db.get(sales.select(({ fn }) => fn.sum<Minor | null>('revenue_minor').as('net')))?.net ?? 0;
  const { lines, products } = salesIn(db, analysis);
  const best = popularity(lines).slice(0, TOP);
  const counted = sales.select(({ fn }) => [
    fn.sum<Minor>('revenue_minor').as('revenue'),
    fn.countAll<number>().filterWhere('revenue_minor', '>', minor(0)).as('orders'),
  ]);
  const weekdays = db.all(
    counted
      .select(sql<number>`CAST(strftime('%u', ordered_on) AS INTEGER)`.as('weekday'))
      .groupBy('weekday')
      .orderBy('weekday'),
  );
  const hours = db.all(
    counted
      .select(sql<number>`second_of_day / 3600`.as('hour'))
      .where('second_of_day', 'is not', null)
      .groupBy('hour')
      .orderBy('hour'),
  );
  return {
    topProducts: best.map(({ item, revenue, orders }) => ({
      product: products[item]!.name,
      orders,
      revenue: minor(revenue),
      share: total > 0 ? Math.max(0, revenue) / total : 0,
    })),
    weekdays,
    hours,
    notKnown: [
      'Who buys, and how many they are.',
      'Who comes back, how often, and who has stayed away.',
      'What a customer is worth, and which of them carry the business.',
    ],
    howToBegin: [...HOW_TO_BEGIN],
  };
};
