import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import type { RecordKindName } from '../../../src/shared/model/import-kind.ts';
import { table } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

/** Few values, so that files overlap, repeat and contradict each other. */
const day = fc.constantFrom('2025-03-20', '2025-03-21');
const who = fc.constantFrom('Ann', 'Bob', '');
const number = fc.constantFrom('', 'N1', 'N2');
const score = fc.constantFrom('', '3', '5');
const money = fc.constantFrom('1.00', '2.50');
const yes = fc.constantFrom('', 'yes', 'no');

const FILES: Readonly<
  Partial<Record<RecordKindName, { header: readonly string[]; row: fc.Arbitrary<readonly string[]> }>>
> = {
  customers: {
    header: ['Customer number', 'Customer', 'City', 'Industry', 'Consent e-mail'],
    row: fc.tuple(
      number,
      fc.constantFrom('Ann', 'Bob'),
      fc.constantFrom('', 'Bath'),
      fc.constantFrom('', 'Bakery'),
      yes,
    ),
  },
  products: {
    header: ['Code', 'Name', 'Unit cost'],
    row: fc.tuple(
      fc.constantFrom('A', 'B'),
      fc.constantFrom('Bread', 'Rolls'),
      fc.constantFrom('', '1', '2'),
    ),
  },
  costs: {
    header: ['Date', 'Customer', 'Activity', 'Cost'],
    row: fc.tuple(day, who, fc.constantFrom('Visit', 'Delivery'), money),
  },
  interactions: {
    header: ['Interaction ID', 'Date', 'Customer', 'Contact type', 'Outcome'],
    row: fc.tuple(
      number,
      day,
      fc.constantFrom('Ann', 'Bob'),
      fc.constant('Visit'),
      fc.constantFrom('', 'good'),
    ),
  },
  feedback: {
    header: ['Answer ID', 'Date', 'Customer', 'NPS', 'Delivery', 'State'],
    row: fc.tuple(number, day, who, fc.constantFrom('0', '9'), score, fc.constantFrom('new', 'answered')),
  },
  quotes: {
    header: ['Quote number', 'Date', 'Customer', 'Amount', 'Status'],
    row: fc.tuple(number, day, fc.constantFrom('Ann', 'Bob'), money, fc.constantFrom('open', 'won')),
  },
};

test.each(Object.entries(FILES))(
  '%s: of overlapping and contradicting files, undone in any order, remains what importing the rest gives',
  async (kind, { header, row }) => {
    const file = fc.array(row, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(file, file, fc.boolean(), async (a, b, firstGoes) => {
        const options = { kind: kind as RecordKindName, allowAgain: true, decimal: '.' } as const;
        const db = aPortfolio();
        await take(db, table(header, a), options);
        const both = await take(db, table(header, b), options);
        expect(both.rows.read).toBe(both.rows.imported + both.rows.leftOut + both.rows.alreadyThere);
        undoImport(db, firstGoes ? 1 : 2);
        const alone = aPortfolio();
        await take(alone, table(header, firstGoes ? b : a), options);
        expect(contentHash(db)).toBe(contentHash(alone));
        expect(db.raw.pragma('foreign_key_check')).toEqual([]);
      }),
      { seed: 7, numRuns: 12 },
    );
  },
);
