import { AppShell, Button, Group, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../ui/icons.tsx';
import classes from './frame.module.css';

/** Around the first import, before there is a portfolio to show. */
export const BareFrame = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <AppShell header={{ height: 56 }} withBorder={false} transitionDuration={0}>
    <AppShell.Header className={classes.bar}>
      <Group h="100%" px="lg" gap="md">
        <Button
          component={Link}
          to="/"
          variant="subtle"
          size="compact-sm"
          leftSection={<Icon name="left" size={16} />}
        >
          Back to the start
        </Button>
        <Text fw={600}>Your first portfolio</Text>
        <Text size="sm" c="dimmed">
          Nothing is saved until you import.
        </Text>
      </Group>
    </AppShell.Header>
    <AppShell.Main>{children}</AppShell.Main>
  </AppShell>
);
