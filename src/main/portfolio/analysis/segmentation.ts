import { formats } from '../../../shared/format.ts';
import { dayFromNumber } from '../../../shared/model/day.ts';
import { minorDigits } from '../../../shared/model/money.ts';
import type { OwnRules } from '../../../shared/model/own-rules.ts';
import type { Settings } from '../../../shared/model/portfolio.ts';
import type { Rhythm } from '../../analytics/retention/rhythm.ts';
import { TOO_MANY_SEGMENTS } from '../../analytics/segmentation/advice.ts';
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
import type { Readable, Writable } from '../../database/connection.ts';
import { Problem } from '../../database/problem.ts';
import { q } from '../../database/query.ts';
import { bumpDataVersion } from '../../database/settings.ts';
import { logChange } from '../changes/change-log.ts';
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

/** What must be kept to have the same segments again. Suggestions are kept too: a rule does not drift with the sales. */
const parametersOf = (choice: SegmentChoice, planned: PlannedSegmentation, natural: Natural): unknown => {
  if (choice.recipe === OWN_RULES) return choice.rules;
  if (choice.recipe === NATURAL_GROUPS) {
    const outcome = natural();
    return outcome.kind === 'found' ? outcome.groups : null;
  }
  return Object.fromEntries(planned.thresholds.map(({ id, value }) => [id, value]));
};

/**
 * Starts a new version of the segmentation and keeps who is in which segment on that day. Older versions stay.
 * @throws Problem where there are no segments, or more than anyone can look after and `many` does not say to use them
 */
export const applySegmentation = (
  db: Writable,
  choice: SegmentChoice,
  input: SegmentationInput,
  natural: Natural,
): number => {
  const planned = planSegmentation(choice, input, natural);
  if (planned.segments.length === 0)
    throw new Problem(planned.advice[0]?.sentence ?? 'There are no segments in this choice.');
  if (planned.segments.length >= TOO_MANY_SEGMENTS && choice.many !== true)
    throw new Problem(
      `${planned.segments.length} segments are more than anyone can look after; four to six work best. They are used only if you say so on purpose (--many).`,
    );
  return db.transaction(() => {
    const before = db.get(activeVersion)?.id ?? null;
    db.run(q.updateTable('segment_version').set({ active: 0 }));
    const version = Number(
      db.run(
        q.insertInto('segment_version').values({
          created_at: Date.now(),
          recipe: planned.recipe,
          thresholds: JSON.stringify(parametersOf(choice, planned, natural)),
          active: 1,
        }),
      ).lastInsertRowid,
    );
    for (const [position, segment] of planned.segments.entries()) {
      db.run(
        q.insertInto('segment').values({
          version_id: version,
          position,
          name: segment.name,
          rule: JSON.stringify(segment.definition),
        }),
      );
    }
    takeSnapshot(db, version, planned, input.purchases);
    logChange(db, 'segments', `Segments by "${planned.title}"`, before, version);
    bumpDataVersion(db);
    return version;
  });
};

/** Makes an earlier version the one in force again, or none: undo and redo of {@link applySegmentation}. */
export const activateVersion = (db: Writable, version: number | null): void => {
  db.run(q.updateTable('segment_version').set({ active: 0 }));
  if (version !== null) db.run(q.updateTable('segment_version').set({ active: 1 }).where('id', '=', version));
  bumpDataVersion(db);
};

/** Keeps who is in which segment on the day of the analysis. Frozen: it is never rewritten. @returns its id */
export const takeSnapshot = (
  db: Writable,
  version: number,
  planned: PlannedSegmentation,
  purchases: PurchaseSummary,
): number => {
  const snapshot = Number(
    db.run(
      q.insertInto('segment_snapshot').values({
        version_id: version,
        as_of: dayFromNumber(purchases.asOf),
        taken_at: Date.now(),
      }),
    ).lastInsertRowid,
  );
  const ids = segmentIds(db, version);
  const insert = db.prepare('INSERT INTO segment_member VALUES (?, ?, ?)');
  for (let i = 0; i < purchases.customer.length; i++) {
    const place = planned.segmentOf[i]!;
    insert.run(snapshot, purchases.customer[i]!, place < 0 ? null : ids[place]!);
  }
  return snapshot;
};
