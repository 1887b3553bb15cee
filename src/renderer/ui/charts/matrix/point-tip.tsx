import { Text } from '@mantine/core';
import type { MatrixPoint } from '../../../../shared/model/matrix.ts';
import { useFormat } from '../../text/format.ts';
import classes from './matrix.module.css';
import { type Area, directionText, growthText, QUADRANT_TITLES } from './model.ts';

type Props = {
  readonly point: MatrixPoint;
  readonly subject: 'segments' | 'customers';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly area: Area;
};

const WIDTH = 250;

/** What lies under the pointer: name and both numbers with their ranges. */
export const PointTip = ({ point, subject, x, y, radius, area }: Props) => {
  const format = useFormat();
  const right = x + radius + 12 + WIDTH < area.left + area.width;
  const left = right ? x + radius + 12 : x - radius - 12 - WIDTH;
  const top = Math.min(Math.max(y - 20, area.top), area.top + area.height - 110);
  return (
    <>
      <span
        className={classes.ring}
        style={{ left: x - radius - 3, top: y - radius - 3, width: 2 * radius + 6, height: 2 * radius + 6 }}
        aria-hidden="true"
      />
      <div className={classes.tip} style={{ left: Math.max(0, left), top, width: WIDTH }} aria-hidden="true">
        <Text fw={600} size="sm" truncate>
          {point.name}
        </Text>
        <Text size="xs">
          {format.money(point.value, { headline: true })} in 12 months
          {subject === 'segments' && `, ${format.counted(point.customers, 'customer')}`}
        </Text>
        <Text size="xs">{growthText(point.growth, format)}</Text>
        <Text size="xs" c="dimmed">
          {[directionText(point.growth), point.quadrant && QUADRANT_TITLES[point.quadrant]]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
    </>
  );
};
