import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PurchaseHistory } from '../../../src/main/analytics/history.ts';
import { customerModels, modelsSummary } from '../../../src/main/analytics/value/customer-models.ts';
import { churnBand } from '../../../src/main/analytics/value/customer-scores.ts';
import { leftTruncation } from '../../../src/main/analytics/value/left-truncation.ts';
import { purchaseSummary } from '../../../src/main/analytics/value/purchase-summary.ts';
import { buys, historyOf } from '../builders.ts';
import { asOn, CDNOW_CALIBRATION_END } from '../buyers.ts';
import { cdnowIsPresent, onlineRetailIsPresent, readCdnow, readOnlineRetail } from '../reference-data.ts';
import { finiteThroughout } from './finite-throughout.ts';
import { simulatedShop } from './simulated-buyers.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((total, v) => total + v, 0);

describe('properties (MODELS 14)', () => {
  const shop = simulatedShop({ customers: 300, days: 700, seed: 8 });
  const models = customerModels(shop.history);

  test('the order of the customers does not matter', () => {
    const { history } = shop;
    const order = [...history.customer.keys()].reverse();
    const reversed: PurchaseHistory = {
      ...history,
      customer: Int32Array.from(order, (i) => history.customer[i]!),
      start: Int32Array.from([0, ...order.map((i) => history.start[i + 1]! - history.start[i]!)]).map(
        (
          (total) => (length: number) =>
            (total += length)
        )(0),
      ),
      day: Int32Array.from(
        order.flatMap((i) => [...history.day.subarray(history.start[i], history.start[i + 1])]),
      ),
      net: Float64Array.from(
        order.flatMap((i) => [...history.net.subarray(history.start[i], history.start[i + 1])]),
      ),
    };
    const other = customerModels(reversed);
    expect(other.chosen).toBe(models.chosen);
    order.forEach((i, k) => {
      expect(other.scores.pAlive[k]).toBeCloseTo(models.scores.pAlive[i]!, 4);
      expect(Math.abs(other.scores.clv[k]! - models.scores.clv[i]!)).toBeLessThan(
        1e-3 * (1 + models.scores.clv[i]!),
      );
    });
  });

  test('ten times the money: ten times the value, the same chances', () => {
    const richer = customerModels({ ...shop.history, net: shop.history.net.map((v) => 10 * v) });
    models.scores.clv.forEach((value, i) => {
      expect(Math.abs(richer.scores.clv[i]! - 10 * value)).toBeLessThan(1e-3 * (1 + 10 * value));
    });
    expect(richer.scores.pAlive).toEqual(models.scores.pAlive);
  });

  test('groups add up to the portfolio', () => {
    const groupOf = Int32Array.from(shop.history.customer, (id) => id % 3);
    const [all, ...groups] = customerModels(shop.history, { groupOf }).forecasts;
    expect(groups.map((g) => g.group)).toEqual([0, 1, 2]);
    expect(sum(groups.map((g) => g.customers))).toBe(all!.customers);
    expect(sum(groups.map((g) => g.purchases.expected))).toBeCloseTo(all!.purchases.expected, 6);
    expect(sum(groups.map((g) => g.value.expected))).toBeCloseTo(all!.value.expected, 3);
  });

  test('margin and costs: a customer who costs more than is left is worth less than nothing', () => {
    const terms = { margin: 0.3, costPerOrder: 2, servingCost: 5 };
    const poorer = customerModels(shop.history, { terms });
    expect(Math.min(...poorer.scores.clv)).toBeLessThan(0);
    poorer.scores.clv.forEach((value, i) => {
      expect(value).toBeLessThan(models.scores.clv[i]!);
      expect(poorer.scores.clvLo[i]!).toBeLessThanOrEqual(value);
      expect(poorer.scores.clvHi[i]!).toBeGreaterThanOrEqual(value);
    });
  });
});

