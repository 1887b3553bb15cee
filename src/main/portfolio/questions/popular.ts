import { result } from '../../analytics/estimate.ts';
import { describeProducts } from '../products/products.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';

const LISTED = 10;

/** "the last 12 months against the 12 before" */
const windowWords = ({ growth: { windows } }: Asked['analysis']): string =>
  windows ? `the last ${windows.months} months against the ${windows.months} before` : 'the later half';

/** 9 What products or services are most popular? Anonymous sales count too. */
export const popular = ({ db, analysis, say }: Asked): Answer => {
  const { totals } = analysis;
  const { popular: found } = describeProducts(db, analysis);
  if ('reason' in found)
    return answerOf({
      answer: ['The sales do not say what was sold.'],
      cannotKnow: ['Which products sell: the export has no column with products.'],
      next: ['Export the sales by article or item, not only by receipt.'],
    });
  const ten = found.rows.slice(0, LISTED);
  const [first] = ten;
  const together = Math.min(
    1,
    ten.reduce((sum, { share }) => sum + share, 0),
  );
  return answerOf({
    answer: [
      first
        ? `${first.product} brings the most: ${say.moneyRounded(first.revenue)} or ${say.shareRounded(first.share)} of all revenue since ${say.day(totals.period.from)}, in ${say.counted(first.orders, 'order')}.`
        : null,
      found.products > LISTED ? `The ten best products bring ${say.shareRounded(together)} of it.` : null,
    ],
    facts: [result('topProductsShare', together, { n: totals.lines, period: totals.period })],
    list: ten.map(({ product, revenue, share, orders, buyers, repeatShare, trend }) => {
      const known =
        buyers > 0
          ? `, ${say.counted(buyers, 'known customer')}${repeatShare === null ? '' : `, ${say.shareRounded(repeatShare)} of them again`}`
          : '';
      const change = trend === null ? '' : `; ${say.growth(trend)} in ${windowWords(analysis)}`;
      return entry(
        product,
        `${say.moneyRounded(revenue)}, ${say.shareRounded(share)} of revenue, ${say.counted(orders, 'order')}${known}${change}.`,
      );
    }),
    cannotKnow: [
      ten.some(({ margin }) => margin !== null)
        ? null
        : 'Which products leave the most: unit costs are missing.',
      ...found.warnings,
    ],
    next: [
      'Never be out of the first three.',
      ten.some(({ margin }) => margin !== null)
        ? null
        : 'Add unit costs to see which products earn what they sell.',
    ],
  });
};
