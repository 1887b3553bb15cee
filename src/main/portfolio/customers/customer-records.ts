import { type Formats, formats } from '../../../shared/format.ts';
import type { CustomerEntry, CustomerRecords } from '../../../shared/model/customer-records.ts';
import { isoDay } from '../../../shared/model/day.ts';
import type { FeedbackState } from '../../../shared/model/listening.ts';
import type { Connection } from '../../database/connection.ts';
import { type ConsentChannel, consentsInForce } from '../../database/consent.ts';
import { FEEDBACK } from '../../database/feedback.ts';
import { Problem } from '../../database/problem.ts';
import { readSettings } from '../../database/settings.ts';

type Customer = {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly no_profiling: number;
  readonly purchase_days: number | null;
};

/**
 * What is known of a customer besides what they bought: traits, consents, and what was with them, newest first.
 * @throws Problem when there is no such customer (any more)
 */
export const readCustomerRecords = (
  db: Connection,
  id: number,
  offset: number,
  limit: number,
): CustomerRecords => {
  const customer = db.row<Customer>(
    `SELECT c.name, c.email, c.phone, c.street, c.postcode, c.city, c.country, c.no_profiling, s.purchase_days
     FROM customer c LEFT JOIN customer_summary s ON s.customer_id = c.id WHERE c.id = ?`,
    id,
  );
  if (!customer)
    throw new Problem('This customer is not in the portfolio any more; an import may have been undone.');
  const settings = readSettings(db);
  const say = formats(settings.locale, settings.currency ?? 'EUR');
  const entries = entriesOf(db, id, say);
  const town = [customer.postcode, customer.city].filter(Boolean).join(' ');
  return {
    id,
    name: customer.name,
    hasFigures: customer.purchase_days !== null && customer.no_profiling === 0,
    reason: reasonOf(customer),
    email: customer.email,
    phone: customer.phone,
    address: [customer.street, town, customer.country].filter(Boolean).join(', ') || null,
    traits: traitsOf(db, id),
    consents: consentSentences(db, id, say),
    total: entries.length,
    entries: entries.slice(offset, offset + limit),
  };
};

const reasonOf = ({ no_profiling, purchase_days }: Customer): string | null => {
  if (no_profiling === 1)
    return 'Objects to profiling: counts in totals only, and is in no score, list or segment.';
  return purchase_days === null ? 'Has not bought yet.' : null;
};

const TRAITS = {
  industry: 'Industry',
  size: 'Company size',
  customer_group: 'Group',
  acquired_by: 'Acquired through',
  referred_by: 'Referred by',
  customer_since: 'Customer since',
} as const;

const traitsOf = (db: Connection, id: number): CustomerRecords['traits'] =>
  Object.entries(TRAITS).flatMap(([column, name]) => {
    const row = db.row<{ value: string }>(
      `SELECT t.${column} AS value FROM customer_trait t JOIN customer_identity i ON i.id = t.identity_id
       WHERE i.customer_id = ? AND t.${column} IS NOT NULL ORDER BY t.batch_id DESC LIMIT 1`,
      id,
    );
    return row ? [{ name, value: row.value }] : [];
  });

const CHANNELS: Readonly<Record<ConsentChannel, string>> = {
  email: 'E-mail',
  phone: 'Phone',
  sms: 'SMS',
  post: 'Post',
};

const consentSentences = (db: Connection, id: number, say: Formats): CustomerRecords['consents'] => {
  const mine = new Set(
    db
      .rows<{ id: number }>('SELECT id FROM customer_identity WHERE customer_id = ?', id)
      .map((row) => row.id),
  );
  const decided = consentsInForce(db).filter(({ identity }) => mine.has(identity));
  const byChannel = Map.groupBy(decided, ({ channel }) => channel);
  return [...byChannel].map(([channel, all]) => {
    // a refusal under one of their names holds for all of them
    const { granted, decidedOn } = all.find((each) => !each.granted) ?? all[0]!;
    const since = decidedOn === null ? '' : ` on ${say.day(isoDay(decidedOn))}`;
    return { channel: CHANNELS[channel], granted, sentence: `${granted ? 'agreed' : 'refused'}${since}` };
  });
};

type Source = { readonly day: string; readonly file: string; readonly row: number };

/** Where a record is from: the file of the import that says it, and its row there. */
const FROM = 'JOIN customer_identity i ON i.id = r.identity_id JOIN batch b ON b.id = r.batch_id';
const SOURCE = 'b.file_name AS file, r.source_row AS "row"';

