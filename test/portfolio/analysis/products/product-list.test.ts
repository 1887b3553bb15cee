import { expect, test } from 'vitest';
import { productList } from '../../../../src/main/portfolio/analysis/products/product-list.ts';
import { table } from '../../../support/csv.ts';
import { aPortfolio, take } from '../../../support/portfolio.ts';

const sales = (...products: readonly (readonly [code: string, name: string])[]): string =>
  table(
    ['Order', 'Date', 'Customer', 'Product code', 'Product', 'Quantity', 'Amount'],
    products.map(([code, name], at) => [String(at), '2025-03-20', 'Ann', code, name, '1', '5.00']),
  );
const costs = (...rows: readonly (readonly [name: string, cost: string])[]): string =>
  table(['Product', 'Unit cost'], rows);

const costOf = async (sold: string, told: string, name: string): Promise<(number | null)[]> => {
  const db = aPortfolio();
  await take(db, sold);
  await take(db, told);
  return productList(db, 100)
    .filter((product) => product.name.toLowerCase() === name)
    .map(({ unitCost }) => unitCost);
};

test('a cost told under the name is that of the product sales know by its code', async () => {
  expect(await costOf(sales(['P1', 'Rye Bread']), costs(['rye bread', '2.50']), 'rye bread')).toEqual([
    250, 250,
  ]);
});

test('a cost told with a code is that of the product sales know by its name alone', async () => {
  const told = table(['Code', 'Product', 'Unit cost'], [['P1', 'Rye bread', '2.50']]);
  expect(await costOf(sales(['', 'Rye Bread']), told, 'rye bread')).toEqual([250, 250]);
});

test('a name that two codes share says nothing of a third way to sell it', async () => {
  const told = table(
    ['Code', 'Product', 'Unit cost'],
    [
      ['P1', 'Bread', '2.50'],
      ['P2', 'Bread', '3.50'],
    ],
  );
  expect(await costOf(sales(['', 'Bread']), told, 'bread')).toEqual([null, 250, 350]);
});
