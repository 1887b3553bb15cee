import { formats } from '../../../shared/format.ts';
import { figureTitle } from '../../../shared/metrics/title.ts';
import { daysBetween, type IsoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { Overview } from '../../../shared/model/overview.ts';
import type { NotAvailable, Result } from '../../../shared/model/result.ts';
import { ReviewContentSchema } from '../../../shared/model/review.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { actionGroups } from '../actions/actions.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { atRiskOf } from '../analysis/at-risk.ts';
import { keyFigures, portfolioGrowth, taxWarnings } from '../analysis/figures.ts';
import { closureSentences, exceptionalSentences } from '../analysis/statements/calendar.ts';
import { leftOutSentences } from '../analysis/statements/left-out.ts';
import { isTillMode, tillOf } from '../analysis/till.ts';
import { COVERAGE_WARNING_BELOW, monthsOf } from '../analysis/totals.ts';
import { matrixOf } from '../matrix/matrix.ts';
import { headlines } from './headlines.ts';
import { mondayNames } from './monday.ts';

/** @param today the owner's calendar day, only to say how fresh the data is; no figure depends on it */
export const readOverview = (db: Readable, today: IsoDay): Overview | NotAvailable => {
  const analysis = analysisOf(db);
  if (!analysis)
    return { grade: 'D', reason: 'There are no sales in this portfolio yet.', needed: 'Import your sales.' };
  const monday = mondayNames(db, analysis);
  const before = lastReviewFigures(db);
  return {
    asOf: analysis.asOf,
    monday,
    mondayNote: mondayNote(analysis, monday.length),
    actions: actionGroups(db, analysis),
    headlines: headlines(db, analysis, portfolioGrowth(db, analysis)),
    figures: keyFigures(db, analysis).map((result) => ({
      title: figureTitle(result),
      result,
      sinceReview: change(result, before),
    })),
    months: monthsOf(db, analysis.asOf).map(({ month, identified, anonymous }) => ({
      month,
      identified: minor(identified),
      anonymous: minor(anonymous),
    })),
    matrix: matrixOf(analysis, 'segments'),
    freshness: freshness(analysis, today),
    warnings: standingWarnings(db, analysis),
    till: tillOf(db, analysis),
  };
};

/** More marks of a kind are read in the list of marks. */
const MOST_SAID = 3;

/** What must be said with every figure of these sales, once; on paper, where nothing can be answered, closures and exceptional days too. */
export const warningsOf = (db: Readable, analysis: Analysis): string[] => [
  ...exceptionalSentences(analysis).slice(0, MOST_SAID),
  ...closureSentences(analysis).slice(0, MOST_SAID),
  ...standingWarnings(db, analysis),
];

const standingWarnings = (db: Readable, analysis: Analysis): string[] => {
  const { coverage } = analysis.totals;
  const say = formats(analysis.settings.locale, analysis.currency);
  const share = coverage === null ? null : say.shareRounded(coverage);
  const thin =
    share !== null && !isTillMode(analysis) && coverage! < COVERAGE_WARNING_BELOW
      ? [`Only ${share} of the revenue carries a customer; figures about customers stand for that part.`]
      : [];
  return [
    ...leftOutSentences(db, analysis).slice(0, MOST_SAID),
    ...taxWarnings(analysis),
    ...notASaleNote(analysis),
    ...thin,
  ];
};

/** "3 products are marked as no sale: −€ 1,200.00 in 84 lines is in no figure." */
const notASaleNote = ({ totals, settings, currency }: Analysis): string[] => {
  const { products, lines, amount } = totals.notASale;
  if (products === 0) return [];
  const say = formats(settings.locale, currency);
  return [
    `${say.counted(products, 'product is', 'products are')} marked as no sale: ${say.money(minor(amount))} in ${say.counted(lines, 'line')} is in no figure.`,
  ];
};

const mondayNote = (analysis: Analysis, names: number): string | null => {
  if (names > 0) return null;
  if (analysis.concentration.n === 0) return 'No sale carries a customer, so there is nobody to call.';
  return atRiskOf(analysis).customers.length === 0 ? 'Nobody who comes regularly is overdue. Good.' : null;
};

const freshness = (analysis: Analysis, today: IsoDay): string => {
  const say = formats(analysis.settings.locale, analysis.currency);
  const age = daysBetween(analysis.asOf, today);
  const since = age <= 0 ? 'up to date' : age === 1 ? 'one day old' : `${say.days(age)} old`;
  const hint = age > 60 ? ' Import newer sales before acting on names.' : '';
  return `The newest sale is of ${say.day(analysis.asOf)}: ${since}.${hint}`;
};

/** The figures of the last saved review, for the direction since then. */
const lastReviewFigures = (db: Readable): ReadonlyMap<string, number> => {
  const row = db.get(q.selectFrom('review').select('content').orderBy('id', 'desc').limit(1));
  if (!row) return new Map();
  const content = ReviewContentSchema.parse(JSON.parse(row.content));
  return new Map(
    content.figures.flatMap((figure) =>
      figure.value === null ? [] : [[figure.metric, figure.value] as const],
    ),
  );
};

/** Shares and growth change by points, all else by a fraction of what it was. */
const change = (result: Result, before: ReadonlyMap<string, number>): number | null => {
  const was = before.get(result.metric);
  if (was === undefined || result.value === null) return null;
  if (result.unit === 'share' || result.unit === 'growth') return result.value - was;
  return was === 0 ? null : result.value / was - 1;
};
