import { CustomerSortSchema } from '../../shared/contract/customers.ts';
import type { IsoDay } from '../../shared/model/day.ts';
import type { Connection } from '../database/connection.ts';
import { rankedActions } from './actions/actions.ts';
import { type Analysis, knownAnalysis } from './analysis/analysis.ts';
import { atRiskOf } from './analysis/at-risk.ts';
import { isDerived } from './analysis/derived.ts';
import { keyFigures, portfolioGrowth } from './analysis/figures.ts';
import { modelsOf } from './analysis/models/models.ts';
import { revenueForecast, segmentForecasts } from './analysis/models/revenue-forecast.ts';
import { customerPlacement, segmentPoints } from './analysis/placement.ts';
import { retentionIn } from './analysis/retention.ts';
import { tillOf } from './analysis/till.ts';
import { customerOrder, nameRanks, type OrderName, orderName, searchTexts } from './customers/customers.ts';
import { packedMatrix } from './matrix/matrix.ts';
import { riskPlacement } from './matrix/risk-value.ts';

type Compute = (db: Connection, analysis: Analysis) => unknown;

const orders = Object.fromEntries(
  CustomerSortSchema.options.flatMap((sort) =>
    (['asc', 'desc'] as const).map((direction): [string, Compute] => [
      orderName(sort, direction),
      (_, analysis) => customerOrder(analysis, sort, direction),
    ]),
  ),
) as Record<OrderName, Compute>;

/**
 * What takes longer than a moment for a large portfolio. The engine has it worked out in a thread of its own before it
 * answers; the command line and tests work it out where they are. Each is `derived` under the name it has here.
 */
export const PARTS = {
  models: (_, analysis) => modelsOf(analysis),
  atRisk: (_, analysis) => atRiskOf(analysis),
  placement: (_, analysis) => customerPlacement(analysis),
  packedMatrix: (_, analysis) => packedMatrix(analysis),
  segmentPoints: (_, analysis) => segmentPoints(analysis),
  riskPlacement: (_, analysis) => riskPlacement(analysis),
  keyFigures: (db, analysis) => keyFigures(db, analysis),
  portfolioGrowth: (db, analysis) => portfolioGrowth(db, analysis),
  retention: (db, analysis) => retentionIn(db, analysis),
  revenueForecast: (db, analysis) => revenueForecast(db, analysis),
  segmentForecasts: (_, analysis) => segmentForecasts(analysis),
  actions: (db, analysis) => rankedActions(db, analysis),
  till: (db, analysis) => tillOf(db, analysis),
  nameRanks: (_, analysis) => nameRanks(analysis),
  searchTexts: (_, analysis) => searchTexts(analysis),
  ...orders,
} satisfies Readonly<Record<string, Compute>>;

export type Part = keyof typeof PARTS;

/** Parts of an analysis that are not at hand yet; null if the analysis itself is not. */
export const missingParts = (
  db: Connection,
  asOf: IsoDay | undefined,
  needs: readonly Part[],
): readonly Part[] | null => {
  const analysis = knownAnalysis(db, asOf);
  if (analysis === undefined) return null;
  return analysis === null ? [] : needs.filter((part) => !isDerived(analysis, part));
};
