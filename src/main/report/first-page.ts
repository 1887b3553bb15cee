import type { Matrix } from '../../shared/model/matrix.ts';
import type { NotAvailable } from '../../shared/model/result.ts';
import type { ReviewContent } from '../../shared/model/review.ts';
import type { Formats } from './format.ts';
import { flow, footer, masthead, section } from './furniture.ts';
import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { linesFor } from './measure.ts';
import { type OpeningWords, opening } from './opening.ts';
import { leftOut, type QuadrantLines, quadrantsHeight, quadrantsTable } from './quadrants.ts';
import { type Depth, segmentsHeight, segmentsSection, shownSegments } from './segments.ts';
import { CHART_SHARE, FOOTER, GAP, MASTHEAD, type Sheet, SIDE_GAP, TITLE, TYPE } from './sheet.ts';
import { type Drawn, drawable, matrixChart } from './svg/matrix.ts';

const isMatrix = (m: Matrix | NotAvailable): m is Matrix => 'points' in m;

const PX_PER_PT = 4 / 3;
const CAPTION = { most: 5, air: 4 } as const;
const FINDING = { most: 5, air: 4 } as const;
const CHART = { most: 300, bubbles: 10 } as const;
const TITLE_LINES = 2;
/** What hairlines add up to. */
const ROUNDING = 2;
const SENTENCE_LINES = 4;

/** How much the page says where it has the room: the first that fits is taken, the last one always does. */
type Words = OpeningWords & {
  /** the finding on customers, above the table of quadrants */
  readonly finding: boolean;
  readonly quadrant: QuadrantLines;
  readonly depth: Depth;
  /** least height of the chart */
  readonly chart: number;
};

const ALL: Words = {
  sentence: 3,
  figures: 8,
  finding: true,
  quadrant: 5,
  depth: { below: 5 },
  chart: 190,
};
/** Without what a quadrant means, which its name on the chart says: a rule that is cut would be worse. */
const BARE: Words = { ...ALL, finding: false, quadrant: 0, chart: 165 };
const FEWEST: Words = { ...BARE, sentence: 2, figures: 5, depth: { below: 1 }, chart: 120 };
const WORDS: readonly Words[] = [
  ALL,
  { ...ALL, finding: false },
  { ...ALL, finding: false, figures: 6, chart: 165 },
  { ...BARE, finding: true },
  BARE,
  { ...BARE, figures: 6 },
  { ...BARE, figures: 5 },
  { ...BARE, figures: 5, chart: 140 },
  { ...FEWEST, depth: { below: 5 } },
  { ...FEWEST, depth: { below: 2 } },
  FEWEST,
];

const stop = (sentence: string): string =>
  /[.!?…]$/.test(sentence.trim()) ? sentence.trim() : `${sentence.trim()}.`;

const missing = (m: NotAvailable): Html =>
  html`${stop(m.reason)}${m.needed.trim() === '' ? NOTHING : html` ${stop(m.needed)}`}`;

/** A title as the middle of a sentence: "Growth: the last 12 months" → "growth – the last 12 months". */
const inSentence = (title: string): string =>
  title.replace(/^\p{Lu}(?=\p{Ll})/u, (c) => c.toLowerCase()).replace(': ', ' – ');

