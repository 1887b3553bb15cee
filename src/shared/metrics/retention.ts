import type { Metric } from './index.ts';

const TWO_PERIODS =
  'Six months of sales with customers; 12 months against 12 where they reach so far, else 6 against 6 or 3 against 3.';

/** Keeping customers and their money, and what the months ahead will bring. */
export const retentionMetrics = {
  waterfall: {
    title: 'From one period to the next',
    definition: 'Which customers made the revenue of the later period differ from that of the earlier.',
    formula:
      'later = earlier − stopped − bought less + bought more + returned + new + net returns + sales without a customer',
    unit: 'money',
    method: 'closing-waterfall',
    needs: TWO_PERIODS,
    limits: 'It closes to the cent. Stopped means nothing in the later period, not gone for good.',
    source: 'Definition of this app.',
  },
  cohorts: {
    title: 'Cohorts',
    definition:
      'Customers by the month of their first purchase, and the share of them buying in each month after.',
    formula: 'customers of the cohort with a purchase day in the month ÷ customers of the cohort',
    unit: 'share',
    method: 'cohort-table',
    needs: 'Sales with a customer.',
    limits:
      'A month that is not over is left empty, never 0. The first cohorts hold customers who began before the sales do. Below 30 customers a cell carries an interval at 80 %.',
    source: 'Bootstrap: Efron & Tibshirani (1993).',
  },
  forecast: {
    title: 'Revenue forecast',
    definition: 'What the next months will bring if things go on as in the complete months so far.',
    formula:
      'the best of mean, last value, same month of last year (from 24 months), simple and damped exponential smoothing and Holt–Winters (from 36), by mean absolute scaled error (MASE) over rolling origins; a simple one is kept unless beaten by 5 %. Interval at 80 %, widened to the errors seen',
    unit: 'money',
    method: 'rolling-origin-choice',
    needs: '12 complete months; below that the range so far is told.',
    limits:
      'MASE above 1: carrying on the last value did better in the past. It knows of no plans and no events.',
    source:
      'Hyndman & Athanasopoulos, Forecasting: Principles and Practice; Hyndman & Koehler (2006) for MASE.',
  },
  abc: {
    title: 'ABC classes',
    definition: 'A: the biggest customers who together bring 80 % of revenue; B: up to 95 %; C: the rest.',
    formula: 'smallest prefix by revenue with ≥ 80 %, ≥ 95 % of Σ positive revenues',
    unit: 'count',
    method: 'abc-80-95',
    needs: 'At least one customer with revenue.',
    limits: 'A snapshot of the past; it does not say who will be big.',
    source: 'Convention; the cuts are 80 and 95 %.',
  },
} as const satisfies Readonly<Record<string, Metric>>;
