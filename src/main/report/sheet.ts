import type { Paper } from '../../shared/model/review.ts';

/** One sheet of paper; lengths in pt unless said. The text area is what a laser printer surely reaches. */
export type Sheet = {
  readonly paper: Paper;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginTopMm: number;
  readonly marginBottomMm: number;
  readonly marginSideMm: number;
  /** text area */
  readonly width: number;
  readonly height: number;
};

const MM = 72 / 25.4;
const MARGIN = { top: 13, bottom: 11, side: 16 } as const;

/** Lengths that are whole CSS pixels too: half ones are rounded differently for a box and for what is in it. */
const wholePixels = (pt: number): number => Math.floor(pt / 0.75) * 0.75;

const sheet = (paper: Paper, widthMm: number, heightMm: number): Sheet => ({
  paper,
  widthMm,
  heightMm,
  marginTopMm: MARGIN.top,
  marginBottomMm: MARGIN.bottom,
  marginSideMm: MARGIN.side,
  width: wholePixels((widthMm - 2 * MARGIN.side) * MM),
  // A point less than the paper has, so that no rounding by a printer driver starts a third page.
  height: wholePixels((heightMm - MARGIN.top - MARGIN.bottom) * MM - 1),
});

export const SHEETS: Readonly<Record<Paper, Sheet>> = {
  A4: sheet('A4', 210, 297),
  Letter: sheet('Letter', 215.9, 279.4),
};

/*
 * Line heights are fixed in pt, so a block's height follows from its number of lines alone, whatever face the printing
 * computer has. The style sheet and the room kept for the chart both read these.
 */
export const TYPE = {
  /** smallest text on the page */
  small: 9,
  smallLine: 11.5,
  lead: 12.5,
  leadLine: 16,
  body: 9.5,
  bodyLine: 12.5,
  /** a section's title */
  title: 11,
  titleLine: 14,
} as const;

/** The smallest section gap; what is left over on a page is shared out between its sections. */
export const GAP = 10;
export const MASTHEAD = 47;
/** A section's title of one line with the air below it. */
export const TITLE = TYPE.titleLine + 5;
/** Kept free right of a table's cell. */
export const CELL_AIR = 10;

/** The left column of the first page: sentences, below them the chart. Beside it stand figures and quadrants. */
export const CHART_SHARE = 0.6;
export const SIDE_GAP = 14;

/** The sentences the page opens with. */
export const OPENING = { indent: 10, air: 4 } as const;
export const FIGURE = { row: 14.5 } as const;

/** Shares of the page's width; the last column of a table takes what is left. */
export const COLUMNS = {
  segments: { rank: 16, count: 0.14, money: 0.16, share: 0.12, growth: 0.165 },
  monday: { rank: 16, who: 0.28, phone: 0.18 },
} as const;

/** The room for text in the last column of a table of that width. */
export const lastColumn = (width: number, rank: number, ...shares: readonly number[]): number =>
  width - rank - shares.reduce((sum, share) => sum + share * width, 0);

export const RUNNING_HEAD = 24;
export const FOOTER = 19;
