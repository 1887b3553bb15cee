import { z } from 'zod';
import { formats } from '../../../shared/format.ts';
import { minor } from '../../../shared/model/money.ts';
import { Problem } from '../../../shared/model/problem.ts';
import {
  type Candidate,
  type MarkedProduct,
  type ProductMarks,
  type ProductRole,
  ProductRoleSchema,
} from '../../../shared/model/product-mark.ts';
import { taxMicro } from '../../../shared/model/tax.ts';
import type { Connection } from '../../database/connection.ts';
import { bumpDataVersion, readSettings } from '../../database/settings.ts';
import { refreshSummaries } from '../../database/summaries.ts';
import { asSale, recountWhatCounts } from '../../database/what-counts.ts';
import { nameKey } from '../../import/values/name-key.ts';
import { feeReason, isCharge, isLessRevenue, roleOf } from '../analysis/products/product-words.ts';
import { undoable } from '../changes/undoable.ts';

type Kind = 'code' | 'name';

type Row = {
  readonly id: number;
  readonly kind: Kind;
  readonly value: string;
  readonly name: string;
  readonly role: ProductRole | null;
  readonly tax: number | null;
  readonly lines: number;
  readonly amount: number;
  /** what of it is revenue, or would be if it were a sale */
  readonly revenue: number;
  readonly highest: number;
  readonly lowest: number;
};

/** Which products count and how, what might be no sale, and what it would change. */
export const readProductMarks = (db: Connection): ProductMarks => {
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
    charges: of('charge').sort(byStake),
    candidates,
    candidatesSentence:
      named.length === 0
        ? null
        : `Revenue is ${say.money(minor(revenue))}; without ${named.length === 1 ? 'the one whose name says so' : `the ${say.count(named.length)} whose names say so`} it would be ${say.money(minor(revenue - less))}.`,
  };
};

/** Products whose code or name holds a text, most at stake first. */
export const findProducts = (db: Connection, search: string, limit: number): MarkedProduct[] => {
  const wanted = nameKey(search);
  const revenue = revenueOf(db);
  return soldProducts(db)
    .filter(({ value, name }) => nameKey(value).includes(wanted) || nameKey(name).includes(wanted))
    .map((row) => described(row, revenue))
    .sort(byStake)
    .slice(0, limit);
};

/** Products with a tax rate of their own. */
export const taxedProducts = (db: Connection): MarkedProduct[] => {
  const revenue = revenueOf(db);
  return soldProducts(db)
    .filter(({ tax }) => tax !== null)
    .map((row) => described(row, revenue));
};

const BY = { name: 0, sign: 1 } as const;

const byStake = (a: MarkedProduct, b: MarkedProduct): number =>
  Math.abs(b.amount) - Math.abs(a.amount) || a.id - b.id;

const revenueOf = (db: Connection): number =>
  db.row<{ net: number | null }>('SELECT sum(revenue_minor) AS net FROM sales_order')?.net ?? 0;

const soldProducts = (db: Connection): Row[] =>
  db.rows<Row>(
    `SELECT p.id, p.kind, p.value, p.name, m.role, m.tax_micro AS tax, s.lines, s.amount, s.revenue, s.highest, s.lowest
     FROM (SELECT product_id, count(*) AS lines, sum(amount_minor) AS amount, sum(${asSale(db)}) AS revenue, max(amount_minor) AS highest, min(amount_minor) AS lowest
           FROM order_line WHERE product_id IS NOT NULL GROUP BY product_id) s
     JOIN product p ON p.id = s.product_id LEFT JOIN product_mark m ON m.value = p.value AND m.kind = p.kind
     ORDER BY p.id`,
  );

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
 * @param ids row ids of products @param role null takes the owner's word back: the name decides again
 * @throws Problem when a product is not there any more
 */
export const markProducts = (
  db: Connection,
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
export const taxProducts = (db: Connection, ids: readonly number[], rate: number | null): ProductMarks => {
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
  db: Connection,
  ids: readonly number[],
  to: (mark: Mark) => Mark,
  sentence: (names: readonly string[]) => string,
): void => {
  const marks = ids.map((id) => {
    const product = db.row<Mark & { name: string }>(
      `SELECT p.kind, p.value, p.name, m.role, m.tax_micro AS tax FROM product p LEFT JOIN product_mark m ON m.value = p.value AND m.kind = p.kind WHERE p.id = ?`,
      id,
    );
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
const writeMarks = (db: Connection, marks: readonly Mark[]): void => {
  db.raw.exec('CREATE TEMP TABLE IF NOT EXISTS marked (product_id INTEGER PRIMARY KEY); DELETE FROM marked;');
  for (const { kind, value, role, tax } of marks) {
    db.execute('DELETE FROM product_mark WHERE value = ? AND kind = ?', value, kind);
    if (role !== null || tax !== null)
      db.execute('INSERT INTO product_mark VALUES (?, ?, ?, ?)', value, kind, role, tax);
    db.execute(
      'INSERT OR IGNORE INTO marked SELECT id FROM product WHERE value = ? AND kind = ?',
      value,
      kind,
    );
  }
  followMarks(db, 'SELECT order_id FROM order_line WHERE product_id IN (SELECT product_id FROM marked)');
  bumpDataVersion(db);
};

/** What products are, or their own tax rates. */
export const productMarksChange = undoable({
  kind: 'products',
  version: 1,
  schema: z.array(MarkSchema).readonly(),
  apply: writeMarks,
});

/** @param orders a query of the ids of orders whose lines count otherwise now */
const followMarks = (db: Connection, orders: string): void => {
  recountWhatCounts(db, orders);
  const customers = db
    .prepare(
      `SELECT DISTINCT i.customer_id FROM sales_order o JOIN customer_identity i ON i.id = o.identity_id WHERE o.id IN (${orders})`,
    )
    .pluck()
    .all() as number[];
  refreshSummaries(db, customers);
};

/** The products a code or a name means, as the command line names them. @throws Problem when it means none, or several by name */
export const productNamed = (db: Connection, wanted: string): number => {
  const rows = db.rows<{ id: number; kind: Kind; value: string; name: string }>(
    'SELECT id, kind, value, name FROM product ORDER BY id',
  );
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
