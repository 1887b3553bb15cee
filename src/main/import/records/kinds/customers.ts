import type { AnyField } from '../../../../shared/model/importing.ts';
import { CUSTOMER_KEYS, NEEDS_CUSTOMER, nobody, type RecordKind } from '../record-kind.ts';
import type { Said } from '../record-set.ts';
import { UNREADABLE } from '../record-values.ts';

const CONSENTS = [
  ['email', 'consent.email'],
  ['phone', 'consent.phone'],
  ['sms', 'consent.sms'],
  ['post', 'consent.post'],
] as const satisfies readonly (readonly [string, AnyField])[];

/** Customers and prospects: how they are reached, what kind of customer they are, and what they have agreed to. */
export const customers: RecordKind = {
  kind: 'customers',
  fields: [
    ...CUSTOMER_KEYS,
    'customer.street',
    'customer.city',
    'customer.postcode',
    'customer.country',
    'customer.industry',
    'customer.size',
    'customer.group',
    'customer.acquiredBy',
    'customer.referredBy',
    'customer.since',
    'customer.noProfiling',
    'consent.email',
    'consent.phone',
    'consent.sms',
    'consent.post',
    'consent.date',
  ],
  dates: ['consent.date', 'customer.since'],
  numbers: [],
  money: [],
  needs: [NEEDS_CUSTOMER],
  read: (record, set) => {
    const identity = record.customer();
    if (identity < 0) return nobody(record);
    const { row: sourceRow } = record;
    const key = record.identityKey(identity)!;
    const decided = record.moment('consent.date');
    if (decided === UNREADABLE) return null;
    const since = record.moment('customer.since');
    if (since === UNREADABLE) return null;
    const said: Said[] = [set.say({ table: 'identity_claim', key, identity, sourceRow, values: {} })];
    const traits = {
      industry: record.text('customer.industry'),
      size: record.text('customer.size'),
      customer_group: record.text('customer.group'),
      acquired_by: record.text('customer.acquiredBy'),
      referred_by: record.text('customer.referredBy'),
      no_profiling: record.flag('customer.noProfiling'),
      customer_since: since?.day ?? null,
    };
    if (Object.values(traits).some((value) => value !== null))
      said.push(set.learn({ table: 'customer_trait', key, identity, sourceRow, values: traits }));
    for (const [channel, field] of CONSENTS) {
      const granted = record.flag(field);
      if (granted === null) continue;
      const values = { channel, granted, decided_on: decided?.day ?? null };
      said.push(set.say({ table: 'consent', key: `${channel} ${key}`, identity, sourceRow, values }));
    }
    return said;
  },
};
