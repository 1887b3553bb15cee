import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import { rhythmOf } from '../../../src/main/analytics/retention/rhythm.ts';
import { adviceOnCount, adviceOnSegment } from '../../../src/main/analytics/segmentation/advice.ts';
import type { Measures } from '../../../src/main/analytics/segmentation/measures.ts';
import { measuresOf } from '../../../src/main/analytics/segmentation/measures.ts';
import { DEFAULT_RECIPE, RECIPES, recipeNamed } from '../../../src/main/analytics/segmentation/recipe.ts';
import { assign, matches, ruleInWords } from '../../../src/main/analytics/segmentation/rule.ts';
import { segmentBy } from '../../../src/main/analytics/segmentation/segmentation.ts';
import { purchaseSummary } from '../../../src/main/analytics/value/purchase-summary.ts';
import { RecipeThresholdSchema, SegmentRuleSchema } from '../../../src/shared/model/segment.ts';
import { buys, historyOf } from '../builders.ts';

const euros = (minor: number): string => `€ ${(minor / 100).toFixed(2)}`;

const measuresFor = (customers: Parameters<typeof historyOf>[0], asOf: number): Measures => {
  const history = historyOf(customers, asOf);
  const purchases = purchaseSummary(history);
  return measuresOf(purchases, rhythmOf(history, purchases));
};

/** A shop of n customers who buy with own gaps and values; some stop, some are new. */
const aShop = (n: number, seed = 1): Measures => {
  const random = seededRandom(seed);
  return measuresFor(
    Array.from({ length: n }, () => {
      const gap = 5 + 60 * random() ** 2;
      const first = Math.floor(700 * random());
      const last = random() < 0.3 ? first + 200 * random() : 700;
      const days: number[] = [];
      for (let d = first; d <= last; d += gap * (0.5 + random())) days.push(Math.floor(d));
      return buys([...new Set(days)], Math.round(500 + 20_000 * random() ** 4));
    }),
    700,
  );
};

describe('rules', () => {
  const m = measuresFor([buys([0, 10, 20], 100), buys([15]), [[3, -5]]], 20);

  test('min is inclusive, max exclusive, an unknown measure fails', () => {
    const rule = (min?: number, max?: number) =>
      SegmentRuleSchema.parse({ all: [{ measure: 'purchaseDays', min, max }] });
    expect([matches(rule(3), m, 0), matches(rule(4), m, 0)]).toEqual([true, false]);
    expect([matches(rule(undefined, 3), m, 0), matches(rule(undefined, 4), m, 0)]).toEqual([false, true]);
    const days = (min?: number, max?: number) =>
      SegmentRuleSchema.parse({ all: [{ measure: 'daysSinceLast', min, max }] });
    expect([matches(days(0), m, 2), matches(days(undefined, 9), m, 2)]).toEqual([false, false]);
  });

  test('first match wins, and nobody else is everyone else', () => {
    const many = { all: [{ measure: 'purchaseDays' as const, min: 2 }] };
    const any = { all: [{ measure: 'purchaseDays' as const, min: 1 }] };
    expect([...assign([many, any], m)]).toEqual([0, 1, -1]);
    expect([...assign([any, many], m)]).toEqual([0, 0, -1]);
  });

  test('are said in words', () => {
    expect(
      ruleInWords(
        {
          all: [
            { measure: 'revenue12m', min: 340_000 },
            { measure: 'overdueRatio', max: 2 },
          ],
        },
        euros,
      ),
    ).toBe('At least € 3400.00 in the last 12 months, silent for less than 2 × the usual gap');
    expect(ruleInWords({ all: [{ measure: 'purchaseDays', min: 1, max: 3 }] }, euros)).toBe(
      'Bought on fewer than 3 days',
    );
  });
});

