import { plural } from '../../../shared/words.ts';
import { result } from '../../analytics/estimate.ts';
import { TOP_CUSTOMER_LIMIT } from '../../analytics/value/concentration.ts';
import { fewestWith } from '../../analytics/value/year-shares.ts';
import { customerRow } from '../analysis/customer-row.ts';
import { keyFigures } from '../analysis/figures.ts';
import { aheadWords, modelsOf } from '../analysis/models/models.ts';
import { shareFigure, yearSharesIn } from '../analysis/statements/concentration.ts';
import { withheld } from '../analysis/statements/withheld.ts';
import { worthOf } from '../analysis/worth.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';

const LISTED = 10;
/** The best customers are those who together bring this much of a year's revenue. */
const VALUABLE = 0.8;

/** 1 Who are our most valuable customers? */
export const mostValuable = (asked: Asked): Answer => {
  const { db, analysis, say } = asked;
  const { purchases, concentration, totals, names } = analysis;
  const { kind, year: worth } = worthOf(analysis);
  const brings = kind === 'contribution' ? 'left after costs' : 'brought';
  const order = Array.from(purchases.customer, (_, i) => i)
    .filter((i) => worth[i]! > 0)
    .sort((a, b) => worth[b]! - worth[a]! || a - b);
  const year = order.reduce((sum, i) => sum + worth[i]!, 0);
  const best = fewestWith(worth, VALUABLE);
  const first = order[0];
  const models = modelsOf(analysis);
  const future = models.forecasts[0]?.value;
  const single = models.grade === 'A' || models.grade === 'B';
  const period = totals.period;
  const n = concentration.n;
  return answerOf({
    answer:
      first === undefined
        ? ['No known customer bought anything in the last 12 months.']
        : [
            `${say.count(best)} of the ${say.counted(order.length, 'customer')} who bought in the last 12 months ${plural(best, 'brings', 'bring')} ${say.shareRounded(VALUABLE)} of what known customers ${brings} in them.`,
            `The first of them is ${names.name[first]}, with ${say.moneyRounded(Math.round(worth[first]!))} or ${say.shareRounded(worth[first]! / year)} of that.`,
          ],
    facts: [
      ...keyFigures(db, analysis).filter(({ metric }) => metric === 'revenue12m'),
      shareFigure(db, analysis, 'topQuintileShare'),
      shareFigure(db, analysis, 'top10Share'),
      shareFigure(db, analysis, 'topShare'),
      ...(single && future
        ? [
            result('remainingValue', future.expected, {
              n: models.inputs.n,
              lo: future.lo,
              hi: future.hi,
              level: future.level,
              period,
              grade: models.grade,
              warnings: models.warnings,
            }),
          ]
        : []),
    ],
    list: order.slice(0, LISTED).map((i) => {
      const row = customerRow(analysis, i);
      const { clv, clvLo, clvHi } = models.scores;
      const growth =
        row.growth.value !== null && row.growth.direction !== 'unclear'
          ? `, ${row.growth.direction} (${say.growth(row.growth.value)})`
          : '';
      const rounded = (value: number): string => say.moneyRounded(Math.round(value));
      const ahead =
        single && Number.isFinite(clv[i]!)
          ? clvHi[i]! < 1 && clvLo[i]! > -1
            ? '; the model expects nothing more, after so long a silence'
            : `; value ahead ${aheadWords(analysis)}, discounted to today: ${rounded(clv[i]!)} (${rounded(clvLo[i]!)} to ${rounded(clvHi[i]!)})`
          : '';
      return entry(
        row.name,
        `${say.moneyRounded(Math.round(worth[i]!))} ${kind === 'contribution' ? `left of ${say.moneyRounded(row.revenue12m)} ` : ''}in 12 months, ${say.shareRounded(worth[i]! / year)} of what known customers ${brings}${growth}${ahead}.`,
        row.id,
      );
    }),
    cannotKnow: [
      kind === 'contribution'
        ? null
        : 'Which of them leave the most after costs: what single customers cost is not known, so value means revenue here.',
      single ? null : `What each of them will still bring: ${withheld(models, say)}`,
    ],
    next: [
      'Know the first ten by name, and ask each once a quarter what they need next.',
      (yearSharesIn(db, analysis).topShare ?? 0) > TOP_CUSTOMER_LIMIT && n > 1
        ? 'One customer is more than a tenth of your revenue of the last 12 months: write down what you would do without them.'
        : null,
      kind === 'contribution' ? null : 'Add unit costs and costs to serve to see profit instead of revenue.',
    ],
  });
};
