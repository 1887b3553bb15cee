import type { Connection } from '../../../database/connection.ts';

/** As much of a line as tells an order's total from its articles. */
export type ToldLine = { readonly product: number | null; readonly amount: number };

/** What a line holds besides its order, in the order of {@link LINE_COLUMNS}. */
export type LineCells = readonly [
  product: number | null,
  quantity: number | null,
  price: number | null,
  amount: number,
  discount: number,
  tax: number,
  shipping: number,
  row: number,
];

export const LINE_COLUMNS =
  'product_id, quantity_micro, unit_price_micro, amount_minor, discount_minor, tax_minor, shipping_minor, source_row';

/** How far the two sums may be apart; in files of no known product another order may have the same number. */
const FACTOR = { product: 3, file: 1.5 };

/**
 * Products write an order's total into one file and its articles into another. Given both, the order is its articles,
 * whichever file came first. The two sums need not agree (tips, tax, discounts on the whole), but an order that only
 * happens to have the same number is further off.
 * @returns which of the two the file has of a known order, or null where they are not a total and its articles
 */
export const expansion = (
  order: { readonly key: string; readonly source: string },
  known: readonly ToldLine[],
  told: readonly ToldLine[],
): 'total' | 'articles' | null => {
  if (order.key.startsWith('~')) return null;
  const factor = order.source === 'file' ? FACTOR.file : FACTOR.product;
  if (isTotal(known) && areArticles(told)) return near(known, told, factor) ? 'articles' : null;
  if (isTotal(told) && areArticles(known)) return near(known, told, factor) ? 'total' : null;
  return null;
};

const isTotal = (lines: readonly ToldLine[]): boolean => lines.length === 1 && lines[0]?.product === null;

const areArticles = (lines: readonly ToldLine[]): boolean =>
  lines.length > 0 && lines.every(({ product }) => product !== null);

const near = (a: readonly ToldLine[], b: readonly ToldLine[], factor: number): boolean => {
  const [one, other] = [sum(a), sum(b)];
  return one === other || (one * other > 0 && one / other < factor && other / one < factor);
};

const sum = (lines: readonly ToldLine[]): number => lines.reduce((all, { amount }) => all + amount, 0);

/**
 * The first article takes the place of the total, which is kept as what the earlier imports said of that line, so that
 * their undo stays exact.
 */
export const replaceTotal = (db: Connection, line: number, batch: number, cells: LineCells): void => {
  db.execute(
    `INSERT OR IGNORE INTO line_variant (line_id, batch_id, ${LINE_COLUMNS})
     SELECT l.id, c.batch_id, ${LINE_COLUMNS} FROM order_line l
     JOIN line_claim c ON l.id BETWEEN c.first_id AND c.last_id WHERE l.id = ? AND c.batch_id <> ?`,
    line,
    batch,
  );
  db.execute(
    `UPDATE order_line SET (${LINE_COLUMNS}) = (?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?`,
    ...cells,
    line,
  );
};
