import type { ChartConfiguration, ChartType } from 'chart.js';
import { useEffect, useRef } from 'react';
import classes from './charts.module.css';
import { Chart } from './registered.ts';
import { type ChartTheme, useChartTheme } from './theme.ts';

type Props<T extends ChartType> = {
  /** what the picture says, for those who do not see it */
  readonly label: string;
  readonly height: number;
  /** must be stable (useCallback) while nothing changes: a new function draws a new chart */
  readonly build: (theme: ChartTheme) => ChartConfiguration<T>;
};

/** A Chart.js chart that follows its box, the colour scheme and the page's font, without animation. */
export const ChartCanvas = <T extends ChartType>({ label, height, build }: Props<T>) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useChartTheme();

  useEffect(() => {
    if (!canvas.current) return;
    const config = build(theme);
    const chart = new Chart(canvas.current, {
      ...config,
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        font: { family: theme.font, size: 12 },
        color: theme.text,
        ...config.options,
      },
    } as ChartConfiguration);
    return () => chart.destroy();
  }, [build, theme]);

  return (
    <div className={classes.canvas} style={{ height }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
};
