import { Button, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import classes from './charts.module.css';

type Props = {
  /** one finding, not a noun */
  readonly title: string;
  readonly order?: 2 | 3 | 4;
  readonly note?: ReactNode;
  readonly chart: ReactNode;
  /** the same figures as a table */
  readonly table: ReactNode;
  readonly actions?: ReactNode;
};

/** A chart under its finding, and the same figures as a table for keyboard, screen reader and doubt. */
export const ChartFigure = ({ title, order = 2, note, chart, table, actions }: Props) => {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm" mb={8}>
        <Title order={order} className={classes.title} id={id}>
          {title}
        </Title>
        <Group gap={4} wrap="nowrap">
          {actions}
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            fw={500}
            aria-pressed={asTable}
            onClick={() => setAsTable((on) => !on)}
          >
            {asTable ? 'Show the chart' : 'Show as table'}
          </Button>
        </Group>
      </Group>
      {asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className={classes.table} tabIndex={0} aria-label={`${title}, as a table`}>
          {table}
        </section>
      ) : (
        chart
      )}
      {note !== undefined && (
        <Text component="figcaption" size="xs" c="dimmed" mt={6}>
          {note}
        </Text>
      )}
    </figure>
  );
};
