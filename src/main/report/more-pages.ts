import type { ReviewContent } from '../../shared/model/review.ts';
import { type Band, whaleBand, wordsBand } from './band.ts';
import type { Formats } from './format.ts';
import { flow, footer, runningHead } from './furniture.ts';
import { type Html, html } from './html.ts';
import { monthsBand } from './months.ts';
import { allNotes } from './notes.ts';
import { methodsOf } from './second-page.ts';
import { FOOTER, GAP, RUNNING_HEAD, type Sheet } from './sheet.ts';
import { backTestBand, yearsBand } from './years.ts';

const MONTHS = 150;
const NOTES_AIR = 8;

/** What the long form says beyond the first two pages: months, years, the look back, and every note; a page each entry. */
export const morePages = (content: ReviewContent, sheet: Sheet, formats: Formats): readonly Html[] => {
  const { width } = sheet;
  const room = sheet.height - (RUNNING_HEAD + FOOTER + NOTES_AIR);
  const bands = [
    monthsBand(content, width, MONTHS, formats),
    yearsBand(content.yearOnYear, width, formats),
    backTestBand(content.backTest, width, formats),
    whaleBand(content, width, formats) ?? wordsBand(content, width),
  ].filter((band): band is Band => band !== null);
  const pages: Html[][] = [[]];
  let left = room;
  for (const { markup, height } of bands) {
    if (height + GAP > left && pages.at(-1)!.length > 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)!.push(markup);
    left -= height + GAP;
  }
  const words = { warnings: content.warnings, methods: methodsOf(content, formats) };
  const [beside, ...others] = allNotes(words, width, left, room);
  if (beside) pages.at(-1)!.push(beside);
  return [...pages, ...others.map((each) => [each])]
    .map((sections) => flow(sections))
    .filter(({ markup }) => !markup.includes('<div class="flow"></div>'));
};

/** One of those pages with its head and foot. */
export const furtherPage = (
  content: ReviewContent,
  body: Html,
  page: number,
  pages: number,
  formats: Formats,
): Html => html`<article class="page">
    ${runningHead(content, formats)}
    ${body}
    ${footer(content, formats, page, pages)}
  </article>`;
