import { z } from 'zod';
import { formats } from '../../../shared/format.ts';
import { addDays, dayFromNumber, type IsoDay } from '../../../shared/model/day.ts';
import {
  type Matrix,
  type MatrixPoint,
  type MatrixSubject,
  MatrixSubjectSchema,
  type PackedMatrix,
} from '../../../shared/model/matrix.ts';
import { packPoints } from '../../../shared/model/matrix-points.ts';
import { minor } from '../../../shared/model/money.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import { plural } from '../../../shared/words.ts';
import { growthOf } from '../../analytics/growth/growth.ts';
import { type Placement, placeOnMatrix, QUADRANT_TEXT } from '../../analytics/growth/placement.ts';
import type { GrowthWindows } from '../../analytics/growth/windows.ts';
import type { Readable, Writable } from '../../database/connection.ts';
import { bumpDataVersion } from '../../database/settings.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import {
  type ChosenLines,
  ChosenLinesSchema,
  readChosenLines,
  writeChosenLines,
} from '../analysis/chosen-lines.ts';
import { part } from '../analysis/part.ts';
import { customerPlacement, linesOf, segmentPoints, segmentWindowsOf } from '../analysis/placement.ts';
import { tooFewKnown } from '../analysis/till.ts';
import { worthOf } from '../analysis/worth.ts';
import { undoable } from '../changes/undoable.ts';

export const readMatrix = (db: Readable, subject: MatrixSubject, asOf?: IsoDay): Matrix | NotAvailable => {
  const analysis = analysisOf(db, asOf);
  return analysis
    ? matrixOf(analysis, subject)
    : { grade: 'D', reason: 'There are no sales yet.', needed: 'Import your sales.' };
};

/** The same as it goes to a window: the points of customers, who may be a hundred thousand, packed. */
export const sendMatrix = (
  db: Readable,
  subject: MatrixSubject,
  asOf?: IsoDay,
): Matrix | PackedMatrix | NotAvailable => {
  const analysis = subject === 'customers' ? analysisOf(db, asOf) : null;
  if (!analysis) return readMatrix(db, subject, asOf);
  const packed = packedMatrix(analysis);
  return 'reason' in packed ? packed : { ...packed.head, packed: new Blob([packed.points]) };
};

type Packed = { readonly head: Omit<Matrix, 'points'>; readonly points: Uint8Array<ArrayBuffer> };

export const packedMatrix = part('packedMatrix', (analysis): Packed | NotAvailable => {
  const matrix = matrixOf(analysis, 'customers');
  if ('reason' in matrix) return matrix;
  const { points, ...head } = matrix;
  return { head, points: packPoints(points) };
});

/** The value-versus-growth matrix (MODELS 5) of one analysis, or why there is none. */
export const matrixOf = (analysis: Analysis, subject: MatrixSubject): Matrix | NotAvailable => {
  const { windows } = analysis.growth;
  const unknown = tooFewKnown(analysis);
  if (unknown) return unknown;
  if (!windows)
    return {
      grade: 'D',
      reason:
        'Growth compares two equal periods of at least six months; the sales do not reach back that far.',
      needed: 'At least 12 months of sales.',
    };
  const points = subject === 'customers' ? customerPoints(analysis) : bubbles(analysis);
  const placement =
    subject === 'customers'
      ? customerPlacement(analysis)
      : placeOnMatrix(points, linesOf(analysis, 'segments'));
  const lines = linesOf(analysis, subject);
  const say = formats(analysis.settings.locale, analysis.currency);
  const revenue = revenueSums(analysis, subject, points, placement);
  const { kind } = worthOf(analysis);
  const placed = points.map((point, i) => ({
    ...point,
    quadrant: placement.quadrant[i]!,
    growth: { ...point.growth, direction: placement.direction[i]! },
  }));
  return {
    asOf: analysis.asOf,
    subject,
    finding: finding(analysis, subject, placed, placement),
    valueAxis: `${kind === 'revenue' ? 'Revenue' : 'Contribution'} of the last 12 months${subject === 'segments' ? ' per customer' : ''}${kind === 'contribution' ? '; the sums of the fields are revenue' : ''}`,
    growthAxis: growthAxis(analysis, subject),
    windows: comparedWindows(analysis, subject, windows),
    thresholds: {
      value: minor(Math.round(lines.value)),
      growth: lines.growth,
      suggestedValue: lines.suggestedValue,
      suggestedGrowth: lines.suggestedGrowth,
      sentence:
        subject === 'customers'
          ? `Customers from ${say.moneyRounded(lines.value)} a year count as high value${lines.value === lines.suggestedValue ? `: together they bring 80 % of the ${kind}` : ''}.`
          : `Segments whose customers bring ${say.moneyRounded(lines.value)} a year each count as high value, the line of the customers.`,
    },
    points: placed,
    quadrants: placement.quadrants.map((group) => ({
      quadrant: group.quadrant,
      ...QUADRANT_TEXT[group.quadrant],
      count: group.count,
      clear: group.clear,
      revenue: minor(Math.round(revenue.of(group.quadrant))),
      revenueShare: revenue.total > 0 ? Math.max(0, revenue.of(group.quadrant)) / revenue.total : 0,
    })),
    notPlaced: placement.notPlaced.map(({ reason, count }) => ({
      reason,
      customers: count,
      revenue: minor(Math.round(revenue.of(reason))),
    })),
    warnings: warningsOf(analysis),
  };
};

