import { addDays, type IsoDay } from '../../../shared/model/day.ts';
import type { Readable } from '../../database/connection.ts';
import type { Contactability } from '../../database/consent.ts';
import { q } from '../../database/query.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { contactsIn, isContactable } from '../analysis/contact.ts';

/** Who can be reached, who may be written to, and who was spoken to lately; columns by the place of a customer. */
export type Reach = {
  /** 1 where a telephone number, an e-mail or a postal address is known */
  readonly reachable: Uint8Array;
  /** 1 where consent for some channel is known; unknown means no (DEFINITIONS 22) */
  readonly contactable: Uint8Array;
  /** 1 for a visit, a call or a campaign within the last 14 days: nobody is contacted more often */
  readonly resting: Uint8Array;
  /** what each has decided, by the place of a customer; nothing where nothing is known */
  readonly decided: readonly Contactability[];
  readonly consentRecorded: boolean;
  readonly contactsRecorded: boolean;
};

const REST_DAYS = 14;
const UNDECIDED: Contactability = {};

export const reachOf = (db: Readable, analysis: Analysis): Reach => {
  const { history, names, asOf, placeOf } = analysis;
  const decisions = contactsIn(db, analysis);
  const addresses = new Set(
    db.all(q.selectFrom('customer').select('id').where('street', 'is not', null)).map(({ id }) => id),
  );
  const spoken = q
    .selectFrom('interaction_now')
    .select(['identity_id', 'day'])
    .where('type', 'in', ['visit', 'call'])
    .unionAll(
      q
        .selectFrom('campaign_recipient_now')
        .select(['identity_id', 'sent_on as day'])
        .where('sent_on', 'is not', null)
        .$narrowType<{ day: IsoDay }>(),
    );
  const contacts = db.all(
    q
      .selectFrom(spoken.as('c'))
      .innerJoin('customer_identity as i', 'i.id', 'c.identity_id')
      .select(({ fn }) => ['i.customer_id as customer', fn.max('c.day').as('day')])
      .where('c.day', '<=', asOf)
      .groupBy('i.customer_id'),
  );
  const resting = new Uint8Array(history.customer.length);
  const since = addDays(asOf, -REST_DAYS);
  for (const { customer, day } of contacts) {
    const place = placeOf.get(customer);
    if (place !== undefined && day > since) resting[place] = 1;
  }
  const decided = Array.from(history.customer, (id) => decisions.get(id) ?? UNDECIDED);
  return {
    reachable: Uint8Array.from(history.customer, (id, i) =>
      names.phone[i] !== null || names.email[i] !== null || addresses.has(id) ? 1 : 0,
    ),
    contactable: Uint8Array.from(decided, (each) => (isContactable(each) ? 1 : 0)),
    resting,
    decided,
    consentRecorded: decisions.size > 0,
    contactsRecorded: contacts.length > 0,
  };
};
