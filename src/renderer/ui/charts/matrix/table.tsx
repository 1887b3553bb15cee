import { Anchor } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { MatrixPoint, MatrixSubject } from '../../../../shared/model/matrix.ts';
import type { Segment } from '../../../../shared/model/segment.ts';
import { GapRow } from '../../gap-row.tsx';
import { useFormat } from '../../text/format.ts';
import classes from './matrix.module.css';
import { directionText, growthText, QUADRANT_TITLES } from './model.ts';

type Props = {
  readonly rows: readonly MatrixPoint[];
  readonly subject: MatrixSubject;
  readonly segments: ReadonlyMap<number, Segment>;
  readonly height: number;
  readonly onOpen: (point: MatrixPoint) => void;
};

const ROW = 32;

/** The same as the chart, in rows: for the keyboard, for a screen reader, and for reading exactly. */
export const MatrixTable = ({ rows, subject, segments, height, onOpen }: Props) => {
  const format = useFormat();
  const scroll = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section
      ref={scroll}
      className={classes.scroll}
      style={{ maxHeight: height }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label="The matrix as a table"
    >
      <table className={classes.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{subject === 'segments' ? 'Segment' : 'Customer'}</th>
            <th scope="col" className={classes.right}>
              12 months
            </th>
            <th scope="col">Growth</th>
            <th scope="col">Field</th>
            <th scope="col">{subject === 'segments' ? 'Customers' : 'Segment'}</th>
          </tr>
        </thead>
        <tbody>
          <GapRow height={before} columns={5} />
          {items.map((item) => {
            const point = rows[item.index];
            if (!point) return null;
            return (
              <tr key={item.key} aria-rowindex={item.index + 2}>
                <td>
                  <Anchor component="button" type="button" size="sm" onClick={() => onOpen(point)}>
                    {point.name}
                  </Anchor>
                </td>
                <td className={classes.right}>{format.money(point.value)}</td>
                <td title={directionText(point.growth)}>{growthText(point.growth, format)}</td>
                <td>
                  {point.quadrant === null ? directionText(point.growth) : QUADRANT_TITLES[point.quadrant]}
                </td>
                <td>
                  {subject === 'segments'
                    ? format.count(point.customers)
                    : (segments.get(point.segment ?? -1)?.name ?? 'Everyone else')}
                </td>
              </tr>
            );
          })}
          <GapRow height={after} columns={5} />
        </tbody>
      </table>
    </section>
  );
};
