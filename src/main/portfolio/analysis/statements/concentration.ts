import { formats } from '../../../../shared/format.ts';
import { addDays, addMonths } from '../../../../shared/model/day.ts';
import type { Result } from '../../../../shared/model/result.ts';
import { result } from '../../../analytics/estimate.ts';
import { TOP_10_LIMIT, TOP_CUSTOMER_LIMIT } from '../../../analytics/value/concentration.ts';
import { type YearShares, yearShares } from '../../../analytics/value/year-shares.ts';
import type { Readable } from '../../../database/connection.ts';
import type { Analysis } from '../analysis.ts';
import { dataPart } from '../part.ts';
import { revenueBetween } from '../totals.ts';

/** Ten of twenty customers bring half even where all are alike. */
const FEWEST_FOR_TEN = 20;

/** Shares of all revenue of the last 12 months: what overview, review, questions and `analyze` say of the biggest. */
export const yearSharesIn = dataPart(
  'yearShares',
  (db, analysis): YearShares =>
    yearShares(
      analysis.purchases.revenue12m,
      revenueBetween(db, addMonths(analysis.asOf, -12), analysis.asOf),
    ),
);

export const shareFigure = (
  db: Readable,
  analysis: Analysis,
  metric: 'topShare' | 'top10Share' | 'topQuintileShare',
): Result => {
  const shares = yearSharesIn(db, analysis);
  const { asOf } = analysis;
  return result(metric, shares[metric], {
    n: shares.buyers,
    period: { from: addDays(addMonths(asOf, -12), 1), to: asOf },
    warnings: dependencies(analysis, shares),
  });
};

const dependencies = ({ settings, currency }: Analysis, shares: YearShares): string[] => {
  const say = formats(settings.locale, currency);
  const { topShare, top10Share, buyers } = shares;
  return [
    ...(topShare !== null && buyers > 1 && topShare > TOP_CUSTOMER_LIMIT
      ? [
          `Your biggest customer brought ${say.shareRounded(topShare)} of the revenue of the last 12 months: losing them would be felt.`,
        ]
      : []),
    ...(top10Share !== null && buyers > FEWEST_FOR_TEN && top10Share > TOP_10_LIMIT
      ? [`Ten customers brought ${say.shareRounded(top10Share)} of the revenue of the last 12 months.`]
      : []),
  ];
};

/** "Ten customers brought 30% of all revenue of the last 12 months, the top fifth of the buyers 62%."; null for few buyers. */
export const tenSentence = (db: Readable, analysis: Analysis): string | null => {
  const { buyers, top10Share, topQuintileShare } = yearSharesIn(db, analysis);
  if (top10Share === null || buyers <= FEWEST_FOR_TEN) return null;
  const say = formats(analysis.settings.locale, analysis.currency);
  return `Ten customers brought ${say.shareRounded(top10Share)} of all revenue of the last 12 months, the top fifth of the buyers ${say.shareRounded(topQuintileShare ?? 0)}.`;
};
