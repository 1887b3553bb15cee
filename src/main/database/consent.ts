import type { IsoDay } from '../../shared/model/day.ts';
import type { Readable } from './connection.ts';
import { q, type Selectable, type Tables } from './query.ts';

export type ConsentChannel = Tables['consent']['channel'];

/** What one identity has decided for one channel, as it is in force. */
export type ConsentInForce = {
  readonly identity: number;
  readonly channel: ConsentChannel;
  readonly granted: boolean;
  readonly decidedOn: IsoDay | null;
};

type Claim = Selectable<Tables['consent']>;

/**
 * Consents in force, by identity and channel (DEFINITIONS 22). The latest dated decision holds, an opt-out where two
 * are of one day; without a date, what the latest import says. A dated opt-out beats every undated opt-in; an undated
 * opt-out of a later import beats a dated opt-in.
 */
export const consentsInForce = (db: Readable): ConsentInForce[] => {
  const claims = db.all(
    q.selectFrom('consent').selectAll().orderBy('identity_id').orderBy('channel').orderBy('batch_id'),
  );
  const groups = Map.groupBy(claims, ({ identity_id, channel }) => `${identity_id} ${channel}`);
  return [...groups.values()].map((group) => {
    const { identity_id, channel, granted, decided_on } = inForce(group);
    return { identity: identity_id, channel, granted: granted === 1, decidedOn: decided_on };
  });
};

const inForce = (claims: readonly Claim[]): Claim => {
  const dated = claims
    .filter(({ decided_on }) => decided_on !== null)
    .sort((a, b) =>
      a.decided_on! < b.decided_on! ? 1 : a.decided_on! > b.decided_on! ? -1 : a.granted - b.granted,
    )[0];
  const undated = claims.findLast(({ decided_on }) => decided_on === null);
  if (!dated) return undated!;
  if (!undated) return dated;
  return dated.granted === 1 && undated.granted === 0 && undated.batch_id > dated.batch_id ? undated : dated;
};

/** How a customer may be reached: granted, refused, or unknown, which means not. */
export type Contactability = Readonly<Partial<Record<ConsentChannel, boolean>>>;

/** By customer; a refusal under one of their names holds for all of them. */
export const contactability = (db: Readable): ReadonlyMap<number, Contactability> => {
  const customerOf = new Map(
    db
      .all(
        q
          .selectFrom('customer_identity as i')
          .innerJoin('consent as c', 'c.identity_id', 'i.id')
          .select(['i.id', 'i.customer_id'])
          .distinct(),
      )
      .map(({ id, customer_id }) => [id, customer_id]),
  );
  const byCustomer = new Map<number, Partial<Record<ConsentChannel, boolean>>>();
  for (const { identity, channel, granted } of consentsInForce(db)) {
    const customer = customerOf.get(identity);
    if (customer === undefined) continue;
    const known = byCustomer.get(customer) ?? {};
    known[channel] = (known[channel] ?? true) && granted;
    byCustomer.set(customer, known);
  }
  return byCustomer;
};
