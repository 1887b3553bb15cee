import { Alert, Anchor, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Overview } from '../../../shared/model/overview.ts';
import { api } from '../../client/api.ts';
import { MonthsChart } from '../../ui/charts/months-chart.tsx';
import { CalendarHint } from '../../ui/figures/calendar-hint.tsx';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { KeyFigures } from './key-figures.tsx';
import { MiniMatrix } from './mini-matrix.tsx';
import { Monday } from './monday.tsx';
import classes from './overview.module.css';
import { TillCharts, TillTop } from './till.tsx';
import { Week } from './week.tsx';

/** Where the owner starts: who to call, what is going on, and how fresh the data are. */
export const OverviewScreen = () => {
  const query = useQuery(api.overview.read.queryOptions());
  return (
    <Page title="Overview">
      <QueryState query={query}>
        {(overview) =>
          'reason' in overview ? <NotAvailableNotice missing={overview} /> : <Body overview={overview} />
        }
      </QueryState>
    </Page>
  );
};

const Body = ({ overview }: { readonly overview: Overview }) => (
  <>
    <CalendarHint />
    {overview.warnings.map((warning) => (
      <Alert key={warning} color="yellow" variant="light" p="xs">
        {warning}
      </Alert>
    ))}
    {overview.till === null ? (
      <div className={classes.top}>
        <Monday names={overview.monday} note={overview.mondayNote} />
        <Headlines sentences={overview.headlines} freshness={overview.freshness} />
      </div>
    ) : (
      <TillTop till={overview.till} />
    )}
    <Week groups={overview.actions} />
    <KeyFigures figures={overview.figures} />
    {overview.till !== null && <TillCharts till={overview.till} />}
    <div className={classes.charts}>
      <Paper withBorder p="md">
        <MonthsChart months={overview.months} asOf={overview.asOf} height={230} />
      </Paper>
      {overview.till === null ? (
        <Paper withBorder p="md">
          <MiniMatrix matrix={overview.matrix} />
        </Paper>
      ) : (
        <Headlines sentences={overview.headlines} freshness={overview.freshness} />
      )}
    </div>
  </>
);

type HeadlinesProps = { readonly sentences: readonly string[]; readonly freshness: string };

const Headlines = ({ sentences, freshness }: HeadlinesProps) => (
  <Paper withBorder p="md" component="section" aria-labelledby="headlines" className={classes.headlinesCard}>
    <Title order={2} size="lg" id="headlines" mb="xs">
      What stands out
    </Title>
    <ul className={classes.headlines}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
    <Text size="sm" c="dimmed" className={classes.freshness}>
      {freshness}{' '}
      <Anchor component={Link} to="/import" size="sm" underline="always">
        Import newer sales
      </Anchor>
    </Text>
  </Paper>
);
