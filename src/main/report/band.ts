import type { ReviewContent } from '../../shared/model/review.ts';
import type { Formats } from './format.ts';
import { section } from './furniture.ts';
import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { linesFor } from './measure.ts';
import { CHART_SHARE, SIDE_GAP, TITLE, TYPE } from './sheet.ts';
import { whaleChart } from './svg/whale.ts';

const PX_PER_PT = 4 / 3;
const CHART = 72;
const TITLE_LINES = 2;
const REMARK_LINES = 3;
const REMARK_AIR = 3;

export type Band = { readonly markup: Html; readonly height: number };

type Words = Pick<ReviewContent, 'whale' | 'remarks'>;

const titled = (title: string, width: number): number =>
  TITLE + (linesFor(title, TYPE.title, width, TITLE_LINES, 'bold') - 1) * TYPE.titleLine;

const remark = (title: string, sentence: string): string => `${title}: ${sentence}`;

const remarksIn = (remarks: Words['remarks'], column: number) => {
  const lines = remarks.map(({ title, sentence }) =>
    linesFor(remark(title, sentence), TYPE.small, column, REMARK_LINES),
  );
  return {
    height: lines.reduce((sum, n) => sum + n * TYPE.smallLine + REMARK_AIR, 0),
    markup: html`${remarks.map(({ title, sentence }, i) => html`<p class="remark"><span class="lines-${lines[i]!}"><b>${title}:</b> ${sentence}</span></p>`)}`,
  };
};

/** The whale curve with what else is known besides sales at its side; null where there is no curve. Height in pt. */
export const whaleBand = ({ whale, remarks }: Words, width: number, formats: Formats): Band | null => {
  if (whale === null) return null;
  const chartWidth = remarks.length > 0 ? width * CHART_SHARE : width;
  const side = remarksIn(remarks, width - chartWidth - SIDE_GAP);
  const chart = whaleChart(whale, Math.floor(chartWidth * PX_PER_PT), CHART * PX_PER_PT, formats);
  return {
    markup: section(
      'band',
      whale.finding,
      null,
      html`<div class="${remarks.length > 0 ? 'band-body' : 'band-alone'}"><figure>${chart}</figure>${remarks.length > 0 ? html`<div>${side.markup}</div>` : NOTHING}</div>`,
    ),
    height: titled(whale.finding, width) + Math.max(CHART, side.height),
  };
};

/** The same in words alone: the first finding as the title; null where there is nothing to say. Height in pt. */
export const wordsBand = ({ remarks }: Words, width: number): Band | null => {
  const [first, ...others] = remarks;
  if (first === undefined) return null;
  const rest = remarksIn(others, width);
  return {
    markup: section('band', remark(first.title, first.sentence), null, rest.markup),
    height: titled(remark(first.title, first.sentence), width) + rest.height,
  };
};
