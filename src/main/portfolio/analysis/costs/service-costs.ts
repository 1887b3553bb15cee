import { dayFromNumber } from '../../../../shared/model/day.ts';
import { type Minor, minor } from '../../../../shared/model/money.ts';
import type { PurchaseHistory } from '../../../analytics/history.ts';
import type { OtherCosts } from '../../../analytics/value/contribution.ts';
import { type Activity, costToServe, type DirectCost } from '../../../analytics/value/cost-to-serve.ts';
import type { Readable } from '../../../database/connection.ts';
import { q, sql } from '../../../database/query.ts';
import { interactionType } from '../../../import/values/choices.ts';
import { nameKey } from '../../../import/values/name-key.ts';

/** What serving cost, and what of it depends on the orders or on what was paid: minor units, one entry per customer. */
export type ServiceCosts = OtherCosts & {
  readonly withOrders: Float64Array;
  readonly withRevenue: Float64Array;
};

type Rate = { readonly key: string; readonly activity: string; readonly unit: string; readonly rate: number };
type Place = number;

/** What the owner has told of the work done for customers, as known on the day of the analysis. */
export type ServiceRecord = {
  readonly rates: readonly Rate[];
  readonly entries: readonly Entry[];
  readonly contacts: readonly Contact[];
  readonly orders: readonly Orders[];
};

type Entry = {
  /** −1 for the business as a whole */
  readonly place: Place;
  readonly day: string;
  readonly activity: string;
  readonly quantity: number | null;
  readonly amount: number | null;
};
type Contact = {
  readonly place: Place;
  readonly day: string;
  readonly type: string;
  readonly label: string;
  readonly minutes: number;
};
type Orders = {
  readonly place: Place;
  readonly day: string;
  readonly sold: number;
  readonly returned: number;
  readonly paid: number;
};

const MICRO = 1e6;

/** @param placeOf place of a customer id in the columns of the analysis @param minorUnits in one of the currency */
export const serviceRecord = (
  db: Readable,
  history: PurchaseHistory,
  placeOf: ReadonlyMap<number, Place>,
  minorUnits: number,
): ServiceRecord => {
  const asOf = dayFromNumber(history.asOf);
  const placed = <T extends { customer: number | null }>(row: T): T & { place: Place } => ({
    ...row,
    place: row.customer === null ? -1 : (placeOf.get(row.customer) ?? -1),
  });
  const rates = db
    .all(
      q.selectFrom('cost_rate_now').select(['key', 'activity', 'unit', 'rate_micro as micro']).orderBy('key'),
    )
    .map(({ micro, ...rest }) => ({ ...rest, rate: (micro / MICRO) * minorUnits }));
  const entries = db
    .all(
      q
        .selectFrom('cost_entry_now as e')
        .leftJoin('customer_identity as i', 'i.id', 'e.identity_id')
        .select([
          'i.customer_id as customer',
          'e.day',
          'e.activity',
          sql<number | null>`e.quantity_micro / 1e6`.as('quantity'),
          'e.amount_minor as amount',
        ])
        .where('e.day', '<=', asOf)
        .orderBy('e.key'),
    )
    .map(placed);
  const contacts = db
    .all(
      q
        .selectFrom('interaction_now as n')
        .innerJoin('customer_identity as i', 'i.id', 'n.identity_id')
        .select([
          'i.customer_id as customer',
          'n.day',
          'n.type',
          'n.label',
          sql<number>`coalesce(n.duration_seconds, 0) / 60.0`.as('minutes'),
        ])
        .where('n.day', '<=', asOf),
    )
    .map(placed);
  const orders = rates.some(({ activity, unit }) => perOrder(activity, unit))
    ? db
        .all(
          q
            .selectFrom('sales_order as o')
            .innerJoin('customer_identity as i', 'i.id', 'o.identity_id')
            .select(({ fn }) => [
              'i.customer_id as customer',
              'o.ordered_on as day',
              fn.countAll<number>().filterWhere('o.revenue_minor', '>', minor(0)).as('sold'),
              fn.countAll<number>().filterWhere('o.revenue_minor', '<', minor(0)).as('returned'),
              sql<Minor>`sum(max(o.revenue_minor, 0))`.as('paid'),
            ])
            .where('o.ordered_on', '<=', asOf)
            .groupBy(['i.customer_id', 'o.ordered_on']),
        )
        .map(placed)
    : [];
  return { rates, entries, contacts, orders };
};

export const isEmptyRecord = ({ rates, entries }: ServiceRecord): boolean =>
  rates.length === 0 && entries.length === 0;

