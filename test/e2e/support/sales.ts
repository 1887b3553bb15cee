import { makeSample } from '../../../src/main/sample/sample.ts';
import type { Sample } from '../../../src/main/sample/truth.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { Upload } from '../pages/import.ts';

/** A small bakery's till export with a known truth: returns, cancelled receipts, anonymous sales and dirty rows. */
export const aBakery = (customers = 120): Sample =>
  makeSample({ kind: 'bakery', customers, seed: 7, until: isoDay('2025-09-30') });

export const aCsv = (name: string, text: string | Buffer): Upload => ({
  name,
  mimeType: 'text/csv',
  buffer: typeof text === 'string' ? Buffer.from(text) : text,
});

export const uploadOf = (sample: Sample): Upload => aCsv(sample.fileName, sample.csv);
