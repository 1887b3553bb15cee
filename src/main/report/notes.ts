import type { ReviewContent } from '../../shared/model/review.ts';
import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { linesFor } from './measure.ts';
import { TYPE } from './sheet.ts';

const COLUMN_GAP = 20;
const TITLE = 16;
const AIR = 2;
const MARK = 9;
const LONGEST = 20;
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

type Notes = Pick<ReviewContent, 'warnings' | 'methods'>;

const itemsIn = ({ warnings, methods }: Notes, width: number): readonly Item[] => {
  const column = (width - COLUMN_GAP) / 2;
  return [
    ...itemsOf('Read with care', warnings, column),
    ...itemsOf('How the figures are made', methods, column),
  ];
};

const section = (columns: readonly (readonly Item[])[], more: Html): Html => html`<section class="notes">
    <div>${markup(columns[0] ?? [])}</div>
    <div>${markup(columns[1] ?? [])}${more}</div>
  </section>`;

/** What to keep in mind when reading, and how the figures were made; as many whole notes as two columns of `room` pt hold. */
export const notes = (
  warnings: readonly string[],
  methods: readonly string[],
  width: number,
  room: number,
): Html => {
  const items = itemsIn({ warnings: [...warnings], methods: [...methods] }, width);
  if (items.length === 0) return NOTHING;
  const said = items.findIndex(({ text }, i) => i > 0 && items[i]!.kind === 'title' && text !== '');
  const [first, second] = said < 0 ? [items, []] : [items.slice(0, said), items.slice(said)];
  const apart = second.length > 0 && heightOf(first) <= room && heightOf(second) <= room;
  const columns = apart ? [first, second] : flowed(items, room);
  const hidden = notesIn(items) - notesIn(columns.flat());
  return section(
    columns,
    hidden > 0 ? html`<p class="quiet one">${hidden} more in the long form of this review.</p>` : NOTHING,
  );
};

/** Height in pt that what must be read with care takes, whole. */
export const leastNotes = ({ warnings }: Pick<Notes, 'warnings'>, width: number): number => {
  const items = itemsOf('Read with care', warnings, (width - COLUMN_GAP) / 2);
  return items.length === 0 ? TITLE : heightOf(items) / (items.length > 2 ? 2 : 1) + TITLE + CLOSING;
};

const notesIn = (items: readonly Item[]): number => items.filter(({ kind }) => kind === 'note').length;

/** All notes on as many pages as they take: what is left of `room` on the first, `page` on each further one. */
export const allNotes = (content: Notes, width: number, room: number, page: number): readonly Html[] => {
  let left = itemsIn(content, width);
  const pages: Html[] = [];
  for (let space = room; left.length > 0; space = page) {
    const columns = flowed(left, space);
    const shown = columns.slice(0, 2).flat().length;
    // a note longer than a whole page cannot be: it has at most 20 lines
    pages.push(shown === 0 ? NOTHING : section(columns, NOTHING));
    left = left.slice(shown);
  }
  return pages;
};
