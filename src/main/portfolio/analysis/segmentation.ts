import { formats } from '../../../shared/format.ts';
import { minorDigits } from '../../../shared/model/money.ts';
import type { OwnRules } from '../../../shared/model/own-rules.ts';
import type { Settings } from '../../../shared/model/portfolio.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { Rhythm } from '../../analytics/retention/rhythm.ts';
import { type Measures, measuresOf } from '../../analytics/segmentation/measures.ts';
import {
  type NaturalGroups,
  type NaturalOutcome,
  naturalGroups,
} from '../../analytics/segmentation/natural-groups.ts';
import {
  DEFAULT_RECIPE,
  NATURAL_GROUPS,
  OWN_RULES,
  recipeNamed,
  STARTS,
} from '../../analytics/segmentation/recipe.ts';
import {
  noSegments,
  type PlannedSegmentation,
  segmentBy,
  segmentByNature,
  segmentByRules,
} from '../../analytics/segmentation/segmentation.ts';
import type { PurchaseSummary } from '../../analytics/value/purchase-summary.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { usableRules } from './own-rules.ts';

/** The segmentation in force, or the default recipe as a proposal while the owner has applied none. */
export type AppliedSegmentation = {
  readonly version: number;
  readonly applied: boolean;
  readonly planned: PlannedSegmentation;
  /** ids of the segments, by their place; negative while nothing is applied */
  readonly ids: readonly number[];
};

export type SegmentationInput = {
  readonly purchases: PurchaseSummary;
  readonly rhythm: Rhythm;
  readonly settings: Settings;
};

/** What the owner chooses: a ready-made recipe with its thresholds, own rules, or natural groups. */
export type SegmentChoice = {
  readonly recipe: string;
  readonly thresholds?: Readonly<Record<string, number>> | undefined;
  /** of the own rules, and only of them */
  readonly rules?: OwnRules | undefined;
  /** use them although there are more than anyone can look after */
  readonly many?: boolean | undefined;
};

/** `thresholds` holds what the recipe was given: its thresholds, the own rules, or the groups that were found. */
type Version = { readonly id: number; readonly recipe: string; readonly thresholds: string };

const activeVersion = q
  .selectFrom('segment_version')
  .select(['id', 'recipe', 'thresholds'])
  .where('active', '=', 1)
  .orderBy('id', 'desc')
  .limit(1);

export const segmentationOf = (db: Readable, input: SegmentationInput): AppliedSegmentation => {
  const version = db.get(activeVersion);
  const planned = version ? inForce(version, input) : planSegmentation({ recipe: DEFAULT_RECIPE }, input);
  const ids = version ? segmentIds(db, version.id) : planned.segments.map((_, place) => -1 - place);
  return { version: version?.id ?? 0, applied: version !== undefined, planned, ids };
};

/** Groups are not looked for again: they stay what they were when the owner took them. */
const inForce = ({ recipe, thresholds }: Version, input: SegmentationInput): PlannedSegmentation => {
  const given: unknown = JSON.parse(thresholds);
  if (recipe === OWN_RULES) return planSegmentation({ recipe, rules: given as OwnRules }, input);
  if (recipe === NATURAL_GROUPS)
    return segmentByNature(given as NaturalGroups, measuresIn(input), moneyIn(input));
  return planSegmentation({ recipe, thresholds: given as Record<string, number> }, input);
};

export const segmentIds = (db: Readable, version: number): number[] =>
  db
    .all(q.selectFrom('segment').select('id').where('version_id', '=', version).orderBy('position'))
    .map(({ id }) => id);

const measured = new WeakMap<PurchaseSummary, Measures>();

export const measuresIn = ({ purchases, rhythm }: SegmentationInput): Measures => {
  let measures = measured.get(purchases);
  if (!measures) {
    measures = measuresOf(purchases, rhythm);
    measured.set(purchases, measures);
  }
  return measures;
};

const moneyIn = ({ settings }: SegmentationInput) =>
  formats(settings.locale, settings.currency ?? 'EUR').moneyRounded;

/** What looking for natural groups came to; looked for only when they are asked for. */
export type Natural = () => NaturalOutcome;

export const searchGroups = (input: SegmentationInput): NaturalOutcome =>
  naturalGroups(measuresIn(input), 10 ** minorDigits(input.settings.currency ?? 'EUR'));

/** @throws Problem for a recipe nobody knows, and for rules that cannot be used */
export const planSegmentation = (
  choice: SegmentChoice,
  input: SegmentationInput,
  natural: Natural = () => searchGroups(input),
): PlannedSegmentation => {
  const measures = measuresIn(input);
  if (choice.recipe === OWN_RULES) {
    if (!choice.rules) throw new Problem('Own rules need the rules themselves.');
    return segmentByRules(usableRules(choice.rules), measures, moneyIn(input));
  }
  if (choice.recipe === NATURAL_GROUPS) {
    const outcome = natural();
    return outcome.kind === 'none'
      ? noSegments(outcome.sentence, measures)
      : segmentByNature(outcome.groups, measures, moneyIn(input));
  }
  const recipe = recipeNamed(choice.recipe);
  if (!recipe)
    throw new Problem(
      `There is no recipe "${choice.recipe}"; there are ${STARTS.map(({ name }) => name).join(', ')}.`,
    );
  return segmentBy(recipe, measures, moneyIn(input), choice.thresholds);
};
