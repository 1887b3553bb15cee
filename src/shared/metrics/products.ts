import type { Metrics } from './metric.ts';

/** Products: what sells, together with what, and to whom next. */
export const productsMetrics = {
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
      'lift = baskets with both × baskets ÷ (baskets with one × baskets with the other); a basket is what one customer buys on one day, or an anonymous receipt. Kept: at least max(5, 0.5 %) baskets with both, and a 5th percentile of lift above 1 over 200 samples of customers drawn with replacement. Advised: at least five customers with both, and ln lift > Φ⁻¹(1 − 0.05 ÷ pairs looked at) × its standard error',
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
      'score = share of the segment who bought it, (buyers + 10 × shop rate) ÷ (customers + 10), × P(buys in 90 days) × median revenue of a line of its category × lift from what was bought before (pairs that may be advised); each customer counts for the three products of the highest score',
    unit: 'count',
    method: 'white-space',
    needs: 'Sales with a customer and a product.',
    limits:
      'A ranking, not a forecast. Counted are products that five customers and, raised by lift, one in ten of those alike buy, for customers who will probably buy again. What replaces something a customer has is not counted: clearly fewer customers have both than by chance, or the names differ in sizes and numbers only. Codes of one name are one product. That somebody has another reason not to want it is not known.',
    source: 'Rule of this app (grade C).',
  },
} as const satisfies Metrics;
