import { Accordion, Anchor, Button, Paper, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Question } from '../../../shared/model/question.ts';
import { Figure } from '../../ui/figures/figure.tsx';
import { titleOf } from '../../ui/figures/metric-of.ts';
import { gapsTitle, listTitle, wayFrom } from './model.ts';
import classes from './questions.module.css';

type Props = { readonly question: Question; readonly hasCustomers: boolean };

/** One question: the answer first, the figures it is based on, what to do; folded below whom it names and what is missing. */
export const QuestionCard = ({ question, hasCustomers }: Props) => {
  const { n, list, cannotKnow } = question;
  const titleId = `question-${n}`;
  const way = wayFrom(question, hasCustomers);
  return (
    <Paper withBorder p="md" component="article" className={classes.card} aria-labelledby={titleId}>
      <div className={classes.head}>
        <span className={classes.number} aria-hidden="true">
          {n}
        </span>
        <Title order={2} id={titleId}>
          {question.question}
        </Title>
      </div>
      <Text>{question.answer}</Text>
      {question.facts.length > 0 && (
        <dl className={classes.facts}>
          {question.facts.map(({ metric, result }) => (
            <div key={metric}>
              <Text component="dt" size="xs" c="dimmed">
                {titleOf(metric, result.method)}
              </Text>
              <dd>
                <Figure result={result} headline />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {question.next.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            What to do
          </Text>
          <ul className={classes.next}>
            {question.next.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
          {way && (
            <Anchor component={Link} to={way.to} size="sm" underline="always">
              {way.label}
            </Anchor>
          )}
        </div>
      )}
      <Accordion multiple order={3} className={classes.folds}>
        {list.length > 0 && (
          <Accordion.Item value="list">
            <Accordion.Control>{listTitle(list)}</Accordion.Control>
            <Accordion.Panel>
              <Entries list={list} />
            </Accordion.Panel>
          </Accordion.Item>
        )}
        {cannotKnow.length > 0 && (
          <Accordion.Item value="gaps">
            <Accordion.Control>{gapsTitle(cannotKnow)}</Accordion.Control>
            <Accordion.Panel>
              <ul className={classes.gaps}>
                {cannotKnow.map((gap) => (
                  <li key={gap}>{gap}</li>
                ))}
              </ul>
              <Button component={Link} to="/import" size="xs" variant="default">
                Import more data
              </Button>
            </Accordion.Panel>
          </Accordion.Item>
        )}
      </Accordion>
    </Paper>
  );
};

const Entries = ({ list }: { readonly list: Question['list'] }) => (
  <ul className={classes.entries}>
    {list.map(({ name, why, customer }) => (
      <li key={`${customer} ${name} ${why}`}>
        {customer === null ? (
          <strong>{name}</strong>
        ) : (
          <Anchor component={Link} to={`/customers/${customer}`} fw={600} inherit>
            {name}
          </Anchor>
        )}
        <br />
        {why}
      </li>
    ))}
  </ul>
);
