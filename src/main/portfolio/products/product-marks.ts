import { z } from 'zod';
import { formats } from '../../../shared/format.ts';
import { type Minor, minor } from '../../../shared/model/money.ts';
import { Problem } from '../../../shared/model/problem.ts';
import {
  type Candidate,
  type MarkedProduct,
  type ProductMarks,
  type ProductRole,
  ProductRoleSchema,
} from '../../../shared/model/product-mark.ts';
import { taxMicro } from '../../../shared/model/tax.ts';
import type { Readable, Writable } from '../../database/connection.ts';
import { type OrderIds, q, sql } from '../../database/query.ts';
import { bumpDataVersion, readSettings } from '../../database/settings.ts';
import { refreshSummaries } from '../../database/summaries.ts';
import { fillTemporary, temporary } from '../../database/temporary.ts';
import { asSale, recountWhatCounts } from '../../database/what-counts.ts';
import { nameKey } from '../../import/values/name-key.ts';
import { feeReason, isCharge, isLessRevenue, roleOf } from '../../import/values/product-words.ts';
import { undoable } from '../changes/undoable.ts';

type Row = ReturnType<typeof soldProducts>[number];

/** Which products count and how, what might be no sale, and what it would change. */
export const readProductMarks = (db: Readable): ProductMarks => {
  const rows = soldProducts(db);
  const revenue = revenueOf(db);
  const { locale, currency } = readSettings(db);
  const say = formats(locale, currency ?? 'EUR');
  const products = rows.map((row) => ({ row, product: described(row, revenue) }));
  const of = (role: ProductRole): MarkedProduct[] =>
    products.filter(({ product }) => product.role === role).map(({ product }) => product);
  const notASale = of('not-a-sale').sort(byStake);
  const out = notASale.reduce((sum, { amount }) => sum + amount, 0);
  const candidates = products
    .flatMap(({ row, product }): Candidate[] => {
      const reason = product.said ? null : reasonOf(row);
      return reason === null ? [] : [{ ...product, ...reason }];
    })
    .sort((a, b) => BY[a.by] - BY[b.by] || byStake(a, b));
  const named = candidates.filter(({ by }) => by === 'name');
  const less = named.reduce((sum, { revenueOtherwise }) => sum + revenue - revenueOtherwise, 0);
  return {
    revenue: minor(revenue),
    sentence:
      notASale.length === 0
        ? null
        : `${say.counted(notASale.length, 'product is', 'products are')} no sale: ${say.money(minor(out))} stays out of every figure.`,
    notASale,
    renewing: of('renewing').sort(byStake),
    charges: of('charge').sort(byStake),
    candidates,
    candidatesSentence:
      named.length === 0
        ? null
        : `Revenue is ${say.money(minor(revenue))}; without ${named.length === 1 ? 'the one whose name says so' : `the ${say.count(named.length)} whose names say so`} it would be ${say.money(minor(revenue - less))}.`,
  };
};

/** Products whose code or name holds a text, most at stake first. */
export const findProducts = (db: Readable, search: string, limit: number): MarkedProduct[] => {
  const wanted = nameKey(search);
  const revenue = revenueOf(db);
  return soldProducts(db)
    .filter(({ value, name }) => nameKey(value).includes(wanted) || nameKey(name).includes(wanted))
    .map((row) => described(row, revenue))
    .sort(byStake)
    .slice(0, limit);
};

/** Products with a tax rate of their own. */
export const taxedProducts = (db: Readable): MarkedProduct[] => {
  const revenue = revenueOf(db);
  return soldProducts(db)
    .filter(({ tax }) => tax !== null)
    .map((row) => described(row, revenue));
};

const BY = { name: 0, sign: 1 } as const;

const byStake = (a: MarkedProduct, b: MarkedProduct): number =>
  Math.abs(b.amount) - Math.abs(a.amount) || a.id - b.id;

