import { addDays } from '../../../shared/model/day.ts';
import type { Connection } from '../../database/connection.ts';
import type { Contactability } from '../../database/consent.ts';
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

export const reachOf = (db: Connection, analysis: Analysis): Reach => {
  const { history, names, asOf, placeOf } = analysis;
  const decisions = contactsIn(db, analysis);
  const addresses = new Set(
    db.prepare('SELECT id FROM customer WHERE street IS NOT NULL').pluck().all() as number[],
  );
  const contacts = db.rows<{ customer: number; day: string }>(
    `SELECT i.customer_id AS customer, max(c.day) AS day
     FROM (SELECT identity_id, day FROM interaction_now WHERE type IN ('visit', 'call')
           UNION ALL SELECT identity_id, sent_on FROM campaign_recipient_now WHERE sent_on IS NOT NULL) c
     JOIN customer_identity i ON i.id = c.identity_id WHERE c.day <= ? GROUP BY 1`,
    asOf,
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