const caption = (
  matrix: Matrix,
  drawn: readonly Drawn[],
  counted: Matrix | null,
  formats: Formats,
): string => {
  const ranged = drawn.some(({ point }) => point.growth.lo !== null && point.growth.hi !== null);
  const without = matrix.points.filter((p) => !drawn.some((d) => d.point.id === p.id)).map((p) => p.name);
  return [
    `Up: ${stop(inSentence(matrix.valueAxis))} Across: ${stop(inSentence(matrix.growthAxis))}`,
    `Bubble: revenue; ${ranged ? 'line: the range in which growth may lie; ' : ''}hatched, or not clear: too few orders to say.`,
    without.length === 0 ? '' : `Growth not known: ${without.join(', ')}.`,
    counted === null ? '' : leftOut(counted, formats),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
};

/** The section as it can be drawn: what it needs at least, and how it looks with the room it gets. */
type Area = {
  readonly least: (words: Words) => number;
  readonly draw: (words: Words, room: number) => Html;
};

const withChart = (
  content: ReviewContent,
  matrix: Matrix,
  drawn: readonly Drawn[],
  sheet: Sheet,
  formats: Formats,
): Area => {
  const { customerMatrix } = content;
  const counted = isMatrix(customerMatrix) ? customerMatrix : matrix;
  const chartWidth = sheet.width * CHART_SHARE;
  const sideWidth = sheet.width - chartWidth - SIDE_GAP;
  const note = caption(matrix, drawn, counted, formats);
  const below = linesFor(note, TYPE.small, sheet.width, CAPTION.most) * TYPE.smallLine + CAPTION.air;
  const title = linesFor(matrix.finding, TYPE.title, sheet.width, TITLE_LINES, 'bold') - 1;
  const around = TITLE + title * TYPE.titleLine + below;
  const finding = isMatrix(customerMatrix) ? customerMatrix.finding : customerMatrix.reason;
  const findingHeight =
    linesFor(finding, TYPE.small, sideWidth, FINDING.most, 'bold') * TYPE.smallLine + FINDING.air;
  const side = (words: Words): number =>
    (words.finding ? findingHeight : 0) + quadrantsHeight(counted, sideWidth, words.quadrant);
  return {
    least: (words) => around + Math.max(words.chart, side(words)),
    draw: (words, room) => {
      const chart = matrixChart({
        matrix,
        numbered: drawn,
        formats,
        width: Math.floor(chartWidth * PX_PER_PT),
        height: Math.floor(Math.min(CHART.most, Math.max(words.chart, room - around)) * PX_PER_PT),
      });
      return section(
        'matrix-section',
        matrix.finding,
        null,
        html`<figure class="matrix-body">${chart}<div class="side">${words.finding ? html`<p class="finding lines-5">${finding}</p>` : NOTHING}${quadrantsTable(counted, words.quadrant, formats)}</div><figcaption class="lines-5">${note}</figcaption></figure>`,
      );
    },
  };
};

/** Without a chart: the sentence that says why, and the customers by quadrant where they are known. */
const withoutChart = (content: ReviewContent, why: Html, sheet: Sheet, formats: Formats): Area => {
  const { matrix, customerMatrix } = content;
  const counted = isMatrix(customerMatrix) ? customerMatrix : isMatrix(matrix) ? matrix : null;
  const table = (words: Words): number =>
    counted === null
      ? 0
      : quadrantsHeight(counted, sheet.width * CHART_SHARE, words.quadrant) + TYPE.smallLine * 2;
  return {
    least: (words) => TITLE + SENTENCE_LINES * TYPE.bodyLine + table(words),
    draw: (words) =>
      section(
        'matrix-section',
        isMatrix(matrix) ? matrix.finding : 'Value and growth',
        null,
        html`<p class="sentence four">${why}</p>${
          counted === null
            ? NOTHING
            : html`<div class="side alone">${quadrantsTable(counted, words.quadrant, formats)}<p class="quiet one">${leftOut(counted, formats)}</p></div>`
        }`,
      ),
  };
};

const valueAndGrowth = (content: ReviewContent, sheet: Sheet, formats: Formats): Area => {
  const { matrix } = content;
  if (!isMatrix(matrix)) return withoutChart(content, missing(matrix), sheet, formats);
  const numbers = new Map(shownSegments(content.segments).map((s) => [s.segment.id, s.number]));
  const largest = matrix.points
    .toSorted((a, b) => b.revenue - a.revenue || a.id - b.id)
    .slice(0, CHART.bubbles)
    .map((point) => ({ number: numbers.get(point.id) ?? '', point }));
  const drawn = drawable(largest);
  return drawn.length === 0
    ? withoutChart(
        content,
        html`No segment has enough orders in both periods to say whether it grows.`,
        sheet,
        formats,
      )
    : withChart(content, matrix, drawn, sheet, formats);
};

export const firstPage = (content: ReviewContent, sheet: Sheet, pages: number, formats: Formats): Html => {
  const area = valueAndGrowth(content, sheet, formats);
  const openingAt = (words: Words) =>
    opening(content.headlines, content.figures, sheet.width, words, formats);
  const room = (words: Words): number => {
    const above = openingAt(words);
    return (
      sheet.height -
      (MASTHEAD + FOOTER + GAP + ROUNDING) -
      (above === null ? 0 : above.height + GAP) -
      segmentsHeight(content.segments, content.segmentNote, words.depth, sheet.width, formats)
    );
  };
  const words = WORDS.find((w) => room(w) >= area.least(w)) ?? FEWEST;
  return html`<article class="page">
    ${masthead(content, formats)}
    ${flow([
      openingAt(words)?.markup ?? NOTHING,
      area.draw(words, room(words)),
      segmentsSection(content.segments, content.segmentNote, words.depth, formats),
    ])}
    ${footer(content, formats, 1, pages)}
  </article>`;
};
