import { describe, expect, test } from 'vitest';
import {
  type Beginning,
  firstPurchaseTraits,
} from '../../../src/main/analytics/acquisition/first-purchase-traits.ts';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';

describe('first purchases that led further (MODELS 13, question 3)', () => {
  test('counts by hand: 60 beginnings, the best fifth of which began with trait 0', () => {
    const beginnings: Beginning[] = Array.from({ length: 60 }, (_, i) => ({
      traits: i < 24 ? [0, 1] : [1],
      later: i < 12 ? 1000 + i : i < 40 ? i : 0,
    }));
    const found = firstPurchaseTraits(beginnings, 2)!;
    expect([found.n, found.good, found.share]).toEqual([60, 12, 0.2]);
    // trait 1 is everybody's and says nothing
    expect(found.tested).toBe(1);
    expect(found.standingOut.map(({ trait, good, share }) => [trait, good, share.n])).toEqual([[0, 12, 24]]);
  });

  test('nobody who brought nothing afterwards is good, however many they are', () => {
    const beginnings = Array.from(
      { length: 100 },
      (_, i): Beginning => ({ traits: [], later: i < 10 ? 5 : 0 }),
    );
    expect(firstPurchaseTraits(beginnings, 0)).toMatchObject({ good: 10, standingOut: [], tested: 0 });
  });

  test('fewer than 50 say nothing', () => {
    expect(
      firstPurchaseTraits(
        Array.from({ length: 49 }, () => ({ traits: [], later: 1 })),
        0,
      ),
    ).toBeNull();
  });

  test('where traits mean nothing, one shop in twenty at most is told that one does', () => {
    const random = seededRandom(11);
    let wrong = 0;
    const shops = 200;
    for (let shop = 0; shop < shops; shop++) {
      const beginnings = Array.from(
        { length: 300 },
        (): Beginning => ({
          traits: Array.from({ length: 30 }, (_, trait) => trait).filter(() => random() < 0.2),
          later: random() < 0.5 ? random() : 0,
        }),
      );
      if (firstPurchaseTraits(beginnings, 30)!.standingOut.length > 0) wrong++;
    }
    expect(wrong / shops).toBeLessThan(0.05);
  });

  test('a trait that doubles the odds is found in most shops', () => {
    const random = seededRandom(12);
    let found = 0;
    const shops = 100;
    for (let shop = 0; shop < shops; shop++) {
      const beginnings = Array.from({ length: 600 }, (): Beginning => {
        const traits = Array.from({ length: 20 }, (_, trait) => trait).filter(() => random() < 0.2);
        return { traits, later: random() ** (traits.includes(7) ? 0.3 : 1) };
      });
      if (firstPurchaseTraits(beginnings, 20)!.standingOut[0]?.trait === 7) found++;
    }
    expect(found / shops).toBeGreaterThan(0.9);
  });
});
