import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import type { MatrixPoint } from '../../../../shared/model/matrix.ts';
import { useFormat } from '../../text/format.ts';
import { useChartTheme } from '../theme.ts';
import type { Arrow } from './arrows.ts';
import { type Cloud, hoverGrid, nearest } from './cloud.ts';
import { ThresholdLines } from './lines.tsx';
import { radiusOf, sizesFor } from './look.ts';
import classes from './matrix.module.css';
import { growthText, type Lines } from './model.ts';
import { PointTip } from './point-tip.tsx';
import { useMatrixChart } from './use-chart.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

type Props = {
  readonly cloud: Cloud;
  readonly subject: 'segments' | 'customers';
  readonly lines: Lines;
  readonly height: number;
  readonly label: string;
  readonly compact?: boolean;
  /** the colour place of the one segment to bring out */
  readonly only?: number | null;
  /** ways since an earlier day, of segments */
  readonly arrows?: readonly Arrow[];
  readonly onOpen: (point: MatrixPoint) => void;
  readonly onMove?: (lines: Lines) => void;
  readonly onDone?: () => void;
};

const NO_ARROWS: readonly Arrow[] = [];

/** The value-versus-growth picture: bubbles, movable lines, what lies under the pointer. */
export const MatrixChart = ({
  cloud,
  subject,
  lines,
  height,
  label,
  compact = false,
  only = null,
  arrows = NO_ARROWS,
  onOpen,
  onMove,
  onDone,
}: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pressed = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const theme = useChartTheme();
  const format = useFormat();
  const n = cloud.x.length;
  const sizes = useMemo(() => sizesFor(subject, n, compact), [subject, n, compact]);
  const grid = useMemo(() => hoverGrid(cloud), [cloud]);
  const { plot, chart } = useMatrixChart({
    canvas,
    cloud,
    subject,
    sizes,
    only,
    compact,
    theme,
    format,
    arrows,
  });
  const shown = at !== null && at < n ? at : null;
  const point = shown === null ? undefined : cloud.points[shown];

  const under = (event: PointerEvent<HTMLDivElement>): number | null => {
    if (!plot) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left - plot.left, event.clientY - box.top - plot.top];
    if (px < 0 || py < 0 || px > plot.width || py > plot.height) return null;
    const perPixel = { x: (plot.xMax - plot.xMin) / plot.width, y: (plot.yMax - plot.yMin) / plot.height };
    const where = { x: plot.xMin + px * perPixel.x, y: plot.yMax - py * perPixel.y };
    return nearest(grid, where, perPixel, 8, (i) => radiusOf(sizes, cloud.weight[i] ?? 0), sizes.largest);
  };

  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || n === 0) return;
    const move = { ArrowRight: -1, ArrowDown: -1, ArrowLeft: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[
      event.key
    ];
    if (move !== undefined) {
      event.preventDefault();
      setAt((i) => Math.min(n - 1, Math.max(0, (i ?? n) + move)));
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      setAt(event.key === 'Home' ? n - 1 : 0);
    } else if (event.key === 'Enter' && point) {
      event.preventDefault();
      onOpen(point);
    } else if (event.key === 'Escape') setAt(null);
  };

  return (
    <div
      className={classes.chart}
      style={{ height }}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys go from bubble to bubble
      tabIndex={0}
      aria-label={`${label} Arrow keys go from bubble to bubble, the largest first; Enter opens one.`}
      data-over={shown !== null || undefined}
      onPointerMove={(event) => setAt(event.buttons === 0 ? under(event) : null)}
      onPointerLeave={() => setAt(null)}
      onPointerDown={(event) => {
        pressed.current = { x: event.clientX, y: event.clientY };
      }}
      onClick={(event) => {
        const from = pressed.current;
        if (!from || Math.hypot(event.clientX - from.x, event.clientY - from.y) > 5) return;
        const hit = cloud.points[under(event as unknown as PointerEvent<HTMLDivElement>) ?? -1];
        if (hit) onOpen(hit);
      }}
      onKeyDown={press}
    >
      <canvas ref={canvas} role="img" aria-label={label} />
      {plot && (
        <>
          <ThresholdLines
            area={plot}
            scale={cloud.value}
            lines={lines}
            {...(onMove && { onMove })}
            {...(onDone && { onDone })}
          />
          {point && shown !== null && (
            <PointTip
              point={point}
              subject={subject}
              x={plot.left + (((cloud.x[shown] ?? 0) - plot.xMin) / (plot.xMax - plot.xMin)) * plot.width}
              y={plot.top + ((plot.yMax - (cloud.y[shown] ?? 0)) / (plot.yMax - plot.yMin)) * plot.height}
              radius={radiusOf(sizes, cloud.weight[shown] ?? 0)}
              area={plot}
            />
          )}
        </>
      )}
      {!compact && <ZoomButtons chart={chart} />}
      <VisuallyHidden aria-live="polite">
        {point && `${point.name}: ${format.money(point.value)}, ${growthText(point.growth, format)}`}
      </VisuallyHidden>
    </div>
  );
};
