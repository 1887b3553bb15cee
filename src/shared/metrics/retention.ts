import type { Metrics } from './metric.ts';

const TWO_PERIODS =
  'Six months of sales with customers; 12 months against 12 where they reach so far, else 6 against 6 or 3 against 3.';

/** Who stays, who leaves, and what that puts at stake. */
export const retentionMetrics = {
  atRisk: {
    title: 'Customers at risk',
    definition:
      'Customers with a rhythm of their own who have been silent for at least twice their usual gap.',
    formula:
      'purchase days ≥ 3 and days since the last purchase ÷ usual gap ≥ 2; listed by value × P(no purchase in max(90 days, 2 × usual gap)); P from the fitted repeat-buying model at grade A or B, else from a Kaplan–Meier curve of all gaps in units of the usual gap',
    unit: 'count',
    method: 'overdue-ratio-2',
    needs: 'Customers with at least 3 purchase days.',
    limits: 'A rule of thumb: some will come back by themselves, and some who leave are not on the list yet.',
    source:
      'Rule of this app (grade C); the chances by the repeat-buying model, or Kaplan & Meier (1958), JASA 53.',
  },
  revenueAtRisk: {
    title: 'Revenue at risk',
    definition: 'What the customers at risk brought in the last 12 months.',
    formula: 'Σ revenue of the last 12 months of the customers at risk',
    unit: 'money',
    method: 'overdue-ratio-2',
    needs: 'Customers with at least 3 purchase days.',
    limits: 'Not a forecast: it is what is at stake, not what will be lost.',
    source: 'Rule of this app (grade C).',
  },
  riskValue: {
    title: 'Risk and value',
    definition:
      'Each customer in one of four classes: high value and engaged, high value at risk, growth potential, low value.',
    formula:
      'high value: revenue of 12 months at or above the line of the matrix; engaged: P(a purchase within max(90 days, 2 × usual gap)) ≥ ½; growth potential: the others who clearly grow (80 % interval above 0), or who first bought less than 180 days ago and are engaged; the rest low value',
    unit: 'count',
    method: 'risk-value',
    needs: 'Customers of whom some came back.',
    limits:
      'Where the model of repeat buying has grade C or D, engaged means an overdue ratio below 1.5: a rule of thumb. Silence is not proof.',
    source: 'Rule of this app; BG/NBD: Fader, Hardie & Lee (2005), MBG/NBD: Batislam et al. (2007).',
  },
  atStake: {
    title: 'At stake',
    definition:
      'What a year with a customer brings, times the chance that it is lost if nobody does anything; for a growing customer what one more year of that growth brings.',
    formula:
      'worth of the last 12 months × P(no purchase in max(90 days, 2 × usual gap)) × reachability; worth is contribution where customers differ in what they cost, else revenue; growing customers: worth × lower end of their growth (at most 100 %) × P(a purchase in that time); reachability 1 where a telephone number, e-mail or address is known, else ½',
    unit: 'money',
    method: 'value-times-risk',
    needs: 'Sales with a customer.',
    limits:
      'It orders the list. It is not what an action earns: that is known only from trials of your own. Where the chance is not known, the value alone counts.',
    source: 'Rule of this app (grade C); Kaplan & Meier (1958), JASA 53.',
  },
  repeatRate: {
    title: 'Bought again in the next period',
    definition:
      'Of the customers of one period, the share who also bought in the period of equal length after it.',
    formula: '|active in P and P + 1| ÷ |active in P|',
    unit: 'share',
    method: 'period-repeat-rate',
    needs: 'At least 6 months of sales with a customer; 24 for a year against a year.',
    limits: 'Periods shorter than a year may differ by the season alone.',
    source: 'Definition of this app.',
  },
  lapseRate: {
    title: 'Lapsed',
    definition: 'Of the customers who ever came back, the share who have now been silent for too long.',
    formula:
      'at risk’s conditions (≥ 3 purchase days, overdue ratio ≥ 2), P(a purchase within 12 months) < 0.2 by the repeat-buying model, and silence ÷ usual gap beyond the point that nine of ten pauses stay below (Kaplan–Meier, pauses from the third purchase day on, at least 10 at risk); besides silent for 365 days, unless 24 months of sales show that of at least 10 called gone a year earlier at most one in five has bought since. Without a model silence ≥ max(that point × usual gap, 365 days)',
    unit: 'share',
    method: 'gone',
    needs: 'Customers who came back at least once.',
    limits: 'Lapsed customers may return. One-time customers are not in it.',
    source:
      'Kaplan & Meier (1958), JASA 53; Fader, Hardie & Lee (2005) for the model; rule of this app. Wilson (1927) for the interval.',
  },
  nrr: {
    title: 'Revenue kept from the same customers',
    definition:
      'What the customers of one period brought in the next, against what they brought before: above 100 % they grew.',
    formula: 'Σ R(P + 1) ÷ Σ R(P) over customers with R(P) > 0',
    unit: 'share',
    method: 'net-revenue-retention',
    needs: 'At least 6 months of sales with a customer; 24 for a year against a year.',
    limits:
      'Nobody here signs a contract: this is what was bought, not what was agreed. New and returning customers are outside.',
    source: 'Usual definition of net revenue retention, without contracts.',
  },
  grr: {
    title: 'Revenue kept without growth',
    definition: 'The same, but nobody counts for more than before: what was lost shows.',
    formula: 'Σ min(R(P), R(P + 1)) ÷ Σ R(P) over customers with R(P) > 0',
    unit: 'share',
    method: 'gross-revenue-retention',
    needs: 'At least 6 months of sales with a customer; 24 for a year against a year.',
    limits: 'Customers whose purchases go up and down count as losses in their lower period.',
    source: 'Usual definition of gross revenue retention, without contracts.',
  },
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
      'A month that is not over is left empty, never 0. The first cohorts hold customers who began before the sales do. Each cell after the first carries an interval at 80 % (Wilson).',
    source: 'Wilson (1927), JASA 22, for the interval.',
  },
  contractChurn: {
    title: 'Contracts ended',
    definition: 'Of the contracts there were at the start of a period, the share that has ended.',
    formula:
      'lost in the period ÷ active at its start; the period is the longest of 12, 6, 3 and 1 months with contracts at its start',
    unit: 'share',
    method: 'contract-churn',
    needs: 'A product marked as renewing, and at least 5 contracts at the start of the period.',
    limits:
      'A contract has ended where one and a half of its periods passed without a payment; one paid again later had paused. Who joined and left within the period is counted apart.',
    source: 'Usual definition; Wilson (1927) for the interval.',
  },
  contractChurnYear: {
    title: 'Contracts ended in a year',
    definition: 'The share of contracts that ends within a year if it goes on as in the period.',
    formula: '1 − (1 − c)^12 with the churn of a month c = 1 − (1 − churn of m months)^(1 ÷ m)',
    unit: 'share',
    method: 'contract-churn-of-a-year',
    needs: 'A product marked as renewing, and at least 5 contracts at the start of the period.',
    limits: 'From less than 12 months it is carried on: a season in ending contracts is not seen.',
    source: 'Usual definition.',
  },
  contractNrr: {
    title: 'Contract money kept',
    definition: 'What the contracts of the start bring a month today, against what they brought then.',
    formula:
      '(start + expansion − contraction − lost) ÷ start, of what each contract brings a month; a contract paid less is contraction. Interval at 80 % from the ratio over customers',
    unit: 'share',
    method: 'contract-nrr',
    needs: 'A product marked as renewing, and at least 5 contracts at the start of the period.',
    limits: 'New contracts are outside. Of a day’s payment it is the last one that counts.',
    source: 'Usual definition of net revenue retention.',
  },
  contractGrr: {
    title: 'Contract money kept without growth',
    definition: 'The same, but no contract counts for more than before.',
    formula: '(start − contraction − lost) ÷ start, ≤ 100 %',
    unit: 'share',
    method: 'contract-grr',
    needs: 'A product marked as renewing, and at least 5 contracts at the start of the period.',
    limits: 'New contracts are outside.',
    source: 'Usual definition of gross revenue retention.',
  },
} as const satisfies Metrics;
