import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { QuestionCard } from './card.tsx';
import classes from './questions.module.css';

/** The twelve questions every owner asks, each on one card from the owner's own sales. */
export const QuestionsScreen = () => {
  const query = useQuery(api.questions.read.queryOptions({ input: {} }));
  const { tillMode, period } = usePortfolio();
  return (
    <Page
      money
      title="Questions"
      lead="What every owner asks, answered from your own data. A dotted figure says how it is computed."
    >
      <QueryState query={query} what="Answering from your sales">
        {({ questions }) => (
          <div className={classes.cards}>
            {questions.map((question) => (
              <QuestionCard
                key={question.n}
                question={question}
                hasCustomers={period !== null && !tillMode}
              />
            ))}
          </div>
        )}
      </QueryState>
    </Page>
  );
};
