import type { IsoDay } from '../../shared/model/day.ts';
import type { Readable } from '../database/connection.ts';
import { rankedActions } from './actions/actions.ts';
import { knownAnalysis } from './analysis/analysis.ts';
import { atRiskOf, goneIn } from './analysis/at-risk.ts';
import { keyFigures, portfolioGrowth } from './analysis/figures.ts';
import { modelsOf } from './analysis/models/models.ts';
import { revenueForecast, segmentForecasts } from './analysis/models/revenue-forecast.ts';
import type { Part } from './analysis/part.ts';
import { customerPlacement, segmentPoints } from './analysis/placement.ts';
import { retentionIn } from './analysis/retention.ts';
import { riskPlacement } from './analysis/risk-placement.ts';
import { tillOf } from './analysis/till.ts';
import { CUSTOMER_ORDERS, nameRanks, searchTexts } from './customers/customers.ts';
import { packedMatrix } from './matrix/matrix.ts';
import { lookBackIn } from './retention/back-test.ts';
import { twoYearsIn } from './retention/year-on-year.ts';

/**
 * What takes longer than a moment for a large portfolio: the engine has it computed in a thread of its own before it
 * answers. The command line and tests compute it in place. Here a part is found by the name it has between threads.
 */
const COMPUTED_APART: ReadonlyMap<string, Part> = new Map(
  [
    modelsOf,
    atRiskOf,
    goneIn,
    customerPlacement,
    packedMatrix,
    segmentPoints,
    riskPlacement,
    keyFigures,
    portfolioGrowth,
    retentionIn,
    revenueForecast,
    segmentForecasts,
    twoYearsIn,
    ...Object.values(lookBackIn),
    rankedActions,
    tillOf,
    nameRanks,
    searchTexts,
    ...Object.values(CUSTOMER_ORDERS).flatMap((order): Part[] => Object.values(order)),
  ].map((each: Part): [string, Part] => [each.partName, each]),
);

/** @throws Error for a part that is not computed apart, which only a mistake of ours can ask for */
export const partNamed = (partName: string): Part => {
  const found = COMPUTED_APART.get(partName);
  if (!found) throw new Error(`${partName} is not among the parts that are computed apart`);
  return found;
};

/** Parts of an analysis that are not at hand yet; null if the analysis itself is not. */
export const missingParts = (
  db: Readable,
  asOf: IsoDay | undefined,
  needs: readonly Part[],
): readonly Part[] | null => {
  const analysis = knownAnalysis(db, asOf);
  if (analysis === undefined) return null;
  return analysis === null ? [] : needs.filter((part) => !part.isKept(analysis));
};
