import { expect, test } from 'vitest';
import { analyze } from '../../../src/main/portfolio/analyze/analyze.ts';
import { analyzeInParallel } from '../../../src/main/portfolio/analyze/analyze-in-parallel.ts';
import { aSale, csv } from '../../support/csv.ts';
import { aPortfolio, copyOf, take } from '../../support/portfolio.ts';

/** Enough that the models are fitted in a thread of their own. */
const CUSTOMERS = 21_000;

test('of many customers two threads find what one finds', async () => {
  const db = aPortfolio();
  const sales = Array.from({ length: CUSTOMERS * 1.5 }, (_, i) =>
    aSale({
      order: String(i),
      date: `2024-${String(1 + (i % 11)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
      customer: `C${i % CUSTOMERS}`,
      product: `P${i % 17}`,
      amount: `${1 + (i % 90)}.50`,
    }),
  );
  await take(db, csv(...sales), { locale: 'en-GB', currency: 'GBP' });
  const options = { customers: true, only: null };
  const alone = analyze(copyOf(db), options);
  expect(alone).toMatchObject({ totals: { customers: CUSTOMERS }, models: { chosen: expect.any(String) } });
  expect(await analyzeInParallel(db, options)).toEqual(alone);
});
