import type { IsoDay } from '../../../shared/model/day.ts';
import type { MatrixPoint } from '../../../shared/model/matrix.ts';
import type { Comparison, MatrixMovement } from '../../../shared/model/migration.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import { QUADRANT_TEXT, QUADRANTS } from '../../analytics/growth/placement.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { lastSaleDay } from '../analysis/history.ts';
import { movementBetween, movementSentence } from '../analysis/movement.ts';
import { customerPlacement } from '../analysis/placement.ts';
import { readReview } from '../analysis/saved-reviews.ts';
import { matrixOf } from './matrix.ts';

const NOT_PLACED = 'Not on the matrix';

/** The days of reviews and kept segments before the last sale, the latest first; a day occurs once. */
export const listComparisons = (db: Readable): Comparison[] =>
  db.all(
    q
      .selectFrom(
        q
          .selectFrom('review')
          .select(({ eb }) => ['as_of as asOf', eb.ref('id').$castTo<number | null>().as('review')])
          .unionAll(
            q.selectFrom('segment_snapshot').select(({ lit }) => ['as_of as asOf', lit(null).as('review')]),
          )
          .as('d'),
      )
      .select(({ fn }) => ['d.asOf', fn.max('d.review').as('review')])
      .$call((days) => {
        const last = lastSaleDay(db);
        return last === null ? days.limit(0) : days.where('d.asOf', '<', last);
      })
      .groupBy('d.asOf')
      .orderBy('d.asOf', 'desc'),
  );

/**
 * What moved on the matrix since a day: customers between its fields, each day by its own lines and as the sales are known now;
 * segments as arrows, from where the review of that day showed them if there is one.
 * @throws Problem for a day that is not among the comparisons
 */
export const readMovement = (
  db: Readable,
  { since }: { readonly since: IsoDay },
): MatrixMovement | NotAvailable => {
  const from = listComparisons(db).find(({ asOf }) => asOf === since);
  if (!from) throw new Problem(`There is no review and no kept segment of ${since} before the last sale.`);
  const [then, now] = [analysisOf(db, since), analysisOf(db)];
  if (!then?.growth.windows || !now?.growth.windows)
    return {
      grade: 'D',
      reason: 'On that day the sales did not reach back far enough for a matrix.',
      needed: 'At least 12 months of sales before the day to compare with.',
    };
  const { rows, moves } = movementBetween(standing(then), standing(now), NOT_PLACED);
  return {
    from,
    to: now.asOf,
    sentence: movementSentence(rows, 'field'),
    fields: rows,
    moves,
    arrows: arrowsBetween(pointsOf(db, then, from.review), segmentsOn(now)),
  };
};

const standing = (analysis: Analysis) => {
  const { quadrant } = customerPlacement(analysis);
  return {
    customer: analysis.history.customer,
    place: Int8Array.from(quadrant, (each) => (each === null ? -1 : QUADRANTS.indexOf(each))),
    names: QUADRANTS.map((each) => QUADRANT_TEXT[each].title),
  };
};

const segmentsOn = (analysis: Analysis): readonly MatrixPoint[] => {
  const matrix = matrixOf(analysis, 'segments');
  return 'points' in matrix ? matrix.points : [];
};

/** A saved review stays as it was, so its segments stand where it showed them. */
const pointsOf = (db: Readable, then: Analysis, review: number | null): readonly MatrixPoint[] => {
  if (review === null) return segmentsOn(then);
  const { matrix } = readReview(db, review).content;
  return 'points' in matrix ? matrix.points : [];
};

const arrowsBetween = (
  before: readonly MatrixPoint[],
  after: readonly MatrixPoint[],
): MatrixMovement['arrows'] =>
  after.flatMap(({ name, value, growth }) => {
    const was = before.find((point) => point.name === name);
    return growth.value === null || !was || was.growth.value === null
      ? []
      : [
          {
            name,
            from: { value: was.value, growth: was.growth.value },
            to: { value, growth: growth.value },
          },
        ];
  });