describe('how much the data carry (MODELS 2.5)', () => {
  test('grade D below 10 who came back: no figure at all', () => {
    const models = customerModels(
      historyOf([buys([1, 50]), ...Array.from({ length: 30 }, (_, i) => buys([i]))], 400),
    );
    expect(models).toMatchObject({ grade: 'D', chosen: null, backtest: null, forecasts: [] });
    expect(models.mbgnbd.map).toEqual({ kind: 'too-few', n: 1, needed: 10, timeUnit: 'week' });
    expect(models.scores.pAlive.every(Number.isNaN)).toBe(true);
    expect(models.warnings[0]).toContain('Only 1 customer came back');
  });

  test('nobody at all is no error', () =>
    expect(customerModels(historyOf([], 0))).toMatchObject({ grade: 'D', chosen: null }));

  test('customers without a purchase day have no score', () => {
    const shop = simulatedShop({ customers: 200, days: 500, seed: 2 });
    const extra: PurchaseHistory = {
      ...shop.history,
      customer: Int32Array.from([...shop.history.customer, 999]),
      start: Int32Array.from([...shop.history.start, shop.history.day.length + 1]),
      day: Int32Array.from([...shop.history.day, 20]),
      net: Float64Array.from([...shop.history.net, -500]),
    };
    const { scores } = customerModels(extra);
    expect(scores.pAlive.at(-1)).toBeNaN();
    expect(scores.band.at(-1)).toBeNull();
  });

  test('grade C with 10 to 29: bands and totals, no figures of single customers', () => {
    const shop = simulatedShop({ customers: 50, days: 500, seed: 4 });
    const models = customerModels(shop.history);
    expect(models.inputs.repeaters).toBeGreaterThanOrEqual(10);
    expect(models.inputs.repeaters).toBeLessThan(30);
    expect(models.grade).toBe('C');
    expect(models.scores.clv.every(Number.isNaN)).toBe(true);
    expect(models.scores.band.every((band) => band !== null)).toBe(true);
    expect(models.forecasts).toHaveLength(1);
  });

  test('grade B with 30 to 149', () => {
    const models = customerModels(simulatedShop({ customers: 160, days: 700, seed: 1 }).history);
    expect(models.inputs.repeaters).toBeLessThan(150);
    expect(models.grade).toBe('B');
  });

  test('under BG/NBD one-time buyers have no probability of being alive, rather than certainty', () => {
    const shop = simulatedShop({ customers: 1500, days: 900, seed: 3, leavesAtOnce: false });
    const models = customerModels(shop.history);
    expect(models.chosen).toBe('bg');
    const { x } = purchaseSummary(shop.history);
    models.scores.pAlive.forEach((p, i) => {
      expect(Number.isNaN(p)).toBe(x[i] === 0);
    });
    expect(models.backtest?.scores).toHaveLength(4);
  });

  test.each([
    [0.2, 'low'],
    [0.5, 'medium'],
    [0.9, 'high'],
  ])('P(no purchase) %d is %s risk', (p, band) => expect(churnBand(p)).toBe(band));
});

test('whatever the sales are, nothing throws and no NaN or infinity is in the summary', () => {
  const entry = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: -3000, max: 90_000 }));
  const few = fc.array(fc.array(entry, { maxLength: 6 }), { maxLength: 60 });
  // one who buys every day, one who bought once for a fortune, all on one day, all alike
  const odd = fc.constantFrom(
    [buys(Array.from({ length: 500 }, (_, k) => k))],
    [buys([499], 1e12)],
    Array.from({ length: 40 }, () => buys([500])),
    Array.from({ length: 40 }, () => buys([100, 200, 300])),
    Array.from({ length: 40 }, (_, k) => buys([0, 500], 10 ** (k / 4))),
  );
  fc.assert(
    fc.property(few, odd, (some, others) => {
      const models = customerModels(historyOf([...some, ...others], 500));
      finiteThroughout(modelsSummary(models));
      for (const column of [
        models.scores.clv,
        models.scores.clvLo,
        models.scores.clvHi,
        models.scores.expected12m,
      ])
        expect(column.some((v) => v === Number.POSITIVE_INFINITY || v === Number.NEGATIVE_INFINITY)).toBe(
          false,
        );
    }),
    { numRuns: 12 },
  );
});

