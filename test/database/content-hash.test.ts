import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/main/database/content-hash.ts';
import {
  addDigest,
  digestOf,
  type LineContent,
  lineDigest,
  MISSING_NUMBER,
  textHash,
} from '../../src/main/database/line-digest.ts';
import { undoImport } from '../../src/main/import/undo/undo-import.ts';
import { applySegments } from '../../src/main/portfolio/segments/segments.ts';
import { aBusiness } from '../import/a-business.ts';
import { aSale, csv, table } from '../support/csv.ts';
import { aPortfolio, take } from '../support/portfolio.ts';

const safe = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const line: fc.Arbitrary<LineContent> = fc.record({
  product: fc.integer({ min: 0, max: 0xffffffff }),
  quantityMicro: fc.option(safe, { nil: null }),
  unitPriceMicro: fc.option(safe, { nil: null }),
  amountMinor: safe,
  discountMinor: safe,
  taxMinor: safe,
  shippingMinor: safe,
});
const FIELDS = [
  'product',
  'quantityMicro',
  'unitPriceMicro',
  'amountMinor',
  'discountMinor',
  'taxMinor',
  'shippingMinor',
] as const;
const BELOW = 2 ** 52;

describe('the digest of an order\u2019s lines', () => {
  test('is a whole number below 2^52, and so is every sum of it', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        let sum = 0;
        for (const each of lines) {
          const digest = lineDigest(each);
          expect(Number.isInteger(digest) && digest >= 0 && digest < BELOW).toBe(true);
          sum = addDigest(sum, digest);
          expect(Number.isInteger(sum) && sum >= 0 && sum < BELOW).toBe(true);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('does not depend on the order of the lines, but on how often each is there', () => {
    const sum = (lines: readonly LineContent[]): number =>
      lines.reduce((total, each) => addDigest(total, lineDigest(each)), 0);
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 12 }), (lines) => {
        expect(sum([...lines].reverse())).toBe(sum(lines));
        expect(sum([...lines.slice(1), lines[0]!])).toBe(sum(lines));
        expect(sum([...lines, lines[0]!])).not.toBe(sum(lines));
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('changes with every field, by however little', () => {
    fc.assert(
      fc.property(
        line,
        fc.constantFrom(...FIELDS),
        fc.constantFrom(1, -1, 2 ** 32, 1e6),
        (each, field, by) => {
          const value = each[field] ?? 0;
          const other = Number.isSafeInteger(value + by) ? value + by : value - by;
          expect(lineDigest({ ...each, [field]: other })).not.toBe(lineDigest(each));
        },
      ),
      { seed: 3, numRuns: 3000 },
    );
  });

  test('tells an amount from a discount, a missing number from 0, and swapped fields apart', () => {
    const base: LineContent = {
      product: 1,
      quantityMicro: 0,
      unitPriceMicro: 0,
      amountMinor: 0,
      discountMinor: 0,
      taxMinor: 0,
      shippingMinor: 0,
    };
    const others = FIELDS.map((field) => lineDigest({ ...base, [field]: 5 }));
    const missing = [
      lineDigest({ ...base, quantityMicro: null }),
      lineDigest({ ...base, unitPriceMicro: null }),
    ];
    expect(new Set([lineDigest(base), ...others, ...missing]).size).toBe(others.length + 3);
    expect(digestOf(1, MISSING_NUMBER, 0, 0, 0, 0, 0)).toBe(missing[0]);
  });

  test('has no collision among a hundred thousand lines of everyday values', () => {
    const seen = new Set<number>();
    for (let product = 1; product <= 10; product++)
      for (let quantity = 1; quantity <= 10; quantity++)
        for (let amount = 0; amount < 1000; amount++)
          seen.add(digestOf(textHash(`p${product}`), quantity * 1e6, MISSING_NUMBER, amount, 0, 0, 0));
    expect(seen.size).toBe(100_000);
  });
});

describe('the content hash (DEFINITIONS 18)', () => {
  const { header, rows } = aBusiness(3, { orderIds: true, customers: 'contact' });
  const file = table(header, rows);

  test('does not depend on row ids, on batches, on the log or on what was there in between', async () => {
    const plain = aPortfolio();
    const { contentHash: hash } = await take(plain, file, { currency: 'EUR' });

    const used = aPortfolio();
    await take(
      used,
      csv(
        ...Array.from({ length: 30 }, (_, i) =>
          aSale({ order: `x${i}`, customer: `X${i}`, product: `P${i}` }),
        ),
      ),
      { currency: 'EUR' },
    );
    await take(used, file, { currency: 'EUR' });
    expect(contentHash(used)).not.toBe(hash);
    undoImport(used, 1);
    expect(contentHash(used)).toBe(hash);
    // the same rows under other ids
    expect(used.row('SELECT min(id) AS id FROM sales_order')).not.toEqual(
      plain.row('SELECT min(id) AS id FROM sales_order'),
    );
  });

  test('does not depend on the order of the orders in the file', async () => {
    const orders = Map.groupBy(rows, (row) => row[0]);
    const turned = [...orders.values()].reverse().flat();
    expect((await take(aPortfolio(), table(header, turned), { currency: 'EUR' })).contentHash).toBe(
      (await take(aPortfolio(), file, { currency: 'EUR' })).contentHash,
    );
  });

  test('does not depend on settings, segments and reviews', async () => {
    const db = aPortfolio();
    const { contentHash: hash } = await take(db, file, { currency: 'EUR' });
    applySegments(db, { recipe: 'value-and-rhythm' });
    db.execute("UPDATE setting SET value = '\"Another\"' WHERE name = 'businessName'");
    expect(contentHash(db)).toBe(hash);
  });

  test.each([
    ['a customer\u2019s name', "UPDATE customer SET name = 'Gina' WHERE id = 1"],
    ['a customer\u2019s e-mail', "UPDATE customer SET email = 'x@example.com' WHERE id = 1"],
    ['an identity', "UPDATE customer_identity SET value = 'other' WHERE id = 1"],
    [
      'who an identity belongs to',
      'UPDATE customer_identity SET customer_id = (SELECT max(id) FROM customer) WHERE id = 1',
    ],
    ['a product\u2019s name', "UPDATE product SET name = 'Stone' WHERE id = 1"],
    ['a product\u2019s category', "UPDATE product SET category = 'Stones' WHERE id = 1"],
    ['the day of an order', "UPDATE sales_order SET ordered_on = '1999-01-01' WHERE id = 1"],
    ['the time of an order', 'UPDATE sales_order SET second_of_day = 1 WHERE id = 1'],
    ['the customer of an order', 'UPDATE sales_order SET identity_id = NULL WHERE identity_id IS NOT NULL'],
    ['the net of an order', 'UPDATE sales_order SET net_minor = net_minor + 1 WHERE id = 1'],
    ['the lines of an order', 'UPDATE sales_order SET digest = digest + 1 WHERE id = 1'],
    ['what an order refers to', "UPDATE sales_order SET refers_to = 'A' WHERE id = 1"],
    ['whether an order is pending', 'UPDATE sales_order SET pending = 1 - pending WHERE id = 1'],
  ])('changes with %s', async (_, sql) => {
    const db = aPortfolio();
    const { contentHash: hash } = await take(db, file, { currency: 'EUR' });
    db.raw.exec(sql);
    expect(contentHash(db)).not.toBe(hash);
  });
});
