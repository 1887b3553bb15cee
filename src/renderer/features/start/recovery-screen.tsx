import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Unopened } from '../../../shared/contract/portfolio.ts';
import { api } from '../../client/api.ts';
import { usePortfolioChanged } from '../../client/portfolio-changed.ts';
import { dialogs } from '../../ui/dialogs.ts';
import { Mark } from '../../ui/mark.tsx';
import { CopyDetails } from '../../ui/states/copy-details.tsx';
import { FilePath } from '../../ui/text/file-path.tsx';
import { ForeignChanges } from './foreign-changes.tsx';
import { RecoveryCopies } from './recovery-copies.tsx';
import { recoveryText } from './recovery-model.ts';
import classes from './start.module.css';

const day = (ms: number): string => new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(ms);

/** Instead of a portfolio that could not be opened: what happened, what is safe, what to do. It deletes nothing. */
export const RecoveryScreen = ({ unopened }: { readonly unopened: Unopened }): ReactElement => {
  const { path } = unopened;
  const queries = useQueryClient();
  const changed = usePortfolioChanged();
  const refresh = (): void => void queries.invalidateQueries();
  const again = useMutation(
    api.portfolio.open.mutationOptions({
      onSuccess: ({ portfolio }) => changed(portfolio),
      onError: refresh,
    }),
  );
  const leave = useMutation(api.portfolio.leaveUnopened.mutationOptions({ onSuccess: refresh }));
  const list = useQuery(api.copies.list.queryOptions({ input: { portfolio: path } }));
  const text = recoveryText(unopened, list.data?.copies ?? null, day);
  return (
    <main className={classes.page}>
      <Stack className={classes.recovery} gap="lg">
        <div className={classes.mark}>
          <Mark /> Clientele
        </div>
        <Title order={1}>{text.title}</Title>
        <dl className={classes.account}>
          <dt>What happened</dt>
          <dd>{text.happened}</dd>
          <dt>What is safe</dt>
          <dd>
            <span role="status">{text.safe}</span>
          </dd>
          <dt>What to do</dt>
          <dd>{text.next}</dd>
          <dt>The file</dt>
          <dd>
            <FilePath path={path} />
          </dd>
        </dl>
        <RecoveryCopies path={path} />
        {unopened.code === 'damaged' ? <ForeignChanges path={path} /> : null}
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            loading={again.isPending}
            onClick={() => again.mutate({ path })}
          >
            Try again
          </Button>
          <Button size="xs" variant="default" onClick={dialogs.open}>
            Open another portfolio…
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={leave.isPending}
            onClick={() => leave.mutate(undefined)}
          >
            Go to the start
          </Button>
        </Group>
        <CopyDetails />
        {again.isError ? (
          <Text size="sm" role="status">
            It was tried again just now, with the same outcome.
          </Text>
        ) : null}
      </Stack>
    </main>
  );
};
