import { describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { auditNote, readAudit } from '../../../src/main/portfolio/audit/audit.ts';
import { addMark } from '../../../src/main/portfolio/calendar/marks.ts';
import { type Audit, AuditSchema } from '../../../src/shared/model/audit.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import { table } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

const HEADER = ['Order ID', 'Date', 'Customer ID', 'Customer name', 'Email', 'Phone', 'Product', 'Amount'];

/** Six orders of January, February and April 2024: one without a customer, one without an article, one whose amount is no number. */
const SALES = table(HEADER, [
  ['1', '2024-01-10', 'A', 'Ann Abel', 'ann@example.com', '', 'Cup', '10.00'],
  ['2', '2024-01-20', 'B', 'Abel, Ann', '', '', 'Cup', '20.00'],
  ['3', '2024-02-10', 'C', 'Carl Cole', 'carl@example', '', 'Plate', '30.00'],
  ['4', '2024-02-12', '', '', '', '', 'Plate', '40.00'],
  ['5', '2024-04-10', 'D', '', '', '', '', '50.00'],
  ['6', '2024-04-11', 'A', 'Ann Abel', 'ann@example.com', '', 'Cup', 'ten'],
]);

const TODAY = isoDay('2024-05-01');

const audited = (db: Writable, today = TODAY): Audit => {
  const audit = readAudit(db, today);
  if ('reason' in audit) throw new Error(audit.reason);
  return AuditSchema.parse(audit);
};

const found = (audit: Audit, id: string): readonly [found: number, of: number] | undefined => {
  const check = audit.checks.find((each) => each.id === id);
  return check && [check.found, check.of];
};

const shop = async (): Promise<Writable> => {
  const db = aPortfolio();
  await take(db, SALES, { currency: 'EUR' });
  return db;
};

describe('the data audit', () => {
  test('counts the cases at fault of each check', async () => {
    const audit = audited(await shop());
    expect(found(audit, 'orders-with-customer')).toEqual([1, 5]);
    expect(found(audit, 'lines-with-product')).toEqual([1, 5]);
    expect(found(audit, 'products-with-cost')).toEqual([2, 2]);
    expect(found(audit, 'customers-by-name')).toEqual([1, 4]);
    expect(found(audit, 'lines-read')).toEqual([1, 6]);
    expect(found(audit, 'days-plausible')).toEqual([0, 5]);
    expect(found(audit, 'emails-valid')).toEqual([1, 2]);
    // Ann Abel and Abel, Ann
    expect(found(audit, 'customers-once')).toEqual([2, 4]);
    expect(found(audit, 'months-whole')).toEqual([1, 4]);
    expect(found(audit, 'two-years')).toEqual([21, 24]);
    // 10 April to 1 May: three whole weeks
    expect(found(audit, 'sales-recent')).toEqual([3, 52]);
  });

  test('each check is the share without the fault, and the score the mean of the dimensions', async () => {
    const audit = audited(await shop());
    for (const { score, found: n, of } of audit.checks) expect(score).toBeCloseTo(100 - (100 * n) / of, 9);
    const byDimension = new Map<string, number[]>();
    for (const { dimension, score } of audit.checks)
      byDimension.set(dimension, [...(byDimension.get(dimension) ?? []), score]);
    const means = [...byDimension.values()].map((scores) => scores.reduce((a, b) => a + b) / scores.length);
    expect(audit.score).toBe(Math.round(means.reduce((a, b) => a + b) / means.length));
    expect(audit.sentence).toMatch(new RegExp(`^${audit.score} of 100\\. The widest gap: `));
  });

  test('names the month that is missing, unless the owner says that it was closed', async () => {
    const db = await shop();
    const sentence = () => audited(db).checks.find(({ id }) => id === 'months-whole')!.sentence;
    expect(sentence()).toContain('Mar 2024');
    addMark(db, 'closed', isoDay('2024-03-01'), isoDay('2024-03-31'));
    expect(found(audited(db), 'months-whole')).toEqual([0, 3]);
  });

  test('knows an order of tomorrow', async () => {
    expect(found(audited(await shop(), isoDay('2024-04-01')), 'days-plausible')).toEqual([1, 5]);
  });

  test('says which programs number customers, and which share none', async () => {
    const db = await shop();
    expect(audited(db).sourcesSentence).toBe('Customers are numbered by other files (4) alone.');
  });

  test('on paper it names nobody', async () => {
    const db = await shop();
    const { score, checks } = audited(db);
    const gaps = checks.filter(({ found: n }) => n > 0).length;
    expect(auditNote(db, TODAY)).toBe(
      `Quality of the data: ${score} of 100; ${gaps} of ${checks.length} checks found a gap.`,
    );
    expect(auditNote(aPortfolio(), TODAY)).toBeNull();
  });

  test('is withheld without sales', () => {
    expect(readAudit(aPortfolio(), TODAY)).toMatchObject({ grade: 'D' });
  });
});
