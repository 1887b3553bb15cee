import { dayNumber, type IsoDay } from '../../../shared/model/day.ts';
import type { PurchaseHistory } from '../../analytics/history.ts';
import {
  type ContractPayment,
  type ContractPeriod,
  contractPeriods,
  monthlyOn,
} from '../../analytics/retention/contract-book.ts';
import type { Rhythm } from '../../analytics/retention/rhythm.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { articleIds } from './products/product-list.ts';

/** Who has or had a renewing contract, by place of the customer (MODELS 4): told apart from those who buy when they like. */
export type Contracts = {
  readonly products: readonly string[];
  readonly payments: readonly ContractPayment[];
  readonly periods: ReadonlyMap<number, ContractPeriod>;
  readonly state: readonly ContractState[];
};

/** null for who never had one */
export type ContractState = 'active' | 'ended' | null;

/** @returns null while no product is marked as renewing, or nobody bought one */
export const contractsOf = (
  db: Readable,
  asOf: IsoDay,
  placeOf: ReadonlyMap<number, number>,
): Contracts | null => {
  const products = db.all(
    q
      .selectFrom('product_mark as m')
      .innerJoin('product as p', (join) =>
        join.onRef('p.value', '=', 'm.value').onRef('p.kind', '=', 'm.kind'),
      )
      .select(['p.id', 'p.name'])
      .where('m.role', '=', 'renewing')
      .orderBy('p.id'),
  );
  if (products.length === 0) return null;
  const productOf = articleIds(db);
  const payments = db
    .all(
      q
        .selectFrom('order_line as l')
        .innerJoin('sales_order as o', 'o.id', 'l.order_id')
        .innerJoin('customer_identity as i', 'i.id', 'o.identity_id')
        .select(({ fn }) => [
          'i.customer_id as customer',
          'l.product_id as product',
          'o.ordered_on as day',
          fn.sum<number>('l.revenue_minor').as('net'),
        ])
        .where(
          'l.product_id',
          'in',
          products.map(({ id }) => id),
        )
        .where('o.ordered_on', '<=', asOf)
        .groupBy(['i.customer_id', 'l.product_id', 'o.ordered_on'])
        .having(({ eb, fn }) => eb(fn.sum<number>('l.revenue_minor'), '>', 0)),
    )
    .flatMap(({ customer, product, day, net }): ContractPayment[] => {
      const place = placeOf.get(customer);
      return place === undefined || product === null
        ? []
        : [{ customer: place, product: productOf.get(product) ?? product, day: dayNumber(day), net }];
    });
  if (payments.length === 0) return null;
  const periods = contractPeriods(payments);
  const active = monthlyOn(payments, periods, dayNumber(asOf));
  const state = new Array<ContractState>(placeOf.size).fill(null);
  // of what nobody has paid twice it is not known when it should have been paid again
  for (const { customer, product } of payments)
    if (active.has(customer) || !periods.has(product)) state[customer] = 'active';
    else state[customer] ??= 'ended';
  return { products: [...new Set(products.map(({ name }) => name))], payments, periods, state };
};

/** The same history without what customers with a contract bought: habits are told of the others alone. */
export const withoutContracts = <H extends PurchaseHistory>(history: H, contracts: Contracts | null): H => {
  if (contracts === null) return history;
  const net = Float64Array.from(history.net);
  for (let i = 0; i < history.customer.length; i++)
    if (contracts.state[i] !== null) net.fill(0, history.start[i], history.start[i + 1]);
  return { ...history, net };
};

/** Silence says nothing of a contract: who has one is regular, whose has ended has no rhythm. */
export const rhythmWithContracts = (rhythm: Rhythm, contracts: Contracts | null): Rhythm =>
  contracts === null
    ? rhythm
    : {
        ...rhythm,
        state: rhythm.state.map((state, i) => {
          const contract = contracts.state[i];
          if (contract === 'ended') return null;
          return contract === 'active' && state !== 'new' ? 'regular' : state;
        }),
        overdueRatio: rhythm.overdueRatio.map((ratio, i) =>
          contracts.state[i] === 'active' ? Math.min(ratio, 1) : ratio,
        ),
      };
