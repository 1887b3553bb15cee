import { Text } from '@mantine/core';
import { type Metric, metrics } from '../../shared/metrics/index.ts';
import type { Result } from '../../shared/model/result.ts';
import { Figure } from './figure.tsx';
import classes from './figure-row.module.css';

const known: Readonly<Record<string, Metric>> = metrics;

type Props = { readonly figures: readonly Result[]; readonly note?: string };

/** A few key figures side by side, each under its title. */
export const FigureRow = ({ figures, note }: Props) => (
  <div>
    <div className={classes.row}>
      {figures.map((result) => (
        <div key={result.metric} className={classes.cell}>
          <Text size="xs" c="dimmed">
            {known[result.metric]?.title ?? result.metric}
          </Text>
          <div className={classes.value}>
            <Figure result={result} headline />
          </div>
        </div>
      ))}
    </div>
    {note !== undefined && (
      <Text size="xs" c="dimmed" mt={4}>
        {note}
      </Text>
    )}
  </div>
);
