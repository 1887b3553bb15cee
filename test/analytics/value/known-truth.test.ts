import { describe, expect, test } from 'vitest';
import { customerModels, modelsSummary } from '../../../src/main/analytics/value/customer-models.ts';
import { churnBand } from '../../../src/main/analytics/value/customer-scores.ts';
import { finiteThroughout } from './finite-throughout.ts';
import { simulatedShop } from './simulated-buyers.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((total, v) => total + v, 0);

describe('a made shop whose truth is known', () => {
  const shop = simulatedShop({ customers: 4000, days: 900, seed: 5 });
  const models = customerModels(shop.history);
  const { scores } = models;

  test('calibrated on its own back-test: grade A, MBG/NBD recognised, its parameters recovered', () => {
    expect(models).toMatchObject({ grade: 'A', chosen: 'mbg' });
    expect(models.backtest?.passed).toBe(true);
    const fit = models.mbgnbd.map;
    if (fit.kind !== 'fitted') throw new Error(fit.kind);
    expect(Math.abs(fit.params.r / 0.6 - 1)).toBeLessThan(0.15);
    expect(Math.abs(fit.params.alpha / 8 - 1)).toBeLessThan(0.2);
    expect(fit.params.a / (fit.params.a + fit.params.b)).toBeCloseTo(0.8 / 3.3, 1);
  });

  test('of those said to be alive with about p %, about p % are, in every tenth', () => {
    const order = [...scores.pAlive.keys()].sort((a, b) => scores.pAlive[a]! - scores.pAlive[b]!);
    for (let tenth = 0; tenth < 10; tenth++) {
      const who = order.slice(tenth * 400, tenth * 400 + 400);
      const said = sum(who.map((i) => scores.pAlive[i]!)) / 400;
      const are = who.filter((i) => shop.alive[i]).length / 400;
      // four standard errors of 400 customers
      expect(Math.abs(said - are)).toBeLessThan(0.02 + 4 * Math.sqrt((said * (1 - said)) / 400));
    }
  });

  test('purchases and value of the next year come within their intervals', () => {
    const [all] = models.forecasts;
    const purchases = sum(shop.laterPurchases);
    expect(Math.abs(purchases / all!.purchases.expected - 1)).toBeLessThan(0.1);
    expect(purchases).toBeGreaterThan(all!.purchases.lo! * 0.97);
    expect(purchases).toBeLessThan(all!.purchases.hi! * 1.03);
    expect(sum(scores.expected12m)).toBeCloseTo(all!.purchases.expected * (365 / 364), -1);
    // discounted at 15 % a year, half a year out on average
    expect(Math.abs(sum(shop.laterValue) / 1.07 / all!.value.expected - 1)).toBeLessThan(0.12);
  });

  test('the 80 % interval of value holds at least 80 % of the customers, of those who buy often not nearly all', () => {
    const inside = (i: number): boolean =>
      shop.laterValue[i]! / 1.07 >= scores.clvLo[i]! * 0.999 &&
      shop.laterValue[i]! / 1.07 <= scores.clvHi[i]! * 1.001;
    const everyone = [...scores.clv.keys()];
    expect(everyone.filter(inside).length / everyone.length).toBeGreaterThan(0.8);
    const often = everyone.filter((i) => scores.expected12m[i]! > 3);
    const share = often.filter(inside).length / often.length;
    expect(often.length).toBeGreaterThan(200);
    expect(share).toBeGreaterThan(0.74);
    expect(share).toBeLessThan(0.9);
  });

  test('every interval holds its value, every probability is one, bands follow P(no purchase)', () => {
    for (let i = 0; i < scores.clv.length; i++) {
      expect(scores.clvLo[i]!).toBeLessThanOrEqual(scores.clv[i]!);
      expect(scores.clvHi[i]!).toBeGreaterThanOrEqual(scores.clv[i]!);
      for (const p of [scores.pAlive[i]!, scores.pNoPurchase[i]!, scores.chance90[i]!]) {
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }
      expect(scores.band[i]).toBe(churnBand(scores.pNoPurchase[i]!));
      if (scores.nextMedian[i]! >= 0) {
        expect(scores.nextFrom[i]!).toBeLessThanOrEqual(scores.nextMedian[i]!);
        expect(scores.nextMedian[i]!).toBeLessThanOrEqual(365);
        if (scores.nextTo[i]! >= 0) expect(scores.nextTo[i]!).toBeGreaterThanOrEqual(scores.nextMedian[i]!);
      }
    }
    finiteThroughout(modelsSummary(models));
  });

  test('the same twice', () => expect(customerModels(shop.history).scores.clvHi).toEqual(scores.clvHi));
});
