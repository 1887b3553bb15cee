import type { Till } from '../../../shared/model/overview.ts';
import type { QuestionEntry } from '../../../shared/model/question.ts';
import { result } from '../../analytics/estimate.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';
import { productMovement, salesWindows } from './product-movement.ts';
import { qualityFacts, salesQuality } from './sales-quality.ts';

/** What the sales say where hardly any of them carries a customer: days, hours and products instead of names. */
export type TillAsked = Asked & { readonly till: Till };

const NOBODY = 'Who they are: too few sales carry a customer.';

const coverageFact = ({ totals }: Analysis) =>
  result('coverage', totals.coverage, { n: totals.orders, period: totals.period });

/** 1: not who, but when the money comes. */
export const bestDays = ({ till, analysis, say }: TillAsked): Answer => {
  const best = most(till.weekdays);
  return answerOf({
    answer: [
      `${say.shareRounded(analysis.totals.coverage ?? 0)} of the revenue carries a customer, too little to name anybody.`,
      best ? `Most comes in on ${say.weekday(best.weekday)}: ${say.moneyRounded(best.revenue)}.` : null,
    ],
    facts: [coverageFact(analysis)],
    list: weekdayEntries(till, say),
    cannotKnow: [NOBODY],
    next: till.howToBegin,
  });
};

/** 2: how the days and hours differ. */
export const dayProfiles = ({ till, analysis, say }: TillAsked): Answer => {
  const hour = most(till.hours);
  return answerOf({
    answer: [
      'Segments need customers; what can be told apart are hours and days.',
      hour
        ? `The strongest hour begins at ${clock(hour.hour)}, with ${say.moneyRounded(hour.revenue)}.`
        : 'The sales carry no time of day.',
    ],
    facts: [coverageFact(analysis)],
    list: till.hours.map(({ hour: h, revenue, orders }) =>
      entry(
        `${clock(h)} to ${clock((h + 1) % 24)}`,
        `${say.moneyRounded(revenue)} in ${say.counted(orders, 'order')}.`,
      ),
    ),
    cannotKnow: [NOBODY, 'What they need: nobody has been asked yet.'],
    next: till.howToBegin,
  });
};

/** 3, 5 and 7: it begins with knowing customers. */
export const beginKnowing =
  (what: string, missing: readonly string[]) =>
  ({ till, analysis }: TillAsked): Answer =>
    answerOf({
      answer: [what, 'It begins with knowing who buys.'],
      facts: [coverageFact(analysis)],
      cannotKnow: [...missing, NOBODY],
      next: till.howToBegin,
    });

/** 4: not who stays away, but what sells less. */
export const sellsLess = ({ db, analysis, say, till }: TillAsked): Answer => {
  const windows = salesWindows(analysis);
  const down = (windows ? productMovement(db, analysis, windows) : []).filter(
    ({ before, after }) => after < before,
  );
  const [first] = down;
  const months = windows?.months ?? 0;
  return answerOf({
    answer: [
      'Who stays away cannot be seen without customers.',
      first
        ? `What sells less can: ${first.product} brought ${say.moneyRounded(first.after)} in the last ${months} months, ${say.moneyRounded(first.before)} in the ${months} before.`
        : windows
          ? 'No product sells less than before.'
          : 'What sells less can be seen from 12 months of sales on.',
    ],
    facts: [coverageFact(analysis)],
    list: down
      .slice(0, 8)
      .map(({ product, before, after }) =>
        entry(
          product,
          `${say.moneyRounded(after)} in the last ${months} months, ${say.moneyRounded(before)} in the ${months} before.`,
        ),
      ),
    cannotKnow: [NOBODY],
    next: till.howToBegin,
  });
};

/** 8: revenue is thin where orders are small or come back. */
export const thinRevenue = ({ db, analysis, say, till }: TillAsked): Answer => {
  const quality = salesQuality(db, analysis.asOf);
  return answerOf({
    answer: [
      'Profit cannot be told without costs, nor by segment without customers.',
      quality.smallOrderShare !== null && quality.smallOrderRevenue !== null
        ? `${say.shareRounded(quality.smallOrderShare)} of the orders are small, below half of the average one, and bring ${say.shareRounded(quality.smallOrderRevenue)} of the revenue.`
        : null,
    ],
    facts: qualityFacts(quality, analysis),
    list: weekdayEntries(till, say),
    cannotKnow: ['What a product leaves: unit costs are missing.', NOBODY],
    next: ['Add unit costs of your products, even rough ones by category.'],
  });
};

/** 10: the quiet hours and days. */
export const quietTimes = ({ till, say }: TillAsked): Answer => {
  const open = till.weekdays.filter(({ orders }) => orders > 0);
  const quiet = open.length > 1 ? [...open].sort((a, b) => a.revenue - b.revenue)[0] : undefined;
  const total = open.reduce((sum, { revenue }) => sum + revenue, 0);
  return answerOf({
    answer: [
      'Gaps in what single customers buy cannot be seen without customers.',
      quiet && total > 0
        ? `The quietest open day is ${say.weekday(quiet.weekday)}, with ${say.shareRounded(Math.max(0, quiet.revenue) / total)} of the revenue.`
        : null,
    ],
    list: weekdayEntries(till, say),
    cannotKnow: [NOBODY, 'Which markets you do not reach at all: sales show only those who came.'],
    next: ['Try one offer on the quietest day for four weeks, and compare it with the four weeks before.'],
  });
};

const weekdayEntries = (till: Till, say: Asked['say']): QuestionEntry[] =>
  till.weekdays.map(({ weekday, revenue, orders }) =>
    entry(say.weekday(weekday), `${say.moneyRounded(revenue)} in ${say.counted(orders, 'order')}.`),
  );

const most = <T extends { readonly revenue: number }>(rows: readonly T[]): T | undefined =>
  [...rows].filter(({ revenue }) => revenue > 0).sort((a, b) => b.revenue - a.revenue)[0];

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
