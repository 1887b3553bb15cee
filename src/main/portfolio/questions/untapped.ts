import { plural } from '../../../shared/words.ts';
import { matrixOf } from '../matrix/matrix.ts';
import { describeProducts } from '../products/products.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';
import { prospectsIn } from './prospects.ts';

const LISTED = 8;

/** 10 Are there untapped market opportunities? As far as one's own sales tell. */
export const untapped = ({ db, analysis, say }: Asked): Answer => {
  const { whitespace, affinity } = describeProducts(db, analysis);
  const openings = 'reason' in whitespace ? [] : whitespace.products;
  const [first] = openings;
  const matrix = matrixOf(analysis, 'customers');
  const growing =
    'points' in matrix
      ? matrix.points.filter(
          ({ quadrant, growth }) => quadrant === 'develop' && growth.direction === 'rising',
        )
      : [];
  const revenue = growing.reduce(
    (sum, { id }) => sum + analysis.purchases.revenue12m[analysis.placeOf.get(id)!]!,
    0,
  );
  const { strangers, quotes } = prospectsIn(db, analysis.asOf);
  const pair = 'reason' in affinity ? undefined : affinity.pairs.find(({ sure }) => sure);
  return answerOf({
    answer: [
      'reason' in whitespace ? whitespace.reason : `${whitespace.finding}.`,
      growing.length > 0
        ? `${say.counted(growing.length, 'smaller customer is', 'smaller customers are')} clearly growing, with ${say.moneyRounded(revenue)} in 12 months.`
        : null,
      strangers > 0
        ? `${say.counted(strangers, 'prospect')} you know of ${plural(strangers, 'has', 'have')} not bought yet.`
        : null,
    ],
    list: openings
      .slice(0, LISTED)
      .map(({ product, customers, first: names }) =>
        entry(
          product,
          `${say.counted(customers, 'likely buyer')}, first ${names.map(({ name }) => name).join('; ')}.`,
        ),
      ),
    cannotKnow: [
      'How much customers buy elsewhere: that takes asking them.',
      strangers > 0 || quotes.open + quotes.expired + quotes.won + quotes.lost > 0
        ? null
        : 'Which markets you do not reach at all: sales show only those who came. Prospects and quotes are missing.',
    ],
    next: [
      first
        ? `Offer ${first.product} to ten of its likely buyers, and count who takes it: Portfolio, Products has the names.`
        : null,
      pair
        ? `Put ${pair.from} and ${pair.to} side by side: they are bought together more often than by chance, counted over all pairs that were looked at.`
        : null,
      growing.length > 0 ? 'Show growing customers what else there is: Act has their names.' : null,
      quotes.open > 0
        ? `Ask about the ${say.counted(quotes.open, 'quote')} that ${plural(quotes.open, 'is', 'are')} open and still valid.`
        : null,
      quotes.expired > 0
        ? `${say.counted(quotes.expired, 'quote')} without an answer ${plural(quotes.expired, 'has', 'have')} expired: renew those that still matter.`
        : null,
    ],
  });
};
