import { Stack, Text, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './settings.module.css';

type Props = { readonly title: string; readonly about?: string; readonly children: ReactNode };

export const Section = ({ title, about, children }: Props): ReactElement => (
  <section className={classes.section} aria-label={title}>
    <div>
      <Title order={2}>{title}</Title>
      {about ? (
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      ) : null}
    </div>
    <Stack gap="md">{children}</Stack>
  </section>
);
