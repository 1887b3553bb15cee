import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { linesFor } from './measure.ts';
import { TYPE } from './sheet.ts';

const COLUMN_GAP = 20;
const TITLE = 16;
const AIR = 2;
const MARK = 9;
const LONGEST = 5;
const CLOSING = TYPE.smallLine;

type Item =
  | { readonly kind: 'title'; readonly text: string; readonly height: number }
  | { readonly kind: 'note'; readonly text: string; readonly lines: number; readonly height: number };

const itemsOf = (title: string, texts: readonly string[], column: number): readonly Item[] => {
  const said = [...new Set(texts)].filter((text) => text.trim() !== '');
  if (said.length === 0) return [];
  const notes = said.map((text): Item => {
    const lines = linesFor(text, TYPE.small, column - MARK, LONGEST);
    return { kind: 'note', text, lines, height: lines * TYPE.smallLine + AIR };
  });
  return [{ kind: 'title', text: title, height: TITLE }, ...notes];
};

const heightOf = (items: readonly Item[]): number => items.reduce((sum, item) => sum + item.height, 0);

/** Whole items first to last into columns of `room` pt; a title is never alone at the foot of one. */
const flowed = (items: readonly Item[], room: number): readonly (readonly Item[])[] => {
  const columns: Item[][] = [[], []];
  let column = 0;
  for (const [i, item] of items.entries()) {
    const next = items[i + 1];
    const needed = item.height + (item.kind === 'title' && next !== undefined ? next.height : 0);
    const limit = column === 1 ? room - CLOSING : room;
    if (heightOf(columns[column] ?? []) + needed > limit) column += 1;
    if (column > 1) break;
    columns[column]?.push(item);
  }
  return columns;
};

const markup = (items: readonly Item[]): Html =>
  html`${items.map((item) => (item.kind === 'title' ? html`<h2>${item.text}</h2>` : html`<p class="note"><span class="lines-${item.lines}">${item.text}</span></p>`))}`;

/** What to keep in mind when reading, and how the figures were made; in two columns of `room` pt. */
export const notes = (
  warnings: readonly string[],
  methods: readonly string[],
  width: number,
  room: number,
): Html => {
  const column = (width - COLUMN_GAP) / 2;
  const said = itemsOf('Read with care', warnings, column);
  const made = itemsOf('How the figures are made', methods, column);
  if (said.length + made.length === 0) return NOTHING;
  const apart = said.length > 0 && heightOf(said) <= room && heightOf(made) <= room;
  const columns = apart ? [said, made] : flowed([...said, ...made], room);
  const hidden = said.length + made.length - columns.flat().length;
  const more =
    hidden > 0 ? html`<p class="quiet one">${hidden} more in Clientele, beside the figures.</p>` : NOTHING;
  return html`<section class="notes">
    <div>${markup(columns[0] ?? [])}</div>
    <div>${markup(columns[1] ?? [])}${more}</div>
  </section>`;
};
