import type { Readable } from '../../database/connection.ts';
import { analysisOf } from '../analysis/analysis.ts';
import { fitModelsApart } from '../analysis/models/models.ts';
import { salesIn } from '../analysis/products/sold-lines.ts';
import { type AnalyzeOptions, AREA_NAMES, analyze } from './analyze.ts';

/** The models of fewer customers are fitted sooner than a thread has started. */
const MANY_CUSTOMERS = 20_000;
/** Areas that say nothing the models say. */
const MEANWHILE: readonly string[] = ['growth', 'matrix', 'segments', 'forecast'];

/**
 * {@link analyze} on two processors: the models of many customers are fitted in a thread of their own, and what does
 * not depend on them is worked out meanwhile.
 * @throws Problem while there are no sales up to that day
 */
export const analyzeInParallel = async (
  db: Readable,
  options: AnalyzeOptions,
): Promise<Record<string, unknown>> => {
  const analysis = analysisOf(db, options.asOf);
  if (!analysis || options.only !== null || analysis.history.customer.length < MANY_CUSTOMERS)
    return analyze(db, options);
  const fitted = fitModelsApart(analysis);
  let meanwhile: Record<string, unknown>;
  try {
    salesIn(db, analysis);
    meanwhile = analyze(db, { ...options, customers: false, only: MEANWHILE });
  } finally {
    await fitted;
  }
  const rest = AREA_NAMES.filter((area) => !MEANWHILE.includes(area));
  return { ...meanwhile, ...analyze(db, { ...options, only: rest }) };
};
