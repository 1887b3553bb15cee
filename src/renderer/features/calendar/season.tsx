import { Text, Title } from '@mantine/core';
import type { OwnersCalendar } from '../../../shared/model/calendar-mark.ts';
import { useFormat } from '../../ui/text/format.ts';
import classes from './calendar.module.css';

const HEIGHT = 48;
const MONTHS = Array.from({ length: 12 }, (_, k) => `2023-${String(k + 1).padStart(2, '0')}`);

/** How busy the weeks of the year are, around the line of an average week. */
export const Season = ({ calendar }: { readonly calendar: OwnersCalendar }) => {
  const format = useFormat();
  const { season, everyYear } = calendar;
  return (
    <section aria-labelledby="season">
      <Title order={2} size="lg" id="season" mb={4}>
        {season.sentence}
      </Title>
      <Text size="sm" c="dimmed" mb={8}>
        {season.weeks
          ? 'By all sales; forecasts by month follow it. Usual gaps, silence and risk follow the season of those you know, so that a quiet summer makes nobody late.'
          : 'Usual gaps, silence and risk count every week alike.'}
      </Text>
      {season.weeks && (
        <figure className={classes.timeline} role="img" aria-label={season.sentence}>
          <SeasonBars weeks={season.weeks} />
          <div className={classes.years} aria-hidden="true">
            {MONTHS.map((month, k) => (
              <span key={month} style={{ left: `${(100 * k) / MONTHS.length}%` }}>
                {format.monthShort(month)}
              </span>
            ))}
          </div>
        </figure>
      )}
      {everyYear.map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
    </section>
  );
};

const SeasonBars = ({ weeks }: { readonly weeks: readonly number[] }) => {
  const most = Math.max(...weeks);
  const yOf = (weight: number): number => HEIGHT - (HEIGHT * weight) / most;
  return (
    <svg
      className={classes.bars}
      viewBox={`0 0 ${weeks.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {weeks.map((weight, week) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place in the year
          key={week}
          x={week + 0.08}
          width={0.84}
          y={yOf(weight)}
          height={HEIGHT - yOf(weight)}
        />
      ))}
      <line
        className={classes.average}
        x1={0}
        x2={weeks.length}
        y1={yOf(1)}
        y2={yOf(1)}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
};
