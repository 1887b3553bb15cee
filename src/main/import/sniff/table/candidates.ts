import type { Dialect } from '../../plan/dialect.ts';
import { cutRecords } from '../../read/records.ts';
import { learnShapes } from '../../read/shape.ts';

/** How the cells of a text are set apart and marked. */
export type Marks = Pick<Dialect, 'delimiter' | 'quote' | 'escape' | 'doubled'>;

export type Candidate = { readonly marks: Marks; readonly width: number };

type Delimiter = { readonly text: string; readonly weight: number };

/** A comma with a space after every one of them wins over the comma alone; what also occurs inside values needs more. */
const DELIMITERS: readonly Delimiter[] = [
  { text: ',', weight: 1 },
  { text: ';', weight: 1 },
  { text: '\t', weight: 1 },
  { text: '|', weight: 1 },
  { text: ', ', weight: 1.02 },
  { text: '; ', weight: 1.02 },
  { text: ' | ', weight: 1.02 },
  { text: '~', weight: 0.9 },
  { text: '^', weight: 0.9 },
  { text: '\u001f', weight: 1 },
  { text: ':', weight: 0.3 },
  { text: ' ', weight: 0.3 },
];
const LOOKED_AT = 96 << 10;
const PREVIEW = 400;

/** The separator under which most rows have the same, largest number of cells, and the marks of quotation. */
export const bestCandidate = (text: string, whole: boolean): Candidate => {
  const head = headOf(text);
  const complete = whole && head.length === text.length;
  const quotation = quotationOf(head);
  const declared = /^sep=(.)\n/i.exec(head)?.[1];
  const delimiters = declared ? [{ text: declared, weight: 1 }] : DELIMITERS;
  let best: Candidate = { marks: { delimiter: declared ?? ',', ...quotation }, width: 0 };
  let bestScore = 0;
  for (const { text: delimiter, weight } of delimiters) {
    if (!head.includes(delimiter)) continue;
    const marks = { delimiter, ...quotation };
    const rows = cutRecords(head, marks, complete).records.slice(0, PREVIEW);
    const { width, share } = delimiter === ' ' ? widthInWords(rows) : commonWidth(rows);
    const score = share * share * Math.log2(1 + width) * weight;
    if (width > 1 && score > bestScore) {
      best = { marks, width };
      bestScore = score;
    }
  }
  return best;
};

/** The width of a table whose marks are known. */
export const candidateOf = (text: string, marks: Marks, whole: boolean): Candidate => {
  const rows = cutRecords(text, marks, whole).records.slice(0, PREVIEW);
  return { marks, width: commonWidth(rows).width };
};

const headOf = (text: string): string => {
  if (text.length <= LOOKED_AT) return text;
  const end = text.lastIndexOf('\n', LOOKED_AT);
  return end < 0 ? text : text.slice(0, end + 1);
};

type Width = { readonly width: number; readonly share: number };

const commonWidth = (all: readonly (readonly string[])[]): Width => {
  const rows = all.filter((row) => row.some((cell) => cell.trim() !== ''));
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let width = 0;
  let count = 0;
  for (const [w, c] of widths)
    if (w > 1 && (c > count || (c === count && w > width))) [width, count] = [w, c];
  return { width, share: rows.length > 0 ? count / rows.length : 0 };
};

/** A space also occurs inside values, so the first row says how many columns there are, and values must have shapes. */
const widthInWords = (all: readonly (readonly string[])[]): Width => {
  const rows = all.filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = rows[0]?.length ?? 0;
  const exact = rows.slice(1).filter((row) => row.length === width);
  const typed = learnShapes(exact, width).filter((shape) => shape.typed).length;
  if (exact.length < rows.length / 5 || typed < 2) return { width: 0, share: 0 };
  return { width, share: rows.filter((row) => row.length >= width).length / rows.length };
};

/** Which mark is around cells, and how that mark is written inside one. */
const quotationOf = (head: string): Omit<Marks, 'delimiter'> => {
  const opening = (mark: string): number =>
    count(head, new RegExp(`(?:^|[,;\\t|] ?)${mark}(?=[^\\n])`, 'gm'));
  const closing = (mark: string): number => count(head, new RegExp(`[^\\n]${mark}(?=[,;\\t|]|$)`, 'gm'));
  const single = opening("'");
  if (single >= 2 && closing("'") * 2 >= single && opening('"') * 4 < single) {
    const evenOnly = head.includes('"') && !/(?<!")"(?:"")*(?!")/.test(head);
    return { quote: "'", doubled: evenOnly ? '"' : undefined };
  }
  const backslashed = count(head, /\\"(?![,;\t|\n]|$)/g);
  const doubled = count(head, /[^,;\t|\n\\ "]""/g);
  return { quote: '"', escape: backslashed > 0 && doubled === 0 ? '\\' : undefined };
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
