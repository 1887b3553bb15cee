import { monthsBefore } from '../calendar/months.ts';
import { median } from '../numeric/order-statistics.ts';
import { fitRenewals, type RenewalFit } from '../value/shifted-beta-geometric.ts';

/** What one customer paid for one renewing product on one day, > 0 in minor units; days since 1970-01-01. */
export type ContractPayment = {
  readonly customer: number;
  readonly product: number;
  readonly day: number;
  readonly net: number;
};

/** Usual lengths of a contract's period in days; a median near one of them is that. */
const USUAL_PERIODS = {
  week: 7,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  'half-year': 365.25 / 2,
  year: 365.25,
} as const;
type PeriodName = keyof typeof USUAL_PERIODS;

export type ContractPeriod = { readonly name: PeriodName | null; readonly days: number };

/** A fifth to either side of a usual period is taken for it. */
const NEAR = 0.2;
/** So many periods after the last payment a contract has ended: half a period late is late, not ended. */
const PATIENCE = 1.5;
const MONTH = USUAL_PERIODS.month;

/**
 * How often each renewing product is paid: the median gap between two payments of a customer.
 * @returns by product; absent where nobody paid twice
 */
export const contractPeriods = (
  payments: readonly ContractPayment[],
): ReadonlyMap<number, ContractPeriod> => {
  const gaps = new Map<number, number[]>();
  for (const own of byContract(payments))
    for (let k = 1; k < own.length; k++) {
      const { product, day } = own[k]!;
      const known = gaps.get(product);
      const gap = day - own[k - 1]!.day;
      if (known) known.push(gap);
      else gaps.set(product, [gap]);
    }
  return new Map([...gaps].map(([product, days]) => [product, periodNear(median(days))]));
};

const periodNear = (days: number): ContractPeriod => {
  const found = Object.entries(USUAL_PERIODS).find(([, usual]) => Math.abs(days / usual - 1) <= NEAR);
  return found ? { name: found[0] as PeriodName, days: found[1] } : { name: null, days };
};

/** Payments of each customer for each product, by day. */
const byContract = (payments: readonly ContractPayment[]): ContractPayment[][] =>
  [...Map.groupBy(payments, ({ customer, product }) => `${customer} ${product}`).values()].map((own) =>
    own.sort((a, b) => a.day - b.day),
  );

/** What each customer's contracts bring a month on a day, minor units; absent for who has none that day. */
export const monthlyOn = (
  payments: readonly ContractPayment[],
  periods: ReadonlyMap<number, ContractPeriod>,
  on: number,
): ReadonlyMap<number, number> => {
  const monthly = new Map<number, number>();
  for (const own of byContract(payments.filter(({ day }) => day <= on))) {
    const { customer, product, day, net } = own.at(-1)!;
    const period = periods.get(product);
    if (!period || on > day + PATIENCE * period.days) continue;
    monthly.set(customer, (monthly.get(customer) ?? 0) + (net * MONTH) / period.days);
  }
  return monthly;
};

/** Lengths of the period in which churn is told, the longest that has contracts at its start. */
const WINDOWS = [12, 6, 3, 1] as const;

/** @returns the months and the day before them; null while no contract is a month old */
export const contractWindow = (
  payments: readonly ContractPayment[],
  asOf: number,
): { readonly months: number; readonly start: number } | null => {
  const first = payments.reduce((least, { day }) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const months = WINDOWS.find((m) => first <= monthsBefore(asOf, m));
  return months === undefined ? null : { months, start: monthsBefore(asOf, months) };
};

/** Contracts of one period length: how many outlived which renewal, and the model of it. */
export type Renewals = {
  readonly period: ContractPeriod;
  /** contracts whose beginning is in the sales and which had a renewal to decide */
  readonly contracts: number;
  /** by the number of renewals they had to decide: how many there were, and were left after the first, second … */
  readonly cohorts: readonly (readonly number[])[];
  readonly fit: RenewalFit;
};

/**
 * Renewals decided so far (Fader & Hardie 2007): a contract that is paid later again has only paused. Contracts that were there
 * when the sales begin have an unknown age and take no part.
 * @param firstDay of all sales  @param asOf the last day
 */
export const renewalsOf = (
  payments: readonly ContractPayment[],
  periods: ReadonlyMap<number, ContractPeriod>,
  firstDay: number,
  asOf: number,
): Renewals[] => {
  const ages = new Map<number, { period: ContractPeriod; decided: number; renewed: number }[]>();
  for (const own of Map.groupBy(payments, ({ customer }) => customer).values()) {
    const period = periodOf(own, periods);
    if (!period) continue;
    const first = own.reduce((least, { day }) => Math.min(least, day), Number.POSITIVE_INFINITY);
    const last = own.reduce((most, { day }) => Math.max(most, day), Number.NEGATIVE_INFINITY);
    if (first < firstDay + PATIENCE * period.days) continue;
    const decided = Math.floor((asOf - first) / period.days - (PATIENCE - 1));
    if (decided < 1) continue;
    const renewed = Math.min(decided, Math.round((last - first) / period.days));
    const known = ages.get(period.days);
    if (known) known.push({ period, decided, renewed });
    else ages.set(period.days, [{ period, decided, renewed }]);
  }
  return [...ages.values()]
    .map((contracts) => {
      const cohorts = [...Map.groupBy(contracts, ({ decided }) => decided)].map(([decided, own]) =>
        Array.from({ length: decided + 1 }, (_, t) => own.filter(({ renewed }) => renewed >= t).length),
      );
      return {
        period: contracts[0]!.period,
        contracts: contracts.length,
        cohorts,
        fit: fitRenewals(cohorts),
      };
    })
    .sort((a, b) => b.contracts - a.contracts || a.period.days - b.period.days);
};

/** The period of what a customer paid for most often. */
const periodOf = (
  own: readonly ContractPayment[],
  periods: ReadonlyMap<number, ContractPeriod>,
): ContractPeriod | null => {
  const counts = [...Map.groupBy(own, ({ product }) => product)].map(([product, paid]) => ({
    product,
    n: paid.length,
  }));
  const [most] = counts.sort((a, b) => b.n - a.n || a.product - b.product);
  return (most && periods.get(most.product)) ?? null;
};
