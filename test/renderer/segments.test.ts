import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  differenceOf,
  draftOf,
  isSuggested,
  movedTo,
  sameDraft,
  TRACK,
  trackOf,
  valueAt,
} from '../../src/renderer/features/segments/model.ts';
import { minor } from '../../src/shared/model/money.ts';
import type { RecipeThreshold, Segmentation } from '../../src/shared/model/segment.ts';

const aThreshold = (given: Partial<RecipeThreshold> = {}): RecipeThreshold => ({
  id: 'value',
  sentence: 'We call a customer key from €1,200.',
  value: 120_000,
  suggested: 120_000,
  unit: 'money',
  min: 1_000,
  max: 2_000_000,
  ...given,
});

const aSegmentation = (given: Partial<Segmentation> = {}): Segmentation => ({
  asOf: null,
  version: 0,
  recipe: 'value-rhythm',
  title: 'Value and rhythm',
  applied: false,
  thresholds: [
    aThreshold(),
    aThreshold({ id: 'risk', unit: 'ratio', value: 2, suggested: 2, min: 1, max: 6 }),
  ],
  segments: [],
  everyoneElse: { customers: 0, revenue: minor(0), revenueShare: 0 },
  advice: [],
  difference: null,
  recipes: [{ name: 'value-rhythm', title: 'Value and rhythm', description: '' }],
  reason: null,
  ...given,
});

describe('the slider', () => {
  test('begins and ends where the threshold does', () => {
    const t = aThreshold();
    expect(valueAt(t, 0)).toBe(1_000);
    expect(valueAt(t, TRACK)).toBe(2_000_000);
    expect(trackOf(t, t.min)).toBe(0);
    expect(trackOf(t, t.max)).toBe(TRACK);
    expect(trackOf(aThreshold({ min: 5, max: 5 }), 5)).toBe(0);
  });

  test('lands on values somebody would say', () => {
    expect(valueAt(aThreshold(), 120) % 100).toBe(0);
    expect(valueAt(aThreshold({ unit: 'ratio', min: 1, max: 6 }), 53)).toBe(2.3);
  });

  test.each([
    ['money', 1_000, 2_000_000],
    ['ratio', 1, 6],
    ['days', 7, 365],
    ['count', 1, 20],
  ] as const)('every key moves a threshold in %s, both ways', (unit, min, max) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (share) => {
        const raw = min + ((max - min) * share) / 1000;
        const value = unit === 'ratio' ? Math.round(raw * 10) / 10 : Math.round(raw);
        const t = aThreshold({ unit, min, max, value });
        const place = trackOf(t, value);
        if (place > 0) expect(movedTo(t, place - 1)).toBeLessThan(value);
        if (place < TRACK) expect(movedTo(t, place + 1)).toBeGreaterThan(value);
      }),
    );
  });
});

describe('the draft', () => {
  test('begins as what is in force and knows when it differs', () => {
    const start = draftOf(aSegmentation());
    expect(start).toEqual({ recipe: 'value-rhythm', thresholds: { value: 120_000, risk: 2 } });
    expect(sameDraft(start, draftOf(aSegmentation()))).toBe(true);
    expect(sameDraft(start, { recipe: 'value-rhythm', thresholds: { value: 1, risk: 2 } })).toBe(false);
    expect(sameDraft(start, { recipe: 'rfm', thresholds: { value: 120_000, risk: 2 } })).toBe(false);
    expect(sameDraft(start, null)).toBe(false);
  });

  test('there is none without a recipe', () => {
    expect(draftOf(aSegmentation({ recipe: null, recipes: [] }))).toBeNull();
  });

  test('knows whether all lines are where they were suggested', () => {
    expect(isSuggested([aThreshold()])).toBe(true);
    expect(isSuggested([aThreshold({ value: 1 })])).toBe(false);
  });
});

test('gains and losses are counted by name, and a new segment has none', () => {
  const aSegment = (name: string, customers: number): Segmentation['segments'][number] => ({
    id: 1,
    name,
    rule: '',
    definition: { all: [] },
    colour: 0,
    whatToDo: '',
    customers,
    customerShare: 0,
    revenue: minor(0),
    revenueShare: 0,
    averageRevenue: null,
    medianGapDays: null,
    growth: { value: null, lo: null, hi: null, direction: 'not-available', reason: null },
    examples: [],
    advice: [],
  });
  const inForce = aSegmentation({ segments: [aSegment('Regulars', 140)] });
  expect(differenceOf(aSegment('Regulars', 110), inForce)).toBe(-30);
  expect(differenceOf(aSegment('Newcomers', 3), inForce)).toBeNull();
});
