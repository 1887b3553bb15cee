import type { Formats } from '../../../shared/format.ts';
import type { AuditSource } from '../../../shared/model/audit.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { GENERIC_SOURCE } from '../../import/planning/plan-parts.ts';

type Shared = { readonly a: string; readonly b: string; readonly customers: number };

/** The programs whose numbers customers bear, the one with most customers first. */
export const sourcesOf = (db: Readable): AuditSource[] =>
  db.all(
    q
      .selectFrom(numbered.as('n'))
      .innerJoin(
        q
          .selectFrom(numbered.as('m'))
          .select(({ fn }) => ['customer_id', fn.countAll<number>().as('sources')])
          .groupBy('customer_id')
          .as('c'),
        'c.customer_id',
        'n.customer_id',
      )
      .select(({ fn }) => [
        'n.source',
        fn.countAll<number>().as('customers'),
        fn.countAll<number>().filterWhere('c.sources', '=', 1).as('only'),
      ])
      .groupBy('n.source')
      .orderBy('customers', 'desc')
      .orderBy('n.source'),
  );

/** A customer once for each program that numbers them. */
const numbered = q
  .selectFrom('customer_identity')
  .select(['customer_id', 'source'])
  .distinct()
  .where('kind', '=', 'id');

const sharedCustomers = (db: Readable): Shared[] =>
  db.all(
    q
      .selectFrom(numbered.as('x'))
      .innerJoin(numbered.as('y'), 'x.customer_id', 'y.customer_id')
      .whereRef('x.source', '<', 'y.source')
      .select(({ fn }) => ['x.source as a', 'y.source as b', fn.countAll<number>().as('customers')])
      .groupBy(['x.source', 'y.source']),
  );

/** "Customers are numbered by square (310) and shopify (120); the two share 12." */
export const sourcesSentence = (db: Readable, sources: readonly AuditSource[], say: Formats): string => {
  const [first, ...others] = sources;
  if (first === undefined)
    return 'No program numbers your customers: they are recognised by e-mail, phone or name alone.';
  const names = sources.map(({ source, customers }) => `${nameOf(source)} (${say.count(customers)})`);
  if (others.length === 0) return `Customers are numbered by ${names[0]} alone.`;
  const shared = new Map(sharedCustomers(db).map(({ a, b, customers }) => [`${a}\n${b}`, customers]));
  const pairs = sources.flatMap((x, i) =>
    sources.slice(i + 1).map((y) => {
      const [a, b] = [x.source, y.source].sort() as [string, string];
      return { x: nameOf(x.source), y: nameOf(y.source), customers: shared.get(`${a}\n${b}`) ?? 0 };
    }),
  );
  return `Customers are numbered by ${names.join(', ')}. ${pairs
    .map(({ x, y, customers }) =>
      customers === 0
        ? `${x} and ${y} share no customer: they do not know of one another.`
        : `${x} and ${y} share ${say.counted(customers, 'customer')}.`,
    )
    .join(' ')}`;
};

const nameOf = (source: string): string => (source === GENERIC_SOURCE ? 'other files' : source);
