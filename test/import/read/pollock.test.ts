import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { aFile } from '../../support/folder.ts';
import { aTill } from './a-till.ts';
import { pollute } from './pollute.ts';
import { readAsRows } from './read-as-rows.ts';

const sample = new URL('../../../../shared/data/pollock-sample/', import.meta.url);
const isPresent = existsSync(sample);
if (!isPresent)
  process.stderr.write('SKIPPED: pollock-sample is not beside the project; its files are not read.\n');

describe.skipIf(!isPresent)(
  'the sample of Pollock (VLDB 2023), nothing given: each file equals its clean twin',
  () => {
    const names = isPresent ? readdirSync(new URL('csv/', sample)) : [];
    test.each(names)('%s', (name) => {
      const text = readFileSync(new URL(`clean/${name}`, sample), 'utf8');
      const clean = text === '' ? [] : Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
      expect(readAsRows(new URL(`csv/${name}`, sample).pathname)).toEqual(clean);
    });
  },
);

describe('the same pollutions on another table, whose columns of free text stand side by side', () => {
  // two free texts that ran together, or a row cut at each space, cannot be told apart: such a row must stay as it is
  const ambiguous = /field_delimiter_.*0x20$|_sep_/;

  test.each(['\n', '\r\n'])('each is read right or left as it is, never read wrong; line end %j', (end) => {
    let right = 0;
    let all = 0;
    for (const { name, csv, clean } of pollute(aTill(24, 5), end)) {
      if (csv === '' || name === 'file_field_delimiter_0x20') continue;
      all++;
      const rows = readAsRows(aFile(csv));
      if (JSON.stringify(rows) === JSON.stringify(clean)) {
        right++;
        continue;
      }
      expect(name).toMatch(ambiguous);
      expect(rows.length, name).toBe(clean.length);
      rows.forEach((row, at) => {
        if (JSON.stringify(row) !== JSON.stringify(clean[at]))
          expect(row.length, name).not.toBe(clean[0]?.length);
      });
    }
    expect(right / all).toBeGreaterThan(0.85);
  });
});
