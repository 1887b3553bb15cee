import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActionEvidence, nextBestActions } from '../../../src/main/analytics/action/next-best-action.ts';
import { rhythmOf } from '../../../src/main/analytics/retention/rhythm.ts';
import { purchaseSummary } from '../../../src/main/analytics/value/purchase-summary.ts';
import { buys, historyOf } from '../builders.ts';

const every = (gap: number, from: number, to: number): number[] =>
  Array.from({ length: Math.floor((to - from) / gap) + 1 }, (_, k) => from + gap * k);

type Made = {
  readonly days: readonly number[];
  readonly net?: number;
  readonly risk?: number;
  readonly growthFloor?: number;
  readonly reachable?: boolean;
  readonly resting?: boolean;
  readonly unhappy?: boolean;
};

const AS_OF = 1000;

const evidenceOf = (customers: readonly Made[]): ActionEvidence => {
  const history = historyOf(
    customers.map(({ days, net }) => buys(days, net)),
    AS_OF,
  );
  const purchases = purchaseSummary(history);
  const column = (of: (made: Made) => number): Float64Array => Float64Array.from(customers, of);
  return {
    purchases,
    rhythm: rhythmOf(history, purchases),
    gone: new Uint8Array(customers.length),
    worth: purchases.revenue12m,
    firstSpend: column(({ days, net = 1000 }) => (days.length > 0 ? net : Number.NaN)),
    risk: column(({ risk = Number.NaN }) => risk),
    growthFloor: column(({ growthFloor = Number.NaN }) => growthFloor),
    valueLine: 20_000,
    reachable: column(({ reachable = true }) => (reachable ? 1 : 0)),
    resting: column(({ resting = false }) => (resting ? 1 : 0)),
    unhappy: column(({ unhappy = false }) => (unhappy ? 1 : 0)),
  };
};

const regular = (net = 1000): Made => ({ days: every(20, 0, 1000), net, risk: 0.1 });
const crowd = Array.from({ length: 8 }, () => regular());

const kindOf = (made: Made): string | undefined =>
  nextBestActions(evidenceOf([...crowd, made])).find(({ index }) => index === crowd.length)?.kind;

describe('the trigger of each customer (MODELS 10, DEFINITIONS 16)', () => {
  test.each<[string, Made, string | undefined]>([
    ['comes as usual', regular(), undefined],
    ['silent for twice the gap, of high value', { days: every(20, 0, 900), net: 5000 }, 'keep'],
    ['silent for twice the gap, of less value', { days: every(20, 0, 900) }, 'remind'],
    ['late by the own rhythm', { days: every(20, 0, 965) }, 'remind'],
    ['new, with a high first purchase', { days: [980], net: 9000 }, 'welcome'],
    ['new, with a small one', { days: [980], net: 10 }, undefined],
    ['new, and back already', { days: [920, 990], net: 10 }, 'welcome'],
    ['once, for much, longer ago', { days: [700], net: 9000 }, 'invite-back'],
    ['once, for little, longer ago', { days: [700], net: 10 }, undefined],
    ['growing, below the line', { ...regular(), growthFloor: 0.2 }, 'offer-more'],
    ['growing, above the line', { ...regular(9000), growthFloor: 0.2 }, undefined],
    ['unhappy, whatever else', { days: every(20, 0, 900), net: 5000, unhappy: true }, 'answer'],
    ['never bought', { days: [], unhappy: true }, undefined],
  ])('%s', (_, made, kind) => expect(kindOf(made)).toBe(kind));

  test('a contact within the last days gives rest, but not from a complaint', () => {
    const silent = { days: every(20, 0, 900), resting: true };
    expect(kindOf(silent)).toBeUndefined();
    expect(kindOf({ ...silent, unhappy: true })).toBe('answer');
  });
});

describe('the order', () => {
  test('is value at stake × risk × reachability, worked out by hand', () => {
    const lost = (net: number, risk: number, reachable = true): Made => ({
      days: every(20, 0, 900),
      net,
      risk,
      reachable,
    });
    const actions = nextBestActions(
      evidenceOf([lost(1000, 0.9), lost(2000, 0.4), lost(3000, 0.7, false), lost(500, Number.NaN)]),
    );
    // each bought 14 times in the 365 days up to day 1000: on days 640, 660 … 900
    expect(actions.map(({ index, expected }) => [index, Math.round(expected)])).toEqual([
      [2, 14_700],
      [0, 12_600],
      [1, 11_200],
      [3, 7000],
    ]);
    expect(actions.at(-1)!.weight).toBeNull();
  });

  test('growth counts with its cautious end, at most once more, by the chance of a purchase', () => {
    const growing = (growthFloor: number): Made => ({ ...regular(), growthFloor, risk: 0.25 });
    const actions = nextBestActions(evidenceOf([...crowd, growing(0.1), growing(5)]));
    const [most, least] = actions.map(({ expected, value }) => [expected, value]);
    expect(most![0]).toBeCloseTo(0.75 * most![1]!, 9);
    expect(least![1]! / most![1]!).toBeCloseTo(0.1, 12);
  });

  test('holds for any customers: one action each, falling, never more than a year is worth', () => {
    const made = fc.record({
      days: fc.array(fc.integer({ min: 0, max: AS_OF }), { maxLength: 12 }),
      net: fc.integer({ min: -500, max: 90_000 }),
      risk: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: Number.NaN }),
      growthFloor: fc.option(fc.double({ min: 0.001, max: 50, noNaN: true }), { nil: Number.NaN }),
      reachable: fc.boolean(),
      resting: fc.boolean(),
      unhappy: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(made, { maxLength: 20 }), (customers) => {
        const evidence = evidenceOf(customers);
        const actions = nextBestActions(evidence);
        expect(new Set(actions.map(({ index }) => index)).size).toBe(actions.length);
        actions.forEach(({ index, expected, kind }, k) => {
          expect(Number.isFinite(expected)).toBe(true);
          expect(expected).toBeGreaterThanOrEqual(0);
          expect(expected).toBeLessThanOrEqual(Math.max(0, evidence.purchases.revenue12m[index]!));
          if (k > 0) expect(expected).toBeLessThanOrEqual(actions[k - 1]!.expected);
          if (customers[index]!.resting) expect(kind).toBe('answer');
        });
      }),
    );
  });
});
