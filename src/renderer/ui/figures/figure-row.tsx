import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Result } from '../../../shared/model/result.ts';
import { Figure } from './figure.tsx';
import classes from './figure-row.module.css';
import { titleOf } from './metric-of.ts';

export type KeyFigure = {
  readonly result: Result;
  /** the catalogue's title if left out */
  readonly title?: string;
  /** under the figure */
  readonly below?: ReactNode;
};

type Props = {
  readonly figures: readonly KeyFigure[];
  /** names the row where it is a region of its own */
  readonly label?: string;
  /** the least width of each figure, in pixels; as many as fit share a line */
  readonly narrowest?: number;
  /** exactly this many figures in a line */
  readonly columns?: number;
  /** short form: € 12.4k instead of every cent */
  readonly headline?: boolean;
  /** where the rows behind the figures are shown */
  readonly rows?: string;
  readonly note?: ReactNode;
};

/** A few key figures side by side, each under its title: one frame for all screens. */
export const FigureRow = ({
  figures,
  label,
  narrowest = 170,
  columns,
  headline = false,
  rows,
  note,
}: Props) => {
  const Box = label === undefined ? 'div' : 'section';
  const tracks =
    columns === undefined
      ? `repeat(auto-fit, minmax(${narrowest}px, 1fr))`
      : `repeat(${columns}, minmax(0, 1fr))`;
  return (
    <Box aria-label={label}>
      <div className={classes.row} style={{ gridTemplateColumns: tracks }}>
        {figures.map(({ result, title = titleOf(result.metric, result.method), below }) => (
          <div key={title} className={classes.cell}>
            <Text size="xs" c="dimmed" lh={1.3}>
              {title}
            </Text>
            <div className={classes.value} data-headline={headline || undefined}>
              <Figure result={result} headline={headline} {...(rows !== undefined && { rows })} />
            </div>
            {below}
          </div>
        ))}
      </div>
      {note}
    </Box>
  );
};

/** A remark under a row of figures. */
export const FigureNote = ({ children }: { readonly children: ReactNode }) => (
  <Text size="xs" c="dimmed" mt={4}>
    {children}
  </Text>
);
