import type { Writable } from '../../src/main/database/connection.ts';
import { listActions } from '../../src/main/portfolio/actions/actions.ts';
import { readReview } from '../../src/main/portfolio/analysis/saved-reviews.ts';
import { readOverview } from '../../src/main/portfolio/overview/overview.ts';
import { readQuestions } from '../../src/main/portfolio/questions/questions.ts';
import { makeReview } from '../../src/main/portfolio/reviews/reviews.ts';
import type { IsoDay } from '../../src/shared/model/day.ts';

/** Every sentence that overview, questions, actions and review say of a portfolio; a person's or product's name stands before its own. */
export const saidOf = (db: Writable, today: IsoDay): string[] => {
  const overview = readOverview(db, today);
  const { questions } = readQuestions(db);
  const actions = listActions(db, { offset: 0, limit: 1000 });
  const made = makeReview(db, { ownersCopy: true, paper: 'A4' }, today);
  const review = readReview(db, made.id).content;
  const named = ({ name, reason }: { readonly name: string; readonly reason: string }): string =>
    `${name}: ${reason}`;
  return [
    ...('headlines' in overview
      ? [
          ...overview.headlines,
          ...overview.warnings,
          overview.freshness,
          ...overview.monday.map(({ customer, reason }) => named({ name: customer.name, reason })),
        ]
      : []),
    ...questions.flatMap(({ answer, list, next, cannotKnow }) => [
      answer,
      ...list.map(({ name, why }) => named({ name, reason: why })),
      ...next,
      ...cannotKnow,
    ]),
    ...actions.rows.map(named),
    ...review.headlines,
    ...review.warnings,
    ...review.mostAtRisk.map(named),
    ...review.mostValuable.map(({ name, revenue12m, share }) => `${name}: ${revenue12m} ${share.toFixed(6)}`),
  ];
};
