import type { IsoDay } from '../../shared/model/day.ts';
import type { MatrixSubject } from '../../shared/model/matrix.ts';
import type { Settings } from '../../shared/model/portfolio.ts';
import { type CustomerGrowth, customerGrowth } from '../analytics/growth/growth.ts';
import type { PurchaseHistory } from '../analytics/history.ts';
import { type AtRiskList, atRiskList } from '../analytics/retention/at-risk.ts';
import { type Rhythm, rhythmOf } from '../analytics/retention/rhythm.ts';
import { type Concentration, concentration } from '../analytics/value/concentration.ts';
import { type PurchaseSummary, purchaseSummary } from '../analytics/value/purchase-summary.ts';
import { type RfmScores, rfmOf } from '../analytics/value/rfm.ts';
import type { Connection } from '../database/connection.ts';
import { dataVersion, readSetting, readSettings } from '../database/settings.ts';
import { type CustomerNames, customerNames } from './customer-names.ts';
import { lastSaleDay, purchaseHistory } from './history.ts';
import type { ChosenLines } from './placement.ts';
import { type AppliedSegmentation, segmentationOf } from './segmentation.ts';
import { type Totals, totalsAsOf } from './totals.ts';

/**
 * Everything the screens, the review and the command line say about a portfolio as of a day is read from this one
 * computation, so that they cannot disagree. Columns are by the place of a customer in `history.customer`.
 */
export type Analysis = {
  readonly asOf: IsoDay;
  readonly currency: string;
  readonly settings: Settings;
  readonly totals: Totals;
  readonly history: PurchaseHistory;
  readonly purchases: PurchaseSummary;
  readonly rhythm: Rhythm;
  readonly rfm: RfmScores;
  readonly segmentation: AppliedSegmentation;
  readonly growth: CustomerGrowth;
  readonly atRisk: AtRiskList;
  readonly concentration: Concentration;
  readonly names: CustomerNames;
  /** the owner's lines on the matrix */
  readonly lines: Readonly<Record<MatrixSubject, ChosenLines>>;
  /** place of a customer id in the columns */
  readonly placeOf: ReadonlyMap<number, number>;
};

const NO_LINES: ChosenLines = { value: null, growth: null };

const cache = new WeakMap<Connection, Map<string, Analysis>>();
/** Results of the current data are kept for these many days of analysis. */
const KEPT = 3;

/** @returns null while the portfolio holds no sale up to that day */
export const analysisOf = (db: Connection, asOf?: IsoDay): Analysis | null => {
  const day = asOf ?? lastSaleDay(db);
  if (day === null) return null;
  const version = dataVersion(db);
  const known = cache.get(db) ?? new Map<string, Analysis>();
  cache.set(db, known);
  const key = `${version} ${day}`;
  const found = known.get(key);
  if (found) return found;
  for (const old of known.keys()) if (!old.startsWith(`${version} `) || known.size >= KEPT) known.delete(old);
  const analysis = analyse(db, day);
  if (analysis) known.set(key, analysis);
  return analysis;
};

const analyse = (db: Connection, asOf: IsoDay): Analysis | null => {
  const totals = totalsAsOf(db, asOf);
  if (!totals) return null;
  const settings = readSettings(db);
  const history = purchaseHistory(db, asOf);
  const purchases = purchaseSummary(history);
  const rhythm = rhythmOf(history, purchases);
  const segmentation = segmentationOf(db, { purchases, rhythm, settings });
  return {
    asOf,
    currency: settings.currency ?? 'EUR',
    settings,
    totals,
    history,
    purchases,
    rhythm,
    rfm: rfmOf(purchases),
    segmentation,
    growth: customerGrowth(history, { groupOf: segmentation.planned.segmentOf }),
    atRisk: atRiskList(history, rhythm, purchases.revenue12m),
    concentration: concentration(purchases.revenue),
    names: customerNames(db, history.customer, asOf),
    lines: {
      customers: readSetting(db, 'matrix.customers', NO_LINES),
      segments: readSetting(db, 'matrix.segments', NO_LINES),
    },
    placeOf: new Map([...history.customer].map((id, place) => [id, place])),
  };
};
