import type { IsoDay } from '../../shared/model/day.ts';
import type { IssueCode } from '../../shared/model/importing.ts';
import type { Minor } from '../../shared/model/money.ts';

export const SAMPLE_KINDS = ['bakery', 'wholesale', 'webshop', 'clinic'] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];

/**
 * @property customers how many identified customers the file holds; each of them buys at least once
 * @property until the last day of the file; the first is two and a half years earlier
 */
export type SampleOptions = {
  readonly kind: SampleKind;
  readonly customers: number;
  readonly seed: number;
  readonly until: IsoDay;
};

export type TrueGrowth = 'growing' | 'declining' | 'steady';

/** A made-up customer: first what was designed, then under `bought` what the file says of it. */
export type TrueCustomer = {
  /** the customer number in the file */
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly type: string;
  /** the day of the first purchase ever; it lies before `from` where the customer is older than the file */
  readonly born: IsoDay;
  /** the first day without the customer: no purchase on it or later (a return may still follow) */
  readonly lostOn: IsoDay | null;
  readonly growth: TrueGrowth;
  /** what one year does to the customer's revenue: 1.4 is 40 % more. Free rhythms change in rate, standing orders in value. */
  readonly yearlyFactor: number;
  /** `free`: visits come at random, at most one a day; `standing`: fixed weekdays */
  readonly rhythm: 'free' | 'standing';
  /** visits a week in an average week when the file begins, or at birth */
  readonly ratePerWeek: number;
  /** what an order is meant to come to, in the terms of the Amount column, when the file begins, or at birth */
  readonly meanValue: Minor;
  readonly bought: Bought;
};

/** What the records that can be imported say of one customer. */
export type Bought = {
  /** receipts, credit notes among them */
  readonly orders: number;
  /** days with revenue above zero */
  readonly purchaseDays: number;
  /** without VAT, returns taken off */
  readonly revenueMinor: Minor;
  /** first and last purchase day */
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
};

export type SampleTruth = {
  readonly kind: SampleKind;
  readonly from: IsoDay;
  readonly until: IsoDay;
  readonly currency: string;
  /** whether the Amount column includes the VAT beside it */
  readonly amountsIncludeVat: boolean;
  /** the share of revenue without a customer that was aimed at */
  readonly anonymousShare: number;
  /** Monday is 0 */
  readonly closedWeekdays: readonly number[];
  readonly customers: readonly TrueCustomer[];
};

/**
 * What an import of the file must come to. `records = imported + Σ leftOut`; blank lines and the header are no
 * records, the TOTAL row is one. Amounts are sums of the Amount column as written, revenue is without VAT.
 */
export type SampleExpected = {
  readonly currency: string;
  readonly records: number;
  readonly imported: number;
  readonly leftOut: Readonly<Partial<Record<IssueCode, number>>>;
  readonly leftOutRecords: number;
  readonly blankLines: number;
  /** receipts with at least one imported line, credit notes among them */
  readonly orders: number;
  readonly anonymousOrders: number;
  /** credit notes: receipts whose lines are all below zero */
  readonly refunds: number;
  readonly refundLines: number;
  readonly customers: number;
  readonly products: number;
  readonly amountMinor: Minor;
  readonly vatMinor: Minor;
  readonly revenueMinor: Minor;
  readonly anonymousRevenueMinor: Minor;
  /** readable amounts in records that are left out, without the TOTAL row */
  readonly leftOutAmountMinor: Minor;
  readonly leftOutRevenueMinor: Minor;
  /** what the TOTAL row says: imported and left out together */
  readonly totalRowMinor: Minor;
  readonly period: { readonly from: IsoDay; readonly to: IsoDay };
};

export type Sample = {
  readonly fileName: string;
  readonly csv: string;
  readonly truth: SampleTruth;
  readonly expected: SampleExpected;
};
