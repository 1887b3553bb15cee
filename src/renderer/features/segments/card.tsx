import { Anchor, Group, Paper, Text, Title, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import type { Segment } from '../../../shared/model/segment.ts';
import { growthText } from '../../ui/charts/matrix/model.ts';
import { Swatch } from '../../ui/charts/matrix/swatch.tsx';
import { addressOfFilter } from '../../ui/customer-address.ts';
import { useFormat } from '../../ui/text/format.ts';
import classes from './segments.module.css';

type Props = {
  readonly segment: Segment;
  /** customers gained or lost against what is in force; null where nothing is compared */
  readonly difference: number | null;
  /** whether the segment exists already, so that its customers can be listed */
  readonly applied: boolean;
};

/** Who they are, what they are worth, how they buy, and what to do with them. */
export const SegmentCard = ({ segment, difference, applied }: Props) => {
  const format = useFormat();
  return (
    <Paper
      withBorder
      p="sm"
      component="article"
      className={classes.card}
      aria-labelledby={`segment-${segment.id}`}
    >
      <Group gap={8} wrap="nowrap" align="center">
        <Swatch colour={segment.colour} />
        <Title order={3} id={`segment-${segment.id}`}>
          {segment.name}
        </Title>
        {difference !== null && difference !== 0 && (
          <Text size="sm" fw={600} className={classes.difference}>
            {difference > 0 ? '+' : '−'}
            {format.count(Math.abs(difference))}
            <VisuallyHidden> customers against the segments in force</VisuallyHidden>
          </Text>
        )}
      </Group>
      <Text size="sm">{segment.rule}</Text>
      <div className={classes.worth}>
        <Text size="sm" fw={600}>
          {format.counted(segment.customers, 'customer')}
        </Text>
        <Text size="sm" fw={600} ta="right">
          {format.money(segment.revenue12m, { headline: true })} in 12 months
        </Text>
        <Bar label="customers" share={segment.customerShare} colour={segment.colour} />
        <Bar label="all revenue" share={segment.revenueShare12m ?? 0} colour={segment.colour} />
      </div>
      <Text size="sm" c="dimmed">
        {[
          segment.averageRevenue12m !== null &&
            `${format.money(segment.averageRevenue12m, { headline: true })} each`,
          segment.medianGapDays !== null && `back every ${format.days(segment.medianGapDays)}`,
          segment.growth.value !== null && `growth ${growthText(segment.growth, format)}`,
        ]
          .filter((s) => s !== false)
          .join(' · ')}
      </Text>
      {segment.examples.length > 0 && (
        <Text size="sm">
          {segment.examples.map((example, i) => (
            <span key={example.id}>
              {i > 0 && ', '}
              <Anchor component={Link} to={`/customers/${example.id}`} size="sm">
                {example.name}
              </Anchor>
            </span>
          ))}
          {applied && segment.customers > segment.examples.length && (
            <>
              {' and '}
              <Anchor component={Link} to={addressOfFilter({ segment: segment.id })} size="sm">
                {format.count(segment.customers - segment.examples.length)} more
              </Anchor>
            </>
          )}
        </Text>
      )}
      {segment.whatToDo !== '' && (
        <Text size="sm">
          <strong>What to do: </strong>
          {segment.whatToDo}
        </Text>
      )}
      {segment.advice.map((advice) => (
        <Text key={advice.code} size="xs" className={classes.advice}>
          {advice.sentence}
        </Text>
      ))}
    </Paper>
  );
};

type BarProps = { readonly label: string; readonly share: number; readonly colour: number };

const Bar = ({ label, share, colour }: BarProps) => {
  const format = useFormat();
  return (
    <div>
      <div className={classes.track} aria-hidden="true">
        <div
          style={{
            width: `${Math.min(100, Math.max(0, 100 * share))}%`,
            height: '100%',
            background: `var(--segment-${colour % 8})`,
          }}
        />
      </div>
      <Text size="xs" c="dimmed">
        {format.share(share)} of {label}
      </Text>
    </div>
  );
};
