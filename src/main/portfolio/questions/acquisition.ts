import { addMonths, dayFromNumber, dayNumber } from '../../../shared/model/day.ts';
import { result } from '../../analytics/estimate.ts';
import { firstDayOf } from '../../analytics/history.ts';
import type { Analysis } from '../analysis.ts';
import { type Answer, type Asked, answerOf, counted, entry } from './answer.ts';
import { type Spending, spendingIn } from './spending.ts';
import { traitOf } from './traits.ts';

const MONTHS = 12;

/** 7 Are we investing enough in acquiring new customers? */
export const acquisition = ({ db, analysis, say }: Asked): Answer => {
  const { purchases, asOf, rhythm } = analysis;
  const yearAgo = dayNumber(addMonths(asOf, -MONTHS));
  const seenFrom = (firstDayOf(analysis.history) ?? analysis.history.asOf) + (rhythm.shopGap ?? 0);
  const known = seenFrom <= yearAgo;
  const fresh = Array.from(purchases.customer, (_, i) => i).filter(
    (i) => purchases.purchaseDays[i]! > 0 && purchases.firstDay[i]! > yearAgo,
  );
  const sources = traitOf(db, analysis, 'acquired_by');
  const spent = spendingIn(db, dayFromNumber(yearAgo + 1), asOf);
  const each = spent && known && fresh.length > 0 ? spent.total / fresh.length : null;
  const year = purchases.revenue12m.reduce((sum, value) => sum + Math.max(0, value), 0);
  const brought = fresh.reduce((sum, i) => sum + Math.max(0, purchases.revenue12m[i]!), 0);
  return answerOf({
    answer: known
      ? [
          `${counted(say, fresh.length, 'customer')} bought for the first time in the last 12 months, about ${say.count(Math.round(fresh.length / MONTHS))} a month; they brought ${say.moneyRounded(brought)}${year > 0 ? ` or ${say.shareRounded(brought / year)} of what known customers brought` : ''}.`,
          each !== null && spent
            ? `${say.moneyRounded(Math.round(spent.total))} was spent to win them: ${say.moneyRounded(Math.round(each))} each, against ${say.moneyRounded(Math.round(brought / fresh.length))} each has brought so far.`
            : 'Whether that is worth more than it cost cannot be said without what was spent on it.',
        ]
      : [
          'Who is new cannot be told yet: the sales begin less than a year and a usual gap ago, so older customers look new.',
        ],
    facts: [
      result('newCustomers', known ? fresh.length : null, {
        n: fresh.length,
        period: { from: dayFromNumber(yearAgo + 1), to: asOf },
        warnings: known ? [] : ['How many customers are new: it takes more than 12 months of sales.'],
      }),
      ...(spent
        ? [
            result('cac', each, {
              n: fresh.length,
              period: { from: dayFromNumber(yearAgo + 1), to: asOf },
              warnings:
                each === null
                  ? ['What a new customer costs: nobody new is known of the last 12 months.']
                  : [],
            }),
          ]
        : []),
    ],
    list: [
      ...(spent ? byChannel(spent, known ? fresh : [], sources, say) : []),
      ...(known ? byMonth(analysis, fresh, say) : []),
    ],
    cannotKnow: [
      spent
        ? 'After how many months a new customer has paid for itself: that takes what a sale leaves after costs.'
        : 'What a new customer costs, and after how many months that has come back: acquisition spend is missing.',
      sources.some((source) => source !== null)
        ? null
        : 'Which source brings the customers who stay: where they heard of you is not recorded.',
    ],
    next: [
      spent ? null : 'Add what was spent to win customers, by month and source.',
      sources.some((source) => source !== null) ? null : 'Ask every new customer how they found you.',
      each !== null && fresh.length > 0 && each > brought / fresh.length
        ? 'A new customer has cost more than it brought so far: spend where the customers come from who return.'
        : null,
    ],
  });
};

/** What each channel cost, and how many new customers are known to have come through it. */
const byChannel = (
  spent: Spending,
  fresh: readonly number[],
  sources: readonly (string | null)[],
  say: Asked['say'],
) =>
  [...spent.channels].map(([channel, amount]) => {
    const won = fresh.filter((i) => sources[i]?.toLowerCase() === channel.toLowerCase()).length;
    return entry(
      channel,
      `${say.moneyRounded(Math.round(amount))} spent in 12 months${won > 0 ? `, ${counted(say, won, 'new customer')} through it: ${say.moneyRounded(Math.round(amount / won))} each` : '; nobody new is recorded as coming through it'}.`,
    );
  });

const byMonth = ({ purchases, history, asOf }: Analysis, fresh: readonly number[], say: Asked['say']) => {
  const months = new Map<string, { count: number; again: number; brought: number }>();
  for (let back = 0; back < MONTHS; back++)
    months.set(addMonths(asOf, -back).slice(0, 7), { count: 0, again: 0, brought: 0 });
  for (const i of fresh) {
    const month = months.get(dayFromNumber(purchases.firstDay[i]!).slice(0, 7));
    if (!month) continue;
    month.count++;
    if (purchases.x[i]! > 0) month.again++;
    for (let k = history.start[i]!; k < history.start[i + 1]!; k++) month.brought += history.net[k]!;
  }
  return [...months].map(([month, { count, again, brought }]) =>
    entry(
      say.month(month),
      count === 0
        ? 'Nobody new.'
        : `${counted(say, count, 'new customer')}, ${say.count(again)} of them back since; ${say.moneyRounded(brought)} so far.`,
    ),
  );
};
