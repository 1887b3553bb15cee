import type { OwnersCalendar } from '../../../shared/model/calendar-mark.ts';
import { useFormat } from '../../ui/text/format.ts';
import classes from './calendar.module.css';
import { KINDS, placeOn, yearsOf } from './model.ts';

const HEIGHT = 64;

/** The sales along time as small bars, and below them every mark where it lies. The list below says the same in words. */
export const Timeline = ({ calendar }: { readonly calendar: OwnersCalendar }) => {
  const format = useFormat();
  const { period, stretches, marks } = calendar;
  const most = Math.max(1, ...stretches.map(({ revenue }) => revenue));
  const shown = marks.filter(({ state }) => state !== 'rejected');
  const days = stretches[0] ? format.counted(daysIn(stretches[0]), 'day') : '';
  const said = `Sales from ${format.day(period.from)} to ${format.day(period.to)}, a bar for each ${days}, with ${format.counted(shown.length, 'mark')}.`;
  return (
    <figure className={classes.timeline}>
      <div role="img" aria-label={said}>
        <svg
          className={classes.bars}
          viewBox={`0 0 ${stretches.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {stretches.map(({ from, revenue }, k) => {
            const height = (HEIGHT * Math.max(0, revenue)) / most;
            return <rect key={from} x={k + 0.08} width={0.84} y={HEIGHT - height} height={height} />;
          })}
        </svg>
        <div className={classes.strip}>
          {shown.map((mark) => {
            const place = placeOn(calendar, mark);
            return (
              place && (
                <span
                  key={`${mark.kind} ${mark.from}`}
                  className={classes.mark}
                  data-kind={mark.kind}
                  data-open={mark.state === 'suggested' || undefined}
                  title={`${KINDS[mark.kind].title}: ${mark.sentence}`}
                  style={{ left: `${place.left}%`, width: `${place.width}%` }}
                />
              )
            );
          })}
        </div>
        <div className={classes.years}>
          {yearsOf(calendar).map((day) => (
            <span key={day} style={{ left: `${placeOn(calendar, { from: day, to: day })?.left ?? 0}%` }}>
              {day.slice(0, 4)}
            </span>
          ))}
        </div>
      </div>
      <figcaption className={classes.caption}>
        <span>{format.day(period.from)}</span>
        <span className={classes.key}>
          {(['closed', 'exceptional', 'campaign', 'prices'] as const)
            .filter((kind) => shown.some((mark) => mark.kind === kind))
            .map((kind) => (
              <span key={kind}>
                <span className={classes.swatch} data-kind={kind} aria-hidden="true" />
                {KINDS[kind].title}
              </span>
            ))}
        </span>
        <span>{format.day(period.to)}</span>
      </figcaption>
    </figure>
  );
};

const daysIn = ({ from, to }: OwnersCalendar['stretches'][number]): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
