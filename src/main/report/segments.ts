import type { Growth } from '../../shared/model/customer.ts';
import type { Segment } from '../../shared/model/segment.ts';
import { plural } from '../../shared/words.ts';
import type { Formats } from './format.ts';
import { name, section } from './furniture.ts';
import { type Html, html, NOTHING } from './html.ts';
import { linesFor } from './measure.ts';
import { COLUMNS, lastColumn, TITLE, TYPE } from './sheet.ts';
import { shareBar } from './svg/bar.ts';

const MOST = 6;
const ROW_AIR = 5;
const HEAD = 15;
const BAR = { width: 30, height: 7 } as const;
/** Characters of an amount that the revenue column holds on a wide face. */
const AMOUNT = 11;

type Shown = { readonly number: string; readonly segment: Segment };

/** The segments the page shows, numbered as on the chart: the six that bring most, in the owner's order. */
export const shownSegments = (segments: readonly Segment[]): readonly Shown[] => {
  const largest = new Set(
    segments
      .toSorted((a, b) => worth(b).revenue - worth(a).revenue || a.id - b.id)
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

/** A range that ends beyond what is written out has no end worth naming. */
const OPEN_END = 9.99;

const rangeOf = (growth: Growth, formats: Formats): string => {
  const [lo, hi] = [formats.figure('growth', growth.lo), formats.figure('growth', growth.hi)];
  if (lo === null || hi === null) return '';
  return (growth.hi ?? 0) > OPEN_END ? `Growth ${lo} or more.` : `Growth ${lo} to ${hi}.`;
};

/** What the last 12 months brought and its share of all revenue of those months; in all for reviews of before. */
const worth = ({ revenue, revenueShare, revenue12m, revenueShare12m }: Segment) => ({
  revenue: revenue12m ?? revenue,
  share: revenueShare12m ?? revenueShare,
});

const row =
  (depth: Depth, write: (minor: number) => string, formats: Formats) =>
  ({ number, segment }: Shown): Html => {
    const { growth } = segment;
    const value = formats.figure('growth', growth.value);
    const direction =
      value === null
        ? WORD['not-available']
        : growth.lo === null && growth.reason !== null
          ? 'not told'
          : `${value} ${WORD[growth.direction]}`;
    return html`<tbody>
      <tr><td class="rank">${number}</td><th scope="row"><div class="one"><b>${name(segment.name)}</b></div></th><td class="n"><div class="one">${formats.countShort(segment.customers)} <span class="quiet">(${formats.shareRounded(segment.customerShare)})</span></div></td><td class="n">${write(worth(segment).revenue)}</td><td class="n"><div class="bar-line">${shareBar(worth(segment).share, BAR.width, BAR.height)}<span>${formats.shareRounded(worth(segment).share)}</span></div></td><td class="n"><div class="one">${direction}</div></td></tr>
      <tr><td></td><td colspan="5"><div class="lines-${depth.below}"><span class="quiet">${segment.rule}.</span> ${segment.whatToDo}${rangeOf(growth, formats) === '' ? NOTHING : html` <span class="quiet">${rangeOf(growth, formats)}</span>`}</div></td></tr>
    </tbody>`;
  };

const isOfYear = (segments: readonly Segment[]): boolean =>
  segments.every(({ revenueShare12m }) => revenueShare12m !== null);

const finding = (segments: readonly Segment[], formats: Formats): string => {
  const top = segments.toSorted((a, b) => worth(b).share - worth(a).share || a.id - b.id)[0];
  const of = isOfYear(segments) ? 'all revenue of the last 12 months' : 'revenue';
  return top === undefined || worth(top).share <= 0 || segments.length < 2
    ? 'Segments, and what to do with each'
    : `${formats.shareRounded(worth(top).share)} of ${of} comes from “${top.name}”, ${formats.shareRounded(top.customerShare)} of customers`;
};

const below = ({ rule, whatToDo, growth }: Segment, formats: Formats): string =>
  `${rule}. ${whatToDo} ${rangeOf(growth, formats)}`;

/** How many lines a segment's rule and what to do may take below its name: as many as they need, but for absurd ones. */
export type Depth = { readonly below: 1 | 2 | 5 };

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
  const room = lastColumn(width, COLUMNS.segments.rank);
  const lines = shown.map(
    ({ segment }) => 1 + linesFor(below(segment, formats), TYPE.small, room, depth.below),
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
    shown.map((s) => worth(s.segment).revenue),
    AMOUNT,
  );
  const hidden = segments.length - shown.length;
  const hiddenShare = segments
    .filter((s) => !shown.some((one) => one.segment.id === s.id))
    .reduce((sum, s) => sum + worth(s).share, 0);
  return section(
    'segments',
    finding(segments, formats),
    note,
    html`<table class="grid segments-table">
      <thead><tr><th scope="col" class="rank"><span class="unseen">Number</span></th><th scope="col">Segment, its rule, and what to do</th><th scope="col" class="n c-count">Customers</th><th scope="col" class="n c-money">${column.exact ? '' : '≈ '}${isOfYear(segments) ? 'In 12 months' : 'Revenue'}</th><th scope="col" class="n c-part">Share</th><th scope="col" class="n c-growth">Growth</th></tr></thead>
      ${shown.map(row(depth, column.write, formats))}
    </table>${
      hidden > 0
        ? html`<p class="quiet one more">${formats.count(hidden)} smaller ${plural(hidden, 'segment holds', 'segments hold')} ${formats.shareRounded(hiddenShare)} of revenue.</p>`
        : NOTHING
    }`,
  );
};
