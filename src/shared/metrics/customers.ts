import type { Metrics } from './metric.ts';

/** Customers: how many, how often they come, and how they develop. */
export const customersMetrics = {
  customers: {
    title: 'Customers',
    definition: 'Everyone who bought at least once.',
    formula: 'count of customers with at least one purchase day (a day with net revenue above 0)',
    unit: 'count',
    method: 'count',
    needs: 'Sales with a customer.',
    limits: 'Walk-in and guest sales are nobody in particular and do not count.',
    source: 'Definition of this app.',
  },
  activeCustomers: {
    title: 'Active customers',
    short: 'Customers active in 12 months',
    definition: 'Customers who bought in the last 12 months.',
    formula: 'count of customers with a purchase day after (day of the analysis − 12 months)',
    unit: 'count',
    method: 'count-12-months',
    needs: 'Sales with a customer.',
    limits:
      'Somebody who bought 11 months ago may be gone, and somebody who bought 13 months ago may return.',
    source: 'Definition of this app.',
  },
  newCustomers: {
    title: 'New customers of 12 months',
    definition: 'Customers whose first known purchase lies in the last 12 months.',
    formula: 'count of customers with first purchase day after (day of the analysis − 12 months)',
    unit: 'count',
    method: 'count-12-months',
    needs: 'More than 12 months of sales with a customer.',
    limits: 'Somebody who last bought before the sales begin counts as new.',
    source: 'Definition of this app.',
  },
  repeatShare: {
    title: 'Customers who came back',
    short: 'Came back at least once',
    definition: 'The share of customers who bought on more than one day.',
    formula: 'customers with at least 2 purchase days ÷ customers',
    unit: 'share',
    method: 'ratio',
    needs: 'Sales with a customer.',
    limits: 'It grows with the length of the data, and recent customers have not had the time to come back.',
    source: 'Definition of this app.',
  },
  oneTimeShare: {
    title: 'One-time customers',
    definition: 'The share of customers who bought on one day only.',
    formula: 'customers with exactly 1 purchase day ÷ customers',
    unit: 'share',
    method: 'ratio',
    needs: 'Sales with a customer.',
    limits: 'New customers are among them. One-time is not the same as lost.',
    source: 'Definition of this app.',
  },
  goodStartShare: {
    title: 'First purchases that led further',
    definition: 'Of customers known for 180 days, the share whose next 180 days are among the best fifth.',
    formula:
      'customers whose revenue in the 180 days after the first purchase day is above 0 and at least the 80th percentile ÷ customers first seen at least 180 days ago and not at the very beginning of the sales',
    unit: 'share',
    method: 'best-fifth-of-180-days',
    needs: 'At least 50 customers whose first purchase and the 180 days after it are in the sales.',
    limits: 'What goes together with good customers need not be what makes them good.',
    source: 'Rule of this app; Wilson (1927) for the intervals.',
  },
  rfm: {
    title: 'RFM score',
    definition:
      'Three digits from 1 to 5: how lately, how often and for how much a customer bought; 555 is the best.',
    formula:
      'score = min(5, ⌊5 (ρ − 0.5) ÷ n⌋ + 1), ρ = mean rank of equal values; fewest days since the last purchase, most purchase days, most revenue first',
    unit: 'index',
    method: 'rfm-midrank',
    needs: 'Sales with a customer. From 25 customers on five levels, below that three.',
    limits:
      'Equal customers share a score, so groups are not of equal size. Where more than 60 % have one value, only 2–3 levels are told apart. It ranks customers of this shop, it forecasts nothing.',
    source: 'Hughes (1994), Strategic Database Marketing; scores by midrank.',
  },
  usualGap: {
    title: 'Usual gap',
    definition: 'How many days usually pass between two purchases.',
    formula:
      '(gaps × own median gap + 3 × median gap of the shop) ÷ (gaps + 3); for the shop the median over customers of their own median gap',
    unit: 'days',
    method: 'shrunken-median-gap',
    needs: 'At least one customer who bought on two days.',
    limits:
      'With few purchases it leans on the other customers. Seasons and holidays are not taken into account.',
    source: 'Rule of thumb of this app (grade C).',
  },
  overdueRatio: {
    title: 'Overdue',
    definition: 'The present silence measured by the usual gap: 2 means silent for twice as long as usual.',
    formula: 'days since the last purchase ÷ usual gap',
    unit: 'ratio',
    method: 'silence-over-usual-gap',
    needs: 'At least one customer who bought on two days.',
    limits: 'Silence is not proof that a customer has gone.',
    source: 'Rule of thumb of this app (grade C).',
  },
  growth: {
    title: 'Growth',
    definition:
      'How the revenue of a customer or segment changes from one period to the next of equal length.',
    formula:
      'e^(g + δ) − 1; g: purchase days n₂ | n₁ + n₂ ~ Binomial(σ(g)), g ~ N(m, τ²); δ: difference of mean log purchase values, δ ~ N(m_δ, τ_δ²); 80 % interval ± 1.2816 √(V_g + V_δ). Segments: ratio of summed revenue, interval by bootstrap over customers',
    unit: 'growth',
    method: 'empirical-bayes-growth',
    needs:
      'The last 12 months against the 12 before where the sales reach back far enough, else 6 against 6. A customer needs purchases before both periods and at least 2 purchase days in them.',
    limits:
      'Single customers lean on what is usual in their segment. 6 against 6 months may only show the season. Where the interval includes the line, the direction is unclear. A segment drawn by rhythm has its direction by definition: those who have gone quiet bought less.',
    source:
      'Empirical Bayes after Efron & Morris (1975) and Robbins (1956); DerSimonian & Laird (1986) for the random effects; Efron & Tibshirani (1993) for the bootstrap.',
  },
} as const satisfies Metrics;
