import type { Metrics } from './metric.ts';

/** What new customers cost, and what campaigns are answered with. */
export const acquisitionMetrics = {
  cac: {
    title: 'Cost of a new customer',
    definition: 'What was spent to win customers, for each who bought for the first time while it was spent.',
    formula:
      'acquisition spend ÷ new customers, both of the time from the first to the last recorded spending',
    unit: 'money',
    method: 'ratio',
    needs: 'Acquisition spend, and more than 12 months of sales with a customer.',
    limits: 'Some would have come without it. Spend works with a delay.',
    source: 'Usual definition of customer acquisition cost.',
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
  campaignAnswers: {
    title: 'Answered a campaign',
    definition: 'Of those who received the latest campaign, the share who answered.',
    formula: 'recipients who answered ÷ recipients of whom it is recorded',
    unit: 'share',
    method: 'wilson',
    needs: 'Campaigns with recipients and whether they answered.',
    limits: 'An answer is not a sale, and some would have come anyway.',
    source: 'Wilson (1927) for the interval.',
  },
  boughtAfter: {
    title: 'Bought within 30 days',
    definition:
      'Of the customers who received the latest campaign, the share who bought in the 30 days after.',
    formula:
      'recipients with a purchase day in the 30 days after sending ÷ recipients whose 30 days are over',
    unit: 'share',
    method: 'wilson',
    needs: 'Campaigns with recipients and the day of sending.',
    limits: 'Not what the campaign brought: some would have bought anyway.',
    source: 'Wilson (1927) for the interval.',
  },
  outsideTarget: {
    title: 'Outside the target',
    definition:
      'Of the customers who received the latest campaign, the share who are not in the segment it was meant for.',
    formula: 'recipients outside the target segment ÷ recipients in any segment, as segments are today',
    unit: 'share',
    method: 'wilson',
    needs: 'Campaigns with recipients and a target segment of the same name as one of yours.',
    limits: 'Customers may have changed their segment since.',
    source: 'Wilson (1927) for the interval.',
  },
} as const satisfies Metrics;
