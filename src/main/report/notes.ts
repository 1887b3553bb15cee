import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { linesFor } from './measure.ts';
import { TYPE } from './sheet.ts';

const COLUMN_GAP = 20;
const HEAD = 17;
const AIR = 2;
const MARK = 9;

type Kept = {
  readonly texts: readonly { readonly text: string; readonly lines: number }[];
  readonly hidden: number;
};

/** Whole notes first to last while there is room, so that none ends in the middle of a line. */
const keep = (texts: readonly string[], column: number, room: number, most: number): Kept => {
  let left = room;
  const kept: { readonly text: string; readonly lines: number }[] = [];
  for (const [i, text] of texts.entries()) {
    const lines = linesFor(text, TYPE.small, column - MARK, most);
    const closing = i < texts.length - 1 ? TYPE.smallLine : 0;
    const height = lines * TYPE.smallLine + AIR;
    if (height + closing > left) break;
    left -= height;
    kept.push({ text, lines });
  }
  return { texts: kept, hidden: texts.length - kept.length };
};

const list = (title: string, { texts, hidden }: Kept, kind: string): Html => html`<div class="${kind}">
    <h2>${title}</h2>
    <ul>${texts.map(({ text, lines }) => html`<li><span class="lines-${lines}">${text}</span></li>`)}</ul>
    ${hidden > 0 ? html`<p class="quiet one">${hidden} more in Clientele, beside the figures.</p>` : NOTHING}
  </div>`;

const LONGEST = 5;

/** What to keep in mind when reading, and how the figures were made; in two columns of `room` pt. */
export const notes = (
  warnings: readonly string[],
  methods: readonly string[],
  width: number,
  room: number,
): Html => {
  const said = [...new Set(warnings)].filter((w) => w.trim() !== '');
  const made = [...new Set(methods)].filter((m) => m.trim() !== '');
  if (said.length + made.length === 0) return NOTHING;
  const both = said.length > 0 && made.length > 0;
  const column = both ? (width - COLUMN_GAP) / 2 : width;
  const kept = (texts: readonly string[]): Kept => keep(texts, column, room - HEAD, LONGEST);
  return html`<section class="notes${both ? ' both' : ''}">
    ${said.length > 0 ? list('Read with care', kept(said), 'warnings') : NOTHING}
    ${made.length > 0 ? list('How the figures are made', kept(made), 'methods') : NOTHING}
  </section>`;
};
