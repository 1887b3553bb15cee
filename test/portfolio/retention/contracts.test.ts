import { beforeAll, describe, expect, test } from 'vitest';
import type { Readable, Writable } from '../../../src/main/database/connection.ts';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { analysisOf } from '../../../src/main/portfolio/analysis/analysis.ts';
import { analyze } from '../../../src/main/portfolio/analyze/analyze.ts';
import { redoChange, undoChange } from '../../../src/main/portfolio/changes/change-log.ts';
import {
  markProducts,
  productNamed,
  readProductMarks,
} from '../../../src/main/portfolio/products/product-marks.ts';
import { readQuestions } from '../../../src/main/portfolio/questions/questions.ts';
import { contractsIn } from '../../../src/main/portfolio/retention/contracts-view.ts';
import { readRetention } from '../../../src/main/portfolio/retention/retention-view.ts';
import { UNDOABLES } from '../../../src/main/portfolio/undoables.ts';
import { dayFromNumber, dayNumber, isoDay } from '../../../src/shared/model/day.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

const FIRST = dayNumber(isoDay('2023-01-01'));
const LAST = dayNumber(isoDay('2025-03-31'));

type Row = { customer: string; day: number; product: string; cents: number };

/** Forty members who pay by the month, some of whom leave or pay more, and sixty others who buy when they like. */
const rows = (): Row[] => {
  const list: Row[] = [];
  for (let m = 0; m < 40; m++) {
    const start = FIRST + 70 + 12 * m;
    const ends = m % 5 === 0 ? start + 4 * m : m % 7 === 2 ? LAST - 200 : Number.POSITIVE_INFINITY;
    for (let k = 0; start + Math.round(k * 30.44) <= Math.min(LAST, ends); k++) {
      const day = start + Math.round(k * 30.44);
      const dearer = m % 8 === 3 && day > LAST - 120;
      list.push({ customer: `M${m}`, day, product: 'Membership', cents: dearer ? 4500 : 3000 });
    }
  }
  for (let c = 0; c < 60; c++)
    for (let day = FIRST + (c % 30); day <= LAST; day += 20 + (c % 17) * 3)
      if (c % 6 !== 0 || day < FIRST + 400)
        list.push({ customer: `C${c}`, day, product: 'Coffee', cents: 1200 });
  return list;
};

const file = (list: readonly Row[]): string =>
  `Date,Customer number,Product,Amount\n${list
    .map(
      ({ customer, day, product, cents }) =>
        `${dayFromNumber(day)},${customer},${product},${(cents / 100).toFixed(2)}`,
    )
    .join('\n')}\n`;

