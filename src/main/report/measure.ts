/*
 * How wide a text may become, without a browser. The widths are those of a wide face (DejaVu Sans, Verdana), so that on
 * every other face less room is used than was kept free.
 */

const NARROW = /[iljtfrI.,:;'’|!()[\]\s·-]/u;
const WIDE = /[mwMW@%—…&]/u;
const CAPITAL = /[\p{Lu}€$£+<>×–]/u;
const FULL_WIDTH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uffef]/u;
const MARK = /^\p{M}+$/u;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const graphemes = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

const widthOf = (grapheme: string): number => {
  if (FULL_WIDTH.test(grapheme)) return 1.05;
  if (MARK.test(grapheme)) return 0;
  if (NARROW.test(grapheme)) return 0.38;
  if (WIDE.test(grapheme)) return 0.96;
  return CAPITAL.test(grapheme) ? 0.72 : 0.62;
};

export type Weight = 'regular' | 'bold';

const HEAVIER: Readonly<Record<Weight, number>> = { regular: 1, bold: 1.12 };

/** Upper estimate of a text's width, in the unit of `size`. */
export const textWidth = (text: string, size: number, weight: Weight = 'regular'): number =>
  graphemes(text).reduce((sum, g) => sum + widthOf(g), 0) * size * HEAVIER[weight];

/** Lines a text may need in a column, at least 1 and at most `most` (where the page clamps it). */
export const linesFor = (
  text: string,
  size: number,
  column: number,
  most: number,
  weight: Weight = 'regular',
): number => {
  let [lines, line] = [1, 0];
  // A word longer than the column is broken by the browser, hence the loop.
  for (const word of text.trim().split(/(?<=[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u)) {
    const width = textWidth(word, size, weight);
    line += width;
    if (line <= column) continue;
    lines += Math.max(1, Math.ceil(width / column));
    line = width % column;
    if (lines >= most) return most;
  }
  return lines;
};

/** The text, or as much of it as fits, with an ellipsis. */
export const fitted = (text: string, size: number, room: number, weight: Weight = 'regular'): string => {
  if (textWidth(text, size, weight) <= room) return text;
  const kept: string[] = [];
  const scale = size * HEAVIER[weight];
  let width = textWidth('…', size, weight);
  for (const g of graphemes(text)) {
    width += widthOf(g) * scale;
    if (width > room) break;
    kept.push(g);
  }
  return `${kept.join('').trimEnd()}…`;
};
