import { Alert, Button, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../client/api.ts';
import { bridge } from '../../client/bridge.ts';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import { usePortfolioChanged } from '../../client/portfolio-changed.ts';
import { portfolioPath } from '../../client/portfolio-path.ts';
import { Icon } from '../../ui/icons.tsx';
import { Failure } from '../../ui/states/failure.tsx';
import { cleanPath, recentRows } from './model.ts';
import { RecoveryCopies } from './recovery-copies.tsx';
import classes from './start.module.css';

type Props = { readonly onOpened?: () => void; readonly shown?: number };

const day = (ms: number): string => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(ms);

/** Portfolios seen lately, and a field for any other file. */
export const OpenList = ({ onOpened, shown = 8 }: Props): ReactElement => {
  const status = useQuery(api.portfolio.status.queryOptions());
  const current = useMaybePortfolio();
  const changed = usePortfolioChanged();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const open = useMutation(
    api.portfolio.open.mutationOptions({
      onSuccess: (answer) => {
        changed(answer.portfolio);
        onOpened?.();
        void navigate('/overview');
      },
    }),
  );
  const rows = recentRows(
    status.data?.recent ?? [],
    Date.now(),
    day,
    current ? portfolioPath(current) : null,
  ).slice(0, shown);
  const path = cleanPath(typed);
  const pick = bridge()?.pickPortfolio;
  return (
    <Stack gap="sm">
      {open.error ? <Failure error={open.error} /> : null}
      {open.error && open.variables ? <RecoveryCopies path={open.variables.path} /> : null}
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          No other portfolio was opened on this computer yet.
        </Text>
      ) : (
        <ul className={classes.recent}>
          {rows.map((row) => (
            <li key={row.path}>
              <UnstyledButton
                className={classes.recentRow}
                onClick={() => open.mutate({ path: row.path })}
                disabled={open.isPending}
                title={row.path}
              >
                <Icon name="file" size={16} />
                <span className={classes.recentName}>{row.name}</span>
                <span className={classes.recentWhen}>{row.when}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (path !== '') open.mutate({ path });
        }}
      >
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            size="sm"
            label="Another file"
            placeholder="Path of a .clientele file"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" size="sm" disabled={path === ''} loading={open.isPending}>
            Open
          </Button>
        </Group>
      </form>
      {pick ? (
        <Button
          variant="default"
          leftSection={<Icon name="folder" size={16} />}
          onClick={async () => {
            const chosen = await pick();
            if (chosen !== null) open.mutate({ path: chosen });
          }}
        >
          Choose a file…
        </Button>
      ) : null}
      {status.isError ? <Alert color="yellow">The list of portfolios could not be read.</Alert> : null}
    </Stack>
  );
};