describe('a product marked as renewing', () => {
  let db: Writable;
  let plainHash: string;
  const view = (of: Readable = db) => contractsIn(analysisOf(of)!)!;
  beforeAll(async () => {
    db = aPortfolio();
    await take(db, file(rows()), { currency: 'EUR', locale: 'en-GB' });
    plainHash = contentHash(db);
    markProducts(db, [productNamed(db, 'Membership')], 'renewing');
  });

  test('makes its buyers contractual: churn and money kept, counted anew from the payments', () => {
    const list = rows().filter(({ product }) => product === 'Membership');
    const patience = 1.5 * (365.25 / 12);
    const monthly = (on: number): Map<string, number> => {
      const latest = new Map<string, Row>();
      for (const row of list) if (row.day <= on) latest.set(row.customer, row);
      return new Map(
        [...latest.values()]
          .filter(({ day }) => on <= day + patience)
          .map((row) => [row.customer, row.cents]),
      );
    };
    const [then, now] = [monthly(dayNumber(isoDay('2024-03-31'))), monthly(LAST)];
    const base = [...then.values()].reduce((sum, each) => sum + each, 0);
    const kept = [...then].reduce((sum, [customer]) => sum + (now.get(customer) ?? 0), 0);
    const capped = [...then].reduce(
      (sum, [customer, cents]) => sum + Math.min(cents, now.get(customer) ?? 0),
      0,
    );
    const lost = [...then.keys()].filter((customer) => !now.has(customer)).length;
    expect(lost).toBeGreaterThan(2);
    const found = view();
    expect(found).toMatchObject({
      active: now.size,
      ended: 40 - now.size,
      months: 12,
      products: ['Membership'],
    });
    expect(found.monthly).toBe([...now.values()].reduce((sum, each) => sum + each, 0));
    const value = (metric: string) => found.figures.find((figure) => figure.metric === metric)!;
    expect(value('contractChurn').value).toBeCloseTo(lost / then.size, 12);
    expect(value('contractChurnYear').value).toBeCloseTo(lost / then.size, 12);
    expect(value('contractNrr').value).toBeCloseTo(kept / base, 12);
    expect(value('contractGrr').value).toBeCloseTo(capped / base, 12);
    for (const { value: at, lo, hi } of [
      value('contractChurn'),
      value('contractNrr'),
      value('contractGrr'),
    ]) {
      expect(lo!).toBeLessThanOrEqual(at!);
      expect(hi!).toBeGreaterThanOrEqual(at!);
    }
    expect(found.renewals[0]).toMatchObject({ period: 'month', contracts: 40 });
    expect(found.renewals[0]!.model).not.toBeNull();
  });

  test('tells them apart: no silence, chance or repeat rate of theirs among those of the others', () => {
    const analysis = analysisOf(db)!;
    const json = analyze(db, { customers: true, only: ['risk', 'contracts', 'retention', 'riskValue'] }) as {
      risk: Record<'atRisk' | 'gone', { customers: number[] }>;
      contracts: { monthly: { minor: number; currency: string } };
      retention: { repeatRate: { active: number } };
      customers: { id: number; key: string; pAlive: number | null; riskValue: string | null }[];
    };
    const members = new Set(json.customers.filter(({ key }) => key.startsWith('M')).map(({ id }) => id));
    expect(
      [...json.risk.atRisk.customers, ...json.risk.gone.customers].filter((id) => members.has(id)),
    ).toEqual([]);
    expect(json.risk.atRisk.customers.length + json.risk.gone.customers.length).toBeGreaterThan(0);
    expect(json.contracts.monthly.currency).toBe('EUR');
    expect(json.retention.repeatRate.active).toBeLessThanOrEqual(60);
    for (const { id, pAlive, riskValue } of json.customers.filter(({ key }) => key.startsWith('M'))) {
      expect(pAlive).toBeNull();
      expect(riskValue === null).toBe(analysis.contracts!.state[analysis.placeOf.get(id)!] === 'ended');
    }
    const loyalty = readQuestions(db).questions[4]!;
    expect(loyalty.answer).toContain(view().finding);
    const retention = readRetention(db);
    expect('contracts' in retention && retention.contracts).toEqual(view());
  });

  test('is an act that can be undone and done again, hashed', () => {
    const marked = contentHash(db);
    expect(marked).not.toBe(plainHash);
    expect(readProductMarks(db).renewing.map(({ name }) => name)).toEqual(['Membership']);
    undoChange(db, UNDOABLES);
    expect(contentHash(db)).toBe(plainHash);
    expect(contractsIn(analysisOf(db)!)).toBeNull();
    expect(analyze(db, { customers: false, only: ['contracts'] }).contracts).toMatchObject({ grade: 'D' });
    redoChange(db, UNDOABLES);
    expect(contentHash(db)).toBe(marked);
    expect(view().active).toBeGreaterThan(0);
  });

  test('of four contracts no churn is told', async () => {
    const small = aPortfolio();
    await take(small, file(rows().filter(({ customer }) => /^(M[1346]|C\d+)$/.test(customer))), {
      currency: 'EUR',
      locale: 'en-GB',
    });
    markProducts(small, [productNamed(small, 'Membership')], 'renewing');
    expect(view(small)).toMatchObject({ figures: [], months: null, active: 4 });
    expect(view(small).finding).toBe('4 customers have a renewing contract; 0 ended.');
  });
});
