import { isIsoDay } from '../../../../shared/model/day.ts';
import { analysisOf } from '../../../portfolio/analysis/analysis.ts';
import { portfolioGrowth } from '../../../portfolio/analysis/figures.ts';
import { AREA_NAMES } from '../../../portfolio/analyze/analyze.ts';
import { analyzeInParallel } from '../../../portfolio/analyze/analyze-in-parallel.ts';
import { readMovement } from '../../../portfolio/matrix/matrix-movement.ts';
import { headlines } from '../../../portfolio/overview/headlines.ts';
import { type Command, text, UsageError, type Values } from '../command.ts';
import { readingPortfolio } from '../with-portfolio.ts';

export const analyzeCommand: Command = {
  usage: `clientele analyze --portfolio P [--as-of DAY] [--since DAY] [--customers] [--only AREA,…] [--json]   areas: ${AREA_NAMES.join(', ')}; --since: what moved on the matrix since that of a review or of kept segments`,
  positionals: [0, 0],
  options: {
    portfolio: { type: 'string' },
    'as-of': { type: 'string' },
    since: { type: 'string' },
    customers: { type: 'boolean' },
    only: { type: 'string' },
  },
  run: async (_, values) =>
    readingPortfolio(values, async (db) => {
      const asOf = dayOption(values, 'as-of');
      const since = dayOption(values, 'since');
      const only =
        text(values, 'only')
          ?.split(',')
          .map((area) => area.trim()) ?? null;
      const unknown = only?.find((area) => !AREA_NAMES.includes(area));
      if (unknown !== undefined)
        throw new UsageError(`There is no area "${unknown}"; there are ${AREA_NAMES.join(', ')}.`);
      const json = await analyzeInParallel(db, { asOf, customers: values.customers === true, only });
      const analysis = analysisOf(db, asOf)!;
      return {
        json: since === undefined ? json : { ...json, movement: readMovement(db, { since }) },
        text: [`As of ${analysis.asOf}:`, ...headlines(db, analysis, portfolioGrowth(db, analysis))].join(
          '\n',
        ),
      };
    }),
};

export const dayOption = (values: Values, name: string) => {
  const day = text(values, name);
  if (day === undefined) return undefined;
  if (!isIsoDay(day)) throw new UsageError(`--${name} must be a day such as 2025-12-31.`);
  return day;
};
