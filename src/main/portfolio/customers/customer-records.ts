import { type Formats, formats } from '../../../shared/format.ts';
import type { CustomerEntry, CustomerRecords } from '../../../shared/model/customer-records.ts';
import type { IsoDay } from '../../../shared/model/day.ts';
import type { FeedbackState } from '../../../shared/model/listening.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { Readable } from '../../database/connection.ts';
import { type ConsentChannel, consentsInForce } from '../../database/consent.ts';
import { feedbackInForce } from '../../database/feedback.ts';
import { q } from '../../database/query.ts';
import { readSettings } from '../../database/settings.ts';

type Customer = { readonly no_profiling: number; readonly purchase_days: number | null };

/**
 * What is known of a customer besides what they bought: traits, consents, and what was with them, newest first.
 * @throws Problem when there is no such customer (any more)
 */
export const readCustomerRecords = (
  db: Readable,
  id: number,
  offset: number,
  limit: number,
): CustomerRecords => {
  const customer = db.get(
    q
      .selectFrom('customer as c')
      .leftJoin('customer_summary as s', 's.customer_id', 'c.id')
      .selectAll('c')
      .select('s.purchase_days')
      .where('c.id', '=', id),
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

const traitsOf = (db: Readable, id: number): CustomerRecords['traits'] =>
  (Object.keys(TRAITS) as (keyof typeof TRAITS)[]).flatMap((column) => {
    const row = db.get(
      q
        .selectFrom('customer_trait as t')
        .innerJoin('customer_identity as i', 'i.id', 't.identity_id')
        .select(({ ref }) => ref(`t.${column}`).as('value'))
        .where('i.customer_id', '=', id)
        .where(({ eb, ref }) => eb(ref(`t.${column}`), 'is not', null))
        .orderBy('t.batch_id', 'desc')
        .limit(1),
    );
    return row?.value ? [{ name: TRAITS[column], value: row.value }] : [];
  });

const CHANNELS: Readonly<Record<ConsentChannel, string>> = {
  email: 'E-mail',
  phone: 'Phone',
  sms: 'SMS',
  post: 'Post',
};

const consentSentences = (db: Readable, id: number, say: Formats): CustomerRecords['consents'] => {
  const mine = new Set(
    db.all(q.selectFrom('customer_identity').select('id').where('customer_id', '=', id)).map((row) => row.id),
  );
  const decided = consentsInForce(db).filter(({ identity }) => mine.has(identity));
  const byChannel = Map.groupBy(decided, ({ channel }) => channel);
  return [...byChannel].map(([channel, all]) => {
    // a refusal under one of their names holds for all of them
    const { granted, decidedOn } = all.find((each) => !each.granted) ?? all[0]!;
    const since = decidedOn === null ? '' : ` on ${say.day(decidedOn)}`;
    return { channel: CHANNELS[channel], granted, sentence: `${granted ? 'agreed' : 'refused'}${since}` };
  });
};

/** Where a record is from: the file of the import that says it, and its row there. */
type Source = { readonly day: IsoDay; readonly file: string; readonly row: number };

/** The identities of a customer. */
const identitiesOf = (id: number) =>
  q.selectFrom('customer_identity').select('id').where('customer_id', '=', id);

const entriesOf = (db: Readable, id: number, say: Formats): CustomerEntry[] =>
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
  day,
  sentence: parts.filter((part) => part !== null && part !== '').join(' · '),
  file,
  row,
});

const interactions = (db: Readable, id: number, say: Formats): CustomerEntry[] =>
  db
    .all(
      q
        .selectFrom('interaction_now as r')
        .innerJoin('batch as b', 'b.id', 'r.batch_id')
        .select(['b.file_name as file', 'r.source_row as row', 'r.day', 'r.label'])
        .select(['r.duration_seconds as seconds', 'r.outcome', 'r.note'])
        .where('r.identity_id', 'in', identitiesOf(id)),
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

const answers = (db: Readable, id: number): CustomerEntry[] =>
  db
    .all(
      q
        .selectFrom(feedbackInForce())
        .innerJoin('batch as b', 'b.id', 'f.batch_id')
        .select(['b.file_name as file', 'f.source_row as row', 'f.received_on as day', 'f.touchpoint'])
        .select(['f.recommend', 'f.satisfaction', 'f.comment', 'f.state'])
        .where('f.identity_id', 'in', identitiesOf(id)),
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

const quotes = (db: Readable, id: number, say: Formats): CustomerEntry[] =>
  db
    .all(
      q
        .selectFrom('quote_now as r')
        .innerJoin('batch as b', 'b.id', 'r.batch_id')
        .select(['b.file_name as file', 'r.source_row as row', 'r.quoted_on as day'])
        .select(['r.number', 'r.status', 'r.amount_minor as amount'])
        .where('r.identity_id', 'in', identitiesOf(id)),
    )
    .map((each) =>
      entry('quote', each, [
        `Quote${each.number === null ? '' : ` ${each.number}`}`,
        each.amount === null ? null : say.money(each.amount),
        each.status,
      ]),
    );

const campaigns = (db: Readable, id: number): CustomerEntry[] =>
  db
    .all(
      q
        .selectFrom('campaign_recipient_now as r')
        .innerJoin('batch as b', 'b.id', 'r.batch_id')
        .select(['b.file_name as file', 'r.source_row as row', 'r.sent_on as day', 'r.campaign'])
        .select(['r.variant', 'r.opened', 'r.clicked', 'r.answered'])
        .where('r.identity_id', 'in', identitiesOf(id))
        .where('r.sent_on', 'is not', null)
        .$narrowType<{ day: IsoDay }>(),
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

const costs = (db: Readable, id: number, say: Formats): CustomerEntry[] =>
  db
    .all(
      q
        .selectFrom('cost_entry_now as r')
        .innerJoin('batch as b', 'b.id', 'r.batch_id')
        .select(['b.file_name as file', 'r.source_row as row', 'r.day', 'r.activity'])
        .select(['r.amount_minor as amount', 'r.quantity_micro as quantity', 'r.note'])
        .where('r.identity_id', 'in', identitiesOf(id)),
    )
    .map((each) =>
      entry('cost', each, [
        each.activity,
        each.quantity === null ? null : say.ratio(each.quantity / 1e6),
        each.amount === null ? null : say.money(each.amount),
        each.note,
      ]),
    );
