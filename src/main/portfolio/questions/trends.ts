import { addMonths, isoDay } from '../../../shared/model/day.ts';
import type { QuestionEntry } from '../../../shared/model/question.ts';
import { result } from '../../analytics/estimate.ts';
import { portfolioGrowth } from '../analysis/figures.ts';
import { nextWholeMonth, revenueForecast } from '../analysis/models/revenue-forecast.ts';
import { customerPlacement, linesOf } from '../analysis/placement.ts';
import { closureSentences, exceptionalSentences } from '../analysis/statements/calendar.ts';
import { growthSentence } from '../analysis/statements/growth.ts';
import { nextMonthSentence } from '../analysis/statements/next-month.ts';
import { worthOf } from '../analysis/worth.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';
import { productMovement, salesWindows } from './product-movement.ts';

const PRODUCTS_EACH_WAY = 3;

/** 12 What future trends and changes in behaviour should we anticipate? */
export const trends = ({ db, analysis, say }: Asked): Answer => {
  const told = revenueForecast(db, analysis);
  const { forecast, from, months, running } = told;
  const growth = portfolioGrowth(db, analysis);
  const { direction } = customerPlacement(analysis);
  const rising = direction.filter((way) => way === 'rising').length;
  const declining = direction.filter((way) => way === 'declining').length;
  const { value } = linesOf(analysis, 'customers');
  const worth = worthOf(analysis).year;
  const protectedCount = direction.filter((way, i) => way === 'declining' && worth[i]! >= value).length;
  const monthAhead = (h: number): string => addMonths(isoDay(`${from}-01`), months + h - 1).slice(0, 7);
  const next = nextWholeMonth(told);
  const windows = salesWindows(analysis);
  return answerOf({
    answer: [
      growthSentence(say, growth, analysis.growth.windows),
      exceptionalSentences(analysis)[0] ?? null,
      closureSentences(analysis)[0] ?? null,
      nextMonthSentence(db, analysis),
      rising + declining > 0
        ? `${say.counted(rising, 'customer clearly grows', 'customers clearly grow')}, ${say.count(declining)} clearly shrink.`
        : null,
    ],
    facts: [
      growth,
      result('nextMonthRevenue', next?.value ?? null, {
        n: forecast.n,
        lo: next?.lo ?? null,
        hi: next?.hi ?? null,
        level: forecast.kind === 'forecast' ? forecast.level : null,
        method: forecast.kind === 'forecast' ? forecast.method : 'range',
        grade: 'B',
        warnings: forecast.warnings,
      }),
    ],
    list: [
      ...(forecast.kind === 'forecast'
        ? forecast.points.map(({ h, value, lo, hi }) =>
            entry(
              say.month(monthAhead(h)),
              `${say.moneyRounded(Math.round(value))} expected${running && h === 1 ? ` (${say.moneyRounded(running.sold)} is sold)` : ''}, ${say.moneyRounded(Math.round(lo))} to ${say.moneyRounded(Math.round(hi))}.`,
            ),
          )
        : []),
      ...movingProducts(windows ? productMovement(db, analysis, windows) : [], windows?.months ?? 0, say),
    ],
    cannotKnow: [
      windows?.maybeSeasonal ? 'What is season and what is change: that takes two years of sales.' : null,
      'What happens outside your books: prices, competitors and the weather are not in the sales.',
    ],
    next: [
      'Import newer sales every month: each makes the forecast and the list of changes better.',
      protectedCount > 0
        ? 'Speak with the customers of high value who buy less: the matrix has them under Protect.'
        : null,
    ],
  });
};

/** The products whose revenue changed most, up and down. */
const movingProducts = (
  products: ReturnType<typeof productMovement>,
  months: number,
  say: Asked['say'],
): QuestionEntry[] => {
  const words = (before: number, after: number): string =>
    `${say.moneyRounded(after)} in the last ${months} months, ${say.moneyRounded(before)} in the ${months} before.`;
  const up = products.filter(({ before, after }) => after > before).slice(0, PRODUCTS_EACH_WAY);
  const down = products.filter(({ before, after }) => after < before).slice(0, PRODUCTS_EACH_WAY);
  return [
    ...up.map(({ product, before, after }) => entry(product, `Sells more: ${words(before, after)}`)),
    ...down.map(({ product, before, after }) => entry(product, `Sells less: ${words(before, after)}`)),
  ];
};
