import type { Connection } from './connection.ts';

export type ConsentChannel = 'email' | 'phone' | 'sms' | 'post';

/** What one identity has decided for one channel, as it is in force. */
export type ConsentInForce = {
  readonly identity: number;
  readonly channel: ConsentChannel;
  readonly granted: boolean;
  readonly decidedOn: string | null;
};

type Claim = {
  readonly identity_id: number;
  readonly channel: ConsentChannel;
  readonly batch_id: number;
  readonly granted: number;
  readonly decided_on: string | null;
};

/**
 * Consents in force, by identity and channel (DEFINITIONS 22). The latest dated decision holds, an opt-out where two
 * are of one day; without a date, what the latest import says. A dated opt-out beats every undated opt-in; an undated
 * opt-out of a later import beats a dated opt-in.
 */
export const consentsInForce = (db: Connection): ConsentInForce[] => {
  const claims = db.rows<Claim>(
    'SELECT identity_id, channel, batch_id, granted, decided_on FROM consent ORDER BY identity_id, channel, batch_id',
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
export const contactability = (db: Connection): ReadonlyMap<number, Contactability> => {
  const customerOf = new Map(
    db
      .rows<{ id: number; customer: number }>(
        'SELECT DISTINCT i.id, i.customer_id AS customer FROM customer_identity i JOIN consent c ON c.identity_id = i.id',
      )
      .map(({ id, customer }) => [id, customer]),
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
