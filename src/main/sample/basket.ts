import type { Article } from './kind.ts';
import type { Random } from './random.ts';

/** One line of an order; money in minor units, the unit price in mills. A returned line has everything below zero but the price. */
export type Line = {
  readonly article: number;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discount: number;
  readonly amount: number;
  readonly vat: number;
};

/** What a group of customers can choose from, month by month. */
export type Shelf = {
  readonly articles: readonly Article[];
  readonly priceOf: (article: number) => number;
  /** index 1–12 */
  readonly months: readonly MonthShelf[];
  readonly usualMost: number;
  readonly amountsIncludeVat: boolean;
  readonly partner: readonly number[];
};

type MonthShelf = { readonly articles: readonly number[]; readonly weights: readonly number[] };

/** What is wanted of an order. */
export type Wish = {
  /** minor units, before any discount */
  readonly value: number;
  readonly lines: number;
  /** 1–12 */
  readonly month: number;
  readonly favourites: readonly number[];
  /** per cent off; 0 for none */
  readonly discountPercent: number;
};

const MOST_LINES = 15;
const LOOKS = 5;
const FAVOURITE = 0.7;
const PAIR = 0.35;
/** The share of its wished value by which an order of enough lines may fall short. */
const SHORT = 0.3;

export const shelfFor = (articles: readonly Article[], trade: boolean, amountsIncludeVat: boolean): Shelf => {
  const prices = articles.map((a) => (trade ? a.trade : a.price));
  const months = Array.from({ length: 13 }, (_, month): MonthShelf => {
    const there = articles.flatMap((a, i) =>
      prices[i] !== null && (a.months === undefined || a.months.includes(month)) ? [i] : [],
    );
    let sum = 0;
    const weights = there.map((i) => (sum += articles[i]?.weight ?? 0));
    return { articles: there, weights };
  });
  return {
    articles,
    priceOf: (i) => prices[i] ?? 0,
    months,
    usualMost: trade ? 600 : 12,
    amountsIncludeVat,
    partner: articles.map((a) => articles.findIndex((b) => b.code === a.goesWith)),
  };
};

/** Chooses an article that is sold in the month, by its weight. */
export const chooseArticle = (shelf: Shelf, month: number, random: Random): number => {
  const { articles, weights } = shelf.months[month] ?? { articles: [], weights: [] };
  const aim = random.unit() * (weights.at(-1) ?? 0);
  let lo = 0;
  let hi = weights.length - 1;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if ((weights[mid] ?? 0) > aim) hi = mid;
    else lo = mid + 1;
  }
  const chosen = articles[lo];
  if (chosen === undefined) throw new RangeError(`nothing is sold in month ${month}`);
  return chosen;
};

/** Fills a basket so that it comes to about the wished value. */
export const fillBasket = (shelf: Shelf, wish: Wish, random: Random): readonly Line[] => {
  const planned = Math.min(MOST_LINES, 1 + random.poisson(wish.lines - 1));
  const lines: Line[] = [];
  const whole = wish.value * 10;
  let rest = whole;
  while (lines.length < planned ? rest > 0 : rest > whole * SHORT && lines.length < MOST_LINES) {
    const left = Math.max(1, planned - lines.length);
    const portion = rest / left;
    const article = articleFor(shelf, wish, portion, lines, random);
    const price = shelf.priceOf(article);
    const most = shelf.articles[article]?.most ?? shelf.usualMost;
    const wanted = left === 1 ? portion : portion * random.between(0.7, 1.3);
    const quantity = Math.max(1, Math.min(most, Math.round(wanted / price)));
    lines.push(lineOf(shelf, article, quantity, wish.discountPercent));
    rest -= quantity * price;
  }
  return lines;
};

/** Looks a few times for a new article that the portion can pay, else takes the cheapest one seen. */
const articleFor = (
  shelf: Shelf,
  wish: Wish,
  portion: number,
  lines: readonly Line[],
  random: Random,
): number => {
  const taken = (article: number): boolean => lines.some((l) => l.article === article);
  const partner = shelf.partner[lines.at(-1)?.article ?? -1] ?? -1;
  if (random.chance(PAIR) && isSold(shelf, partner, wish.month) && !taken(partner)) return partner;
  let cheapest = -1;
  for (let look = 0; look < LOOKS; look++) {
    const favourite =
      wish.favourites.length > 0 && random.chance(FAVOURITE) ? random.pick(wish.favourites) : -1;
    const article = isSold(shelf, favourite, wish.month)
      ? favourite
      : chooseArticle(shelf, wish.month, random);
    const isNew = !taken(article);
    if (isNew && shelf.priceOf(article) <= portion * 1.3) return article;
    if (cheapest < 0 || (isNew && shelf.priceOf(article) < shelf.priceOf(cheapest))) cheapest = article;
  }
  return cheapest;
};

const isSold = (shelf: Shelf, article: number, month: number): boolean => {
  const there = shelf.articles[article];
  if (there === undefined || shelf.priceOf(article) === 0) return false;
  return there.months === undefined || there.months.includes(month);
};

/** n / d for whole numbers, rounded half away from zero. */
const divided = (n: number, d: number): number => {
  const whole = Math.floor((2 * Math.abs(n) + d) / (2 * d));
  return n < 0 && whole > 0 ? -whole : whole;
};

/** quantity × unit price − discount = amount, each rounded half away from zero to the minor unit. */
export const lineOf = (shelf: Shelf, article: number, quantity: number, discountPercent: number): Line => {
  const unitPrice = shelf.priceOf(article);
  const gross = divided(quantity * unitPrice, 10);
  const discount = divided(gross * discountPercent, 100);
  const amount = gross - discount;
  const rate = shelf.articles[article]?.vat ?? 0;
  const vat = divided(amount * rate, shelf.amountsIncludeVat ? 100 + rate : 100);
  return { article, quantity, unitPrice, discount, amount, vat };
};

/** Part of a line coming back: the same price and discount rate, everything else below zero. */
export const returned = (shelf: Shelf, line: Line, quantity: number): Line => {
  const gross = divided(line.quantity * line.unitPrice, 10);
  const percent = gross === 0 ? 0 : Math.round((line.discount * 100) / gross);
  return lineOf(shelf, line.article, -Math.min(quantity, line.quantity), percent);
};
