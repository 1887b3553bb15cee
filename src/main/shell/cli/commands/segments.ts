import { formats } from '../../../../shared/format.ts';
import { RECIPES } from '../../../analytics/segmentation/recipe.ts';
import { readSettings } from '../../../database/settings.ts';
import { applySegments, readSegments } from '../../../portfolio/segments.ts';
import { type Command, text, UsageError } from '../command.ts';
import { withPortfolio } from '../with-portfolio.ts';

export const segmentsCommand: Command = {
  name: 'segments',
  usage: `clientele segments --portfolio P [--recipe NAME] [--json]   recipes: ${RECIPES.map(({ name }) => name).join(', ')}`,
  summary: 'Lists the segments, or applies a ready-made recipe.',
  positionals: [0, 0],
  options: { portfolio: { type: 'string' }, recipe: { type: 'string' }, from: { type: 'string' } },
  run: async (_, values) =>
    withPortfolio(values, (db) => {
      if (text(values, 'from'))
        throw new UsageError(
          "--from is for the owner's own rules, which this version does not read; use --recipe.",
        );
      const recipe = text(values, 'recipe');
      const segmentation = recipe ? applySegments(db, { recipe }) : readSegments(db);
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
      };
      const lines = segmentation.segments.map(
        (segment) =>
          `${segment.name}: ${say.count(segment.customers)} customers, ${say.share(segment.revenueShare)} of revenue. ${segment.rule}.`,
      );
      return {
        json,
        text: [...segmentation.thresholds.map(({ sentence }) => sentence), ...lines].join('\n'),
      };
    }),
};