const RETURN = /return|refund|retour|rücksend|rückgabe|reklam|devol|reso\b|resi\b/i;
const ORDER = /\border|bestell|auftrag|command|pedid|ordin|encomend/i;
const FEE = /fee|gebühr|commission|kommission|provision|frais|comisi|commissi|kosten|tarifa|taxa|card|karte/i;
const MINUTE = /min/i;
const HOUR = /^(h|hr|hours?|std|stunden?|heures?|horas?|ore|uur|uren)\.?$/i;

/** Whether a rate depends on the orders themselves: one each, one for each return, or a fraction of what was paid. */
const perOrder = (activity: string, unit: string): 'returned' | 'sold' | 'paid' | null => {
  if (unit.includes('%')) return FEE.test(activity) ? 'paid' : null;
  if (MINUTE.test(unit) || HOUR.test(unit)) return null;
  return RETURN.test(activity) ? 'returned' : ORDER.test(activity) ? 'sold' : null;
};

/**
 * What serving cost on the days after a day number, all of them if it is left out. What was spent on somebody who has not
 * bought, or may not be profiled, is put down to nobody.
 * @param customers how many the analysis has
 */
export const serviceCosts = (
  record: ServiceRecord,
  customers: number,
  minorUnits: number,
  after?: number,
): ServiceCosts => {
  const from = after === undefined ? '' : dayFromNumber(after);
  const within = <T extends { readonly day: string }>(list: readonly T[]): readonly T[] =>
    list.filter(({ day }) => day > from);
  const { done, spent, overhead } = entered(record.rates, within(record.entries), customers);
  const [orders, contacts] = [within(record.orders), within(record.contacts)];
  const goingBy = { sold: new Float64Array(customers), paid: new Float64Array(customers) };
  const counted = record.rates.map((rate): Activity => {
    const { activity, unit } = rate;
    const by = perOrder(activity, unit);
    const counts = by === null ? contactCounts(rate, contacts, customers) : new Float64Array(customers);
    if (by !== null) for (const each of orders) if (each.place >= 0) counts[each.place]! += each[by];
    // a percentage is written like so many units of the currency
    const one = by === 'paid' ? rate.rate / minorUnits / 100 : rate.rate;
    if (by !== null) {
      const sums = goingBy[by === 'paid' ? 'paid' : 'sold'];
      for (let i = 0; i < customers; i++) sums[i]! += counts[i]! * one;
    }
    return { name: activity, counts, rate: one };
  });
  return {
    serving: costToServe([...counted, ...done], spent, customers),
    overhead,
    withOrders: goingBy.sold,
    withRevenue: goingBy.paid,
  };
};

/** How often, or for how long, there was the contact that a rate is for. */
const contactCounts = (
  { key, activity, unit }: Rate,
  contacts: readonly Contact[],
  customers: number,
): Float64Array => {
  const counts = new Float64Array(customers);
  const type = interactionType(activity);
  const hours = HOUR.test(unit);
  const timed = hours || MINUTE.test(unit) || MINUTE.test(activity);
  for (const { place, label, type: own, minutes } of contacts) {
    if (place < 0 || !(type === 'other' ? nameKey(label) === key : own === type)) continue;
    counts[place]! += timed ? minutes / (hours ? 60 : 1) : 1;
  }
  return counts;
};

type Entered = {
  readonly done: readonly Activity[];
  readonly spent: readonly DirectCost[];
  readonly overhead: number;
};

/** What was entered day by day: quantities of an activity, amounts, and what is for the business as a whole. */
const entered = (rates: readonly Rate[], entries: readonly Entry[], customers: number): Entered => {
  const rateOf = new Map(rates.map((rate) => [rate.key, rate]));
  const done = new Map<string, Activity>();
  const spent = new Map<string, DirectCost>();
  let overhead = 0;
  for (const { place, activity, quantity, amount } of entries) {
    const known = rateOf.get(nameKey(activity));
    if (place < 0) {
      overhead += amount ?? (quantity ?? 0) * (known?.rate ?? 0);
      continue;
    }
    const name = known?.activity ?? activity;
    const key = nameKey(activity);
    if (amount === null) {
      const one = done.get(key) ?? { name, counts: new Float64Array(customers), rate: known?.rate ?? null };
      one.counts[place]! += quantity ?? 0;
      done.set(key, one);
    } else {
      const one = spent.get(key) ?? { name, amounts: new Float64Array(customers) };
      one.amounts[place]! += amount;
      spent.set(key, one);
    }
  }
  return { done: [...done.values()], spent: [...spent.values()], overhead };
};
