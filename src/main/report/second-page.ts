import type { ReviewContent } from '../../shared/model/review.ts';
import { type Band, whaleBand, wordsBand } from './band.ts';
import { listHeight, MOST_LISTED, monday, mondayHeight, mostAtRisk, mostValuable } from './customers.ts';
import { rangeNote } from './figures.ts';
import type { Formats } from './format.ts';
import { flow, footer, runningHead } from './furniture.ts';
import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { notes } from './notes.ts';
import { riskNote } from './risk-value.ts';
import { FOOTER, GAP, RUNNING_HEAD, type Sheet } from './sheet.ts';

const NOTES_AIR = 8;
/** Room for a title and some lines of what to keep in mind. */
const LEAST_NOTES = 58;
const SHORTER = 8;

/** How many names the lists have, and what is between them and the notes: the first that leaves room for notes is taken. */
type Choice = { readonly listed: number; readonly band: Band | null };

export const secondPage = (content: ReviewContent, sheet: Sheet, formats: Formats): Html => {
  const risk = content.riskValue === null ? null : riskNote(content.riskValue, sheet.width, formats);
  const [curve, words] = [whaleBand(content, sheet.width, formats), wordsBand(content, sheet.width)];
  const choices: readonly Choice[] = [
    ...[curve, words].flatMap((band) =>
      band === null
        ? []
        : [
            { listed: MOST_LISTED, band },
            { listed: SHORTER, band },
          ],
    ),
    { listed: MOST_LISTED, band: null },
  ];
  const room = ({ listed, band }: Choice): number =>
    sheet.height -
    (RUNNING_HEAD +
      listHeight(content.mostValuable.slice(0, listed)) +
      listHeight(content.mostAtRisk.slice(0, listed), risk) +
      mondayHeight(content, sheet.width) +
      (band === null ? 0 : band.height + GAP) +
      FOOTER +
      3 * GAP +
      NOTES_AIR);
  const choice = choices.find((each) => room(each) >= LEAST_NOTES) ?? choices.at(-1)!;
  const range = rangeNote(content.figures, formats);
  const methods = range === null ? content.methods : [...content.methods, range];
  return html`<article class="page">
    ${runningHead(content, formats)}
    ${flow([
      mostValuable(content.mostValuable.slice(0, choice.listed), formats),
      mostAtRisk(content.mostAtRisk.slice(0, choice.listed), risk, formats),
      monday(content),
      choice.band?.markup ?? NOTHING,
      notes(content.warnings, methods, sheet.width, room(choice)),
    ])}
    ${footer(content, formats, 2, 2)}
  </article>`;
};
