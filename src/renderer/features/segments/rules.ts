import type { OwnRules } from '../../../shared/model/own-rules.ts';
import type { Measure, Segmentation } from '../../../shared/model/segment.ts';

export const OWN_RULES = 'own-rules';

export type OwnSegment = OwnRules['segments'][number];
export type Condition = OwnSegment['rule']['all'][number];

/** What a condition may ask for, as the owner says it, and how its numbers are written. */
export const MEASURES: readonly {
  readonly measure: Measure;
  readonly label: string;
  readonly unit: 'money' | 'days' | 'count' | 'ratio';
}[] = [
  { measure: 'revenue12m', label: 'Revenue, 12 months', unit: 'money' },
  { measure: 'revenue', label: 'Revenue in all', unit: 'money' },
  { measure: 'purchaseDays', label: 'Purchases', unit: 'count' },
  { measure: 'daysSinceLast', label: 'Days since last', unit: 'days' },
  { measure: 'daysSinceFirst', label: 'Days since first', unit: 'days' },
  { measure: 'overdueRatio', label: 'Silence ÷ usual gap', unit: 'ratio' },
];

/** A first rule to change, where there is none to go on from. */
export const FIRST_RULES: OwnRules = {
  segments: [{ name: 'Came back', rule: { all: [{ measure: 'purchaseDays', min: 2 }] } }],
};

/** The rules of segments, to go on from; null where they have none. */
export const rulesOf = (segmentation: Segmentation): OwnRules | null => {
  const segments = segmentation.segments.flatMap(({ name, definition, whatToDo }): OwnSegment[] =>
    'all' in definition
      ? [{ name, rule: { all: definition.all.map(cleaned) }, ...(whatToDo === '' ? {} : { whatToDo }) }]
      : [],
  );
  if (segments.length === 0) return null;
  const named =
    segmentation.recipe === OWN_RULES &&
    segmentation.title !== segmentation.recipes.find(({ name }) => name === OWN_RULES)?.title;
  return named ? { name: segmentation.title, segments } : { segments };
};

const cleaned = ({ measure, min, max }: Condition): Condition => ({
  measure,
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

/** What is still missing before the rules can be counted, or null. */
export const unfinished = ({ segments }: OwnRules): string | null => {
  for (const [place, { name, rule }] of segments.entries()) {
    if (name.trim() === '') return `Segment ${place + 1} needs a name.`;
    if (rule.all.some(({ min, max }) => min === undefined && max === undefined))
      return `“${name.trim()}” has a condition without a number.`;
    if (rule.all.length === 0 && place < segments.length - 1)
      return `“${name.trim()}” has no condition and would take everybody: give it one, or move it to the end.`;
  }
  return null;
};

const replaced = <T>(list: readonly T[], place: number, value: T): T[] =>
  list.map((old, i) => (i === place ? value : old));

const withSegments = (rules: OwnRules, segments: OwnSegment[]): OwnRules => ({ ...rules, segments });

export const renamed = ({ name: _, ...rules }: OwnRules, name: string): OwnRules =>
  name === '' ? rules : { name, ...rules };

export const changed = (rules: OwnRules, place: number, change: Partial<OwnSegment>): OwnRules => {
  const { whatToDo, ...segment } = { ...rules.segments[place]!, ...change };
  return withSegments(rules, replaced(rules.segments, place, whatToDo ? { ...segment, whatToDo } : segment));
};

export const added = (rules: OwnRules): OwnRules => {
  const taken = new Set(rules.segments.map(({ name }) => name));
  let number = rules.segments.length + 1;
  while (taken.has(`Segment ${number}`)) number++;
  return withSegments(rules, [
    ...rules.segments,
    { name: `Segment ${number}`, rule: { all: [{ measure: 'purchaseDays', min: 1 }] } },
  ]);
};

export const removed = (rules: OwnRules, place: number): OwnRules =>
  withSegments(
    rules,
    rules.segments.filter((_, i) => i !== place),
  );

/** The first that fits wins: a segment moved up is asked before. */
export const moved = (rules: OwnRules, place: number, by: 1 | -1): OwnRules => {
  const to = place + by;
  const [own, other] = [rules.segments[place], rules.segments[to]];
  if (!own || !other) return rules;
  return withSegments(rules, replaced(replaced(rules.segments, place, other), to, own));
};

export const withCondition = (segment: OwnSegment, at: number, condition: Condition | null): OwnSegment => {
  const all =
    condition === null
      ? segment.rule.all.filter((_, i) => i !== at)
      : at === segment.rule.all.length
        ? [...segment.rule.all, condition]
        : replaced(segment.rule.all, at, cleaned(condition));
  return { ...segment, rule: { all } };
};
