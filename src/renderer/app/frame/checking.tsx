import { AppShell, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './frame.module.css';

/** The frame of a portfolio that is being looked through: nothing of it is shown before it is known to be sound. */
export const Checking = ({ file }: { readonly file: string }): ReactElement => (
  <AppShell
    layout="alt"
    header={{ height: 56 }}
    navbar={{ width: 188, breakpoint: 0 }}
    withBorder={false}
    transitionDuration={0}
  >
    <AppShell.Header className={classes.bar}>
      <Stack h="100%" px="lg" justify="center" gap={0}>
        <Text fw={600} truncate>
          {file.replace(/\.clientele$/, '')}
        </Text>
        <Text size="xs" c="dimmed" role="status">
          Checking the file … its figures follow when it is known to be as it was saved.
        </Text>
      </Stack>
    </AppShell.Header>
    <AppShell.Navbar className={classes.rail} />
    <AppShell.Main>
      <Stack p="lg" gap="sm" aria-hidden="true">
        <Skeleton height={20} width="40%" animate={false} />
        <Skeleton height={14} width="80%" animate={false} />
        <Skeleton height={14} width="64%" animate={false} />
      </Stack>
    </AppShell.Main>
  </AppShell>
);
