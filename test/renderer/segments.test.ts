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
import {
  added,
  changed,
  moved,
  OWN_RULES,
  removed,
  renamed,
  rulesOf,
  unfinished,
  withCondition,
} from '../../src/renderer/features/segments/rules.ts';
import { movesInWords } from '../../src/renderer/ui/figures/moves-in-words.ts';
import type { Migration } from '../../src/shared/model/migration.ts';
import { minor } from '../../src/shared/model/money.ts';
import type { OwnRules } from '../../src/shared/model/own-rules.ts';
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
  revenue12m: null,
  revenueShare12m: null,
  averageRevenue12m: null,
  averageRevenue: null,
  medianGapDays: null,
  growth: { value: null, lo: null, hi: null, direction: 'not-available', reason: null },
  examples: [],
  advice: [],
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
    expect(start).toEqual({ recipe: 'value-rhythm', thresholds: { value: 120_000, risk: 2 }, rules: null });
    expect(sameDraft(start, draftOf(aSegmentation()))).toBe(true);
    expect(sameDraft(start, { recipe: 'value-rhythm', thresholds: { value: 1, risk: 2 }, rules: null })).toBe(
      false,
    );
    expect(sameDraft(start, { recipe: 'rfm', thresholds: { value: 120_000, risk: 2 }, rules: null })).toBe(
      false,
    );
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

describe('own rules', () => {
  const of = (...names: readonly string[]): OwnRules => ({
    segments: names.map((name) => ({ name, rule: { all: [{ measure: 'purchaseDays', min: 1 }] } })),
  });
  const names = ({ segments }: OwnRules) => segments.map(({ name }) => name);

  test('begin from the rules of segments that have some', () => {
    const rules = of('A', 'B');
    const segments = rules.segments.map(({ name, rule }) => ({
      ...aSegment(name, 3),
      definition: rule,
      whatToDo: name === 'A' ? 'Call.' : '',
    }));
    expect(rulesOf(aSegmentation({ segments }))).toEqual({
      segments: [{ ...rules.segments[0], whatToDo: 'Call.' }, rules.segments[1]],
    });
    expect(rulesOf(aSegmentation({ recipe: OWN_RULES, title: 'Mine', segments }))?.name).toBe('Mine');
    const natural = [{ ...aSegment('N', 3), definition: { typical: [] } }];
    expect(rulesOf(aSegmentation({ segments: natural }))).toBeNull();
  });

  test('are put in another order, and nothing is lost at the ends', () => {
    expect(names(moved(of('A', 'B', 'C'), 2, -1))).toEqual(['A', 'C', 'B']);
    expect(names(moved(of('A', 'B'), 0, -1))).toEqual(['A', 'B']);
    expect(names(moved(of('A', 'B'), 1, 1))).toEqual(['A', 'B']);
    expect(names(removed(of('A', 'B'), 0))).toEqual(['B']);
    expect(names(added(of('A', 'Segment 3')))).toEqual(['A', 'Segment 3', 'Segment 4']);
  });

  test('say what is missing before they can be counted', () => {
    expect(unfinished(of('A', 'B'))).toBeNull();
    expect(unfinished(of('A', ' '))).toBe('Segment 2 needs a name.');
    const open = changed(of('A', 'B'), 0, { rule: { all: [] } });
    expect(unfinished(open)).toMatch(/would take everybody/);
    expect(unfinished(moved(open, 0, 1))).toBeNull();
    const without = withCondition(of('A').segments[0]!, 1, { measure: 'revenue' });
    expect(unfinished({ segments: [without] })).toBe('“A” has a condition without a number.');
    expect(withCondition(without, 1, null)).toEqual(of('A').segments[0]);
  });

  test('an empty name or plan is left out', () => {
    expect(renamed(renamed(of('A'), 'Mine'), '')).toEqual(of('A'));
    const planned = changed(of('A'), 0, { whatToDo: 'Call.' });
    expect(changed(planned, 0, { whatToDo: '' })).toEqual(of('A'));
  });
});

test('the moves of a segment are said, the largest first, without those from or to nowhere', () => {
  const moves: Migration['moves'] = [
    { from: 'A', to: 'B', customers: 1200 },
    { from: null, to: 'A', customers: 7 },
    { from: 'C', to: 'A', customers: 3 },
    { from: 'C', to: 'B', customers: 2 },
  ];
  const count = (n: number): string => n.toLocaleString('en');
  expect(movesInWords(moves, 'A', { count })).toBe('1,200 to B, 3 from C');
});

test('gains and losses are counted by name, and a new segment has none', () => {
  const inForce = aSegmentation({ segments: [aSegment('Regulars', 140)] });
  expect(differenceOf(aSegment('Regulars', 110), inForce)).toBe(-30);
  expect(differenceOf(aSegment('Newcomers', 3), inForce)).toBeNull();
});
