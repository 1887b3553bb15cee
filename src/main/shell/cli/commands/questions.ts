import { type Formats, formats } from '../../../../shared/format.ts';
import { growthTitle } from '../../../../shared/growth-title.ts';
import type { Metric } from '../../../../shared/metrics/index.ts';
import { metrics } from '../../../../shared/metrics/index.ts';
import type { Question } from '../../../../shared/model/question.ts';
import { readSettings } from '../../../database/settings.ts';
import { readQuestions } from '../../../portfolio/questions/questions.ts';
import type { Command } from '../command.ts';
import { readingPortfolio } from '../with-portfolio.ts';
import { dayOption } from './analyze.ts';

const known: Readonly<Record<string, Metric>> = metrics;

export const questionsCommand: Command = {
  usage: 'clientele questions --portfolio P [--as-of DAY] [--json]',
  positionals: [0, 0],
  options: { portfolio: { type: 'string' }, 'as-of': { type: 'string' } },
  run: async (_, values) =>
    readingPortfolio(values, (db) => {
      const { questions } = readQuestions(db, dayOption(values, 'as-of'));
      const { locale, currency } = readSettings(db);
      const say = formats(locale, currency ?? 'EUR');
      return { json: { questions }, text: questions.map((each) => written(each, say)).join('\n\n') };
    }),
};

const written = ({ n, question, answer, facts, list, cannotKnow, next }: Question, say: Formats): string =>
  [
    `${n}. ${question}`,
    answer,
    ...facts.map(
      ({ metric, result }) =>
        `   ${metric === 'portfolioGrowth' ? growthTitle(result) : (known[metric]?.title ?? metric)}: ${say.figure(result.unit, result.value) ?? ''}`,
    ),
    ...list.map(({ name, why }) => `   - ${name}: ${why}`),
    ...cannotKnow.map((sentence) => `   Not known: ${sentence}`),
    ...next.map((sentence) => `   Next: ${sentence}`),
  ].join('\n');
