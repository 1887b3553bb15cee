import { Text } from '@mantine/core';
import type { CustomerRow } from '../../../shared/model/customer.ts';
import { useFormat } from '../../ui/text/format.ts';
import classes from './page.module.css';
import { rhythmBar } from './rhythm.ts';

type Props = { readonly row: CustomerRow };

/** Silence against the usual gap, as one bar. */
export const RhythmView = ({ row }: Props) => {
  const format = useFormat();
  const bar = rhythmBar(row, format);
  if (bar === null) {
    return <Text size="sm">One purchase day only: there is no rhythm of their own to compare with yet.</Text>;
  }
  return (
    <div>
      <Text size="sm" mb={22}>
        {bar.sentence}
      </Text>
      <div className={classes.rhythm} role="img" aria-label={bar.sentence}>
        <div
          className={classes.silence}
          data-late={bar.late || undefined}
          style={{ width: `${bar.silence}%` }}
        />
        <div className={classes.tick} style={{ left: `${bar.usual}%` }}>
          <span>usual gap</span>
        </div>
        <div className={classes.tick} style={{ left: `${bar.risk}%` }}>
          <span>at risk from here</span>
        </div>
      </div>
    </div>
  );
};
