import { describe, expect, test } from 'vitest';
import { examine } from '../../../src/main/database/integrity.ts';
import { aPortfolio, storedSummaries, take } from '../../support/portfolio.ts';
import { messyCsv } from './messy-csv.ts';

const FILES = Number(process.env.CLIENTELE_MESSY_FILES ?? 300);

describe('rows.read = imported + leftOut + alreadyThere, revenue + revenueLeftOut = the file (CLI.md)', () => {
  test(`in ${FILES} messy files`, async () => {
    const db = aPortfolio();
    const met: Record<string, number> = {};
    for (let seed = 1; seed <= FILES; seed++) {
      const file = messyCsv(seed);
      const result = await take(db, file.text, { locale: file.locale, currency: 'EUR' }, { dryRun: true });
      const { read, imported, leftOut, alreadyThere } = result.rows;
      const where = `messyCsv(${seed})`;
      expect(read, where).toBe(file.records);
      expect(imported + leftOut + alreadyThere, where).toBe(read);
      expect(leftOut, where).toBe(Object.values(file.faults).reduce((a, b) => a + b, 0));
      expect(result.revenue.minor + result.revenueLeftOut.minor, where).toBe(file.total);
      for (const issue of result.issues.first) expect(issue.message, where).toMatch(/\.$/);
      for (const [fault, count] of Object.entries(file.faults)) met[fault] = (met[fault] ?? 0) + count;
    }
    // the generator does what it says: every fault was met often
    for (const fault of [
      'date',
      'amount',
      'quantity',
      'short',
      'long',
      'cancelled',
      'subtotal',
      'blank-date',
    ])
      expect(met[fault], fault).toBeGreaterThan(FILES / 10);
  });

  test('and the same holds of what was written, file after file into one portfolio', async () => {
    const db = aPortfolio();
    for (let seed = 1; seed <= 40; seed++) {
      const { text, locale, records, total } = messyCsv(seed);
      const options = { locale, currency: 'EUR' };
      const before =
        db.row<{ net: number | null }>('SELECT sum(amount_minor) AS net FROM order_line')!.net ?? 0;
      const looked = await take(db, text, options, { dryRun: true });
      const result = await take(db, text, options);
      const { read, imported, leftOut, alreadyThere } = result.rows;
      expect(imported + leftOut + alreadyThere).toBe(read);
      expect(read).toBe(records);
      const after = db.row<{ net: number }>('SELECT sum(amount_minor) AS net FROM order_line')!.net;
      expect(after - before).toBe(result.revenue.minor);
      expect(result.controlTotals?.sum.minor).toBe(total);
      // what the preview promised is what the import did
      const { batch, contentHash, elapsedMs, peakRssBytes, customers, ...same } = result;
      expect(looked).toMatchObject(same);
    }
    const diagnosis = examine(db);
    expect(diagnosis.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(storedSummaries(db).months?.length).toBe(12);
  });
});
