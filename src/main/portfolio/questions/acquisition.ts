import { addDays, addMonths, dayFromNumber, dayNumber, isoDay } from '../../../shared/model/day.ts';
import type { QuestionEntry } from '../../../shared/model/question.ts';
import { result } from '../../analytics/estimate.ts';
import { firstDayOf } from '../../analytics/history.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { type AcquisitionAnalysis, acquisitionIn } from '../value/acquisition.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';

const MONTHS = 12;

/** 7 Are we investing enough in acquiring new customers? */
export const acquisition = ({ db, analysis, say }: Asked): Answer => {
  const { purchases, asOf, rhythm } = analysis;
  const found = acquisitionIn(db, analysis);
  const spent = 'all' in found ? found : null;
  const yearAgo = dayNumber(addMonths(asOf, -MONTHS));
  const seenFrom = (firstDayOf(analysis.history) ?? analysis.history.asOf) + (rhythm.shopGap ?? 0);
  const known = seenFrom <= yearAgo;
  const fresh = Array.from(purchases.customer, (_, i) => i).filter(
    (i) => purchases.purchaseDays[i]! > 0 && purchases.knownFrom[i]! > yearAgo,
  );
  const year = purchases.revenue12m.reduce((sum, value) => sum + Math.max(0, value), 0);
  const brought = fresh.reduce((sum, i) => sum + Math.max(0, purchases.revenue12m[i]!), 0);
  const yearPeriod = { from: dayFromNumber(yearAgo + 1), to: asOf };
  const worthIt = spent?.all.ratio ?? null;
  return answerOf({
    answer: [
      known && fresh.length === 0
        ? 'Nobody bought for the first time in the last 12 months.'
        : known
          ? `${say.counted(fresh.length, 'customer')} bought for the first time in the last 12 months, about ${say.count(Math.round(fresh.length / MONTHS))} a month; they brought ${say.moneyRounded(brought)}${year > 0 ? ` or ${say.shareRounded(brought / year)} of what known customers brought` : ''}.`
          : 'Who is new cannot be told yet: the sales begin less than a year and a usual gap ago, so older customers look new.',
      spent
        ? spentWords(spent, say)
        : 'Whether that is worth more than it cost cannot be said without what was spent on it.',
    ],
    facts: [
      result('newCustomers', known ? fresh.length : null, {
        n: fresh.length,
        period: yearPeriod,
        warnings: known ? [] : ['How many customers are new: it takes more than 12 months of sales.'],
      }),
      ...(spent
        ? [
            result('cac', spent.all.cac, {
              n: spent.all.newCustomers,
              period: { from: isoDay(spent.from), to: isoDay(spent.to) },
              warnings:
                spent.all.cac === null
                  ? ['What a new customer costs: nobody new is known of the time money was spent in.']
                  : spent.warnings,
            }),
          ]
        : []),
    ],
    list: [
      ...(spent ? bySource(spent, say) : []),
      ...(known && fresh.length > 0 ? byMonth(analysis, fresh, say) : []),
    ],
    cannotKnow: spent
      ? [...spent.warnings]
      : [
          'What a new customer costs, and after how many months that has come back: acquisition spend is missing.',
          'Which source brings the customers who stay: where they heard of you is not recorded.',
        ],
    next: [
      spent ? null : 'Add what was spent to win customers, by month and source.',
      spent ? null : 'Ask every new customer how they found you.',
      worthIt !== null && worthIt < 1
        ? 'A new customer costs more than it leaves: spend where the customers come from who return.'
        : null,
      worthIt !== null && worthIt >= 1 ? spent && moreOn(spent, say) : null,
    ],
  });
};

/** Fewer customers won through a source do not say what it is worth. */
const FEWEST_OF_SOURCE = 5;

/** Where more money is best spent: by what customers of a source leave for each unit spent on them, then by payback; never by cost. */
const moreOn = ({ bySource: sources }: AcquisitionAnalysis, say: Asked['say']): string | null => {
  const best = sources
    .filter(({ ratio, newCustomers }) => ratio !== null && ratio > 1 && newCustomers >= FEWEST_OF_SOURCE)
    .sort(
      (a, b) =>
        b.ratio! - a.ratio! ||
        (a.paybackMonth ?? Number.POSITIVE_INFINITY) - (b.paybackMonth ?? Number.POSITIVE_INFINITY) ||
        (a.name < b.name ? -1 : 1),
    )[0];
  if (!best)
    return 'Which source pays cannot be told apart yet: record with every new customer how they found you.';
  const back = best.paybackMonth === null ? '' : `, back by month ${say.count(best.paybackMonth)}`;
  return `Spend a little more on ${best.name}, whose customers are worth the most for what they cost (${say.figure('index', best.ratio)} times${back}), and watch what the next ones cost.`;
};

const spentWords = ({ all, from, to }: AcquisitionAnalysis, say: Asked['say']): string => {
  const money = (amount: number): string => say.moneyRounded(Math.round(amount));
  const during = `between ${say.day(isoDay(from))} and ${say.day(isoDay(to))}`;
  if (all.cac === null)
    return `${money(all.spend)} was spent ${during}, and nobody new is known of that time.`;
  const worth =
    all.value === null ? '' : `, against ${money(all.value)} each has left and is expected to leave`;
  return `${money(all.spend)} was spent to win ${say.counted(all.newCustomers, 'customer')} ${during}: ${money(all.cac)} each${worth}.`;
};

/** What each source cost, how many came through it, and when they have paid for themselves. */
const bySource = ({ bySource: sources }: AcquisitionAnalysis, say: Asked['say']): QuestionEntry[] =>
  sources.map(({ name, spend, newCustomers, cac, paybackMonth }) =>
    entry(
      name,
      `${[
        `${say.moneyRounded(Math.round(spend))} spent`,
        newCustomers > 0
          ? `${say.counted(newCustomers, 'new customer')} through it`
          : 'nobody new is recorded as coming through it',
        cac === null ? null : `${say.moneyRounded(Math.round(cac))} each`,
        paybackMonth === null ? null : `paid for by month ${say.count(paybackMonth)}`,
      ]
        .filter((part) => part !== null)
        .join(', ')}.`,
    ),
  );

const backWords = (count: number, again: number, say: Asked['say']): string => {
  if (count === 1) return again === 1 ? ', back since' : ', not back yet';
  if (again === count) return ', all of them back since';
  return `, ${again === 0 ? 'none' : say.count(again)} of them back since`;
};

const byMonth = (
  { purchases, history, asOf }: Analysis,
  fresh: readonly number[],
  say: Asked['say'],
): QuestionEntry[] => {
  const months = new Map<string, { count: number; again: number; brought: number }>();
  const first = addDays(addMonths(asOf, -MONTHS), 1).slice(0, 7);
  // the month in which the year begins is among them with the part that belongs to it
  for (let back = 0; addMonths(asOf, -back).slice(0, 7) >= first; back++)
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
        : `${say.counted(count, 'new customer')}${backWords(count, again, say)}; ${say.moneyRounded(brought)} so far.`,
    ),
  );
};