const revenueOf = (db: Readable): number =>
  db.get(q.selectFrom('sales_order').select(q.fn.sum<Minor | null>('revenue_minor').as('net')))?.net ?? 0;

/** Products with what the owner has said of them; a mark is kept under the product's natural key. */
const markedProducts = q
  .selectFrom('product as p')
  .leftJoin('product_mark as m', (join) =>
    join.onRef('m.value', '=', 'p.value').onRef('m.kind', '=', 'p.kind'),
  )
  .select(['p.kind', 'p.value', 'p.name', 'm.role', 'm.tax_micro as tax']);

/** Products with their lines; `revenue` is what of their amount is revenue, or would be if it were a sale. */
const soldProducts = (db: Readable) => {
  const sold = q
    .selectFrom('order_line')
    .select(({ fn }) => [
      'product_id',
      fn.countAll<number>().as('lines'),
      fn.sum<Minor>('amount_minor').as('amount'),
      fn.sum<Minor>(asSale(db)).as('revenue'),
      fn.max('amount_minor').as('highest'),
      fn.min('amount_minor').as('lowest'),
    ])
    .where('product_id', 'is not', null)
    .groupBy('product_id');
  return db.all(
    markedProducts
      .innerJoin(sold.as('s'), 's.product_id', 'p.id')
      .select(['p.id', 's.lines', 's.amount', 's.revenue', 's.highest', 's.lowest'])
      .orderBy('p.id'),
  );
};

const described = (
  { id, value, name, role, tax, lines, amount, revenue: own }: Row,
  revenue: number,
): MarkedProduct => {
  const now = roleOf(name, role);
  return {
    id,
    code: value,
    name,
    role: now,
    said: role !== null,
    taxRate: tax === null ? null : tax / 1e6,
    lines,
    amount: minor(amount),
    revenueOtherwise: minor(now === 'not-a-sale' ? revenue + own : revenue - own),
  };
};

/** Why a product might be no sale: its name, or that it was only ever negative. */
const reasonOf = ({ name, highest, lowest }: Row): Pick<Candidate, 'by' | 'reason'> | null => {
  const fee = feeReason(name);
  if (fee !== null) return { by: 'name', reason: `Its name says ${fee}.` };
  if (highest > 0 || lowest >= 0 || isLessRevenue(name) || isCharge(name)) return null;
  return { by: 'sign', reason: 'It was only ever negative.' };
};

const MarkSchema = z
  .object({
    kind: z.enum(['code', 'name']),
    value: z.string(),
    /** null where the name decides */
    role: ProductRoleSchema.nullable(),
    /** millionths; null for the portfolio's own rate */
    tax: z.number().nullable(),
  })
  .readonly();

/** What is said of a product, by its natural key. */
type Mark = z.infer<typeof MarkSchema>;

/**
 * Says of products what they are; the lines stay as they are, and everything that counts sales follows.
 * @param ids row ids of products @param role null takes the owner's decision back: the name decides again
 * @throws Problem when a product is not there any more
 */
export const markProducts = (
  db: Writable,
  ids: readonly number[],
  role: ProductRole | null,
): ProductMarks => {
  change(
    db,
    ids,
    (mark) => ({ ...mark, role }),
    (names) => markSentence(names, role),
  );
  return readProductMarks(db);
};

/**
 * Gives products a tax rate of their own, in prices that include tax.
 * @param rate null for the portfolio's
 */
export const taxProducts = (db: Writable, ids: readonly number[], rate: number | null): ProductMarks => {
  const tax = rate === null ? null : taxMicro(rate);
  change(
    db,
    ids,
    (mark) => ({ ...mark, tax }),
    (names) =>
      `${listed(names)}: ${rate === null ? 'the usual tax rate' : `tax rate ${Math.round(rate * 1e6) / 1e4} %`}`,
  );
  return readProductMarks(db);
};