type RevenueSums = { readonly total: number; readonly of: (group: string) => number };

/** Revenue of the last 12 months by field of the matrix, or by the reason for being in none. */
const revenueSums = (
  { purchases, segmentation }: Analysis,
  subject: MatrixSubject,
  points: readonly MatrixPoint[],
  placement: Placement,
): RevenueSums => {
  const sums = new Map<string, number>();
  let total = 0;
  points.forEach((point, i) => {
    const revenue =
      subject === 'customers' ? purchases.revenue12m[i]! : segmentation.planned.segments[i]!.revenue12m;
    const group = placement.quadrant[i] ?? point.growth.reason ?? 'Growth is not available.';
    sums.set(group, (sums.get(group) ?? 0) + revenue);
    total += Math.max(0, revenue);
  });
  return { total, of: (group) => sums.get(group) ?? 0 };
};

/** Half a year against half a year may show the season; with too few customers growth itself has not said so. */
const warningsOf = ({ growth }: Analysis): string[] => {
  const said = growth.warnings.some((warning) => /season/.test(warning));
  const season = 'This may be the season: a year against a year needs 24 months of sales.';
  return growth.windows?.maybeSeasonal && !said ? [...growth.warnings, season] : [...growth.warnings];
};

const customerPoints = (analysis: Analysis): MatrixPoint[] => {
  const { purchases, names, segmentation } = analysis;
  const { year } = worthOf(analysis);
  return Array.from(analysis.history.customer, (id, i) => {
    const place = segmentation.planned.segmentOf[i]!;
    return {
      id,
      name: names.name[i]!,
      value: minor(Math.round(year[i]!)),
      revenue: minor(purchases.revenue[i]!),
      growth: growthOf(analysis.growth, i),
      quadrant: null,
      segment: place < 0 ? null : segmentation.ids[place]!,
      customers: 1,
    };
  });
};

const bubbles = (analysis: Analysis): MatrixPoint[] =>
  segmentPoints(analysis).map(({ place, value, growth }) => {
    const segment = analysis.segmentation.planned.segments[place]!;
    const id = analysis.segmentation.ids[place]!;
    return {
      id,
      name: segment.name,
      value: minor(Math.round(value)),
      // the bubble is the sum of the same 12 months
      revenue: minor(Math.round(segment.revenue12m)),
      growth,
      quadrant: null,
      segment: id,
      customers: segment.customers,
    };
  });

