/** What is done for customers and can be counted. */
export const ACTIVITIES = ['order', 'delivery', 'visit', 'supportMinute', 'return'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** All that serving a customer costs, in the order it is shown. */
export const SERVING_COSTS = [...ACTIVITIES, 'paymentFee', 'latePayment', 'direct'] as const;
export type ServingCost = (typeof SERVING_COSTS)[number];

/** What was done for each customer; every column has one entry per customer. */
export type ServiceRecord = {
  readonly counts: Readonly<Record<Activity, Float64Array>>;
  /** paid in ways that cost a fee, minor units */
  readonly paid: Float64Array;
  /** Σ amount × days it was paid late, minor units × days */
  readonly lateMoneyDays: Float64Array;
  /** costs recorded for a customer as such, minor units */
  readonly direct: Float64Array;
};

/** Cost of one order, delivery …, minor units; fractions of the amount for payments; null where the owner has not said. */
export type ServiceRates = Readonly<Record<Activity, number | null>> & {
  /** 0.014 for 1.4 % */
  readonly paymentFee: number | null;
  /** per year, 0.08 for 8 % */
  readonly financeRate: number | null;
};

export type CostToServe = {
  /** minor units per customer */
  readonly total: Float64Array;
  /** per customer, by what it is for; they add up to the total */
  readonly parts: Readonly<Record<ServingCost, Float64Array>>;
  /** what was done but has no rate, and so costs nothing here */
  readonly missing: readonly ServingCost[];
};

const DAYS_A_YEAR = 365;

/** Full cost to serve of each customer: Σ count × unit cost, fees, financing of late payments, direct costs (MODELS 3). */
export const costToServe = (record: ServiceRecord, rates: ServiceRates): CostToServe => {
  const n = record.direct.length;
  const missing: ServingCost[] = [];
  const times = (name: ServingCost, counts: Float64Array, rate: number | null): Float64Array => {
    if (rate === null) {
      if (counts.some((count) => count !== 0)) missing.push(name);
      return new Float64Array(n);
    }
    return counts.map((count) => count * rate);
  };
  const { counts } = record;
  const late = rates.financeRate === null ? null : rates.financeRate / DAYS_A_YEAR;
  const parts: Record<ServingCost, Float64Array> = {
    order: times('order', counts.order, rates.order),
    delivery: times('delivery', counts.delivery, rates.delivery),
    visit: times('visit', counts.visit, rates.visit),
    supportMinute: times('supportMinute', counts.supportMinute, rates.supportMinute),
    return: times('return', counts.return, rates.return),
    paymentFee: times('paymentFee', record.paid, rates.paymentFee),
    latePayment: times('latePayment', record.lateMoneyDays, late),
    direct: record.direct.slice(),
  };
  const total = new Float64Array(n);
  for (const part of Object.values(parts)) for (let i = 0; i < n; i++) total[i]! += part[i]!;
  return { total, parts, missing };
};

/**
 * Cost of an activity from the time it takes (time-driven activity-based costing, Kaplan & Anderson 2004).
 * @param capacity cost of those who do it over a period, minor units  @param available minutes they have in it
 * @param minutes one activity takes  @throws RangeError without available minutes
 */
export const activityCost = (capacity: number, available: number, minutes: number): number => {
  if (!(available > 0)) throw new RangeError(`no available minutes: ${available}`);
  return (capacity / available) * minutes;
};
