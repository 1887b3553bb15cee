import type { Overview } from '../../../shared/model/overview.ts';
import type { Format } from '../text/format-core.ts';

export type MonthBars = {
  readonly labels: readonly string[];
  readonly identified: readonly number[];
  readonly anonymous: readonly number[];
  readonly hasAnonymous: boolean;
  readonly best: number | null;
  readonly title: string;
  /** a sentence under the chart when the last month is not over */
  readonly note: string | null;
};

const LONGEST = 36;

/** The place of the largest value; the earliest of equal ones; null where nothing is above zero. */
export const placeOfMost = (values: readonly number[]): number | null => {
  let best: number | null = null;
  values.forEach((value, i) => {
    if (value > 0 && (best === null || value > (values[best] ?? 0))) best = i;
  });
  return best;
};

/** Whether `day` is the last of its month. */
const endsMonth = (day: string): boolean => {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
};

export const monthBars = (
  months: Overview['months'],
  asOf: string,
  format: Pick<Format, 'month' | 'money' | 'day'>,
): MonthBars => {
  const shown = months.slice(-LONGEST);
  const total = shown.map((m) => m.identified + m.anonymous);
  // where none carries a customer, or all do, there is nothing to tell apart
  const bothKinds = shown.some((m) => m.anonymous !== 0) && shown.some((m) => m.identified !== 0);
  const best = placeOfMost(total);
  const bestMonth = best === null ? undefined : shown[best];
  const unfinished = shown.at(-1)?.month === asOf.slice(0, 7) && !endsMonth(asOf);
  return {
    labels: shown.map((m) => format.month(m.month)),
    identified: bothKinds ? shown.map((m) => m.identified) : total,
    anonymous: shown.map((m) => m.anonymous),
    hasAnonymous: bothKinds,
    best,
    title:
      bestMonth === undefined
        ? 'No month has revenue above zero'
        : shown.length === 1
          ? `${format.month(bestMonth.month)} brought ${format.money(total[best ?? 0] ?? 0, { headline: true })}`
          : `${format.month(bestMonth.month)} was the strongest month, with ${format.money(total[best ?? 0] ?? 0, { headline: true })}`,
    note: unfinished ? `The last month holds sales up to ${format.day(asOf)} only.` : null,
  };
};
