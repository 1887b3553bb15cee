import type { Analysis } from '../analysis/analysis.ts';
import { TWO_YEARS_WANTED, twoYearsIn, twoYearsLabel } from '../retention/year-on-year.ts';
import { money } from './analyze-money.ts';

/** The area `yearOnYear` (MODELS 16): who came, moved and left, and what changed the revenue. */
export const yearOnYearArea = (analysis: Analysis) => {
  const found = twoYearsIn(analysis);
  if (!found) return TWO_YEARS_WANTED;
  const { months, p1, p2, p3, classes, cells } = found;
  const { total, ...parts } = found.bridge;
  return {
    windows: { p1, p2, p3 },
    label: twoYearsLabel(months),
    classes: classes.map(({ class: name, customers, revenue1, revenue2 }) => ({
      class: name,
      customers,
      revenueP1: money(analysis, revenue1),
      revenueP2: money(analysis, revenue2),
    })),
    cells: cells.map(({ fifth2, fifth1, customers, revenue1, revenue2 }) => ({
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
