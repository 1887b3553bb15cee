import { Box, Button, CloseButton, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { knownLocale } from '../../../shared/format.ts';
import { api } from '../../client/api.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import { dialogs } from '../../ui/dialogs.ts';
import { reminderSentence } from './model.ts';

/** One sentence where a copy elsewhere is due; put away, it stays away for a month. */
export const CopyReminder = (): ReactElement | null => {
  const { locale } = usePortfolio().settings;
  const queries = useQueryClient();
  const saved = useQuery(api.copies.saved.queryOptions());
  const putAway = useMutation(
    api.copies.putReminderAway.mutationOptions({
      onSuccess: (answer) => queries.setQueryData(api.copies.saved.queryKey(), answer),
    }),
  );
  const reminder = saved.data?.reminder;
  if (!reminder || putAway.isPending) return null;
  const day = (ms: number): string =>
    new Intl.DateTimeFormat(knownLocale(locale), { dateStyle: 'medium' }).format(ms);
  return (
    <Box px="lg" pt="xs" maw={1320} mx="auto">
      <Group component="section" gap="sm" wrap="nowrap" aria-label="A copy elsewhere">
        <Text size="sm" c="dimmed" flex={1}>
          {reminderSentence(reminder, day)}
        </Text>
        <Button size="compact-sm" variant="default" onClick={dialogs.saveCopy}>
          Save a copy…
        </Button>
        <CloseButton
          size="sm"
          aria-label="Put this reminder away for a month"
          title="Put this reminder away for a month"
          onClick={() => putAway.mutate(undefined)}
        />
      </Group>
    </Box>
  );
};
