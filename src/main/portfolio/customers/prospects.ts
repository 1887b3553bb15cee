import type { Prospect } from '../../../shared/model/customer-records.ts';
import type { Connection } from '../../database/connection.ts';
import { contactability } from '../../database/consent.ts';
import { isContactable } from '../analysis/contact.ts';

export type ProspectQuery = {
  readonly search?: string | undefined;
  readonly offset: number;
  readonly limit: number;
};

const SEARCHED = ['name', 'company', 'email', 'city'] as const;

type Row = Omit<Prospect, 'contactable'>;

/**
 * People who are known and have no order: they come from files of customers, quotes and answers. Whoever only gave
 * something back, or got it free, is a customer.
 */
export const listProspects = (
  db: Connection,
  { search, offset, limit }: ProspectQuery,
): { total: number; rows: Prospect[] } => {
  const pattern = `%${(search ?? '').trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const found = db.rows<Row>(
    `SELECT c.id, c.name, c.company, c.email, c.phone, c.city,
            (SELECT t.customer_group FROM customer_trait t JOIN customer_identity i ON i.id = t.identity_id
             WHERE i.customer_id = c.id AND t.customer_group IS NOT NULL ORDER BY t.batch_id DESC LIMIT 1) AS "group",
            (SELECT count(*) FROM quote_now q JOIN customer_identity i ON i.id = q.identity_id
             WHERE i.customer_id = c.id AND q.status = 'open') AS openQuotes
     FROM customer c
     WHERE NOT EXISTS (SELECT 1 FROM customer_summary s WHERE s.customer_id = c.id)
       AND (${SEARCHED.map((column) => `c.${column} LIKE ? ESCAPE '\\'`).join(' OR ')})
     ORDER BY openQuotes DESC, c.name COLLATE NOCASE, c.id`,
    ...new Array<string>(SEARCHED.length).fill(pattern),
  );
  const contacts = contactability(db);
  return {
    total: found.length,
    rows: found
      .slice(offset, offset + limit)
      .map((row) => ({ ...row, contactable: isContactable(contacts.get(row.id)) })),
  };
};
