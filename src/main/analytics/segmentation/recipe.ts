import type { Recipe, SegmentRule } from '../../../shared/model/segment.ts';
import type { ThresholdId } from './threshold.ts';

export type RecipeName = 'value-and-rhythm' | 'quick-start' | 'rfm';
/** Two ways to segments beside the recipes: the owner's own rules, and groups found in the sales. */
export const OWN_RULES = 'own-rules';
export const NATURAL_GROUPS = 'natural-groups';
export type SegmentationName = RecipeName | typeof OWN_RULES | typeof NATURAL_GROUPS;

/** The values the rules are built from; a recipe reads those it names. */
export type ThresholdValues = Readonly<Record<ThresholdId, number>>;

/** A segment before it meets any customer. */
export type SegmentPlan = {
  readonly name: string;
  readonly whatToDo: string;
  /** place in the colour-blind-safe palette */
  readonly colour: number;
  readonly rule: (t: ThresholdValues) => SegmentRule;
};

export type RecipePlan = Recipe & {
  readonly name: RecipeName;
  readonly thresholds: readonly ThresholdId[];
  /** first match wins; whoever matches none is "everyone else" */
  readonly segments: readonly SegmentPlan[];
};

const rule = (...all: SegmentRule['all']): SegmentRule => ({ all });

const valueAndRhythm: RecipePlan = {
  name: 'value-and-rhythm',
  title: 'Value and rhythm',
  description: 'Who brings the money, who comes as usual, and who has gone quiet. Six segments.',
  thresholds: ['keyValue', 'overdue', 'newDays', 'regularFrom'],
  segments: [
    {
      name: 'Key customers',
      whatToDo: 'Know them by name, serve them first, and ask once a quarter what they need next.',
      colour: 0,
      rule: (t) =>
        rule(
          { measure: 'revenue12m', min: t.keyValue },
          { measure: 'purchaseDays', min: 2 },
          { measure: 'overdueRatio', max: t.overdue },
        ),
    },
    {
      name: 'Slipping key customers',
      whatToDo: 'Call them this week, in person, before the habit is gone.',
      colour: 1,
      rule: (t) =>
        rule(
          { measure: 'revenue12m', min: t.keyValue },
          { measure: 'purchaseDays', min: t.regularFrom },
          { measure: 'overdueRatio', min: t.overdue },
        ),
    },
    {
      name: 'New customers',
      whatToDo: 'Make the second purchase easy: thank them and give them a reason to return.',
      colour: 2,
      rule: (t) => rule({ measure: 'daysSinceFirst', max: t.newDays }),
    },
    {
      name: 'Regulars',
      whatToDo: 'Keep the rhythm, and show them what they have not tried yet.',
      colour: 3,
      rule: (t) =>
        rule({ measure: 'purchaseDays', min: t.regularFrom }, { measure: 'overdueRatio', max: t.overdue }),
    },
    {
      name: 'Gone quiet',
      whatToDo: 'One friendly reminder with a reason to come back; then let them be.',
      colour: 4,
      rule: (t) =>
        rule({ measure: 'purchaseDays', min: t.regularFrom }, { measure: 'overdueRatio', min: t.overdue }),
    },
    {
      name: 'Occasional buyers',
      whatToDo: 'Reach them together, with little effort; a season or an occasion brings them back.',
      colour: 5,
      rule: (t) => rule({ measure: 'purchaseDays', min: 1, max: t.regularFrom }),
    },
  ],
};

const quickStart: RecipePlan = {
  name: 'quick-start',
  title: 'Quick start',
  description: 'Three segments to begin with: the key customers, the active ones, the quiet ones.',
  thresholds: ['keyValue', 'overdue'],
  segments: [
    {
      name: 'Key customers',
      whatToDo: 'Know them by name, serve them first; if one falls silent, call.',
      colour: 0,
      rule: (t) => rule({ measure: 'revenue12m', min: t.keyValue }, { measure: 'purchaseDays', min: 2 }),
    },
    {
      name: 'Active customers',
      whatToDo: 'Keep them coming, and show them what they have not tried yet.',
      colour: 3,
      rule: (t) => rule({ measure: 'purchaseDays', min: 1 }, { measure: 'overdueRatio', max: t.overdue }),
    },
    {
      name: 'Quiet customers',
      whatToDo: 'One friendly reminder with a reason to come back; then let them be.',
      colour: 4,
      rule: () => rule({ measure: 'purchaseDays', min: 1 }),
    },
  ],
};

const rfm: RecipePlan = {
  name: 'rfm',
  title: 'Recency, frequency, spend',
  description: 'The classic of direct marketing: how lately, how often and how much. Six segments.',
  thresholds: ['recentDays', 'frequentFrom', 'bigSpend'],
  segments: [
    {
      name: 'Champions',
      whatToDo: 'Reward them, and ask them to recommend you.',
      colour: 0,
      rule: (t) =>
        rule(
          { measure: 'daysSinceLast', max: t.recentDays },
          { measure: 'purchaseDays', min: t.frequentFrom },
          { measure: 'revenue', min: t.bigSpend },
        ),
    },
    {
      name: 'Loyal customers',
      whatToDo: 'They come often: offer the bigger or better version of what they buy.',
      colour: 3,
      rule: (t) =>
        rule(
          { measure: 'daysSinceLast', max: t.recentDays },
          { measure: 'purchaseDays', min: t.frequentFrom },
        ),
    },
    {
      name: 'Recent buyers',
      whatToDo: 'Make the next purchase easy while they remember you.',
      colour: 2,
      rule: (t) => rule({ measure: 'daysSinceLast', max: t.recentDays }),
    },
    {
      name: 'Too good to lose',
      whatToDo: 'They spent a lot and have not been back: call them.',
      colour: 1,
      rule: (t) => rule({ measure: 'revenue', min: t.bigSpend }, { measure: 'purchaseDays', min: 1 }),
    },
    {
      name: 'Slipping away',
      whatToDo: 'They used to come often: remind them with a reason to return.',
      colour: 4,
      rule: (t) => rule({ measure: 'purchaseDays', min: t.frequentFrom }),
    },
    {
      name: 'Long gone',
      whatToDo: 'Reach them once a year with little effort, or not at all.',
      colour: 5,
      rule: () => rule({ measure: 'purchaseDays', min: 1 }),
    },
  ],
};

/** Ready-made segmentations; the first is the default. */
export const RECIPES: readonly RecipePlan[] = [valueAndRhythm, quickStart, rfm];
export const DEFAULT_RECIPE: RecipeName = 'value-and-rhythm';

/** Everything the owner can start from, as it is offered. */
export const STARTS: readonly (Recipe & { readonly name: SegmentationName })[] = [
  ...RECIPES.map(({ name, title, description }) => ({ name, title, description })),
  {
    name: NATURAL_GROUPS,
    title: 'Natural groups',
    description: 'Looks for groups of alike customers by revenue, purchases and silence, if there are any.',
  },
  {
    name: OWN_RULES,
    title: 'Own rules',
    description: 'Segments and their rules as you write them, in your order. The first that fits wins.',
  },
];

export const recipeNamed = (name: string): RecipePlan | null => RECIPES.find((r) => r.name === name) ?? null;
