import type { ReviewContent } from '../../shared/model/review.ts';
import { listHeight, monday, mondayHeight, mostAtRisk, mostValuable } from './customers.ts';
import { rangeNote } from './figures.ts';
import type { Formats } from './format.ts';
import { flow, footer, runningHead } from './furniture.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { notes } from './notes.ts';
import { riskNote } from './risk-value.ts';
import { FOOTER, GAP, RUNNING_HEAD, type Sheet } from './sheet.ts';

const NOTES_AIR = 8;

export const secondPage = (content: ReviewContent, sheet: Sheet, formats: Formats): Html => {
  const risk = content.riskValue === null ? null : riskNote(content.riskValue, sheet.width, formats);
  const known =
    RUNNING_HEAD +
    listHeight(content.mostValuable) +
    listHeight(content.mostAtRisk, risk) +
    mondayHeight(content, sheet.width) +
    FOOTER +
    3 * GAP +
    NOTES_AIR;
  const range = rangeNote(content.figures, formats);
  const methods = range === null ? content.methods : [...content.methods, range];
  return html`<article class="page">
    ${runningHead(content, formats)}
    ${flow([
      mostValuable(content.mostValuable, formats),
      mostAtRisk(content.mostAtRisk, risk, formats),
      monday(content),
      notes(content.warnings, methods, sheet.width, sheet.height - known),
    ])}
    ${footer(content, formats, 2, 2)}
  </article>`;
};
