import type { SampleKind, TrueGrowth } from './truth.ts';

/** Prices are whole mills (tenths of a minor unit), because three-decimal prices are common in trade. */
export type Article = {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  /** mills on the price list; null where only trade customers get it */
  readonly price: number | null;
  /** mills for trade customers; null where they do not get it */
  readonly trade: number | null;
  /** per cent of VAT */
  readonly vat: number;
  /** how often it is chosen, against the others */
  readonly weight: number;
  /** months in which it is sold; all when absent */
  readonly months?: readonly number[];
  /** the most of it on one line; 12 for the price list and 600 for trade when absent */
  readonly most?: number;
  /** the code of an article that is often bought with it */
  readonly goesWith?: string;
};

/** Fixed weekdays (Monday is 0), every so many weeks. */
export type Standing = { readonly weekdays: readonly number[]; readonly everyWeeks: number };

export type Rhythm =
  | { readonly kind: 'free'; readonly perWeek: number; readonly shape: number }
  | { readonly kind: 'standing'; readonly patterns: readonly Standing[]; readonly skip: number };

/** A part that is written for one customer of a type instead of drawn. */
export type Fate = {
  readonly growth?: TrueGrowth;
  readonly yearlyFactor?: number;
  /** lost so many days before the end of the file */
  readonly lostDaysAgo?: number;
  /** first purchase so many days before the end of the file */
  readonly newDaysAgo?: number;
  readonly valueTimes?: number;
  readonly standing?: Standing;
};

export type CustomerType = {
  readonly name: string;
  /** what a business of this type is called, `null` for people */
  readonly business: string | null;
  readonly keyPrefix: string;
  /** share of all identified customers */
  readonly share: number;
  readonly rhythm: Rhythm;
  /** an order in minor units: mean over customers, and spread between them (coefficient of variation) */
  readonly value: number;
  readonly valueSpread: number;
  readonly linesPerOrder: number;
  readonly trade: boolean;
  /** share whose first purchase lies within the file */
  readonly newcomers: number;
  /** share of the newcomers who never come back */
  readonly oneTime: number;
  /** rate of loss a year: exp(−rate) stay */
  readonly lossPerYear: number;
  readonly growing: number;
  readonly declining: number;
  /** share of orders with a discount, and its per cent */
  readonly discountShare: number;
  readonly discountPercent: number;
  readonly returns: number;
  readonly email: number;
  readonly phone: number;
  /** how strongly the season moves this type: 0 not at all, 1 as the shop */
  readonly seasonality: number;
  /** relative visits from Monday to Sunday */
  readonly weekdays: readonly number[];
  /** first and last hour of the day */
  readonly hours: readonly [number, number];
  /** the first customers of the type, by design */
  readonly fates: readonly Fate[];
};

export type Headings = {
  readonly order: string;
  readonly date: string;
  readonly time: string;
  readonly customerKey: string;
  readonly customer: string;
  readonly email: string;
  readonly phone: string;
  readonly articleCode: string;
  readonly article: string;
  readonly category: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string;
  readonly amount: string;
  readonly vat: string;
  readonly currency: string;
  readonly status: string;
};

export type Season = {
  /** January to December, 1 is usual */
  readonly months: readonly number[];
  /** factor over the twelve days up to 24 December, and over the week up to Easter Saturday */
  readonly christmas: number;
  readonly easter: number;
  /** closed on 1 January, Easter Sunday and Monday, 25 and 26 December */
  readonly holidays: boolean;
};

/** Sales without a customer, as a pseudo-type: how they look and which share of the revenue they aim at. */
export type Anonymous = {
  readonly share: number;
  readonly value: number;
  readonly linesPerOrder: number;
  readonly weekdays: readonly number[];
  readonly hours: readonly [number, number];
};

/** Everything that makes one kind of business. */
export type Kind = {
  readonly kind: SampleKind;
  readonly fileName: string;
  /** customers of a believable business of this kind */
  readonly usualCustomers: number;
  readonly currency: string;
  readonly amountsIncludeVat: boolean;
  readonly headings: Headings;
  readonly firstOrder: number;
  readonly paid: string;
  readonly cancelled: string;
  readonly cancelledShare: number;
  /** days until goods come back */
  readonly returnDelay: readonly [number, number];
  readonly season: Season;
  readonly types: readonly CustomerType[];
  readonly anonymous: Anonymous | null;
  readonly articles: readonly Article[];
};