const entriesOf = (db: Connection, id: number, say: Formats): CustomerEntry[] =>
  [
    ...interactions(db, id, say),
    ...answers(db, id),
    ...quotes(db, id, say),
    ...campaigns(db, id),
    ...costs(db, id, say),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.row - b.row));

const entry = (
  kind: CustomerEntry['kind'],
  { day, file, row }: Source,
  parts: readonly (string | null)[],
) => ({
  kind,
  day: isoDay(day),
  sentence: parts.filter((part) => part !== null && part !== '').join(' · '),
  file,
  row,
});

const interactions = (db: Connection, id: number, say: Formats): CustomerEntry[] =>
  db
    .rows<Source & { label: string; seconds: number | null; outcome: string | null; note: string | null }>(
      `SELECT r.day, r.label, r.duration_seconds AS seconds, r.outcome, r.note, ${SOURCE} FROM interaction_now r ${FROM} WHERE i.customer_id = ?`,
      id,
    )
    .map((each) =>
      entry('interaction', each, [
        each.label,
        each.seconds === null ? null : `${say.count(Math.round(each.seconds / 60))} min`,
        each.outcome,
        each.note,
      ]),
    );

const STATE_WORDS: Readonly<Record<FeedbackState, string>> = {
  new: 'not answered yet',
  answered: 'answered',
  changed: 'answered, and something changed',
  told: 'answered, changed and told',
};

const answers = (db: Connection, id: number): CustomerEntry[] =>
  db
    .rows<
      Source & {
        touchpoint: string | null;
        recommend: number | null;
        satisfaction: number | null;
        comment: string | null;
        state: FeedbackState;
      }
    >(
      `SELECT r.received_on AS day, r.touchpoint, r.recommend, r.satisfaction, r.comment, r.state, ${SOURCE} FROM ${FEEDBACK} r ${FROM} WHERE i.customer_id = ?`,
      id,
    )
    .map((each) =>
      entry('feedback', each, [
        each.touchpoint,
        each.recommend === null ? null : `would recommend: ${each.recommend} of 10`,
        each.satisfaction === null ? null : `satisfied: ${each.satisfaction} of 5`,
        each.comment === null ? null : `“${each.comment}”`,
        STATE_WORDS[each.state],
      ]),
    );

const quotes = (db: Connection, id: number, say: Formats): CustomerEntry[] =>
  db
    .rows<Source & { number: string | null; status: string; amount: number | null }>(
      `SELECT r.quoted_on AS day, r.number, r.status, r.amount_minor AS amount, ${SOURCE} FROM quote_now r ${FROM} WHERE i.customer_id = ?`,
      id,
    )
    .map((each) =>
      entry('quote', each, [
        `Quote${each.number === null ? '' : ` ${each.number}`}`,
        each.amount === null ? null : say.money(each.amount),
        each.status,
      ]),
    );

const campaigns = (db: Connection, id: number): CustomerEntry[] =>
  db
    .rows<
      Source & {
        campaign: string;
        variant: string | null;
        opened: number | null;
        clicked: number | null;
        answered: number | null;
      }
    >(
      `SELECT r.sent_on AS day, r.campaign, r.variant, r.opened, r.clicked, r.answered, ${SOURCE} FROM campaign_recipient_now r ${FROM} WHERE i.customer_id = ? AND r.sent_on IS NOT NULL`,
      id,
    )
    .map((each) =>
      entry('campaign', each, [
        each.campaign,
        each.variant,
        each.answered === 1
          ? 'answered'
          : each.clicked === 1
            ? 'clicked'
            : each.opened === 1
              ? 'opened'
              : null,
      ]),
    );

const costs = (db: Connection, id: number, say: Formats): CustomerEntry[] =>
  db
    .rows<Source & { activity: string; amount: number | null; quantity: number | null; note: string | null }>(
      `SELECT r.day, r.activity, r.amount_minor AS amount, r.quantity_micro AS quantity, r.note, ${SOURCE} FROM cost_entry_now r ${FROM} WHERE i.customer_id = ?`,
      id,
    )
    .map((each) =>
      entry('cost', each, [
        each.activity,
        each.quantity === null ? null : say.ratio(each.quantity / 1e6),
        each.amount === null ? null : say.money(each.amount),
        each.note,
      ]),
    );
