import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../client/api.ts';
import { usePortfolioChanged } from '../../client/portfolio-changed.ts';
import { Failure } from '../../ui/states/failure.tsx';

const moment = (ms: number): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);

type Props = { readonly path: string };

/** What can be done about a portfolio that does not open: the newest sound copy is offered, nothing is deleted. */
export const Recovery = ({ path }: Props): ReactElement | null => {
  const changed = usePortfolioChanged();
  const navigate = useNavigate();
  const list = useQuery(api.copies.list.queryOptions({ input: { portfolio: path } }));
  const restore = useMutation(
    api.copies.restore.mutationOptions({
      onSuccess: ({ portfolio }) => {
        changed(portfolio);
        void navigate('/overview');
      },
    }),
  );
  const copy = list.data?.copies.find(({ name }) => name === list.data.newestSound);
  if (!copy) return null;
  return (
    <Alert title="There is a sound copy" color="blue">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          It was made on {moment(copy.madeAt)}. Restoring it keeps the file that does not open, under another
          name.
        </Text>
        <Button
          size="xs"
          loading={restore.isPending}
          onClick={() => restore.mutate({ portfolio: path, copy: copy.name })}
        >
          Restore this copy
        </Button>
        {restore.error ? <Failure error={restore.error} /> : null}
      </Stack>
    </Alert>
  );
};
