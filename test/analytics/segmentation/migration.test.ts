import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrationMatrix } from '../../../src/main/analytics/segmentation/migration.ts';

const people = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: -1, max: 3 })), {
    selector: ([id]) => id,
    maxLength: 40,
  })
  .map((list) => {
    const sorted = list.toSorted(([a], [b]) => a - b);
    return { customer: sorted.map(([id]) => id), place: sorted.map(([, place]) => place) };
  });

const total = (list: ArrayLike<number>): number => Array.from(list).reduce((a, b) => a + b, 0);

test('rows with leavers are the sizes before, columns with entrants the sizes after', () => {
  fc.assert(
    fc.property(people, people, (before, after) => {
      const { counts, entrants, leavers } = migrationMatrix(before, after, 4, 4);
      for (let s = 0; s < 5; s++) {
        const place = s === 4 ? -1 : s;
        expect(total(counts[s]!) + leavers[s]!).toBe(before.place.filter((p) => p === place).length);
        expect(counts.reduce((sum, row) => sum + row[s]!, 0) + entrants[s]!).toBe(
          after.place.filter((p) => p === place).length,
        );
      }
    }),
  );
});

test('nobody moves between a day and itself', () => {
  fc.assert(
    fc.property(people, (day) => {
      const { counts, entrants, leavers } = migrationMatrix(day, day, 4, 4);
      expect([total(entrants), total(leavers)]).toEqual([0, 0]);
      counts.forEach((row, i) => {
        row.forEach((n, j) => {
          if (i !== j) expect(n).toBe(0);
        });
      });
    }),
  );
});
