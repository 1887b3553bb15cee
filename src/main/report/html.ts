/** Markup that is already safe: made only by `html`, never from a string that came with data. */
export type Html = { readonly markup: string };

/** What a template may be given; text and numbers are escaped, markup passes, nothing is left out. */
export type Piece = Html | string | number | null | false | readonly Piece[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Control characters are not allowed in a page and come in from old till exports; a lone surrogate cannot be written as UTF-8.
const UNPRINTABLE = /[\p{Cc}\p{Cs}]+/gu;

export const escapeText = (text: string): string =>
  text.replace(UNPRINTABLE, ' ').replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

const markupOf = (piece: Piece): string => {
  if (piece === null || piece === false) return '';
  if (typeof piece === 'string') return escapeText(piece);
  if (typeof piece === 'number') return plainNumber(piece);
  return 'markup' in piece ? piece.markup : piece.map(markupOf).join('');
};

const plainNumber = (n: number): string => {
  // "NaN" on paper cannot be taken back; better no page than that one.
  if (!Number.isFinite(n)) throw new RangeError(`not a number for a page: ${n}`);
  return String(Math.round(n * 100) / 100 || 0);
};

/** Makes markup from a template, escaping everything put into it. */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  markup: strings.reduce((text, part, i) => text + markupOf(pieces[i - 1] ?? null) + part),
});

export const NOTHING: Html = { markup: '' };
