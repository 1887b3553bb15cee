import type { Metrics } from './metric.ts';

/** How much of the business rests on a few. */
export const concentrationMetrics = {
  gini: {
    title: 'Unevenness of revenue (Gini)',
    definition:
      'How unevenly revenue is spread: 0 means that all customers bring the same, 1 that one brings all.',
    formula:
      '2 Σ i·xᵢ ÷ (n Σ x) − (n + 1) ÷ n, with revenues x in ascending order and negative ones counted as 0',
    unit: 'index',
    method: 'gini',
    needs: 'At least one customer with revenue.',
    limits: 'With few customers it cannot reach 1. It says nothing about who they are.',
    source: 'Gini (1912); Kleiber & Kotz (2003), Statistical Size Distributions.',
  },
  hhi: {
    title: 'Concentration (HHI)',
    definition:
      'How much depends on the biggest customers: from nearly 0 up to 1 where one customer is everything.',
    formula: 'Σ (share of revenue)²',
    unit: 'index',
    method: 'herfindahl-hirschman',
    needs: 'At least one customer with revenue.',
    limits: 'Negative revenues count as 0. On the scale of competition law it is multiplied by 10,000.',
    source: 'Herfindahl (1950); Hirschman (1964).',
  },
  effectiveCustomers: {
    title: 'Effective customers',
    definition: 'Your revenue is as concentrated as if it came from this many equally big customers.',
    formula: '1 ÷ HHI',
    unit: 'count',
    method: 'inverse-hhi',
    needs: 'At least one customer with revenue.',
    limits: 'Negative revenues count as 0.',
    source: 'Adelman (1969), Review of Economics and Statistics 51(1).',
  },
  effectiveNumber: {
    title: 'As if equally big',
    definition:
      'Revenue is as concentrated as if it came from this many equally big customers, segments, products or categories.',
    formula: '1 ÷ Σ (share of revenue)²',
    unit: 'count',
    method: 'inverse-hhi',
    needs: 'Sales; for customers and segments with a customer, for products and categories with a product.',
    limits:
      'Negative revenues count as 0. A small number is a dependency, not a mistake: it says how much hangs on few.',
    source: 'Adelman (1969), Review of Economics and Statistics 51(1).',
  },
  topShare: {
    title: 'Share of the biggest customer',
    definition: 'How much of all revenue of the last 12 months comes from the biggest customer.',
    formula: 'largest revenue of a customer in 12 months ÷ all revenue of these months',
    unit: 'share',
    method: 'top-share',
    needs: 'At least one customer with revenue.',
    limits: 'Above 10 % losing this one customer would be felt.',
    source: 'Definition of this app.',
  },
  top10Share: {
    title: 'Share of the ten biggest customers',
    short: 'From the ten biggest, 12 months',
    definition: 'How much of all revenue of the last 12 months comes from the ten biggest customers.',
    formula:
      'Σ of the 10 largest revenues of customers in 12 months ÷ all revenue of these months, sales without a customer included',
    unit: 'share',
    method: 'top-share',
    needs: 'At least one customer with revenue.',
    limits: 'Says little with 20 customers or fewer, where ten are at least half.',
    source: 'Definition of this app.',
  },
  topDecileShare: {
    title: 'Share of the top tenth',
    definition: 'How much of revenue comes from the biggest tenth of the customers.',
    formula: 'Σ of the n ÷ 10 largest revenues (rounded) ÷ Σ positive revenues',
    unit: 'share',
    method: 'top-share',
    needs: 'At least one customer with revenue.',
    limits: 'Negative revenues count as 0.',
    source: 'Definition of this app.',
  },
  topQuintileShare: {
    title: 'Share of the top fifth',
    definition:
      'How much of all revenue of the last 12 months comes from the biggest fifth of those who bought in them.',
    formula: 'Σ of the n ÷ 5 largest revenues in 12 months (rounded) ÷ all revenue of these months',
    unit: 'share',
    method: 'top-share',
    needs: 'At least one customer with revenue.',
    limits: 'Negative revenues count as 0. "80 % from 20 %" is an example, not a law.',
    source: 'Definition of this app.',
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
} as const satisfies Metrics;
