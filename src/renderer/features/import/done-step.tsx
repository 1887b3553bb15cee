import { Alert, Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { KIND_WORDS } from '../../../shared/model/import-kind.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import { CountsHint } from '../../ui/figures/counts-hint.tsx';
import { Icon } from '../../ui/icons.tsx';
import { createFormat } from '../../ui/text/format-core.ts';
import classes from './import.module.css';
import type { Studio } from './model.ts';
import { resultSentences } from './result-text.ts';
import { UndoImport } from './undo-import.tsx';

type Props = {
  readonly studio: Extract<Studio, { readonly step: 'done' }>;
  readonly onIssues: (batch: number) => void;
  readonly onAnother: () => void;
};

/** What was done, how to take it back, and where to go from here. */
export const DoneStep = ({ studio, onIssues, onAnother }: Props): ReactElement => {
  const portfolio = usePortfolio();
  const { result } = studio;
  const f = createFormat(portfolio.settings.locale, result.revenue.currency);
  const [first, ...more] = resultSentences(result, f);
  const { batch } = result;
  const toSegments = portfolio.orders > 0 && !portfolio.tillMode && !portfolio.stepsDone.includes('segments');
  return (
    <section className={classes.card} aria-label="Result of the import">
      <Stack gap="sm">
        <Group gap="xs" wrap="nowrap" role="status">
          <Icon name="check" size={22} />
          <Title order={2}>{first}</Title>
        </Group>
        <Text>
          {result.source.kind === 'orders'
            ? f.money(result.revenue.minor)
            : KIND_WORDS[result.source.kind].title}
          {result.period ? ` from ${f.day(result.period.from)} to ${f.day(result.period.to)}` : ''}. File:{' '}
          {studio.fileName}
        </Text>
        {studio.tooLate ? (
          <Alert color="yellow" icon={<Icon name="warning" />} py="xs">
            The import was finished already when you cancelled. Undo it if you do not want it.
          </Alert>
        ) : null}
        {more.length > 0 ? (
          <List size="sm" spacing={2}>
            {more.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        ) : null}
        {result.source.kind === 'orders' ? <CountsHint /> : null}
        <Group gap="xs" mt="xs">
          <Button
            component={Link}
            to={toSegments ? '/portfolio/segments' : '/overview'}
            rightSection={<Icon name="right" size={16} />}
          >
            {toSegments ? 'Go on to your segments' : 'See the overview'}
          </Button>
          {toSegments ? (
            <Button component={Link} to="/overview" variant="default">
              See the overview
            </Button>
          ) : null}
          <Button variant="default" onClick={onAnother}>
            Import another file
          </Button>
          {batch === null ? null : <UndoImport batch={batch} name={studio.fileName} onUndone={onAnother} />}
          {batch !== null && result.issues.count > 0 ? (
            <Anchor component="button" type="button" size="sm" onClick={() => onIssues(batch)}>
              Check the {f.counted(result.issues.count, 'problem')}
            </Anchor>
          ) : null}
        </Group>
      </Stack>
    </section>
  );
};
