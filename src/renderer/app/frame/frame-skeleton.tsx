import { AppShell, Skeleton, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { Waiting } from '../../ui/states/waiting.tsx';
import classes from './frame.module.css';

/** The window's outline while the engine wakes up. */
export const FrameSkeleton = (): ReactElement => (
  <AppShell
    layout="alt"
    header={{ height: 56 }}
    navbar={{ width: 188, breakpoint: 0 }}
    withBorder={false}
    transitionDuration={0}
  >
    <AppShell.Header className={classes.bar} />
    <AppShell.Navbar className={classes.rail}>
      <Stack gap="xs" p="md" aria-hidden="true">
        {['a', 'b', 'c', 'd'].map((key) => (
          <Skeleton key={key} height={20} animate={false} />
        ))}
      </Stack>
    </AppShell.Navbar>
    <AppShell.Main>
      <Stack p="lg">
        <Waiting what="Opening" rows={8} />
      </Stack>
    </AppShell.Main>
  </AppShell>
);
