import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { foreignText } from '../../../shared/foreign-text.ts';
import { api } from '../../client/api.ts';
import { usePortfolioChanged } from '../../client/portfolio-changed.ts';
import { Failure } from '../../ui/states/failure.tsx';

const moment = (ms: number): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);

/** For an owner who changed the file with another program: what differs first, then whether it is right as it is. */
export const ForeignChanges = ({ path }: { readonly path: string }): ReactElement => {
  const changed = usePortfolioChanged();
  const navigate = useNavigate();
  const look = useMutation(api.portfolio.differences.mutationOptions());
  const accept = useMutation(
    api.portfolio.accept.mutationOptions({
      onSuccess: ({ portfolio }) => {
        changed(portfolio);
        void navigate('/overview');
      },
    }),
  );
  const found = look.data;
  return (
    <Stack component="section" gap="xs" aria-labelledby="foreign" align="flex-start">
      <Title order={2} id="foreign">
        Did you change this file with another program?
      </Title>
      {found ? (
        <Stack gap="xs" role="status">
          <List size="sm" spacing={2}>
            {foreignText(found, moment).map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
          {found.obstacles.length > 0 ? (
            <Alert color="yellow" py="xs">
              It cannot be accepted: {found.obstacles.join('; ')}. Restore a safety copy.
            </Alert>
          ) : (
            <Group gap="xs">
              <Button
                size="xs"
                variant="default"
                loading={accept.isPending}
                onClick={() => accept.mutate({ path })}
              >
                It is right: accept the file as it is
              </Button>
              <Text size="sm" c="dimmed">
                Only if every change in the list is yours. It is recorded in the portfolio.
              </Text>
            </Group>
          )}
        </Stack>
      ) : (
        <Button size="xs" variant="default" loading={look.isPending} onClick={() => look.mutate({ path })}>
          Show what differs
        </Button>
      )}
      {look.error ? <Failure error={look.error} /> : null}
      {accept.error ? <Failure error={accept.error} /> : null}
    </Stack>
  );
};
