import type { AuditCheck } from '../../../shared/model/audit.ts';
import { plural } from '../../../shared/words.ts';
import { q } from '../../database/query.ts';
import { spellingKey } from '../../import/values/name-parts.ts';
import { type AuditInput, checked } from './check.ts';

const EXAMPLES = 3;

/**
 * Customers who share a name however it is spelled, an e-mail or a phone number with another: some are one person told
 * twice, some a household. Nobody is merged because of it.
 */
export const uniqueness = ({ db, say }: AuditInput): AuditCheck[] => {
  const customers = db.all(q.selectFrom('customer').select(['id', 'name', 'email', 'phone']).orderBy('id'));
  const shared = new Set<number>();
  const examples: string[] = [];
  const bearers = new Map<string, { readonly at: number; readonly name: string }>();
  const hear = (key: string, at: number, name: string): void => {
    const first = bearers.get(key);
    if (first === undefined) bearers.set(key, { at, name });
    else if (first.at !== at) {
      if (!shared.has(at) && examples.length < EXAMPLES)
        examples.push(first.name === name ? name : `${first.name} and ${name}`);
      shared.add(first.at).add(at);
    }
  };
  customers.forEach(({ name, email, phone }, at) => {
    const spelled = spellingKey(name);
    // a single word, a first name or a town, is borne by many
    if (spelled.includes(' ')) hear(`name ${spelled}`, at, name);
    if (email !== null) hear(`email ${email}`, at, name);
    if (phone !== null) hear(`phone ${phone}`, at, name);
  });
  const found = shared.size;
  return checked({
    id: 'customers-once',
    dimension: 'uniqueness',
    found,
    of: customers.length,
    sentence:
      found === 0
        ? 'No two customers share a name, an e-mail or a phone number.'
        : `${say.count(found)} of ${say.counted(customers.length, 'customer')} ${plural(found, 'shares', 'share')} a name, an e-mail or a phone number with another, such as ${examples.join('; ')}.`,
    prevents: 'One person who is told twice looks like two who buy half as much and half as often.',
    fix: 'Give both the same customer number or e-mail in your till and import again; households may stay as they are.',
    to: '/customers',
  });
};
