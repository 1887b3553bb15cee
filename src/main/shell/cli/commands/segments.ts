import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { formats } from '../../../../shared/format.ts';
import { Problem } from '../../../../shared/model/problem.ts';
import { MeasureSchema } from '../../../../shared/model/segment.ts';
import { NATURAL_GROUPS, OWN_RULES, RECIPES } from '../../../analytics/segmentation/recipe.ts';
import { readSettings } from '../../../database/settings.ts';
import { readOwnRules } from '../../../portfolio/analysis/own-rules.ts';
import type { SegmentChoice } from '../../../portfolio/analysis/segmentation.ts';
import { readMigration } from '../../../portfolio/segments/segment-movement.ts';
import { applySegments, readSegments } from '../../../portfolio/segments/segments.ts';
import { type Command, text, UsageError, type Values } from '../command.ts';
import { withPortfolio } from '../with-portfolio.ts';

export const segmentsCommand: Command = {
  usage: `clientele segments --portfolio P [--recipe NAME | --from rules.json] [--many] [--json]   recipes: ${[...RECIPES.map(({ name }) => name), NATURAL_GROUPS].join(', ')}

rules.json: {"name": "…", "segments": [{"name": "…", "rule": {"all": [{"measure": "revenue12m", "min": 50000}]}, "whatToDo": "…"}]}
The first rule that fits wins. min is included, max is not; money in whole cents. Measures: ${MeasureSchema.options.join(', ')}.
--many uses 15 segments or more all the same.`,
  positionals: [0, 0],
  options: {
    portfolio: { type: 'string' },
    recipe: { type: 'string' },
    from: { type: 'string' },
    many: { type: 'boolean' },
  },
  run: async (_, values) => {
    const choice = choiceOf(values);
    return withPortfolio(values, (db) => {
      const segmentation = choice ? applySegments(db, choice) : readSegments(db);
      const migration = readMigration(db);
      const { locale, currency } = readSettings(db);
      const say = formats(locale, currency ?? 'EUR');
      const money = (minor: number) => ({ minor, currency: currency ?? 'EUR' });
      const json = {
        version: segmentation.version,
        recipe: segmentation.recipe,
        segments: segmentation.segments.map(
          ({ id, name, rule, customers, revenue, revenueShare, advice }) => ({
            id,
            name,
            rule,
            customers,
            revenue: money(revenue),
            revenueShare,
            advice,
          }),
        ),
        everyoneElse: { ...segmentation.everyoneElse, revenue: money(segmentation.everyoneElse.revenue) },
        advice: segmentation.advice,
        difference: segmentation.difference,
        migration,
      };
      const lines = segmentation.segments.map(
        (segment) =>
          `${segment.name}: ${say.counted(segment.customers, 'customer')}, ${say.share(segment.revenueShare)} of revenue. ${segment.rule}.`,
      );
      const notes = [
        ...segmentation.advice.map(({ sentence }) => sentence),
        ...segmentation.segments.flatMap(({ name, advice }) =>
          advice.map(({ sentence }) => `${name}: ${sentence}`),
        ),
        ...(segmentation.difference ? [segmentation.difference.sentence] : []),
        ...('sentence' in migration ? [`Since ${say.day(migration.from.asOf)}: ${migration.sentence}`] : []),
      ];
      return {
        json,
        text: [...segmentation.thresholds.map(({ sentence }) => sentence), ...lines, ...notes].join('\n'),
      };
    });
  },
};

/** What --recipe or --from asks for, or null where the segments are only listed. */
const choiceOf = (values: Values): SegmentChoice | null => {
  const many = values.many === true;
  const recipe = text(values, 'recipe');
  const from = text(values, 'from');
  if (recipe !== undefined && from !== undefined)
    throw new UsageError('--recipe and --from exclude each other: give one of them.');
  if (recipe === OWN_RULES)
    throw new UsageError('Own rules come from a file: give it with --from rules.json.');
  if (from !== undefined)
    return { recipe: OWN_RULES, rules: readOwnRules(textOf(from), basename(from)), many };
  return recipe === undefined ? null : { recipe, many };
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new Problem(`The file ${path} cannot be read.`);
  }
};
