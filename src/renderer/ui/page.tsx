import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

import { TaxNote } from './figures/tax-note.tsx';

type Props = {
  readonly title: string;
  /** one sentence under the title */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** whether it shows money: the note on tax is then shown once under the title */
  readonly money?: boolean;
  readonly children: ReactNode;
};

/** A screen: its title, what can be done on it at the right, and its content. */
export const Page = ({ title, lead, actions, money = false, children }: Props): ReactElement => (
  <Stack gap="md" p="lg" maw={1320} mx="auto">
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Box>
        <Title order={1}>{title}</Title>
        {lead ? (
          <Text c="dimmed" maw={760}>
            {lead}
          </Text>
        ) : null}
        {money ? <TaxNote /> : null}
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
