import { type Formats, formats } from '../../../shared/format.ts';
import { dayFromNumber } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import type { YearOnYearView } from '../../../shared/model/retention.ts';
import type { Period } from '../../../shared/model/schemas.ts';
import { monthsBefore } from '../../analytics/calendar/months.ts';
import { firstDayOf, type PurchaseHistory, revenueWithin } from '../../analytics/history.ts';
import {
  type Bridge,
  bridge,
  type WindowTotals,
  type YearClass,
  type YearOnYear,
  yearOnYear,
} from '../../analytics/retention/year-on-year.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { part } from '../analysis/part.ts';
import { changeWords } from '../analysis/statements/words.ts';

/** Sales may begin this many days late: a shop is closed at New Year. */
const SLACK = 7;

/** Two windows of equal length side by side: the later P1, the earlier P2, and all before them. Amounts in minor units. */
export type TwoYears = Pick<YearOnYear, 'classes' | 'cells'> & {
  readonly months: number;
  readonly p1: Period;
  readonly p2: Period;
  readonly p3: Period | null;
  readonly before: WindowTotals;
  readonly after: WindowTotals;
  readonly bridge: Bridge;
};

/** Who came, moved and left, and what changed the revenue (MODELS 16); null while two windows cannot be compared. */
export const twoYearsIn = part('twoYears', (analysis): TwoYears | null => {
  const { history } = analysis;
  const first = firstDayOf(history);
  const months = [12, 6].find(
    (m) => first !== null && first <= monthsBefore(history.asOf, 2 * m) + 1 + SLACK,
  );
  if (first === null || months === undefined) return null;
  const [middle, start] = [monthsBefore(history.asOf, months), monthsBefore(history.asOf, 2 * months)];
  const inputs = {
    days1: purchaseDaysWithin(history, middle, history.asOf),
    days2: purchaseDaysWithin(history, start, middle),
    daysBefore: purchaseDaysWithin(history, first - 1, start),
    revenue1: revenueWithin(history, middle, history.asOf),
    revenue2: revenueWithin(history, start, middle),
  };
  const { classes, cells } = yearOnYear(inputs);
  const span = (after: number, upTo: number): Period => ({
    from: dayFromNumber(after + 1),
    to: dayFromNumber(upTo),
  });
  const [before, after] = [totalsOf(inputs.days2, inputs.revenue2), totalsOf(inputs.days1, inputs.revenue1)];
  return {
    months,
    classes,
    cells,
    p1: span(middle, history.asOf),
    p2: span(start, middle),
    p3: start >= first ? span(first - 1, start) : null,
    before,
    after,
    bridge: bridge(before, after),
  };
});

export const TWO_YEARS_WANTED: NotAvailable = {
  grade: 'D',
  reason: 'Two periods of equal length cannot be compared yet.',
  needed: '24 months of sales with customers; 12 for two halves of a year.',
};

/** "year on year", or what half a year is compared with. */
export const twoYearsLabel = (months: number): string =>
  months === 12 ? 'year on year' : 'the last 6 months on the 6 before; part of it may be the season';

const TITLES: Readonly<Record<YearClass, string>> = {
  new: 'New',
  back: 'Came back after a pause',
  up: 'Moved up a fifth or more',
  same: 'Stayed in their fifth',
  down: 'Moved down a fifth or more',
  'not-this-year': 'Did not buy again',
  'earlier-only': 'Bought only before both periods',
};

/** The same for screen and paper, in words. */
export const yearOnYearOf = (analysis: Analysis): YearOnYearView | NotAvailable => {
  const found = twoYearsIn(analysis);
  if (!found) return TWO_YEARS_WANTED;
  const say = formats(analysis.settings.locale, analysis.currency);
  const { months, p1, p2, before, after } = found;
  return {
    finding: changeFinding(found, say),
    label: twoYearsLabel(months),
    p1,
    p2,
    before: { ...before, revenue: minor(before.revenue) },
    after: { ...after, revenue: minor(after.revenue) },
    classes: found.classes
      .filter(({ customers }) => customers > 0)
      .map(({ class: name, customers, revenue1, revenue2 }) => ({
        class: name,
        title: TITLES[name],
        customers,
        before: minor(revenue2),
        after: minor(revenue1),
      })),
    cells: found.cells.map(({ fifth2, fifth1, customers, revenue1, revenue2 }) => ({
      before: fifth2,
      after: fifth1,
      customers,
      revenueBefore: minor(revenue2),
      revenueAfter: minor(revenue1),
    })),
    steps: stepsOf(found),
  };
};

/** Whole minor units that add up to the change: what is lost in rounding is put on the largest part. */
const stepsOf = ({ bridge: parts, before, after }: TwoYears): YearOnYearView['steps'] => {
  const list = [
    { title: 'More or fewer customers', amount: Math.round(parts.customers) },
    { title: 'More or fewer purchases each', amount: Math.round(parts.frequency) },
    { title: 'More or less spent per purchase', amount: Math.round(parts.orderValue) },
  ];
  const rest = after.revenue - before.revenue - list.reduce((sum, { amount }) => sum + amount, 0);
  const largest = list.reduce((a, b) => (Math.abs(b.amount) > Math.abs(a.amount) ? b : a));
  return list.map(({ title, amount }) => ({
    title,
    amount: minor(title === largest.title ? amount + rest : amount),
  }));
};

/** "Known customers brought 4% more than a year before, mostly because there were more of them." */
const changeFinding = ({ months, before, after, bridge: parts }: TwoYears, say: Formats): string => {
  const than = months === 12 ? 'the year before' : 'the six months before';
  if (before.revenue <= 0) return `Known customers brought nothing in ${than}.`;
  const growth = after.revenue / before.revenue - 1;
  const change = changeWords(say, growth);
  const causes: readonly (readonly [number, string, string])[] = [
    [parts.customers, 'there were more of them', 'there were fewer of them'],
    [parts.frequency, 'they bought more often', 'they bought less often'],
    [parts.orderValue, 'they spent more each time', 'they spent less each time'],
  ];
  const along = causes.filter(([amount]) => Math.sign(amount) === Math.sign(parts.total));
  const [most] = along.toSorted(([a], [b]) => Math.abs(b) - Math.abs(a));
  const why =
    change.startsWith('about') || !most ? '' : `, mostly because ${most[0] > 0 ? most[1] : most[2]}`;
  return `Known customers brought ${change} ${than}${why}.`;
};

const purchaseDaysWithin = ({ start, day, net }: PurchaseHistory, after: number, upTo: number): Int32Array =>
  Int32Array.from({ length: start.length - 1 }, (_, i) => {
    let days = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++)
      if (net[k]! > 0 && day[k]! > after && day[k]! <= upTo) days++;
    return days;
  });

const totalsOf = (days: Int32Array, revenue: Float64Array): WindowTotals => ({
  buyers: days.reduce((n, own) => n + (own > 0 ? 1 : 0), 0),
  days: days.reduce((sum, own) => sum + own, 0),
  revenue: revenue.reduce((sum, own) => sum + own, 0),
});
