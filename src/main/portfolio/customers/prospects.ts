import type { Prospect } from '../../../shared/model/customer-records.ts';
import type { Readable } from '../../database/connection.ts';
import { contactability } from '../../database/consent.ts';
import { q, sql } from '../../database/query.ts';
import { isContactable } from '../analysis/contact.ts';

export type ProspectQuery = {
  readonly search?: string | undefined;
  readonly offset: number;
  readonly limit: number;
};

const SEARCHED = ['name', 'company', 'email', 'city'] as const;

/**
 * People who are known and have no order: they come from files of customers, quotes and answers. Whoever only gave
 * something back, or got it free, is a customer.
 */
export const listProspects = (
  db: Readable,
  { search, offset, limit }: ProspectQuery,
): { total: number; rows: Prospect[] } => {
  const pattern = `%${(search ?? '').trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const found = db.all(
    q
      .selectFrom('customer as c')
      .select(({ fn, selectFrom }) => [
        'c.id',
        'c.name',
        'c.company',
        'c.email',
        'c.phone',
        'c.city',
        selectFrom('customer_trait as t')
          .innerJoin('customer_identity as i', 'i.id', 't.identity_id')
          .select('t.customer_group')
          .whereRef('i.customer_id', '=', 'c.id')
          .where('t.customer_group', 'is not', null)
          .orderBy('t.batch_id', 'desc')
          .limit(1)
          .as('group'),
        selectFrom('quote_now as n')
          .innerJoin('customer_identity as i', 'i.id', 'n.identity_id')
          .select(fn.countAll<number>().as('open'))
          .whereRef('i.customer_id', '=', 'c.id')
          .where('n.status', '=', 'open')
          .as('openQuotes'),
      ])
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('customer_summary as s')
              .select('s.customer_id')
              .whereRef('s.customer_id', '=', 'c.id'),
          ),
        ),
      )
      .where(({ or, ref }) =>
        or(SEARCHED.map((column) => sql<boolean>`${ref(`c.${column}`)} LIKE ${pattern} ESCAPE '\\'`)),
      )
      .orderBy('openQuotes', 'desc')
      .orderBy('c.name', (name) => name.collate('nocase'))
      .orderBy('c.id'),
  );
  const contacts = contactability(db);
  return {
    total: found.length,
    rows: found.slice(offset, offset + limit).map((row) => ({
      ...row,
      openQuotes: row.openQuotes ?? 0,
      contactable: isContactable(contacts.get(row.id)),
    })),
  };
};
