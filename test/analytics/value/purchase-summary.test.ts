import { describe, expect, test } from 'vitest';
import { modelInputs, purchaseSummary } from '../../../src/main/analytics/value/purchase-summary.ts';
import { dayNumber, isoDay } from '../../../src/shared/model/day.ts';
import { historyOf } from '../builders.ts';
import { cdnowIsPresent, onlineRetailIsPresent, readCdnow, readOnlineRetail } from '../reference-data.ts';

describe('purchase summary', () => {
  test('counts purchase days, not returns, and nets revenue (DEFINITIONS 5, 7)', () => {
    const p = purchaseSummary(
      historyOf(
        [
          [
            [100, 500],
            [107, 300],
            [110, -200],
            [128, 700],
          ],
          [[120, 400]],
          [[90, -50]],
        ],
        135,
      ),
    );
    expect([...p.purchaseDays]).toEqual([3, 1, 0]);
    expect([...p.x]).toEqual([2, 0, 0]);
    expect([...p.tx]).toEqual([28, 0, 0]);
    expect([...p.T]).toEqual([35, 15, 0]);
    expect(p.zbar[0]).toBe(500);
    expect(p.zbar[1]).toBeNaN();
    expect([...p.firstDay]).toEqual([100, 120, -1]);
    expect([...p.lastDay]).toEqual([128, 120, -1]);
    expect([...p.revenue]).toEqual([1300, 400, -50]);
    expect(modelInputs(p)).toEqual({ n: 2, repeaters: 1, sumX: 2, sumTx: 4, sumT: 50 / 7 });
  });

  test('the last 12 months begin the day after the same day of the year before', () => {
    const day = (text: string): number => dayNumber(isoDay(text));
    const p = purchaseSummary(
      historyOf(
        [
          [
            [day('2024-06-30'), 1],
            [day('2024-07-01'), 10],
            [day('2025-06-30'), 100],
          ],
        ],
        day('2025-06-30'),
      ),
    );
    expect(p.revenue12m[0]).toBe(110);
    expect(p.revenue[0]).toBe(111);
  });

  test('an empty history is no error', () => {
    expect(modelInputs(purchaseSummary(historyOf([], 0)))).toEqual({
      n: 0,
      repeaters: 0,
      sumX: 0,
      sumTx: 0,
      sumT: 0,
    });
  });

  test.skipIf(!onlineRetailIsPresent)(
    'Online Retail as of 2011-12-09: n, Σx, Σt_x, ΣT as computed independently (skips where the file is absent)',
    () => {
      const inputs = modelInputs(purchaseSummary(readOnlineRetail()));
      expect(inputs.n).toBe(4334);
      expect(inputs.sumX).toBe(12_274);
      expect(inputs.sumTx).toBeCloseTo(80_847.43, 2);
      expect(inputs.sumT).toBeCloseTo(137_921, 6);
    },
  );

  test.skipIf(!cdnowIsPresent)(
    'CDNOW: eight customers without revenue have no purchase day (skips where the file is absent)',
    () => {
      const p = purchaseSummary(readCdnow());
      expect(p.customer).toHaveLength(2357);
      expect(modelInputs(p).n).toBe(2349);
      expect(p.revenue.reduce((a, b) => a + b, 0)).toBe(24_409_194);
    },
  );
});
