import type { Metrics } from './metric.ts';

/** Segments: how well they divide, and who moves between them. */
export const segmentsMetrics = {
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
} as const satisfies Metrics;
