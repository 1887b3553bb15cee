import { formats } from '../../shared/format.ts';
import { dayFromNumber, isoDay } from '../../shared/model/day.ts';
import type { Settings } from '../../shared/model/portfolio.ts';
import type { Rhythm } from '../analytics/retention/rhythm.ts';
import { measuresOf } from '../analytics/segmentation/measures.ts';
import { DEFAULT_RECIPE, RECIPES, recipeNamed } from '../analytics/segmentation/recipe.ts';
import { type PlannedSegmentation, segmentBy } from '../analytics/segmentation/segmentation.ts';
import type { PurchaseSummary } from '../analytics/value/purchase-summary.ts';
import type { Connection } from '../database/connection.ts';
import { Problem } from '../database/problem.ts';
import { bumpDataVersion } from '../database/settings.ts';
import { logChange } from './change-log.ts';

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

export type SegmentChoice = {
  readonly recipe: string;
  readonly thresholds?: Readonly<Record<string, number>> | undefined;
};

type Version = { readonly id: number; readonly recipe: string; readonly thresholds: string };

export const segmentationOf = (db: Connection, input: SegmentationInput): AppliedSegmentation => {
  const version = db.row<Version>(
    'SELECT id, recipe, thresholds FROM segment_version WHERE active = 1 ORDER BY id DESC LIMIT 1',
  );
  const choice: SegmentChoice = version
    ? { recipe: version.recipe, thresholds: JSON.parse(version.thresholds) as Record<string, number> }
    : { recipe: DEFAULT_RECIPE };
  const planned = planSegmentation(choice, input);
  const ids = version
    ? db
        .rows<{ id: number }>('SELECT id FROM segment WHERE version_id = ? ORDER BY position', version.id)
        .map(({ id }) => id)
    : planned.segments.map((_, place) => -1 - place);
  return { version: version?.id ?? 0, applied: version !== undefined, planned, ids };
};

/** @throws Problem for a recipe nobody knows */
export const planSegmentation = (
  choice: SegmentChoice,
  { purchases, rhythm, settings }: SegmentationInput,
): PlannedSegmentation => {
  const recipe = recipeNamed(choice.recipe);
  if (!recipe)
    throw new Problem(
      `There is no recipe "${choice.recipe}"; there are ${RECIPES.map(({ name }) => name).join(', ')}.`,
    );
  const money = formats(settings.locale, settings.currency ?? 'EUR').moneyRounded;
  return segmentBy(recipe, measuresOf(purchases, rhythm), money, choice.thresholds);
};

/** Starts a new version of the segmentation and keeps who is in which segment on that day. Older versions stay. */
export const applySegmentation = (
  db: Connection,
  choice: SegmentChoice,
  input: SegmentationInput,
): number => {
  const planned = planSegmentation(choice, input);
  return db.transaction(() => {
    const before =
      db.row<{ id: number }>('SELECT id FROM segment_version WHERE active = 1 ORDER BY id DESC LIMIT 1')
        ?.id ?? null;
    db.execute('UPDATE segment_version SET active = 0');
    const thresholds = Object.fromEntries(
      planned.thresholds
        .filter(({ id }) => choice.thresholds?.[id] !== undefined)
        .map(({ id, value }) => [id, value]),
    );
    const version = Number(
      db.execute(
        'INSERT INTO segment_version (created_at, recipe, thresholds, active) VALUES (?, ?, ?, 1)',
        Date.now(),
        planned.recipe,
        JSON.stringify(thresholds),
      ).lastInsertRowid,
    );
    for (const [position, segment] of planned.segments.entries()) {
      db.execute(
        'INSERT INTO segment (version_id, position, name, rule) VALUES (?, ?, ?, ?)',
        version,
        position,
        segment.name,
        JSON.stringify(segment.definition),
      );
    }
    takeSnapshot(db, version, planned, input.purchases);
    const title = RECIPES.find(({ name }) => name === planned.recipe)?.title ?? planned.recipe;
    logChange(db, 'segments', `Segments by "${title}"`, before, version);
    bumpDataVersion(db);
    return version;
  });
};

/** Makes an earlier version the one in force again, or none: undo and redo of {@link applySegmentation}. */
export const activateVersion = (db: Connection, version: number | null): void => {
  db.execute('UPDATE segment_version SET active = 0');
  if (version !== null) db.execute('UPDATE segment_version SET active = 1 WHERE id = ?', version);
  bumpDataVersion(db);
};

/** Keeps who is in which segment on the day of the analysis. Frozen: it is never rewritten. @returns its id */
export const takeSnapshot = (
  db: Connection,
  version: number,
  planned: PlannedSegmentation,
  purchases: PurchaseSummary,
): number => {
  const snapshot = Number(
    db.execute(
      'INSERT INTO segment_snapshot (version_id, as_of, taken_at) VALUES (?, ?, ?)',
      version,
      isoDay(dayFromNumber(purchases.asOf)),
      Date.now(),
    ).lastInsertRowid,
  );
  const ids = db
    .rows<{ id: number }>('SELECT id FROM segment WHERE version_id = ? ORDER BY position', version)
    .map(({ id }) => id);
  const insert = db.prepare('INSERT INTO segment_member VALUES (?, ?, ?)');
  for (let i = 0; i < purchases.customer.length; i++) {
    const place = planned.segmentOf[i]!;
    insert.run(snapshot, purchases.customer[i]!, place < 0 ? null : ids[place]!);
  }
  return snapshot;
};
