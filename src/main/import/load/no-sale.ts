import type { MayBeNoSale } from '../../../shared/model/importing.ts';
import { minor } from '../../../shared/model/money.ts';
import type { Connection } from '../../database/connection.ts';
import type { ProductFacts } from '../check/names.ts';
import { feeReason } from '../values/product-words.ts';
import type { LineCounts, ProductKey } from './orders/line-counts.ts';

type Named = Pick<ProductFacts, 'value' | 'name'> & { readonly id: number };

/**
 * Products of a file whose names say that they may be no sale and that nobody has answered for, or with this import only;
 * most at stake first.
 */
export const mayBeNoSale = (
  products: readonly Named[],
  counts: LineCounts,
  currency: string,
): MayBeNoSale[] =>
  products
    .flatMap(({ id, value, name }): MayBeNoSale[] => {
      const called = name || value;
      const says = feeReason(called);
      const { amount, lines } = counts.sumOf(id);
      if (says === null || lines === 0 || counts.isAnswered(id)) return [];
      return [
        {
          product: value,
          name: called,
          reason: `Its name says ${says}.`,
          lines,
          amount: { minor: minor(amount), currency },
          said: !counts.isSale(id),
        },
      ];
    })
    .sort((a, b) => Math.abs(b.amount.minor) - Math.abs(a.amount.minor) || (a.product < b.product ? -1 : 1));

/**
 * Keeps as marks what was said of products with a file, and which of them the import brought, so that its undo takes
 * them back. @returns whether anything counts otherwise now
 */
export const keepNoSale = (db: Connection, batch: number, said: readonly ProductKey[]): boolean => {
  if (said.length === 0) return false;
  const mark = db.prepare(
    `INSERT INTO product_mark (value, kind, role) VALUES (?, ?, 'not-a-sale')
       ON CONFLICT (value, kind) DO UPDATE SET role = 'not-a-sale'`,
  );
  for (const { kind, value } of said) mark.run(value, kind);
  db.execute(
    "UPDATE batch SET reading = json_set(reading, '$.notASale', json(?)) WHERE id = ?",
    JSON.stringify(said),
    batch,
  );
  return true;
};

/** Takes back what was said of products with an import, where nobody has said otherwise since. */
export const withdrawNoSale = (db: Connection, said: readonly ProductKey[]): void => {
  for (const { kind, value } of said) {
    // a row with neither role nor rate says nothing and is not allowed
    db.execute(
      "DELETE FROM product_mark WHERE value = ? AND kind = ? AND role = 'not-a-sale' AND tax_micro IS NULL",
      value,
      kind,
    );
    db.execute(
      "UPDATE product_mark SET role = NULL WHERE value = ? AND kind = ? AND role = 'not-a-sale'",
      value,
      kind,
    );
  }
};

/** What was said of products with an import. */
export const noSaleOf = (db: Connection, batch: number): ProductKey[] => {
  const row = db.row<{ said: string | null }>(
    "SELECT json_extract(reading, '$.notASale') AS said FROM batch WHERE id = ?",
    batch,
  );
  return row?.said ? (JSON.parse(row.said) as ProductKey[]) : [];
};
