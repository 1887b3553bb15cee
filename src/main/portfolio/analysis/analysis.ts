import type { IsoDay } from '../../../shared/model/day.ts';
import type { MatrixSubject } from '../../../shared/model/matrix.ts';
import type { Settings } from '../../../shared/model/portfolio.ts';
import { type CustomerGrowth, customerGrowth } from '../../analytics/growth/growth.ts';
import { SUGGESTED_GROWTH_LINE } from '../../analytics/growth/placement.ts';
import { type PurchaseHistory, withClock } from '../../analytics/history.ts';
import { type Rhythm, rhythmOf } from '../../analytics/retention/rhythm.ts';
import { type Concentration, concentration } from '../../analytics/value/concentration.ts';
import { type PurchaseSummary, purchaseSummary } from '../../analytics/value/purchase-summary.ts';
import { type RfmScores, rfmOf } from '../../analytics/value/rfm.ts';
import type { Readable } from '../../database/connection.ts';
import { dataVersion, readSettings } from '../../database/settings.ts';
import { calendarOf, type ShopCalendar } from './calendar.ts';
import { type ChosenLines, readChosenLines } from './chosen-lines.ts';
import { type Contracts, contractsOf, rhythmWithContracts } from './contracts.ts';
import { type CostAnalysis, costAnalysis } from './costs/cost-analysis.ts';
import { type CustomerNames, customerNames } from './customer-names.ts';
import { lastSaleDay, purchaseHistory } from './history.ts';
import { type AppliedSegmentation, segmentationOf } from './segmentation.ts';
import { type Totals, totalsAsOf } from './totals.ts';
import { worthOf } from './worth.ts';

/**
 * Everything the screens, the review and the command line say about a portfolio as of a day is read from this one
 * computation, so that they cannot disagree. Columns are by the place of a customer in `history.customer`. It is plain
 * data, which goes from thread to thread as it is; what else follows from it is a `part`.
 */
export type Analysis = {
  readonly asOf: IsoDay;
  readonly currency: string;
  readonly settings: Settings;
  readonly totals: Totals;
  /** closures, exceptional days and new prices as of the day */
  readonly calendar: ShopCalendar;
  readonly history: PurchaseHistory;
  readonly purchases: PurchaseSummary;
  readonly rhythm: Rhythm;
  readonly rfm: RfmScores;
  readonly segmentation: AppliedSegmentation;
  readonly growth: CustomerGrowth;
  readonly concentration: Concentration;
  readonly names: CustomerNames;
  /** null while nothing is known of what goods cost */
  readonly costs: CostAnalysis | null;
  /** null while no product is marked as renewing */
  readonly contracts: Contracts | null;
  /** the owner's lines on the matrix */
  readonly lines: Readonly<Record<MatrixSubject, ChosenLines>>;
  /** place of a customer id in the columns */
  readonly placeOf: ReadonlyMap<number, number>;
};

/** By data version and day; null where there is nothing to analyse up to that day. */
type Known = Map<string, Analysis | null>;

const cache = new WeakMap<Readable, Known>();
/** Results of the current data are kept for these many days of analysis. */
const KEPT = 3;

/** Told what the work is at, for somebody who waits for it. */
export type Phase = (phase: string) => void;

/** @returns null while the portfolio holds no sale up to that day */
export const analysisOf = (db: Readable, asOf?: IsoDay, phase: Phase = () => {}): Analysis | null => {
  const found = knownAnalysis(db, asOf);
  if (found !== undefined) return found;
  const day = asOf ?? lastSaleDay(db)!;
  return keepAnalysis(db, dataVersion(db), day, analyse(db, day, phase));
};

/** The analysis if it need not be worked out; null where there is nothing to analyse; else undefined. */
export const knownAnalysis = (db: Readable, asOf?: IsoDay): Analysis | null | undefined => {
  const day = asOf ?? lastSaleDay(db);
  return day === null ? null : cache.get(db)?.get(`${dataVersion(db)} ${day}`);
};

/** Keeps an analysis of the data as of a version, wherever it was worked out. */
export const keepAnalysis = (
  db: Readable,
  version: number,
  day: IsoDay,
  analysis: Analysis | null,
): Analysis | null => {
  const known: Known = cache.get(db) ?? new Map();
  cache.set(db, known);
  for (const old of known.keys()) if (!old.startsWith(`${version} `) || known.size >= KEPT) known.delete(old);
  known.set(`${version} ${day}`, analysis);
  return analysis;
};

/** Lets another connection to the same portfolio know what one knows. */
export const passOnAnalyses = (from: Readable, to: Readable): void => {
  const known = cache.get(from);
  if (known) cache.set(to, known);
};

/** The same customers on the same day, divided otherwise; every part follows anew. */
export const withSegmentation = (analysis: Analysis, segmentation: AppliedSegmentation): Analysis => ({
  ...analysis,
  segmentation,
});

const analyse = (db: Readable, asOf: IsoDay, phase: Phase): Analysis | null => {
  phase('purchases');
  const totals = totalsAsOf(db, asOf);
  if (!totals) return null;
  const settings = readSettings(db);
  const calendar = calendarOf(db, asOf);
  const history = {
    ...withClock(purchaseHistory(db, asOf), calendar.closedSpans),
    exceptional: calendar.exceptionalDays,
  };
  const purchases = purchaseSummary(history);
  const placeOf = new Map([...history.customer].map((id, place) => [id, place]));
  const contracts = contractsOf(db, asOf, placeOf);
  const rhythm = rhythmWithContracts(rhythmOf(history, purchases), contracts);
  phase('segments');
  const segmentation = segmentationOf(db, { purchases, rhythm, settings });
  phase('growth');
  const lines = {
    customers: readChosenLines(db, 'customers'),
    segments: readChosenLines(db, 'segments'),
  };
  const growth = customerGrowth(history, {
    groupOf: segmentation.planned.segmentOf,
    line: lines.customers.growth ?? SUGGESTED_GROWTH_LINE,
  });
  phase('costs');
  const currency = settings.currency ?? 'EUR';
  const costs = costAnalysis(db, { history, placeOf, currency, settings });
  phase('names');
  return {
    asOf,
    currency,
    settings,
    totals,
    calendar,
    history,
    purchases,
    rhythm,
    rfm: rfmOf(purchases, worthOf({ costs, purchases }).whole),
    segmentation,
    growth,
    concentration: concentration(purchases.revenue),
    names: customerNames(db, history.customer, asOf),
    lines,
    costs,
    contracts,
    placeOf,
  };
};
