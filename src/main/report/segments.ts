import type { Growth } from '../../shared/model/customer.ts';
import type { Segment } from '../../shared/model/segment.ts';
import type { Formats } from './format.ts';
import { name, section } from './furniture.ts';
import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { linesFor } from './measure.ts';
import { CELL_AIR, COLUMNS, lastColumn, TITLE, TYPE } from './sheet.ts';
import { shareBar } from './svg/bar.ts';

const MOST = 6;
const ROW_AIR = 5;
const HEAD = 15;
const BAR = { width: 52, height: 7 } as const;
/** Characters of an amount that the revenue column holds on a wide face. */
const AMOUNT = 14;

/** The segments the page shows, numbered as on the chart: the six that bring most, in the owner's order. */
export const shownSegments = (
  segments: readonly Segment[],
): readonly { readonly number: string; readonly segment: Segment }[] => {
  const largest = new Set(
    segments
      .toSorted((a, b) => b.revenue - a.revenue || a.id - b.id)
      .slice(0, MOST)
      .map((s) => s.id),
  );
  return segments.filter((s) => largest.has(s.id)).map((segment, i) => ({ number: String(i + 1), segment }));
};

const WORD: Readonly<Record<Growth['direction'], string>> = {
  rising: 'rising',
  declining: 'declining',
  unclear: 'unclear',
  'not-available': 'not known',
};

const growthCell = (growth: Growth, formats: Formats): Html => {
  const value = formats.figure('growth', growth.value);
  const [lo, hi] = [formats.figure('growth', growth.lo), formats.figure('growth', growth.hi)];
  const word = value === null ? WORD['not-available'] : WORD[growth.direction];
  return html`<div class="one">${value === null ? NOTHING : html`${value} `}${word}</div>${
    lo === null || hi === null ? NOTHING : html`<div class="quiet one">${lo} to ${hi}</div>`
  }`;
};

const row =
  (formats: Formats, write: (minor: number) => string) =>
  (shown: { readonly number: string; readonly segment: Segment }): Html => {
    const { number, segment } = shown;
    return html`<tr>
    <td class="rank">${number}</td>
    <th scope="row"><div class="rule"><b>${name(segment.name)}</b> <span class="quiet">${segment.rule}</span></div><div class="todo">${segment.whatToDo}</div></th>
    <td class="n"><div class="one">${formats.countShort(segment.customers)}</div><div class="quiet one">${formats.shareRounded(segment.customerShare)}</div></td>
    <td class="n"><div class="one">${write(segment.revenue)}</div><div class="bar-line">${shareBar(segment.revenueShare, BAR.width, BAR.height)}<span class="quiet">${formats.shareRounded(segment.revenueShare)}</span></div></td>
    <td>${growthCell(segment.growth, formats)}</td>
  </tr>`;
  };

const finding = (segments: readonly Segment[], formats: Formats): string => {
  const top = segments.toSorted((a, b) => b.revenueShare - a.revenueShare || a.id - b.id)[0];
  return top === undefined || top.revenueShare <= 0 || segments.length < 2
    ? 'Segments, and what to do with each'
    : `${formats.shareRounded(top.revenueShare)} of revenue comes from “${top.name}”, ${formats.shareRounded(top.customerShare)} of customers`;
};

/** How many lines a segment's name with its rule, and what to do with it, may take. */
export type Depth = { readonly rule: 1 | 2; readonly todo: 1 | 2 };

const LEAST_LINES = 2;

/** Height in pt of the section at that depth. */
export const segmentsHeight = (
  segments: readonly Segment[],
  note: string | null,
  depth: Depth,
  width: number,
  formats: Formats,
): number => {
  const shown = shownSegments(segments);
  if (shown.length === 0) return TITLE + 2 * TYPE.bodyLine;
  const { rank, count, money, growth } = COLUMNS.segments;
  const room = lastColumn(width, rank, count, money, growth) - CELL_AIR;
  const lines = shown.map(({ segment }) =>
    Math.max(
      LEAST_LINES,
      // The name is bold: a little more than its regular width.
      linesFor(`${segment.name} ${segment.name.slice(0, 3)}${segment.rule}`, TYPE.small, room, depth.rule) +
        linesFor(segment.whatToDo, TYPE.small, room, depth.todo),
    ),
  );
  const title = linesFor(finding(segments, formats), TYPE.title, width, 2, 'bold');
  return (
    TITLE +
    (title - 1) * TYPE.titleLine +
    (note === null ? 0 : TYPE.smallLine) +
    HEAD +
    lines.reduce((sum, n) => sum + n * TYPE.smallLine + ROW_AIR, 0) +
    (segments.length > MOST ? TYPE.smallLine + 4 : 0)
  );
};

export const segmentsSection = (
  segments: readonly Segment[],
  note: string | null,
  depth: Depth,
  formats: Formats,
): Html => {
  const shown = shownSegments(segments);
  if (shown.length === 0) {
    return section(
      'segments',
      'Segments',
      null,
      html`<p class="sentence two">${note ?? 'No segments have been set up yet.'}</p>`,
    );
  }
  const column = formats.moneyColumn(
    shown.map((s) => s.segment.revenue),
    AMOUNT,
  );
  const hidden = segments.length - shown.length;
  const hiddenShare = segments
    .filter((s) => !shown.some((one) => one.segment.id === s.id))
    .reduce((sum, s) => sum + s.revenueShare, 0);
  return section(
    'segments',
    finding(segments, formats),
    note,
    html`<table class="grid segments-table rule-${depth.rule} todo-${depth.todo}">
      <thead><tr><th scope="col" class="rank"><span class="unseen">Number</span></th><th scope="col">Segment, its rule, and what to do</th><th scope="col" class="n c-count">Customers</th><th scope="col" class="n c-money">${column.exact ? 'Revenue' : 'Revenue, rounded'}</th><th scope="col" class="c-growth">Growth a year</th></tr></thead>
      <tbody>${shown.map(row(formats, column.write))}</tbody>
    </table>${
      hidden > 0
        ? html`<p class="quiet one more">${formats.count(hidden)} smaller ${hidden === 1 ? 'segment holds' : 'segments hold'} ${formats.shareRounded(hiddenShare)} of revenue.</p>`
        : NOTHING
    }`,
  );
};
