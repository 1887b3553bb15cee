import type { Formats } from '../../../shared/format.ts';
import type { Listening } from '../../../shared/model/listening.ts';
import { itemsEverBought } from '../../analytics/basket/sold-lines.ts';
import { result } from '../../analytics/estimate.ts';
import { wilson } from '../../analytics/numeric/wilson.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { keyFigures } from '../analysis/figures.ts';
import { type ProductSales, salesIn } from '../analysis/products/sold-lines.ts';
import { commonest, traitOf } from '../analysis/traits.ts';
import { segmentCards } from '../segments/segments.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';
import { heardIn, numberIn } from './survey.ts';

/** 2 What are the characteristics and needs of each segment? */
export const segmentProfiles = ({ db, analysis, say }: Asked): Answer => {
  const cards = segmentCards(db, analysis).filter(({ customers }) => customers > 0);
  const { rhythm, totals, segmentation } = analysis;
  const favourites = favouritesOf(analysis, salesIn(db, analysis));
  const heard = heardIn(db, analysis);
  const industries = traitOf(db, analysis, 'industry');
  const largest = [...cards].sort((a, b) => b.revenue - a.revenue)[0];
  return answerOf({
    answer:
      largest === undefined
        ? ['There is nobody to put into segments: no sale carries a customer.']
        : [
            `Your customers fall into ${say.counted(cards.length, 'segment')}.`,
            `${largest.name} bring the most: ${say.counted(largest.customers, 'customer')} with ${say.shareRounded(largest.revenueShare)} of what known customers have brought since ${say.day(totals.period.from)}.`,
          ],
    facts: [
      result('usualGap', rhythm.shopGap, { n: rhythm.n, period: totals.period, grade: 'C' }),
      ...keyFigures(db, analysis).filter(({ metric }) =>
        ['averageOrderValue', 'repeatShare'].includes(metric),
      ),
    ],
    list: cards.map((card) => {
      const place = segmentation.ids.indexOf(card.id);
      const favourite = favourites.get(place);
      const members = segmentation.planned.segments[place]!.members;
      return entry(
        card.name,
        `${[
          say.counted(card.customers, 'customer'),
          `${say.shareRounded(card.revenueShare)} of that`,
          card.averageRevenue === null ? null : `${say.moneyRounded(card.averageRevenue)} each so far`,
          card.medianGapDays === null ? null : `back every ${say.days(Math.round(card.medianGapDays))}`,
          favourite
            ? `${say.shareRounded(favourite.share)} have bought ${favourite.product}, ${say.shareRounded(favourite.others)} of the others`
            : null,
          industryWords(commonest(industries, members), say),
          heard ? surveyWords(heard, card.name, say) : null,
        ]
          .filter((part) => part !== null)
          .join(', ')}. ${card.rule}.`,
      );
    }),
    cannotKnow: [
      heard ? null : 'What each segment needs and how satisfied it is: nobody has been asked yet.',
      industries.some((industry) => industry !== null)
        ? null
        : 'Industry, size or age of customers: sales do not carry them, and the app never guesses them from names.',
    ],
    next: [
      segmentation.applied ? null : 'These segments are proposed; confirm them under Portfolio, Segments.',
      'Ask three customers of each segment what they come for, and what they buy elsewhere.',
      heard ? null : 'Add answers to a survey: recommend or satisfaction scores, by customer.',
    ],
  });
};

const industryWords = (found: ReturnType<typeof commonest>, say: Formats): string | null =>
  found && found.of >= FEWEST_KNOWN && 2 * found.n > found.of
    ? `mostly ${found.value} (${say.count(found.n)} of ${say.count(found.of)})`
    : null;

/** What is known of fewer says nothing of a group. */
const FEWEST_KNOWN = 5;
/** Fewer answers of a segment are single opinions. */
const FEWEST_ANSWERS = 5;

const surveyWords = ({ bySegment }: Listening, name: string, say: Formats): string | null => {
  const voice = bySegment.find(({ segment }) => segment === name);
  const recommend = voice && numberIn(voice.nps);
  const satisfied = voice && numberIn(voice.csat);
  if (recommend && recommend.n >= FEWEST_ANSWERS)
    return `net promoter score ${say.count(Math.round(recommend.value))} from ${say.counted(recommend.n, 'answer')}`;
  return satisfied && satisfied.n >= FEWEST_ANSWERS
    ? `${say.shareRounded(satisfied.value)} of ${say.count(satisfied.n)} are satisfied`
    : null;
};

type Favourite = { readonly product: string; readonly share: number; readonly others: number };

const FEWEST_BUYERS = 10;
const ALPHA = 0.05;

/** The product that sets a segment apart: surely bought by more of it than of the others, the largest difference first. */
const favouritesOf = (
  { segmentation, purchases }: Analysis,
  { lines, products }: ProductSales,
): ReadonlyMap<number, Favourite> => {
  const { segmentOf, segments } = segmentation.planned;
  const buyers = segments.map(() => new Int32Array(products.length));
  const all = new Int32Array(products.length);
  const n = purchases.customer.length;
  itemsEverBought(lines, n).forEach((bought, i) => {
    const own = buyers[segmentOf[i]!];
    for (const item of bought) {
      all[item]!++;
      if (own) own[item]!++;
    }
  });
  // some of so many products look like a favourite by chance: 5 % is shared out over all that are looked at
  const looked = buyers.reduce((sum, own) => sum + own.filter((count) => count >= FEWEST_BUYERS).length, 0);
  const level = 1 - ALPHA / Math.max(1, looked);
  const found = new Map<number, Favourite>();
  for (const [place, segment] of segments.entries()) {
    const size = segment.members.length;
    let best: Favourite | null = null;
    for (let one = 0; one < products.length; one++) {
      const own = buyers[place]![one]!;
      if (own < FEWEST_BUYERS || n === size) continue;
      const others = (all[one]! - own) / (n - size);
      const share = own / size;
      if (wilson(own, size, level)!.lo <= wilson(all[one]! - own, n - size, level)!.hi) continue;
      if (!best || share - others > best.share - best.others)
        best = { product: products[one]!.name, share, others };
    }
    if (best) found.set(place, best);
  }
  return found;
};
