import { expect, test } from 'vitest';
import { analysisOf } from '../../../../src/main/portfolio/analysis/analysis.ts';
import { salesIn } from '../../../../src/main/portfolio/analysis/products/sold-lines.ts';
import { readCustomer } from '../../../../src/main/portfolio/customers/customer-page.ts';
import { describeProducts } from '../../../../src/main/portfolio/products/products.ts';
import { aPortfolio, take } from '../../../support/portfolio.ts';

test('codes of one name are one product, each with its own cost', async () => {
  const db = aPortfolio();
  await take(db, 'SKU,Product,Unit cost\nA-1,Rye bread,1.00\nA-2,rye  bread,2.00\nB-1,Cake,3.00\n', {
    kind: 'products',
    currency: 'EUR',
  });
  await take(
    db,
    `Order,Date,Customer,SKU,Product,Quantity,Amount\n${Array.from(
      { length: 12 },
      (_, k) =>
        `O${k},2025-03-${10 + k},C${k % 4},A-${1 + (k % 2)},Rye bread,1,5.00\nO${k},2025-03-${10 + k},C${k % 4},B-1,Cake,1,4.00`,
    ).join('\n')}\nO0,2025-03-10,C0,A-2,Rye bread,1,5.00\n`,
    { currency: 'EUR' },
  );
  const analysis = analysisOf(db)!;
  const { products, lines } = salesIn(db, analysis);
  expect(products.map(({ name }) => name.toLowerCase().replace(/\s+/g, ' ')).sort()).toEqual([
    'cake',
    'rye bread',
  ]);
  const costs = Array.from(lines.cost, (cost, k) => [products[lines.item[k]!]!.name, cost]);
  expect(
    costs
      .filter(([name]) => name !== 'Cake')
      .map(([, cost]) => cost)
      .sort(),
  ).toEqual([...Array(6).fill(100), ...Array(7).fill(200)]);
  const { popular } = describeProducts(db, analysis);
  expect(
    'rows' in popular && popular.rows.map(({ revenue, orders, buyers }) => [revenue, orders, buyers]),
  ).toEqual([
    [6500, 12, 4],
    [4800, 12, 4],
  ]);
  const id = analysis.purchases.customer[analysis.names.key.indexOf('C0')]!;
  const page = readCustomer(db, id);
  expect(page.topProducts.map(({ revenue, orders }) => [revenue, orders])).toEqual([
    [2000, 3],
    [1200, 3],
  ]);
});
