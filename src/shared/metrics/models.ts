import type { Metrics } from './metric.ts';

const NEEDS =
  'At least 30 customers who came back; with 10 to 29 only the band of risk is told, with fewer nothing.';

/** Estimates by models of repeat buying and of contracts. */
export const modelsMetrics = {
  repeatBuying: {
    title: 'Repeat-buying model',
    definition:
      'How customers of this business come back and drop out, learnt from all of them together: each has an own pace, and after a purchase an own chance of not coming back.',
    formula:
      'purchases while alive ~ Poisson(λ), λ ~ Gamma(r, α); dropping out after a purchase with p ~ Beta(a, b); MBG/NBD: after the first one too. Maximum likelihood for comparison; used is the maximum with a weak prior on ln r, ln α, ln a, ln b. Of the two models the one that foresaw better; tied, MBG/NBD',
    unit: 'index',
    method: 'bg-nbd or mbg-nbd, map',
    needs: '10 customers who came back. Grade A needs 150 of them, 26 weeks of sales and a passed back-test.',
    limits:
      'It knows no seasons and no campaigns, and takes everybody’s pace for steady. A fit at the boundary of what is possible is flagged and not used. See the back-test for how far off it was in your own past.',
    source:
      'Fader, Hardie & Lee (2005), Marketing Science 24; Batislam, Denizel & Filiztekin (2007), IJRM 24; Hoppe & Wagner (2007).',
  },
  backTest: {
    title: 'Back-test',
    definition:
      'The model is fitted with what was known at three earlier days, and its forecast compared with what came after.',
    formula:
      'expected ÷ actual purchases − 1 in the third of the time after each day; share of customers, by how often they had come back, whose own count lay in its 90 % interval; beside x ÷ T carried on (naive)',
    unit: 'ratio',
    method: 'rolling-origin-hold-out',
    needs: '12 weeks of sales.',
    limits:
      'The next months may be unlike the last ones. Above 20,000 customers a sample of them takes part.',
    source: 'Definition of this app; Fader, Hardie & Lee (2005) for the hold-out.',
  },
  pAlive: {
    title: 'Still a customer',
    definition: 'How likely it is that this customer has not dropped out for good.',
    formula: 'P(alive | x, tₓ, T) of the chosen repeat-buying model',
    unit: 'share',
    method: 'p-alive',
    needs: NEEDS,
    limits:
      'Nobody tells when they leave, so this can never be checked for one customer; of many with 70 % about 70 % are. Under BG/NBD nothing can be said of one-time buyers, and nothing is.',
    source: 'Fader, Hardie & Lee (2005); Batislam et al. (2007).',
  },
  expectedOrders: {
    title: 'Orders to be expected in 12 months',
    definition: 'How many purchase days can be expected of this customer in the next 365 days, on average.',
    formula: 'E[Y(365 days) | x, tₓ, T] of the chosen repeat-buying model',
    unit: 'count',
    method: 'conditional-expectation',
    needs: NEEDS,
    limits: 'An average of many customers alike: the one may buy twice as often or never.',
    source: 'Fader, Hardie & Lee (2005), eq. 10.',
  },
  chance90: {
    title: 'Chance of an order within 90 days',
    definition: 'How likely this customer is to buy at least once in the next 90 days.',
    formula: 'P(alive) · (1 − ((α + T) ÷ (α + T + t))^(r + x)), t = 90 days',
    unit: 'share',
    method: 'p-purchase',
    needs: NEEDS,
    limits: 'Seasons and campaigns are not in it.',
    source: 'Fader, Hardie & Lee (2005).',
  },
  churnRisk: {
    title: 'Risk of losing the customer',
    definition:
      'How likely this customer is to buy nothing in the time ahead: 90 days, or twice the usual gap where that is longer. Low below one third, high above two thirds.',
    formula: 'P(no purchase in max(90 days, 2 × usual gap))',
    unit: 'share',
    method: 'p-no-purchase',
    needs: NEEDS,
    limits: 'Silence is not proof: some who are high will be back by themselves.',
    source: 'Fader, Hardie & Lee (2005); bands of this app.',
  },
  nextOrder: {
    title: 'Days to the next order',
    definition:
      'The next order is as likely before this day as after it; in one case of two it falls into the window.',
    formula: 'median, 25 % and 75 % point of the wait, the chance of having dropped out counted in',
    unit: 'days',
    method: 'wait-quantiles',
    needs: `${NEEDS} A day is named only where an order within a year is more likely than not.`,
    limits: 'Where it is not named, the chance within 90 days is told instead.',
    source: 'Fader, Hardie & Lee (2005); MBG/NBD alike.',
  },
  spendPerPurchase: {
    title: 'Value per purchase to be expected',
    definition:
      'What a purchase day of this customer will bring on average: the own average, leaning on everybody’s the fewer there are.',
    formula:
      'p (γ + x z̄) ÷ (p x + q − 1), z̄ = mean of the repeat purchases; where q ≤ 1.05 or fewer than 30 came back: x ÷ (x + 2) own, the rest the median of means',
    unit: 'money',
    method: 'gamma-gamma',
    needs: 'At least 30 customers who came back.',
    limits: 'Takes how much a customer spends as unrelated to how often; a warning says where it is not.',
    source: 'Fader & Hardie (2013), The gamma-gamma model of monetary value.',
  },
  clv: {
    title: 'Value ahead (CLV)',
    definition:
      'What this customer can be expected to bring, and after costs where they are known to leave, in the next 52 weeks (or two thirds of the time seen where that is less), discounted to today: money that comes later counts a little less.',
    formula:
      'Σ over weeks of (expected purchases of the week × value per purchase × margin − cost per order) ÷ 1.15^((week − ½) ÷ 52) − standing cost. Where customers differ in what they cost: margin after goods and fees, the own one leaning on everybody’s by two average purchases; cost per order as it was on average; standing cost = what serving the customer took in the last 12 months besides. Else margin 1 and costs 0. Interval at 80 %: chance, parameter noise and the error of the back-test',
    unit: 'money',
    method: 'discounted-clv',
    needs: NEEDS,
    limits:
      'Revenue, not profit, while costs are not known. A single customer’s range is wide, and that is the honest part; totals of many are far more certain.',
    source: 'Fader, Hardie & Lee (2005); Fader & Hardie (2013).',
  },
  remainingValue: {
    title: 'Value still to come',
    definition:
      'What all present customers are expected to bring in the next 12 months (or two thirds of the time seen where that is less), discounted to today; where customers are known to differ in what they cost, what that leaves.',
    formula:
      'Σ over weeks of expected purchases (BG/NBD or MBG/NBD) × expected value of a purchase (Gamma–Gamma), discounted at 15 % a year. Interval at 80 %: √(model² + (worst error of at least three quarterly back-tests × √(horizon ÷ a quarter))²) on the log scale; with fewer none',
    unit: 'money',
    method: 'bgnbd-gamma-gamma',
    needs: 'At least 30 customers who came back, and half a year of sales.',
    limits: 'Revenue, not profit, while costs are unknown. Customers still to be won are not in it.',
    source: 'Fader, Hardie & Lee (2005), Marketing Science 24; Fader & Hardie (2013).',
  },
  contractRenewals: {
    title: 'Renewals of contracts',
    definition:
      'Where customers sign contracts and can end them only at a renewal: the share that is still there after each renewal, and how long a new contract lasts.',
    formula:
      'chance to end at a renewal p ~ Beta(a, b) over customers; S(t) = B(a, b + t) ÷ B(a, b); renewal rate (b + t − 1) ÷ (a + b + t − 1); discounted life Σ S(t) ÷ (1 + d)^t; maximum likelihood over cohorts',
    unit: 'share',
    method: 'shifted-beta-geometric',
    needs:
      'A product marked as renewing, at least 30 contracts of one length whose beginning is in the sales, and two renewals.',
    limits:
      'A contract has ended where one and a half of its periods passed without a payment; one paid again later had paused. Contracts that were there when the sales begin take no part: their age is not known.',
    source: 'Fader & Hardie (2007), Journal of Interactive Marketing 21(1).',
  },
} as const satisfies Metrics;
