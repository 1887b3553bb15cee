import { type MetricId, metrics } from '../../../shared/metrics/index.ts';
import { Explanation } from './explanation.tsx';
import classes from './figure.module.css';

type Props = { readonly metric: MetricId; readonly children: string };

/** Words over a column or a list that can be asked how the figures under them are made. */
export const Explained = ({ metric, children }: Props) => (
  <Explanation title={metrics[metric].title} metric={metrics[metric]}>
    <span className={classes.value}>{children}</span>
  </Explanation>
);