describe('recipes', () => {
  test('the default and at least one other; each has names and something to do, and 3–6 segments', () => {
    expect(recipeNamed(DEFAULT_RECIPE)).toBe(RECIPES[0]);
    expect(recipeNamed('nonsense')).toBeNull();
    expect(new Set(RECIPES.map((r) => r.name)).size).toBe(RECIPES.length);
    for (const recipe of RECIPES) {
      expect(recipe.segments.length).toBeGreaterThanOrEqual(3);
      expect(recipe.segments.length).toBeLessThanOrEqual(6);
      expect(new Set(recipe.segments.map((s) => s.colour)).size).toBe(recipe.segments.length);
      for (const segment of recipe.segments) expect(segment.whatToDo).toMatch(/^[A-Z].*\.$/);
    }
  });

  test.each(RECIPES.map((r) => [r.name, r] as const))(
    '%s: every customer with a purchase is in one segment, counts and revenue close',
    (_name, recipe) => {
      fc.assert(
        fc.property(
          fc.array(
            fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: -500, max: 5000 })), {
              minLength: 1,
              maxLength: 10,
            }),
            { maxLength: 40 },
          ),
          (customers) => {
            const m = measuresFor(customers, 400);
            const s = segmentBy(recipe, m, euros);
            const all = [...s.segments, s.everyoneElse];
            expect(all.reduce((sum, x) => sum + x.customers, 0)).toBe(customers.length);
            expect(all.reduce((sum, x) => sum + x.revenue, 0)).toBe(
              Array.from(m.revenue).reduce((a, b) => a + b, 0),
            );
            for (const i of s.everyoneElse.members) expect(m.purchaseDays[i]).toBe(0);
            for (const t of s.thresholds) {
              RecipeThresholdSchema.parse(t);
              expect(t.min).toBeLessThanOrEqual(t.value);
              expect(t.value).toBeLessThanOrEqual(t.max);
              expect(t.sentence).not.toMatch(/NaN|Infinity|undefined|-0/);
            }
            for (const x of s.segments) SegmentRuleSchema.parse(x.definition);
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  test.each([30, 300, 3000])('value and rhythm makes sense of %i customers', (n) => {
    const s = segmentBy(RECIPES[0]!, aShop(n), euros);
    const size = new Map(s.segments.map((x) => [x.name, x.customers]));
    const key = size.get('Key customers')! + size.get('Slipping key customers')!;
    expect(key).toBeGreaterThanOrEqual(2);
    expect(key).toBeLessThanOrEqual(0.25 * n);
    expect(s.segments.filter((x) => x.customers > 0).length).toBeGreaterThanOrEqual(4);
    for (const x of s.segments) expect(x.customerShare).toBeLessThan(0.75);
  });

  test('customers at risk by rhythm are those slipping or gone quiet', () => {
    const history = historyOf([buys([0, 10, 20, 30]), buys([0, 10, 20, 30, 100]), buys([0, 10, 20])], 110);
    const purchases = purchaseSummary(history);
    const rhythm = rhythmOf(history, purchases);
    const s = segmentBy(RECIPES[0]!, measuresOf(purchases, rhythm), euros);
    expect(rhythm.state).toEqual(['at-risk', 'regular', 'at-risk']);
    const names = [...s.segmentOf].map((k) => s.segments[k]!.name);
    expect(names[1]).not.toMatch(/Slipping|quiet/);
    expect(names[0]).toMatch(/Slipping|quiet/);
    expect(names[2]).toMatch(/Slipping|quiet/);
  });

  test('recency, frequency, spend: one customer of each kind', () => {
    const m = measuresFor(
      [
        buys([300, 330, 360, 390], 9000),
        buys([300, 330, 360, 390], 10),
        buys([390], 10),
        buys([0], 90_000),
        buys([0, 10, 20, 30], 10),
        buys([0], 10),
      ],
      400,
    );
    const s = segmentBy(recipeNamed('rfm')!, m, euros, { recentDays: 60, frequentFrom: 4, bigSpend: 30_000 });
    expect([...s.segmentOf]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('a threshold can be moved, stays in its bounds and remembers the suggestion', () => {
    const m = aShop(200);
    const suggested = segmentBy(RECIPES[0]!, m, euros);
    const moved = segmentBy(RECIPES[0]!, m, euros, {
      overdue: 3,
      newDays: -5,
      nonsense: 1,
      keyValue: Number.NaN,
    });
    const of = (s: typeof moved, id: string) => s.thresholds.find((t) => t.id === id)!;
    expect(of(moved, 'overdue')).toMatchObject({ value: 3, suggested: 2 });
    expect(of(moved, 'newDays').value).toBe(of(moved, 'newDays').min);
    expect(of(moved, 'keyValue').value).toBe(of(suggested, 'keyValue').value);
    const quiet = (s: typeof moved) => s.segments.find((x) => x.name === 'Gone quiet')!.customers;
    expect(quiet(moved)).toBeLessThan(quiet(suggested));
  });

  test('says its thresholds as sentences with the owner’s own numbers', () => {
    const s = segmentBy(
      RECIPES[0]!,
      measuresFor(
        [...Array(40)].map(() => buys([0, 23, 46, 69], 1000)),
        80,
      ),
      euros,
    );
    expect(s.thresholds.map((t) => t.sentence)).toEqual([
      "Of the last 12 months' revenue, 100 % came from 40 customers; we call a customer key from € 40.00 in 12 months.",
      'Your customers normally come back every 23 days; we call a customer overdue after twice their own usual time – for most that is 46 days.',
      'We call a customer new for 20 days after the first purchase; nobody is new now.',
      'From 3 purchases on a customer counts as a regular; 100 % of your customers have that many.',
    ]);
  });

  test('a shop in which nobody came back yet has new and occasional customers', () => {
    const s = segmentBy(RECIPES[0]!, measuresFor([buys([0]), buys([390])], 400), euros);
    expect([...s.segmentOf].map((k) => s.segments[k]!.name)).toEqual(['Occasional buyers', 'New customers']);
    expect(s.thresholds[1]!.sentence).toBe(
      'Nobody has bought twice yet, so it cannot be said who is overdue.',
    );
  });

  test('money in another unit scales the money thresholds and moves nobody', () => {
    const m = aShop(150, 4);
    const times100 = (column: ArrayLike<number>): Float64Array => Float64Array.from(column, (v) => v * 100);
    const scaled = { ...m, revenue: times100(m.revenue), revenue12m: times100(m.revenue12m) };
    for (const recipe of RECIPES)
      expect([...segmentBy(recipe, scaled, euros).segmentOf]).toEqual([
        ...segmentBy(recipe, m, euros).segmentOf,
      ]);
  });
});

describe('advice (MODELS 9)', () => {
  test.each([
    [6, undefined],
    [8, undefined],
    [9, 'too-many-segments'],
    [15, 'far-too-many-segments'],
  ])('%i segments', (count, code) => expect(adviceOnCount(count)[0]?.code).toBe(code));

  test('a segment below 5 % of both, or below 30 customers, or empty', () => {
    const codes = (...args: Parameters<typeof adviceOnSegment>) =>
      adviceOnSegment(...args).map((a) => a.code);
    expect(codes(40, 0.04, 0.04, 1000)).toEqual(['small']);
    expect(codes(40, 0.04, 0.3, 1000)).toEqual([]);
    expect(codes(12, 0.4, 0.5, 30)).toEqual(['few-customers']);
    expect(codes(0, 0, 0, 30)).toEqual(['empty']);
    expect(adviceOnSegment(12, 0.4, 0.5, 30)[0]!.sentence).toContain('natural in a portfolio of 30');
  });
});
