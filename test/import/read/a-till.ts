import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';

const ITEMS = [
  'Rye bread',
  'Seeded roll',
  'Butter croissant',
  'Plum cake, whole',
  'Coffee "to go"',
  'Tea',
  'Jam, 250 g',
];
const CUSTOMERS = ['Anna Berg', 'Cafe Nord, Kiel', 'Bert Kahn', '', 'Zoe Lind', "O'Hara & Sons"];
const NOTES = ['', '', '', 'called twice, left a message', 'pays on the 1st', 'wants it sliced'];

/** The sales of an invented bakery as RFC 4180: order, day, customer, item, pieces, total, note. The same seed, the same text. */
export const aTill = (rows: number, seed = 1): string => {
  const random = seededRandom(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const lines = Array.from({ length: rows }, (_, row) => {
    const cents = 80 + Math.floor(random() * 9000);
    const day = new Date(Date.UTC(2024, 0, 2 + Math.floor(row / 3))).toISOString().slice(0, 10);
    return [
      `B-${1000 + row}`,
      day,
      one(CUSTOMERS),
      one(ITEMS),
      String(1 + Math.floor(random() * 12)),
      (cents / 100).toFixed(2),
      one(NOTES),
    ];
  });
  return [['Order', 'Day', 'Customer', 'Item', 'Pieces', 'Total', 'Note'], ...lines]
    .map((cells) => `${cells.map(quoted).join(',')}\n`)
    .join('');
};

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
