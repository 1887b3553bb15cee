import type { ReviewContent } from '../../shared/model/review.ts';
import { type Band, whaleBand, wordsBand } from './band.ts';
import { listHeight, MOST_LISTED, monday, mondayHeight, mostAtRisk, mostValuable } from './customers.ts';
import { rangeNote } from './figures.ts';
import type { Formats } from './format.ts';
import { flow, footer, runningHead } from './furniture.ts';
import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { monthsBand } from './months.ts';
import { leastNotes, notes } from './notes.ts';
import { riskNote } from './risk-value.ts';
import { FOOTER, GAP, RUNNING_HEAD, type Sheet } from './sheet.ts';

const NOTES_AIR = 8;
const SHORTER = 8;
const FEWEST = 5;
const MONTHS = 84;

/** How many names the lists have, and what is between them and the notes: the first that leaves room for notes is taken. */
type Choice = { readonly listed: number; readonly bands: readonly Band[] };

export const secondPage = (content: ReviewContent, sheet: Sheet, pages: number, formats: Formats): Html => {
  const risk = content.riskValue === null ? null : riskNote(content.riskValue, sheet.width, formats);
  const [curve, words] = [whaleBand(content, sheet.width, formats), wordsBand(content, sheet.width)];
  const months = monthsBand(content, sheet.width, MONTHS, formats);
  const some = (...bands: readonly (Band | null)[]): readonly Band[] => bands.filter((band) => band !== null);
  // the long form has its own page for them
  const bandChoices =
    content.form === 'long'
      ? [[]]
      : [some(months, curve), some(months, words), some(months), some(words), []];
  const choices: readonly Choice[] = bandChoices.flatMap((bands) =>
    [MOST_LISTED, SHORTER, FEWEST].map((listed) => ({ listed, bands })),
  );
  const room = ({ listed, bands }: Choice): number =>
    sheet.height -
    (RUNNING_HEAD +
      listHeight(content.mostValuable.slice(0, listed)) +
      listHeight(content.mostAtRisk.slice(0, listed), risk) +
      mondayHeight(content, sheet.width) +
      bands.reduce((sum, { height }) => sum + height + GAP, 0) +
      FOOTER +
      3 * GAP +
      NOTES_AIR);
  const least = content.form === 'long' ? 0 : leastNotes(content, sheet.width);
  const choice = choices.find((each) => room(each) >= least) ?? choices.at(-1)!;
  const methods = methodsOf(content, formats);
  return html`<article class="page">
    ${runningHead(content, formats)}
    ${flow([
      mostValuable(content.mostValuable.slice(0, choice.listed), formats),
      mostAtRisk(content.mostAtRisk.slice(0, choice.listed), risk, formats),
      monday(content),
      ...choice.bands.map(({ markup }) => markup),
      content.form === 'long' ? NOTHING : notes(content.warnings, methods, sheet.width, room(choice)),
    ])}
    ${footer(content, formats, 2, pages)}
  </article>`;
};

/** How the figures are made, with what the ranges below them hold. */
export const methodsOf = (content: ReviewContent, formats: Formats): string[] => {
  const range = rangeNote(content.figures, formats);
  return range === null ? content.methods : [...content.methods, range];
};