const comparedWindows = (
  analysis: Analysis,
  subject: MatrixSubject,
  { start, middle, end }: GrowthWindows,
): Matrix['windows'] => {
  const own = subject === 'segments' ? segmentWindowsOf(analysis) : null;
  const { before, after } = own ?? { before: { from: start, to: middle }, after: { from: middle, to: end } };
  const span = ({ from, to }: { readonly from: number; readonly to: number }) => ({
    from: addDays(dayFromNumber(from), 1),
    to: dayFromNumber(to),
  });
  return { before: span(before), after: span(after) };
};

const growthAxis = (analysis: Analysis, subject: MatrixSubject): string => {
  const own = subject === 'segments' ? segmentWindowsOf(analysis) : null;
  if (own)
    return `Growth: the last ${own.months} months against the same months a year before, each with those who were in the segment the day before`;
  const { windows } = analysis.growth;
  return `Growth: the last ${windows?.months} months against the ${windows?.months} before${subject === 'segments' ? ', the middle of its customers' : ''}`;
};

/** Less than this part of the customers is a minority, and a title that counts it says so. */
const MOST = 0.5;

/** "Of the 10% of customers, with 35% of revenue, whose growth can be told, "; empty where most are. */
const minority = ({ purchases, settings, currency }: Analysis, points: readonly MatrixPoint[]): string => {
  const told = points.filter(({ growth }) => growth.value !== null);
  const buyers = purchases.purchaseDays.reduce((n, days) => n + (days > 0 ? 1 : 0), 0);
  if (buyers === 0 || told.length >= MOST * buyers) return '';
  const say = formats(settings.locale, currency);
  const sum = (of: readonly MatrixPoint[]): number =>
    of.reduce((total, { value }) => total + Math.max(0, value), 0);
  const all = sum(points);
  return `Of the ${say.shareRounded(told.length / buyers)} of customers, with ${say.shareRounded(all > 0 ? sum(told) / all : 0)} of revenue, whose growth can be told, `;
};

const finding = (
  analysis: Analysis,
  subject: MatrixSubject,
  points: readonly MatrixPoint[],
  placement: Placement,
): string => {
  const say = formats(analysis.settings.locale, analysis.currency);
  const rising = points.filter((point) => point.growth.direction === 'rising').length;
  const declining = points.filter((point) => point.growth.direction === 'declining').length;
  const noun = (n: number): string =>
    subject === 'customers' ? plural(n, 'customer', 'customers') : plural(n, 'segment', 'segments');
  if (subject === 'segments' && points.every(({ growth }) => growth.lo === null))
    return 'Whether segments grow cannot be told yet; they stand by what their customers bring.';
  if (rising + declining === 0)
    return `No ${subject === 'customers' ? 'customer' : 'segment'} is clearly growing or shrinking.`;
  const fading = points.filter(
    ({ growth }, i) => growth.direction === 'declining' && placement.quadrant[i] === 'protect',
  ).length;
  const worry =
    subject === 'customers' && fading > 0
      ? `; ${say.count(fading)} of high value clearly ${plural(fading, 'buys', 'buy')} less than before`
      : '';
  const of = subject === 'customers' ? minority(analysis, points) : '';
  return `${of}${say.count(rising)} ${noun(rising)} clearly ${plural(rising, 'grows', 'grow')}, ${say.count(declining)} clearly ${plural(declining, 'shrinks', 'shrink')}${worry}.`;
};

/** Moves the lines; null takes the suggestion from the data again. Recorded, so that Undo takes it back. */
export const setLines = (db: Writable, subject: MatrixSubject, lines: ChosenLines): void => {
  db.transaction(() => {
    const before = readChosenLines(db, subject);
    writeChosenLines(db, subject, lines);
    linesChange.log(db, `Lines of the ${subject === 'customers' ? 'customer' : 'segment'} matrix`, {
      before: { subject, lines: before },
      after: { subject, lines },
    });
    bumpDataVersion(db);
  });
};

/** Lines of a matrix moved. */
export const linesChange = undoable({
  kind: 'matrix',
  version: 1,
  schema: z.object({ subject: MatrixSubjectSchema, lines: ChosenLinesSchema }),
  apply: (db, { subject, lines }) => {
    writeChosenLines(db, subject, lines);
    bumpDataVersion(db);
  },
});
