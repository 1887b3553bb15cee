import { useMemo } from 'react';
import type { Overview } from '../../../shared/model/overview.ts';
import { useFormat } from '../text/format.ts';
import { type BarSeries, BarsChart, BarsTable } from './bars.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { ChartKey } from './key.tsx';
import { monthBars } from './month-bars.ts';

type Props = { readonly months: Overview['months']; readonly asOf: string; readonly height: number };

export const MonthsChart = ({ months, asOf, height }: Props) => {
  const format = useFormat();
  const bars = useMemo(() => monthBars(months, asOf, format), [months, asOf, format]);
  const series = useMemo<readonly BarSeries[]>(
    () => [
      { name: bars.hasAnonymous ? 'With a customer' : 'Revenue', values: bars.identified, look: 'solid' },
      ...(bars.hasAnonymous
        ? [{ name: 'Without a customer', values: bars.anonymous, look: 'hatched' as const }]
        : []),
    ],
    [bars],
  );
  const write = useMemo(
    () => (value: number) => format.money(Math.round(value), { headline: true }),
    [format],
  );
  const exact = useMemo(() => (value: number) => format.money(value), [format]);
  return (
    <ChartFigure
      title={bars.title}
      chart={
        <BarsChart
          label={`Revenue by month. ${bars.title}.`}
          height={height}
          labels={bars.labels}
          series={series}
          marked={bars.best}
          write={write}
        />
      }
      table={<BarsTable head="Month" labels={bars.labels} series={series} write={exact} />}
      note={
        <>
          {bars.hasAnonymous && <ChartKey entries={series} />}
          {bars.note}
        </>
      }
    />
  );
};
