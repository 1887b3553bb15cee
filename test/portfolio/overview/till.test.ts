import { beforeAll, describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { analysisOf } from '../../../src/main/portfolio/analysis/analysis.ts';
import { readReview } from '../../../src/main/portfolio/analysis/saved-reviews.ts';
import { readMatrix } from '../../../src/main/portfolio/matrix/matrix.ts';
import { readRiskValue } from '../../../src/main/portfolio/matrix/risk-value.ts';
import { readOverview } from '../../../src/main/portfolio/overview/overview.ts';
import { makeReview } from '../../../src/main/portfolio/reviews/reviews.ts';
import { readSegments } from '../../../src/main/portfolio/segments/segments.ts';
import { readValue } from '../../../src/main/portfolio/value/value-view.ts';
import { reviewPage } from '../../../src/main/report/page.ts';
import { addDays, isoDay } from '../../../src/shared/model/day.ts';
import type { Overview } from '../../../src/shared/model/overview.ts';
import { aSale, csv } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

const FIRST = isoDay('2023-01-02');
const DAYS = 760;

/** Two sales a day for over two years; one in `known` carries a customer. */
const aTill = async (known: number): Promise<Writable> => {
  const db = aPortfolio();
  const sales = Array.from({ length: 2 * DAYS }, (_, k) =>
    aSale({
      order: `o${k}`,
      customer: known > 0 && k % known === 0 ? `C${k % 7}` : '',
      date: addDays(FIRST, Math.floor(k / 2)),
    }),
  );
  await take(db, csv(...sales), { currency: 'EUR', locale: 'en-GB' });
  return db;
};

describe.each([
  ['no sale', 0, 'No sale carries a customer.'],
  ['one sale in ten', 10, 'Only 10% of the revenue carries a customer, too little to speak of customers.'],
])('%s carries a customer', (_, known, reason) => {
  let db: Writable;
  let overview: Overview;
  beforeAll(async () => {
    db = await aTill(known);
    const read = readOverview(db, isoDay('2025-03-01'));
    if ('reason' in read) throw new Error(read.reason);
    overview = read;
  });

  test('the key figures are of sales, each with a number that the sales give', () => {
    const { n, revenue } = db.rows<{ n: number; revenue: number }>(
      `SELECT count(*) AS n, sum(revenue_minor) AS revenue FROM sales_order WHERE ordered_on > '2024-01-30'`,
    )[0]!;
    expect(overview.asOf).toBe('2025-01-30');
    expect(overview.figures.map(({ result }) => [result.metric, result.value])).toEqual([
      ['revenue12m', revenue],
      ['portfolioGrowth', expect.closeTo(0, 1)],
      ['orderCount12m', n],
      ['averageSale', revenue / n],
      ['coverage', known === 0 ? 0 : expect.closeTo(0.1, 5)],
    ]);
  });

  test('the sentences speak of sales, never of nobody', () => {
    const said = [...overview.headlines, ...overview.warnings].join(' ');
    expect(overview.headlines.length).toBeGreaterThanOrEqual(4);
    expect(said).toContain(
      known === 0 ? 'none of it carries a customer' : 'only 10% of it carries a customer',
    );
    expect(said).toContain('is the strongest day, with');
    expect(said).not.toMatch(/0% of it from|\b0 (known )?customers|figures about customers/);
  });

  test('matrix, risk, value and segments say why there is nothing and how to begin', () => {
    const views = [readMatrix(db, 'segments'), readMatrix(db, 'customers'), readRiskValue(db), readValue(db)];
    for (const view of views)
      expect(view).toMatchObject({ grade: 'D', reason, needed: expect.stringContaining('loyalty card') });
    expect(readSegments(db)).toMatchObject({ segments: [], reason });
  });

  test('the review shows products, days, months and how to begin, and no segment or name', () => {
    const { id } = makeReview(db, { ownersCopy: false, paper: 'A4' }, isoDay('2025-03-01'));
    const { content } = readReview(db, id);
    expect(content.segments).toEqual([]);
    const page = reviewPage(content);
    for (const said of ['strongest day of the week', 'What these sales cannot say', 'How to begin'])
      expect(page).toContain(said);
    expect(page.match(/class="sold"/g)).toHaveLength(13);
    expect(page).toContain('was the strongest of these months');
    expect(page).not.toMatch(/at risk|Customers by initials|Names for Monday/i);
    expect(analysisOf(db)!.totals.coverage).toBeCloseTo(known === 0 ? 0 : 0.1, 5);
  });
});
