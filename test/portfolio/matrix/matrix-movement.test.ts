import { beforeAll, describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { readMatrix } from '../../../src/main/portfolio/matrix/matrix.ts';
import { listComparisons, readMovement } from '../../../src/main/portfolio/matrix/matrix-movement.ts';
import { makeReview } from '../../../src/main/portfolio/reviews/reviews.ts';
import { applySegments } from '../../../src/main/portfolio/segments/segments.ts';
import { makeSample } from '../../../src/main/sample/sample.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { Matrix } from '../../../src/shared/model/matrix.ts';
import type { MatrixMovement } from '../../../src/shared/model/migration.ts';
import { aSale, csv } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

const sample = makeSample({ kind: 'clinic', customers: 150, seed: 5, until: isoDay('2025-09-30') });
const EARLIER = isoDay('2025-03-31');
const TODAY = isoDay('2025-10-02');
const OPTIONS = { currency: sample.truth.currency, locale: 'en-GB', timezone: 'Europe/Berlin' };

let db: Writable;
let frozen: Matrix;
let moved: MatrixMovement;
beforeAll(async () => {
  db = aPortfolio();
  await take(db, sample.csv, OPTIONS);
  frozen = readMatrix(db, 'segments', EARLIER) as Matrix;
  makeReview(db, { ownersCopy: false, paper: 'A4', asOf: EARLIER }, TODAY);
  // an order of the time before the review that came late
  await take(
    db,
    csv(aSale({ order: 'late', date: '2025-03-01', customer: 'K-1', amount: '70000.00' })),
    OPTIONS,
  );
  moved = readMovement(db, { since: EARLIER }) as MatrixMovement;
});

const byName = (matrix: Matrix) => new Map(matrix.points.map((point) => [point.name, point]));

describe('movement on the matrix since a review', () => {
  test('customers by field, counted from the two matrices', () => {
    const [before, after] = [EARLIER, undefined].map((day) => readMatrix(db, 'customers', day) as Matrix) as [
      Matrix,
      Matrix,
    ];
    const fieldOf = (matrix: Matrix) =>
      new Map(matrix.points.map(({ id, quadrant }) => [id, quadrant ?? 'none']));
    const [was, is] = [fieldOf(before), fieldOf(after)];
    const titles = {
      Invest: 'invest',
      Protect: 'protect',
      Develop: 'develop',
      Simplify: 'simplify',
    } as const;
    let stayed = 0;
    for (const row of moved.fields) {
      const field = titles[row.name as keyof typeof titles] ?? 'none';
      const there = [...was].filter(([, each]) => each === field).map(([id]) => id);
      const here = [...is].filter(([, each]) => each === field).map(([id]) => id);
      expect(row).toEqual({
        name: row.name,
        before: there.length,
        stayed: there.filter((id) => is.get(id) === field).length,
        movedOut: there.filter((id) => is.has(id) && is.get(id) !== field).length,
        leavers: there.filter((id) => !is.has(id)).length,
        movedIn: here.filter((id) => was.has(id) && was.get(id) !== field).length,
        entrants: here.filter((id) => !was.has(id)).length,
        after: here.length,
      });
      stayed += row.stayed;
    }
    expect(moved.sentence).toContain(`${stayed} stayed`);
    expect(moved.fields.reduce((sum, { after }) => sum + after, 0)).toBe(after.points.length);
    expect(moved.fields.reduce((sum, { before }) => sum + before, 0)).toBe(before.points.length);
  });

  test('segments go from where the review showed them, also where later imports say otherwise, to where they are', () => {
    const [then, now] = [byName(frozen), byName(readMatrix(db, 'segments') as Matrix)];
    expect(moved.arrows.length).toBeGreaterThan(1);
    for (const { name, from, to } of moved.arrows) {
      expect(from).toEqual({ value: then.get(name)!.value, growth: then.get(name)!.growth.value });
      expect(to).toEqual({ value: now.get(name)!.value, growth: now.get(name)!.growth.value });
    }
    const recomputed = byName(readMatrix(db, 'segments', EARLIER) as Matrix);
    expect([...recomputed.values()].map(({ value }) => value)).not.toEqual(
      [...then.values()].map(({ value }) => value),
    );
  });

  test('only earlier days can be compared with: reviews, and days on which segments were kept', async () => {
    expect(listComparisons(db)).toEqual([{ asOf: EARLIER, review: 1 }]);
    // kept today: comparable only after later sales
    applySegments(db, { recipe: 'quick-start' });
    const last = isoDay('2025-09-30');
    expect(listComparisons(db)).toHaveLength(1);
    await take(db, csv(aSale({ order: 'new', date: '2025-11-05', customer: 'Z' })), OPTIONS);
    expect(listComparisons(db)).toEqual([
      { asOf: last, review: null },
      { asOf: EARLIER, review: 1 },
    ]);
    expect((readMovement(db, { since: last }) as MatrixMovement).arrows.length).toBeGreaterThan(0);
    expect(() => readMovement(db, { since: TODAY })).toThrow(/no review and no kept segment/);
  });
});
