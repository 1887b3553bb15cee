import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import { cutCarefully } from '../../../src/main/import/read/cut-carefully.ts';
import { cutRecords } from '../../../src/main/import/read/records.ts';

const COMMA = { delimiter: ',', quote: '"' };

/** Well-formed CSV with commas, quotes and line ends inside cells. */
const wellFormed = (seed: number): { readonly text: string; readonly rows: string[][] } => {
  const random = seededRandom(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const width = 1 + Math.floor(random() * 5);
  const rows = Array.from({ length: 1 + Math.floor(random() * 30) }, () =>
    Array.from({ length: width }, () =>
      one(['', 'a', 'b c', '1.5', 'x,y', 'say "so"', 'two\nlines', '"', ',', ' ', '""', 'é']),
    ),
  ).filter((row) => row.some((cell) => cell !== ''));
  const cell = (text: string): string =>
    /[",\n]/.test(text) || random() < 0.2 ? `"${text.replaceAll('"', '""')}"` : text;
  return { text: rows.map((row) => `${row.map(cell).join(',')}\n`).join(''), rows };
};
const filled = (rows: readonly (readonly string[])[]) =>
  rows.filter((row) => row.some((cell) => cell !== ''));

describe('the careful cutter, which is used where something is wrong', () => {
  test('cuts what is well formed as papaparse does, in 2,000 texts', () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const { text, rows } = wellFormed(seed);
      const careful = cutCarefully(text, { ...COMMA, columns: [] }, true);
      expect(filled(careful.records), `seed ${seed}`).toEqual(rows);
      expect(filled(careful.records)).toEqual(filled(Papa.parse<string[]>(text).data));
      expect(careful.unterminated).toEqual([]);
    }
  });

  test('cuts the same wherever the text is taken apart', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const { text, rows } = wellFormed(seed);
      for (let at = 0; at <= text.length; at += 3) {
        for (const cut of [cutRecords, cutCarefully]) {
          const marks = { ...COMMA, columns: [] };
          const first = cut(text.slice(0, at), marks, false);
          const second = cut(first.rest + text.slice(at), marks, true);
          expect(filled([...first.records, ...second.records]), `seed ${seed} at ${at}`).toEqual(rows);
        }
      }
    }
  });
});

describe('a quote that never closes', () => {
  test('costs its own line, with nothing known of the columns', () => {
    const cut = cutRecords('a,b\n"c,d\ne,f\n', COMMA, true);
    expect(filled(cut.records)).toEqual([
      ['a', 'b'],
      ['"c', 'd'],
      ['e', 'f'],
    ]);
    expect(cut.unterminated).toEqual([1]);
  });

  test('in every line of a long text, takes time in proportion to it', () => {
    const time = (lines: number): number => {
      const text = 'a,"b\n'.repeat(lines);
      const began = performance.now();
      cutRecords(text, COMMA, true);
      return performance.now() - began;
    };
    time(2000);
    // a watchdog: without a bound this is a matter of minutes
    expect(time(40_000)).toBeLessThan(10_000);
  });
});
