import { expect, test } from 'vitest';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { examine } from '../../src/main/database/integrity.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { undoImport } from '../../src/main/import/undo/undo-import.ts';
import { aSale, csv } from '../support/csv.ts';
import { aPortfolio, take } from '../support/portfolio.ts';
import { tally } from './tally.ts';

/** The long form makes 2,000 small imports. */
const IMPORTS = Number(process.env.CLIENTELE_SMALL_IMPORTS ?? 40);
const HOURS = 3 * 60 * 60_000;

test(`${IMPORTS} small imports in one file, taken back in the wrong order with the clock set back`, {
  timeout: HOURS,
}, async () => {
  const db = aPortfolio();
  const real = Date.now;
  const before: string[] = [];
  try {
    for (let n = 0; n < IMPORTS; n++) {
      // each import is earlier than the one before
      Date.now = () => real() - n * 3_600_000;
      before.push(n === 0 ? '' : contentHash(db));
      const { batch, orders } = await take(
        db,
        csv(aSale({ order: `${n}`, customer: `C${n % 7}` })),
        { locale: 'en-GB', currency: 'EUR' },
        { name: `${n}.csv` },
      );
      const lost = batch !== n + 1 || orders !== 1;
      tally('small imports', { survived: !lost, lost });
      expect(lost).toBe(false);
      if (n % 10 === 0) db.settle();
    }
    db.close();
    const again = openPortfolio(db.path);
    expect(again.row('SELECT count(*) AS n FROM sales_order')).toEqual({ n: IMPORTS });
    // the last half, the newest first: the content of each step before comes back
    for (let n = IMPORTS - 1; n >= IMPORTS / 2; n--) {
      undoImport(again, n + 1);
      const lost = contentHash(again) !== before[n];
      tally('clock set back', { survived: !lost, lost });
      expect(lost).toBe(false);
    }
    expect(examine(again).checks.filter(({ ok }) => !ok)).toEqual([]);
    again.close();
  } finally {
    Date.now = real;
  }
});
