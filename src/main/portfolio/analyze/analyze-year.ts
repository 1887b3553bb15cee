import { dayFromNumber } from '../../../shared/model/day.ts';
import { monthsBefore } from '../../analytics/calendar/months.ts';
import { firstDayOf, type PurchaseHistory, revenueWithin } from '../../analytics/history.ts';
import { bridge, type WindowTotals, yearOnYear } from '../../analytics/retention/year-on-year.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { money } from './analyze-money.ts';

/** Sales may begin this many days late: a shop is closed at New Year. */
const SLACK = 7;

/** The area `yearOnYear` (MODELS 16): who came, moved and left, and what changed the revenue. */
export const yearOnYearArea = (analysis: Analysis) => {
  const { history } = analysis;
  const first = firstDayOf(history);
  const months = [12, 6].find(
    (m) => first !== null && first <= monthsBefore(history.asOf, 2 * m) + 1 + SLACK,
  );
  if (first === null || months === undefined)
    return {
      grade: 'D',
      reason: 'Two periods of equal length cannot be compared yet.',
      needed: '24 months of sales with customers; 12 for two halves of a year.',
    };
  const [middle, start] = [monthsBefore(history.asOf, months), monthsBefore(history.asOf, 2 * months)];
  const inputs = {
    days1: purchaseDaysWithin(history, middle, history.asOf),
    days2: purchaseDaysWithin(history, start, middle),
    daysBefore: purchaseDaysWithin(history, first - 1, start),
    revenue1: revenueWithin(history, middle, history.asOf),
    revenue2: revenueWithin(history, start, middle),
  };
  const { classes, cells } = yearOnYear(inputs);
  const span = (after: number, upTo: number) => ({
    from: dayFromNumber(after + 1),
    to: dayFromNumber(upTo),
  });
  const { total, ...parts } = bridge(
    totalsOf(inputs.days2, inputs.revenue2),
    totalsOf(inputs.days1, inputs.revenue1),
  );
  return {
    windows: {
      p1: span(middle, history.asOf),
      p2: span(start, middle),
      p3: start >= first ? span(first - 1, start) : null,
    },
    label: months === 12 ? 'year on year' : 'the last 6 months on the 6 before; part of it may be the season',
    classes: classes.map(({ class: name, customers, revenue1, revenue2 }) => ({
      class: name,
      customers,
      revenueP1: money(analysis, revenue1),
      revenueP2: money(analysis, revenue2),
    })),
    cells: cells.map(({ fifth1, fifth2, customers, revenue1, revenue2 }) => ({
      fifthP2: fifth2,
      fifthP1: fifth1,
      customers,
      revenueP1: money(analysis, revenue1),
      revenueP2: money(analysis, revenue2),
    })),
    bridge: {
      customers: money(analysis, parts.customers),
      frequency: money(analysis, parts.frequency),
      orderValue: money(analysis, parts.orderValue),
      total: money(analysis, total),
    },
  };
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
