import { formats } from '../../../shared/format.ts';
import type { IsoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type {
  Paper,
  ReviewContent,
  ReviewCustomer,
  ReviewEntry,
  ReviewForm,
} from '../../../shared/model/review.ts';
import type { Readable, Writable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { bumpDataVersion } from '../../database/settings.ts';
import { refuseDamaged } from '../../database/verify/check.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { atRiskOf } from '../analysis/at-risk.ts';
import { namesOnPaper } from '../analysis/customer-names.ts';
import { customerRow } from '../analysis/customer-row.ts';
import { keyFigures, portfolioGrowth } from '../analysis/figures.ts';
import { riskReason } from '../analysis/reasons.ts';
import { readReview } from '../analysis/saved-reviews.ts';
import { yearSharesIn } from '../analysis/statements/concentration.ts';
import { nextMonthSentence } from '../analysis/statements/next-month.ts';
import { isTillMode, tillOf, tooFewKnown } from '../analysis/till.ts';
import { monthsOf } from '../analysis/totals.ts';
import { auditNote } from '../audit/audit.ts';
import { listeningIn } from '../listening/listening.ts';
import { matrixOf } from '../matrix/matrix.ts';
import { riskSummary } from '../matrix/risk-value.ts';
import { headlines } from '../overview/headlines.ts';
import { mondayNames } from '../overview/monday.ts';
import { warningsOf } from '../overview/overview.ts';
import { backTestOf } from '../retention/back-test.ts';
import { outlookOf } from '../retention/outlook.ts';
import { yearOnYearOf } from '../retention/year-on-year.ts';
import { takeSnapshot } from '../segments/segment-versions.ts';
import { segmentCards } from '../segments/segments.ts';
import { acquisitionIn } from '../value/acquisition.ts';
import { acquisitionFinding } from '../value/acquisition-view.ts';
import { whaleView } from '../value/value-view.ts';
import { methodNotes } from './method-notes.ts';

export type ReviewRequest = {
  readonly ownersCopy: boolean;
  readonly paper: Paper;
  /** two pages where left out */
  readonly form?: ReviewForm | undefined;
  readonly asOf?: IsoDay | undefined;
};

const LISTED = 10;

/**
 * Makes a review and keeps it as it is: later imports never change it.
 * @throws Problem while there are no sales
 */
export const makeReview = (db: Writable, request: ReviewRequest, madeOn: IsoDay): ReviewEntry => {
  refuseDamaged(db);
  const analysis = analysisOf(db, request.asOf);
  if (!analysis)
    throw new Problem('There are no sales yet, so there is nothing to review; import your sales first.');
  const content = reviewContent(db, analysis, request, madeOn);
  const id = db.transaction(() => {
    const { version, planned } = analysis.segmentation;
    const snapshot = version > 0 ? takeSnapshot(db, version, planned, analysis.purchases) : null;
    const made = db.run(
      q.insertInto('review').values({
        made_at: Date.now(),
        as_of: content.asOf,
        owners_copy: request.ownersCopy ? 1 : 0,
        paper: request.paper,
        content: JSON.stringify(content),
        snapshot_id: snapshot,
      }),
    );
    db.run(
      q
        .insertInto('change_log')
        .values({ at: Date.now(), kind: 'review', sentence: `Made a review as of ${content.asOf}` }),
    );
    bumpDataVersion(db);
    return Number(made.lastInsertRowid);
  });
  return readReview(db, id).entry;
};

const reviewContent = (
  db: Readable,
  analysis: Analysis,
  request: ReviewRequest,
  madeOn: IsoDay,
): ReviewContent => {
  const { settings, totals, purchases } = analysis;
  const customerMatrix = matrixOf(analysis, 'customers');
  const { revenue } = yearSharesIn(db, analysis);
  const best = Array.from(purchases.customer, (_, i) => i)
    .filter((i) => purchases.revenue12m[i]! > 0)
    .sort((a, b) => purchases.revenue12m[b]! - purchases.revenue12m[a]! || a - b)
    .slice(0, LISTED);
  const atRisk = atRiskOf(analysis)
    .customers.slice(0, LISTED)
    .map(({ index }) => index);
  const monday = mondayNames(db, analysis).map(({ customer: row, reason }) => ({
    place: analysis.placeOf.get(row.id)!,
    reason,
  }));
  const segments = isTillMode(analysis) ? [] : segmentCards(db, analysis);
  const placeOf = (id: number): number => analysis.placeOf.get(id)!;
  const nameOf = namesOnPaper(analysis.names.name, request.ownersCopy, [
    ...best,
    ...atRisk,
    ...monday.map(({ place }) => place),
    ...segments.flatMap(({ examples }) => examples.map(({ id }) => placeOf(id))),
  ]);
  const customer = (i: number, reason: string): ReviewCustomer => {
    const row = customerRow(analysis, i);
    return {
      name: nameOf(i),
      segment: row.segmentName,
      revenue12m: row.revenue12m,
      share: revenue > 0 ? Math.max(0, purchases.revenue12m[i]!) / revenue : 0,
      lastDay: row.lastDay,
      daysSinceLast: row.daysSinceLast,
      usualGapDays: row.usualGapDays,
      overdueRatio: row.overdueRatio,
      phone: request.ownersCopy ? row.phone : null,
      reason,
    };
  };
  return {
    businessName: settings.businessName,
    asOf: analysis.asOf,
    period: totals.period,
    madeOn,
    currency: analysis.currency,
    locale: settings.locale,
    paper: request.paper,
    ownersCopy: request.ownersCopy,
    headlines: headlines(db, analysis, portfolioGrowth(db, analysis)),
    figures: [...keyFigures(db, analysis)],
    matrix: matrixOf(analysis, 'segments'),
    // a review keeps the counts; a hundred thousand names have no place on two pages
    customerMatrix: 'points' in customerMatrix ? { ...customerMatrix, points: [] } : customerMatrix,
    segments: segments.map((segment) => ({
      ...segment,
      examples: segment.examples.map((each) => ({ ...each, name: nameOf(placeOf(each.id)) })),
    })),
    segmentNote: segmentNote(analysis),
    riskValue: riskSummary(analysis),
    whale: whaleView(analysis),
    remarks: remarksOf(db, analysis),
    till: tillReview(db, analysis),
    form: request.form ?? 'short',
    months: monthRevenues(db, analysis),
    outlook: outlookOf(db, analysis),
    yearOnYear: isTillMode(analysis) ? null : yearOnYearOf(analysis),
    backTest: isTillMode(analysis) ? null : backTestOf(db, analysis),
    mostValuable: best.map((i) => customer(i, valueReason(analysis, i))),
    mostAtRisk: atRisk.map((i) => customer(i, riskReason(analysis, i))),
    monday: monday.map(({ place, reason }) => customer(place, reason)),
    methods: [...methodNotes(analysis), ...dataNote(db, madeOn)],
    warnings: warningsOf(db, analysis),
  };
};

/** How good the data are that all of this was made from. */
const dataNote = (db: Readable, madeOn: IsoDay): string[] => {
  const note = auditNote(db, madeOn);
  return note === null ? [] : [note];
};

const remarksOf = (db: Readable, analysis: Analysis): ReviewContent['remarks'] => {
  const heard = listeningIn(db, analysis);
  const won = acquisitionIn(db, analysis);
  return [
    ...('finding' in heard
      ? [
          { title: 'What customers say', sentence: heard.finding },
          { title: 'Answers', sentence: heard.clockFinding },
        ]
      : []),
    ...('all' in won ? [{ title: 'New customers', sentence: acquisitionFinding(analysis, won) }] : []),
  ];
};

const monthRevenues = (db: Readable, { asOf }: Analysis): ReviewContent['months'] =>
  monthsOf(db, asOf).map(({ month, identified, anonymous }) => ({
    month,
    revenue: minor(identified + anonymous),
  }));

const tillReview = (db: Readable, analysis: Analysis): ReviewContent['till'] => {
  const till = tillOf(db, analysis);
  return (
    till && {
      ...till,
      months: monthRevenues(db, analysis),
      outlook: nextMonthSentence(db, analysis),
    }
  );
};

const segmentNote = (analysis: Analysis): string | null => {
  if (isTillMode(analysis)) return tooFewKnown(analysis)?.reason ?? null;
  return analysis.segmentation.applied ? null : 'Proposed segments: the owner has not confirmed them yet.';
};

const valueReason = (analysis: Analysis, i: number): string => {
  const row = customerRow(analysis, i);
  const say = formats(analysis.settings.locale, analysis.currency);
  const since = row.firstDay ? `customer since ${say.day(row.firstDay)}` : '';
  if (row.growth.direction === 'rising' && row.growth.value !== null)
    return `Growing (${say.growth(row.growth.value)}), ${since}.`;
  if (row.growth.direction === 'declining' && row.growth.value !== null)
    return `Shrinking (${say.growth(row.growth.value)}), ${since}.`;
  return since === '' ? '' : `${since[0]!.toUpperCase()}${since.slice(1)}.`;
};
