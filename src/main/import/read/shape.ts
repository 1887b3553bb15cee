import type { ColumnShape } from '../plan/layout.ts';

const LONGEST_TYPED = 80;
const MOST_PATTERNS = 8;
const TYPED_SHARE = 0.95;

/** Learns the shape of each column from records of the same width. */
export const learnShapes = (records: readonly (readonly string[])[], width: number): ColumnShape[] =>
  Array.from({ length: width }, (_, column) => learnShape(records.map((record) => record[column] ?? '')));

const learnShape = (cells: readonly string[]): ColumnShape => {
  const found = new Map<string, { count: number; runs: [number, number][] }>();
  let filled = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '') continue;
    filled++;
    const { key, runs } = patternOf(text);
    const known = found.get(key);
    if (!known) found.set(key, { count: 1, runs: runs.map((run) => [run, run]) });
    else {
      known.count++;
      known.runs.forEach((range, at) => {
        const run = runs[at] ?? 0;
        if (run < range[0]) range[0] = run;
        if (run > range[1]) range[1] = run;
      });
    }
  }
  const common = [...found].sort((a, b) => b[1].count - a[1].count).slice(0, MOST_PATTERNS);
  const kept = common.filter(([key]) => key.includes('9'));
  const covered = kept.reduce((sum, [, { count }]) => sum + count, 0);
  const few = found.size <= Math.max(2, filled / 4);
  return {
    typed: filled > 0 && few && covered >= filled * TYPED_SHARE,
    patterns: kept.map(([key, { runs }]) => ({ key, runs })),
    blanks: filled < cells.length,
  };
};

const patternOf = (cell: string): { readonly key: string; readonly runs: readonly number[] } => {
  if (cell.length > LONGEST_TYPED) return { key: '…', runs: [] };
  let key = '';
  const runs: number[] = [];
  let last = '';
  for (const character of cell) {
    const kind = characterClass(character);
    if (kind === last && (kind === '9' || kind === 'a' || kind === ' ')) {
      if (kind !== ' ') runs[runs.length - 1]!++;
      continue;
    }
    key += kind;
    last = kind;
    if (kind === '9' || kind === 'a') runs.push(1);
  }
  return { key, runs };
};

/** `9` for a digit, `a` for a letter, ` ` for white space, else the character itself. */
export const characterClass = (character: string): string => {
  const code = character.charCodeAt(0);
  if (code >= 48 && code <= 57) return '9';
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return 'a';
  if (code === 32 || code === 9 || code === 160) return ' ';
  if (code < 128) return character;
  return /\p{L}/u.test(character) ? 'a' : /\p{Nd}/u.test(character) ? '9' : character;
};

/** How ill a value suits a column: 0 it does; up to 1 its pattern is known but not its length; 2 it does not. */
export const misfit = (shape: ColumnShape | undefined, cell: string): number => {
  const text = cell.trim();
  if (text === '') return shape && !shape.blanks ? MISFIT : 0;
  if (!shape?.typed) return 0;
  const { key, runs } = patternOf(text);
  const pattern = shape.patterns.find((known) => known.key === key);
  if (!pattern) {
    const number = asNumber(key);
    return shape.patterns.some((known) => asNumber(known.key) === number) ? RARE_NUMBER : MISFIT;
  }
  const off = pattern.runs.filter(([low, high], at) => (runs[at] ?? 0) < low || (runs[at] ?? 0) > high);
  return Math.min(1, off.length * 0.6);
};
export const MISFIT = 2;
const RARE_NUMBER = 0.5;

/** `$72` and `$1,072.50` are of one kind: a number with and without groups and decimals. */
const asNumber = (key: string): string => key.replace(/(?<!9[.,])(?:9,9\.9|9\.9,9|9[.,]9)(?![.,]9)/g, '9');

/** How many typed columns a record fills as they are filled elsewhere, and how many it fills with something else. */
export const evidence = (
  record: readonly string[],
  columns: readonly ColumnShape[],
): { readonly fits: number; readonly strays: number } => {
  let fits = 0;
  let strays = 0;
  columns.forEach((shape, at) => {
    const cell = record[at] ?? '';
    if (!shape.typed || cell.trim() === '') return;
    if (misfit(shape, cell) < MISFIT) fits++;
    else strays++;
  });
  return { fits, strays };
};
