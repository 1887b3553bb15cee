import type { Metrics } from './metric.ts';

const COSTS =
  'Sales with a product and a quantity, and products with a unit cost; else a margin the owner assumes.';

/** What customers cost and leave. */
export const costsMetrics = {
  contribution: {
    title: 'Contribution',
    definition: 'What is left of revenue after the cost of goods and of serving the customer.',
    formula:
      'revenue − cost of goods − cost to serve; cost of goods = unit cost × quantity, else by the margin of the category’s lines whose cost is known, else by one assumed margin. Range: goods by a margin and work by a cost per unit 20 % lower and higher, goods by a unit cost 5 %',
    unit: 'money',
    method: 'contribution',
    needs: COSTS,
    limits:
      'Costs that belong to no customer (rent, wages not counted in minutes) are not in it; they are shown once. While one assumed margin is all there is, it would be revenue rescaled and is not shown.',
    source: 'Kaplan & Narayanan (2001); time-driven activity-based costing, Kaplan & Anderson (2004).',
  },
  contribution12m: {
    title: 'Contribution of the last 12 months',
    short: 'Contribution, last 12 months',
    definition: 'What the last 12 months left after the cost of goods and of serving.',
    formula:
      'contribution of the sales, the work and the costs of the days after (day of the analysis − 12 months)',
    unit: 'money',
    method: 'contribution-12-months',
    needs: COSTS,
    limits: 'Costs that belong to no customer are not in it.',
    source: 'Kaplan & Narayanan (2001).',
  },
  contributionShare: {
    title: 'Left after costs',
    definition:
      'The share of revenue that is left after what the goods cost and what serving customers costs.',
    formula: '(revenue − goods − cost to serve) ÷ revenue, anonymous sales included, overhead not',
    unit: 'share',
    method: 'contribution',
    needs: 'Unit costs of products or an assumed margin; costs to serve where they are known.',
    limits:
      'Where a unit cost is missing, the margin of the category or of the shop is assumed. Overhead is not taken off.',
    source: 'Usual definition of contribution; Kaplan & Cooper (1998) for cost to serve.',
  },
  costToServe: {
    title: 'Cost to serve',
    definition: 'What the work for a customer cost, beside the goods.',
    formula:
      'Σ count × cost of one (orders, deliveries, visits, calls, support minutes, returns), payment fees as a share of what was paid, and costs recorded for the customer',
    unit: 'money',
    method: 'time-driven-costing',
    needs: 'A list of unit costs, and what was done: interactions, cost records or orders.',
    limits: 'What was done but has no cost per unit counts nothing; it is named.',
    source: 'Kaplan & Anderson (2004), Harvard Business Review 82(11).',
  },
  whaleRatio: {
    title: 'Peak of the whale curve',
    definition:
      'What the profitable customers leave together, compared with what is left after the unprofitable ones.',
    formula: 'Σ positive contributions ÷ Σ contributions',
    unit: 'ratio',
    method: 'whale-curve',
    needs: COSTS,
    limits:
      'Where the total is not positive only amounts mean anything. A customer at a loss may be new, or worth it for other reasons.',
    source: 'Kaplan & Narayanan (2001), Measuring and Managing Customer Profitability.',
  },
  lossCustomers: {
    title: 'Customers at a loss',
    definition: 'Customers who have cost more than they brought.',
    formula: 'count of customers with contribution below 0',
    unit: 'count',
    method: 'whale-curve',
    needs: COSTS,
    limits: 'A reason to look at prices and service, not a verdict.',
    source: 'Kaplan & Narayanan (2001).',
  },
} as const satisfies Metrics;
