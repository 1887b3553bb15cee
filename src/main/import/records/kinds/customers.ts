import type { AnyField } from '../../../../shared/model/importing.ts';
import { nobody, type RecordReader } from '../record-reader.ts';
import type { RecordRow } from '../record-set.ts';
import { UNREADABLE } from '../record-values.ts';

const CONSENTS = [
  ['email', 'consent.email'],
  ['phone', 'consent.phone'],
  ['sms', 'consent.sms'],
  ['post', 'consent.post'],
] as const satisfies readonly (readonly [string, AnyField])[];

export const customers: RecordReader = (record, set) => {
  const identity = record.customer();
  if (identity < 0) return nobody(record);
  const { row: sourceRow } = record;
  const key = record.identityKey(identity)!;
  const decided = record.moment('consent.date');
  if (decided === UNREADABLE) return null;
  const since = record.moment('customer.since');
  if (since === UNREADABLE) return null;
  const said: RecordRow[] = [set.put({ table: 'identity_claim', key, identity, sourceRow, values: {} })];
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
    said.push(set.merge({ table: 'customer_trait', key, identity, sourceRow, values: traits }));
  for (const [channel, field] of CONSENTS) {
    const granted = record.flag(field);
    if (granted === null) continue;
    const values = { channel, granted, decided_on: decided?.day ?? null };
    said.push(set.put({ table: 'consent', key: `${channel} ${key}`, identity, sourceRow, values }));
  }
  return said;
};