describe('customers whose beginning is not known', () => {
  test('first purchase within one usual gap of the first day; a cohort export excludes nobody', () => {
    const spread = historyOf(
      [buys([0, 30]), buys([20, 50]), buys([200, 230]), buys([320]), buys([350, 380])],
      399,
    );
    const p = purchaseSummary(spread);
    expect([...leftTruncation(spread, p, 30).truncated]).toEqual([1, 1, 0, 0, 0]);
    expect(leftTruncation(spread, p, 30).cohort).toBe(false);
    expect(leftTruncation(spread, p, 30, true).cohort).toBe(true);
    const cohort = historyOf([buys([0, 30]), buys([20, 300]), buys([120])], 399);
    expect(leftTruncation(cohort, purchaseSummary(cohort), 30).cohort).toBe(true);
  });

  test('they are scored all the same, and the exclusion is only kept where it foresees better', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const models = customerModels(simulatedShop({ customers: 150, days: 600, seed }).history);
        const chosen = models.backtest?.scores.find(
          (c) =>
            c.variant === models.backtest?.variant &&
            c.leftTruncatedExcluded === models.leftTruncated.excluded,
        );
        const best = Math.max(
          ...(models.backtest?.scores.map((c) => c.logScore ?? Number.NEGATIVE_INFINITY) ?? []),
        );
        if (models.backtest) expect(chosen!.logScore!).toBeGreaterThan(best - 4);
        expect(models.scores.band.every((band) => band !== null)).toBe(true);
      }),
      { numRuns: 3 },
    );
  });
});

describe.skipIf(!cdnowIsPresent)('CDNOW (skips where the file is absent)', () => {
  test('as of 1997-09-30: the fits of the literature in the shape of CLI.md; too short to know the seasons', () => {
    const models = customerModels(asOn(readCdnow(), CDNOW_CALIBRATION_END));
    const { bgnbd, gammaGamma, inputs, warnings } = modelsSummary(models);
    expect(inputs).toMatchObject({ n: 2349, repeaters: 946, sumX: 2457 });
    expect(bgnbd.ml).toMatchObject({ kind: 'fitted', n: 2349, timeUnit: 'week' });
    expect(gammaGamma.ml).toMatchObject({ kind: 'fitted', n: 946 });
    expect(models.leftTruncated.cohort).toBe(true);
    expect(warnings.join()).toContain('seasons');
    finiteThroughout(modelsSummary(models));
  });

  test('from three origins in 78 weeks: within 20 % each time where x/T overshoots by 40 % and more', () => {
    const test = customerModels(readCdnow()).backtest!;
    expect(test.origins.map((o) => o.asOf)).toEqual(['1997-10-01', '1997-11-15', '1997-12-30']);
    for (const origin of test.origins) {
      expect(Math.abs(origin.error!)).toBeLessThan(0.2);
      expect(origin.naive / origin.actual - 1).toBeGreaterThan(0.4);
      expect(origin.coverage).toBeGreaterThan(0.9);
      expect(sum(origin.classes.map((c) => c.actual))).toBe(origin.actual);
      expect(sum(origin.classes.map((c) => c.n))).toBe(origin.n);
    }
  });
});

describe.skipIf(!onlineRetailIsPresent)('Online Retail (skips where the file is absent)', () => {
  test('the Christmas of 2011 is missed by a fifth, and said: grade B, intervals of totals widened', () => {
    const models = customerModels(readOnlineRetail());
    expect(models.bgnbd.ml.kind).toBe('at-boundary');
    expect(models.bgnbd.map.kind).toBe('fitted');
    expect(models.grade).toBe('B');
    expect(models.backtest!.error!).toBeCloseTo(-0.193, 2);
    expect(models.backtest!.widening).toBeGreaterThan(3);
    const [all] = models.forecasts;
    expect(all!.purchases.hi! / all!.purchases.expected - 1).toBeGreaterThan(0.1);
    expect(models.scores.clv.every((v) => Number.isNaN(v) || Number.isFinite(v))).toBe(true);
  });
});
