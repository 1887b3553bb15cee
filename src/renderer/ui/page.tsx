import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

type Props = {
  readonly title: string;
  /** one sentence under the title */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A screen: its title, what can be done on it at the right, and its content. */
export const Page = ({ title, lead, actions, children }: Props): ReactElement => (
  <Stack gap="md" p="lg" maw={1320} mx="auto">
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Box>
        <Title order={1}>{title}</Title>
        {lead ? (
          <Text c="dimmed" maw={760}>
            {lead}
          </Text>
        ) : null}
      </Box>
      {actions ? (
        <Group gap="xs" wrap="nowrap">
          {actions}
        </Group>
      ) : null}
    </Group>
    {children}
  </Stack>
);
