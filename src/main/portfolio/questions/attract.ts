import type { Formats } from '../../../shared/format.ts';
import { dayFromNumber } from '../../../shared/model/day.ts';
import { capital } from '../../../shared/words.ts';
import {
  type Beginning,
  firstPurchaseTraits,
  WATCHED_DAYS,
} from '../../analytics/acquisition/first-purchase-traits.ts';
import { result } from '../../analytics/estimate.ts';
import { leftTruncation } from '../../analytics/value/left-truncation.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { type ProductSales, salesIn } from '../analysis/products/sold-lines.ts';
import { traitOf } from '../analysis/traits.ts';
import { acquisitionIn } from '../value/acquisition.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';
import { prospectsIn } from './prospects.ts';

const LISTED = 8;

/** 3 How can we attract more customers from specific segments? */
export const attract = ({ db, analysis, say }: Asked): Answer => {
  const sources = traitOf(db, analysis, 'acquired_by');
  const spent = 'all' in acquisitionIn(db, analysis);
  const { strangers, quotes } = prospectsIn(db, analysis.asOf);
  const { beginnings, traits } = beginningsOf(analysis, salesIn(db, analysis), sources, say);
  const found = firstPurchaseTraits(beginnings, traits.length);
  const named = (trait: number): string => traits[trait]!.label;
  const best = found?.standingOut[0];
  return answerOf({
    answer: found
      ? [
          `Of ${say.counted(found.n, 'customer')} whose first purchase and the ${WATCHED_DAYS} days after it are known, ${say.count(found.good)} became good ones.`,
          best
            ? `It happened most often after ${named(best.trait)}: ${say.count(best.good)} of ${say.count(best.share.n)}. Look for more who begin like that.`
            : `No product, month or weekday of the first purchase stands out among the ${say.count(found.tested)} looked at: good customers begin like all others.`,
        ]
      : [
          `What good customers began with cannot be told yet: ${say.counted(beginnings.length, 'customer')} can be followed for ${WATCHED_DAYS} days from their first purchase on, and it takes 50.`,
        ],
    facts: found
      ? [result('goodStartShare', found.share, { n: found.n, period: analysis.totals.period, grade: 'C' })]
      : [],
    list: (found?.standingOut ?? [])
      .slice(0, LISTED)
      .map(({ trait, good, share }) =>
        entry(
          capital(named(trait)),
          `${say.count(good)} of ${say.count(share.n)} became good customers (${say.shareRounded(share.value)}), against ${say.shareRounded(found!.share)} of all.`,
        ),
      ),
    cannotKnow: [
      sources.some((source) => source !== null)
        ? null
        : 'Where new customers heard of you: nothing is recorded under "acquired through".',
      spent ? null : 'What winning them cost: acquisition spend is missing.',
      strangers > 0 || quotes.open > 0
        ? null
        : 'Who does not buy from you yet: prospects and quotes are missing.',
    ],
    next: [
      best && traits[best.trait]!.product !== null
        ? `Put ${traits[best.trait]!.product} where new customers see it first.`
        : null,
      strangers > 0
        ? `Begin with the ${say.counted(strangers, 'prospect')} you know already${quotes.open > 0 ? `, first those with a quote that is open and valid (${say.count(quotes.open)})` : ''}.`
        : null,
      sources.some((source) => source !== null)
        ? null
        : 'Ask every new customer how they found you, and keep the answer with their name.',
      'Ask your best customers to recommend you: they know others like themselves.',
    ],
  });
};

/** What a first purchase was like, in words; the product where it is one. */
type Trait = { readonly label: string; readonly product: string | null };

/** How every customer began who has been known for 180 days, and was not there when the sales begin. */
const beginningsOf = (
  { history, purchases, rhythm }: Analysis,
  { lines, products }: ProductSales,
  sources: readonly (string | null)[],
  say: Formats,
): { readonly beginnings: Beginning[]; readonly traits: readonly Trait[] } => {
  const { truncated, cohort } = leftTruncation(history, purchases, rhythm.shopGap);
  const traits: Trait[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (label: string, product: string | null = null): number => {
    const known = numbers.get(label);
    if (known !== undefined) return known;
    numbers.set(label, traits.length);
    return traits.push({ label, product }) - 1;
  };
  const traitsOf = new Map<number, Set<number>>();
  for (let i = 0; i < purchases.customer.length; i++) {
    if (purchases.purchaseDays[i] === 0 || purchases.T[i]! < WATCHED_DAYS) continue;
    if (truncated[i] === 1 && !cohort) continue;
    const day = dayFromNumber(purchases.firstDay[i]!);
    const source = sources[i];
    const weekday = ((purchases.firstDay[i]! + 3) % 7) + 1;
    traitsOf.set(
      i,
      new Set([
        numberOf(`a first purchase in ${say.monthOfYear(Number(day.slice(5, 7)))}`),
        numberOf(`a first purchase on a ${say.weekday(weekday)}`),
        ...(source == null ? [] : [numberOf(`a start through ${source}`)]),
      ]),
    );
  }
  for (let k = 0; k < lines.item.length; k++) {
    const customer = lines.customer[k]!;
    if (customer < 0 || lines.net[k]! <= 0 || lines.day[k] !== purchases.firstDay[customer]) continue;
    const { name, category } = products[lines.item[k]!]!;
    const own = traitsOf.get(customer);
    own?.add(numberOf(`${name} in the first purchase`, name));
    if (category !== null) own?.add(numberOf(`something of ${category} in the first purchase`));
  }
  return {
    beginnings: [...traitsOf].map(([i, traits]) => ({
      traits: [...traits],
      later: revenueAfterFirst(history, purchases.firstDay[i]!, i),
    })),
    traits,
  };
};

const revenueAfterFirst = ({ start, day, net }: Analysis['history'], first: number, i: number): number => {
  let sum = 0;
  for (let k = start[i]!; k < start[i + 1]!; k++)
    if (day[k]! > first && day[k]! <= first + WATCHED_DAYS) sum += net[k]!;
  return sum;
};
