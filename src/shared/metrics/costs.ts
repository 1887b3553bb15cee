import type { Metric } from './index.ts';

const COSTS =
  'Sales with a product and a quantity, and products with a unit cost; else a margin the owner assumes.';

/** What customers cost, leave, and cost to win. */
export const costMetrics = {
  contribution: {
    title: 'Contribution',
    definition: 'What is left of revenue after the cost of goods and of serving the customer.',
    formula:
      'revenue − cost of goods − cost to serve; cost of goods = unit cost × quantity, else by the margin of the category’s lines whose cost is known, else by one assumed margin. Range: goods by a margin and work by a cost per unit 20 % lower and higher',
    unit: 'money',
    method: 'contribution',
    needs: COSTS,
    limits:
      'Costs that belong to no customer (rent, wages not counted in minutes) are not in it; they are shown once. While one assumed margin is all there is, it would be revenue rescaled and is not shown.',
    source: 'Kaplan & Narayanan (2001); time-driven activity-based costing, Kaplan & Anderson (2004).',
  },
  contribution12m: {
    title: 'Contribution of the last 12 months',
    definition: 'What the last 12 months left after the cost of goods and of serving.',
    formula:
      'contribution of the sales, the work and the costs of the days after (day of the analysis − 12 months)',
    unit: 'money',
    method: 'contribution-12-months',
    needs: COSTS,
    limits: 'Costs that belong to no customer are not in it.',
    source: 'Kaplan & Narayanan (2001).',
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
  cltvToCac: {
    title: 'Value of a new customer against its cost',
    definition: 'How many times over a new customer brings back what it cost to win them.',
    formula: 'mean of (contribution so far + value ahead after costs) ÷ CAC',
    unit: 'ratio',
    method: 'margin-based-cltv-over-cac',
    needs: 'Spending to win customers, and costs of goods or an assumed margin.',
    limits:
      'The rest is an estimate of the repeat-buying model, for 52 weeks ahead; without a model it is left out.',
    source: 'Definition of this app on the models of Fader, Hardie & Lee (2005).',
  },
  paybackMonth: {
    title: 'Month the cost is back',
    definition:
      'The month after the first purchase in which a new customer has on average brought back what it cost.',
    formula:
      'first month whose mean cumulative contribution reaches CAC; each month over those known for the whole of it',
    unit: 'count',
    method: 'payback-by-cohort',
    needs:
      'Spending to win customers, costs of goods or an assumed margin, five new customers known long enough.',
    limits: 'Not seen yet is not never.',
    source: 'Definition of this app.',
  },
} as const satisfies Readonly<Record<string, Metric>>;

/** What customers say, and how soon they are answered. */
export const listeningMetrics = {
  nps: {
    title: 'Recommendation (NPS)',
    definition: 'Promoters less detractors, of those who said how likely they are to recommend you.',
    formula:
      '100 × (share of 9 and 10 − share of 0 to 6), the latest answer of each person in 12 months; 95 % interval ± 1.96 × 100 √((p + d − (p − d)²) ÷ n), below 30 answers by a Dirichlet(½) posterior',
    unit: 'index',
    method: 'nps',
    needs: 'Survey answers from 0 to 10.',
    limits: 'Those who answer are not everybody: how many customers answered is said.',
    source: 'Reichheld (2003), Harvard Business Review 81(12).',
  },
  csat: {
    title: 'Satisfied (CSAT)',
    definition: 'Share of answers 4 and 5 on a scale of 5.',
    formula:
      'answers of 4 or 5 ÷ answers, the latest of each person in 12 months; 95 % interval of Wilson (1927)',
    unit: 'share',
    method: 'csat-wilson',
    needs: 'Survey answers from 1 to 5.',
    limits: 'Those who answer are not everybody: how many customers answered is said.',
    source: 'Newcombe (1998), Statistics in Medicine 17.',
  },
  responseRate: {
    title: 'Response rate',
    definition: 'Of the customers who were asked in a survey, the share who answered.',
    formula:
      'customers who gave an answer in 12 months ÷ customers who received a campaign that is called a survey in those months; 95 % interval of Wilson (1927)',
    unit: 'share',
    method: 'response-rate-wilson',
    needs: 'Campaigns with their recipients, one of them called a survey, and answers with a customer.',
    limits: 'Whoever answered without being asked is not in it.',
    source: 'Newcombe (1998), Statistics in Medicine 17.',
  },
  answeredInTime: {
    title: 'Answered within 48 hours',
    definition: 'Share of comments and complaints that a person answered within 48 hours.',
    formula:
      'answered within 48 hours ÷ (answered + open for longer); what is open for less is not counted yet',
    unit: 'share',
    method: 'response-clock-48',
    needs: 'Feedback with the day of the answer.',
    limits: 'Where no time of day is known, noon is taken.',
    source: 'Definition of this app.',
  },
  answerTime: {
    title: 'Time to the answer',
    definition: 'Half of the answered comments and complaints were answered sooner than this.',
    formula: 'median of (answered − received), of those answered',
    unit: 'days',
    method: 'response-clock-48',
    needs: 'Feedback with the day of the answer.',
    limits: 'What is still open is not in it.',
    source: 'Definition of this app.',
  },
} as const satisfies Readonly<Record<string, Metric>>;
