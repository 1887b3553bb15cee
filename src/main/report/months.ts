import { addDays } from '../../shared/model/day.ts';
import type { ReviewContent } from '../../shared/model/review.ts';
import type { Band } from './band.ts';
import type { Formats } from './format.ts';
import { section } from './furniture.ts';
import { html, NOTHING } from './html.ts';
import { linesFor } from './measure.ts';
import { TITLE, TYPE } from './sheet.ts';
import { type MonthBar, monthsChart } from './svg/months.ts';

const PX_PER_PT = 4 / 3;
const PAST = 13;
const CAPTION_AIR = 4;
const MOST_LINES = 4;

type Words = Pick<ReviewContent, 'months' | 'outlook' | 'asOf'>;

/** The last 13 months and those ahead; the month that is not over holds what is sold and what is expected in all. */
export const monthBars = ({ months, outlook }: Words): readonly MonthBar[] => {
  const ahead = outlook && 'ahead' in outlook ? outlook.ahead : [];
  const [begins] = ahead;
  const past = months.filter(({ month }) => begins === undefined || month < begins.month).slice(-PAST);
  const soldIn = new Map(months.map(({ month, revenue }) => [month, revenue as number]));
  return [
    ...past.map(({ month, revenue }) => ({ month, sold: revenue, expected: null, lo: null, hi: null })),
    ...ahead.map(({ month, revenue, lo, hi }) => ({
      month,
      sold: soldIn.get(month) ?? 0,
      expected: revenue,
      lo,
      hi,
    })),
  ];
};

/** "Dec 2025 is likely to bring …", or the strongest month where nothing is told ahead, and why in the caption. */
const titleOf = ({ months, outlook }: Words, formats: Formats): string => {
  if (outlook && 'ahead' in outlook) return outlook.finding;
  const shown = months.slice(-PAST);
  const best = shown.reduce((a, b) => (b.revenue > a.revenue ? b : a), shown[0]!);
  return `${formats.month(best.month)} was the strongest month, with ${formats.moneyRounded(best.revenue)}.`;
};

const captionOf = ({ outlook, months, asOf }: Words, formats: Formats): string => {
  const isOver = addDays(asOf, 1).slice(0, 7) !== asOf.slice(0, 7);
  const unfinished =
    !isOver && months.at(-1)?.month === asOf.slice(0, 7)
      ? ` The last month sold is up to ${formats.day(asOf)}.`
      : '';
  if (outlook === null) return `Revenue by month.${unfinished}`;
  return 'ahead' in outlook
    ? `Dark: sold. White: expected in all. ${outlook.horizon}${unfinished}`
    : `Revenue by month.${unfinished} ${outlook.reason}`;
};

/** Revenue by month with what is expected and its range; null where no month is known. Height in pt. */
export const monthsBand = (
  words: Words,
  width: number,
  chartHeight: number,
  formats: Formats,
): Band | null => {
  const bars = monthBars(words);
  if (bars.length === 0) return null;
  const [title, caption] = [titleOf(words, formats), captionOf(words, formats)];
  const lines = linesFor(caption, TYPE.small, width, MOST_LINES);
  const titleLines = linesFor(title, TYPE.title, width, 2, 'bold');
  const chart = monthsChart(
    bars,
    Math.floor(width * PX_PER_PT),
    Math.floor(chartHeight * PX_PER_PT),
    title,
    formats,
  );
  return {
    markup: section(
      'band',
      title,
      null,
      html`<figure>${chart}${caption === '' ? NOTHING : html`<figcaption class="lines-${lines}">${caption}</figcaption>`}</figure>`,
    ),
    height: TITLE + (titleLines - 1) * TYPE.titleLine + chartHeight + CAPTION_AIR + lines * TYPE.smallLine,
  };
};