/** Changes what is said of products, as one act that can be undone. */
const change = (
  db: Writable,
  ids: readonly number[],
  to: (mark: Mark) => Mark,
  sentence: (names: readonly string[]) => string,
): void => {
  const marks = ids.map((id) => {
    const product = db.get(markedProducts.where('p.id', '=', id));
    if (!product)
      throw new Problem('This product is not in the portfolio any more; an import may have been undone.');
    return product;
  });
  const changed = marks.flatMap(({ name, ...before }) => {
    const after = to(before);
    return after.role === before.role && after.tax === before.tax ? [] : [{ name, before, after }];
  });
  if (changed.length > 0)
    db.transaction(() => {
      const before = changed.map((each) => each.before);
      const after = changed.map((each) => each.after);
      writeMarks(db, after);
      productMarksChange.log(db, sentence(changed.map(({ name }) => name)), { before, after });
    });
};

const WORDS: Readonly<Record<ProductRole, string>> = {
  article: 'an article',
  renewing: 'a renewing contract',
  charge: 'a charge',
  'not-a-sale': 'no sale',
};

const NAMED = 3;

/** "AMAZON FEE, Bank Charges and 2 more: no sale" */
const markSentence = (names: readonly string[], role: ProductRole | null): string => {
  return `${listed(names)}: ${role === null ? 'as the name says' : WORDS[role]}`;
};

const listed = (names: readonly string[]): string => {
  const more = names.length - NAMED;
  return more > 0 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : names.join(', ');
};

/** Puts marks in force and recomputes what counts by them. Runs inside the caller's transaction. */
const writeMarks = (db: Writable, marks: readonly Mark[]): void => {
  fillTemporary(db, 'marked');
  for (const { kind, value, role, tax } of marks) {
    db.run(q.deleteFrom('product_mark').where('value', '=', value).where('kind', '=', kind));
    if (role !== null || tax !== null)
      db.run(q.insertInto('product_mark').values({ value, kind, role, tax_micro: tax }));
    db.run(
      temporary
        .insertInto('marked')
        .orIgnore()
        .columns(['product_id'])
        .expression(q.selectFrom('product').select('id').where('value', '=', value).where('kind', '=', kind)),
    );
  }
  followMarks(
    db,
    temporary
      .selectFrom('order_line')
      .select('order_id as id')
      .where('product_id', 'in', ({ selectFrom }) => selectFrom('marked').select('product_id')),
  );
  bumpDataVersion(db);
};

/** What products are, or their own tax rates. */
export const productMarksChange = undoable({
  kind: 'products',
  version: 1,
  schema: z.array(MarkSchema).readonly(),
  apply: writeMarks,
});

/** @param orders whose lines count otherwise now */
const followMarks = (db: Writable, orders: OrderIds): void => {
  recountWhatCounts(db, orders);
  const customers = db.all(
    q
      .selectFrom('sales_order as o')
      .innerJoin('customer_identity as i', 'i.id', 'o.identity_id')
      .select('i.customer_id as id')
      .distinct()
      .where(sql<boolean>`o.id IN ${orders}`),
  );
  refreshSummaries(
    db,
    customers.map(({ id }) => id),
  );
};

/** The products a code or a name means, as the command line names them. @throws Problem when it means none, or several by name */
export const productNamed = (db: Readable, wanted: string): number => {
  const rows = db.all(q.selectFrom('product').select(['id', 'kind', 'value', 'name']).orderBy('id'));
  const exact = rows.filter(({ kind, value }) => kind === 'code' && value === wanted);
  const found =
    exact.length > 0
      ? exact
      : rows.filter((row) => row.value === nameKey(wanted) || nameKey(row.name) === nameKey(wanted));
  if (found.length === 0) throw new Problem(`No product has the code or the name "${wanted}".`);
  if (found.length > 1)
    throw new Problem(
      `${found.length} products are called "${wanted}"; say which by its code: ${found.map(({ value }) => value).join(', ')}.`,
    );
  return found[0]!.id;
};
