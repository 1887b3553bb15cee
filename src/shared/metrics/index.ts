import type { Unit } from '../model/result.ts';
import { costMetrics, listeningMetrics } from './costs.ts';
import { modelMetrics } from './models.ts';
import { retentionMetrics } from './retention.ts';

/** What a figure means, said once: the screens, the printed review and docs/methods.md all read it from here. */
export type Metric = {
  readonly title: string;
  /** one plain sentence for the owner */
  readonly definition: string;
  readonly formula: string;
  readonly unit: Unit;
  /** short name of the method, carried by every result */
  readonly method: string;
  /** what must be in the data */
  readonly needs: string;
  /** what the figure does not say */
  readonly limits: string;
  readonly source: string;
};

/** Every figure of the app by its id. */
export const metrics = {
  revenue: {
    title: 'Revenue',
    definition: 'What all sales brought, after discounts and returns.',
    formula:
      'goods and services + shipping charged − discounts − refunds; without tax, tips, fees and gift-card sales',
    unit: 'money',
    method: 'sum',
    needs: 'Sales with a date and an amount.',
    limits:
      'A return counts from its own day on. While it is not known whether prices include tax, neither is it of revenue.',
    source: 'Definition of this app.',
  },
  revenue12m: {
    title: 'Revenue of the last 12 months',
    definition: 'Revenue of the 12 months up to the day of the analysis.',
    formula: 'revenue on the days after (day of the analysis − 12 months)',
    unit: 'money',
    method: 'sum-12-months',
    needs: 'Sales with a date and an amount.',
    limits: 'With less than 12 months of sales it is the revenue of all of them.',
    source: 'Definition of this app.',
  },
  coverage: {
    title: 'Sales with a customer',
    definition: 'The share of revenue for which it is known who bought.',
    formula: 'revenue with a customer ÷ revenue',
    unit: 'share',
    method: 'ratio',
    needs: 'Sales, some of them with a customer.',
    limits:
      'Below 60 % the figures on customers stand for a part of the business only; below 20 % they are not shown.',
    source: 'Definition of this app.',
  },
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
    definition: 'Customers who bought in the last 12 months.',
    formula: 'count of customers with a purchase day after (day of the analysis − 12 months)',
    unit: 'count',
    method: 'count-12-months',
    needs: 'Sales with a customer.',
    limits:
      'Somebody who bought 11 months ago may be gone, and somebody who bought 13 months ago may return.',
    source: 'Definition of this app.',
  },
  orders: {
    title: 'Orders',
    definition: 'How many orders there were.',
    formula:
      'count of order numbers; without them one order per customer and day, and one per line without a customer',
    unit: 'count',
    method: 'count',
    needs: 'Sales.',
    limits: 'All other figures count purchase days, so that two receipts on one day are one visit.',
    source: 'Definition of this app.',
  },
  averageOrderValue: {
    title: 'Average purchase',
    definition: 'What a customer spends on a day on which they buy.',
    formula: 'Σ net revenue of purchase days ÷ number of purchase days',
    unit: 'money',
    method: 'mean-of-purchase-days',
    needs: 'Sales with a customer.',
    limits: 'A few large purchases pull it up; returns on other days are not taken off.',
    source: 'Definition of this app.',
  },
  repeatShare: {
    title: 'Customers who came back',
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
  portfolioGrowth: {
    title: 'Growth on the year before',
    definition: 'Revenue of the last 12 months against the 12 months before.',
    formula: 'revenue of the last 12 months ÷ revenue of the 12 months before − 1',
    unit: 'growth',
    method: 'year-on-year',
    needs: '24 months of sales.',
    limits: 'What happened, not what will. Prices that rise look like growth.',
    source: 'Definition of this app.',
  },
  productRepeatShare: {
    title: 'Bought again',
    definition: 'Of the customers who bought a product, the share who bought it on two days or more.',
    formula: 'customers with at least 2 days on which they bought it ÷ customers who bought it',
    unit: 'share',
    method: 'ratio',
    needs: 'Sales with a customer and a product.',
    limits: 'It grows with the length of the data. A thing bought once in a lifetime is not a bad thing.',
    source: 'Definition of this app.',
  },
  productTrend: {
    title: 'Trend of a product',
    definition: 'Revenue of the product in the later of two equal periods against the earlier.',
    formula: 'revenue of the last 12 months ÷ revenue of the 12 months before − 1 (else 6 against 6 months)',
    unit: 'growth',
    method: 'period-on-period',
    needs: 'At least 12 months of sales with a product.',
    limits:
      'What happened, not what will. Prices that rise look like growth; six months may show the season.',
    source: 'Definition of this app.',
  },
  lift: {
    title: 'Bought together',
    definition:
      'How many times as often two products are in one basket as if they had nothing to do with each other.',
    formula:
      'lift = baskets with both × baskets ÷ (baskets with one × baskets with the other); a basket is what one customer buys on one day, or an anonymous receipt. Kept: at least max(5, 0.5 %) baskets with both, and a 5th percentile of lift above 1 over 200 samples of customers drawn with replacement',
    unit: 'ratio',
    method: 'lift-bootstrap-customers',
    needs: 'Sales with a product, several products in one basket.',
    limits:
      'It does not say why. With many pairs a few look good by chance: how many were looked at is said. The 400 strongest are tested, among the 2,000 most sold products.',
    source: 'Tan, Steinbach & Kumar (2005), Introduction to Data Mining, ch. 6; Efron & Tibshirani (1993).',
  },
  likelyBuyers: {
    title: 'Likely buyers',
    definition:
      'Customers who have never bought a product, though customers like them do, or buyers of what they buy.',
    formula:
      'score = share of the segment who bought it, (buyers + 10 × shop rate) ÷ (customers + 10), × P(buys in 90 days) × median revenue of a line of its category × lift from what was bought before; each customer counts for the three products of the highest score',
    unit: 'count',
    method: 'white-space',
    needs: 'Sales with a customer and a product.',
    limits:
      'A ranking, not a forecast. Counted are products that five customers and, raised by lift, one in ten of those alike buy, for customers who will probably buy again. That somebody has a reason not to want it is not known.',
    source: 'Rule of this app (grade C).',
  },
  silhouette: {
    title: 'How natural the groups are (silhouette)',
    definition:
      'How much nearer customers are to those of their own group than to the next: 1 means clearly apart, below 0.25 there are no groups.',
    formula:
      'mean over customers of (b − a) ÷ max(a, b); a the mean distance to the others of the own group, b to the nearest other group; ln(1 + revenue), ln(1 + purchase days), ln(1 + days since the last purchase), values beyond the 1 % and 99 % quantile drawn in, z-scored',
    unit: 'index',
    method: 'k-medoids-or-k-means-2-to-8',
    needs: 'At least 60 customers who bought.',
    limits:
      'k-means from 20 k-means++ starts, or k-medoids with up to 2,000 customers or outliers; the k with the highest silhouette of which each group has at least 5 % of customers. Above 2,000 customers the groups are found in an even sample of 2,000. Groups found are kept as their typical customers; later sales move customers, not groups.',
    source:
      'Rousseeuw (1987), J. Comput. Appl. Math. 20; Arthur & Vassilvitskii (2007); Kaufman & Rousseeuw (1990); Schubert & Rousseeuw (2021).',
  },
  segmentDifference: {
    title: 'Whether segments truly differ',
    definition:
      'How much of the differences between customers goes with their segment: from 0.06 on with p below 5 % it counts.',
    formula:
      'rank η² = (H − k + 1) ÷ (n − k), H of Kruskal–Wallis with correction for ties, p of chi-square with k − 1 degrees of freedom, adjusted over the measures (Holm); different: on at least two of revenue of 12 months, purchase days, days since the last purchase, usual gap, days since the first purchase, at least one of which no rule asks for',
    unit: 'index',
    method: 'kruskal-wallis-holm',
    needs: 'At least two segments of 30 customers.',
    limits:
      'A difference in what a rule asks for is no finding: it is circular, and said so. Pairs of segments that differ on fewer than two measures are named as advice; there the effect is taken as if both were of one size.',
    source:
      'Kruskal & Wallis (1952), JASA 47; Holm (1979), Scand. J. Statistics 6; Tomczak & Tomczak (2014).',
  },
  segmentMoves: {
    title: 'Movement between segments',
    definition: 'How many customers are in another segment than on an earlier day that was kept.',
    formula:
      'per segment: before = stayed + moved out + left the portfolio; after = stayed + moved in + came new',
    unit: 'count',
    method: 'snapshot-comparison',
    needs: 'Segments that were used, or a review that was made, on an earlier day.',
    limits:
      'Where the rules changed in between, segments of one name are taken as the same, and some moved because of the rules.',
    source: 'Definition of this app.',
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
  ...costMetrics,
  ...listeningMetrics,
  ...modelMetrics,
  ...retentionMetrics,
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
  remainingValue: {
    title: 'Value still to come',
    definition:
      'What all present customers are expected to bring in the next 12 months, discounted to today; where customers are known to differ in what they cost, what that leaves.',
    formula:
      'Σ over weeks of expected purchases (BG/NBD or MBG/NBD) × expected value of a purchase (Gamma–Gamma), discounted at 15 % a year',
    unit: 'money',
    method: 'bgnbd-gamma-gamma',
    needs: 'At least 30 customers who came back, and half a year of sales.',
    limits: 'Revenue, not profit, while costs are unknown. Customers still to be won are not in it.',
    source: 'Fader, Hardie & Lee (2005), Marketing Science 24; Fader & Hardie (2013).',
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
      'silence > (α + t_x)(0.05^(−1 ÷ (r + x)) − 1) and > 30 days, with r and α of the repeat-buying model; without a model silence ≥ 3 usual gaps',
    unit: 'share',
    method: 'lapse-95',
    needs: 'Customers who came back at least once.',
    limits: 'Lapsed customers may return. One-time customers are not in it.',
    source: 'Fader, Hardie & Lee (2005) for the model; rule of this app.',
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
  returnShare: {
    title: 'Returned',
    definition: 'Of what was sold, the share that was given back.',
    formula: '− Σ negative order lines ÷ Σ positive order lines',
    unit: 'share',
    method: 'ratio',
    needs: 'Sales that hold returns or refunds as lines below zero.',
    limits: 'Why something came back is not in the sales. Discounts booked as lines below zero are in it.',
    source: 'Definition of this app.',
  },
  discountShare: {
    title: 'Given as discount',
    definition: 'Of what the sales would have brought at full price, the share taken off.',
    formula: 'Σ discounts ÷ (Σ positive order lines + Σ discounts)',
    unit: 'share',
    method: 'ratio',
    needs: 'A discount column in the export.',
    limits: 'A price reduced before it reached the till is not seen.',
    source: 'Definition of this app.',
  },
  smallOrderShare: {
    title: 'Small orders',
    definition: 'The share of orders below half of the average order.',
    formula: 'orders with net revenue above 0 and below ½ × mean ÷ orders with net revenue above 0',
    unit: 'share',
    method: 'below-half-mean',
    needs: 'Sales.',
    limits: 'Small orders are not bad by themselves; what an order costs you is not in the sales.',
    source: 'Definition of this app.',
  },
  smallOrderRevenue: {
    title: 'Revenue of small orders',
    definition: 'The share of revenue that comes from orders below half of the average order.',
    formula: 'Σ net revenue of orders below ½ × mean ÷ Σ net revenue of orders above 0',
    unit: 'share',
    method: 'below-half-mean',
    needs: 'Sales.',
    limits: 'Small orders are not bad by themselves; what an order costs you is not in the sales.',
    source: 'Definition of this app.',
  },
  topProductsShare: {
    title: 'Share of the ten best products',
    definition: 'How much of revenue comes from the ten products that bring the most.',
    formula: 'Σ of the 10 largest product revenues ÷ revenue',
    unit: 'share',
    method: 'top-share',
    needs: 'Sales with a product.',
    limits: 'Revenue, not profit. Products are told apart by their code, else by their name.',
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
  nextMonthRevenue: {
    title: 'Revenue of the next month',
    definition: 'What the month after the last complete one is expected to bring, all sales together.',
    formula:
      'the best of mean, last month, same month of last year, exponential smoothing, damped trend and Holt–Winters over rolling origins; 80 % interval, widened to the errors seen',
    unit: 'money',
    method: 'forecast',
    needs: 'At least 12 complete months of sales.',
    limits: 'It continues the past. With less than two years it cannot tell the season from the trend.',
    source: 'Hyndman & Athanasopoulos, Forecasting: Principles and Practice; Hyndman & Koehler (2006).',
  },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricId = keyof typeof metrics;
