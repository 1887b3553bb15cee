import { seededRandom } from '../../src/main/analytics/numeric/random.ts';
import { table } from '../support/csv.ts';

/** Which columns the till exports. */
export type Till = { readonly orderIds: boolean; readonly customers: 'id' | 'contact' | 'none' };

export type Business = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

const pad = (n: number): string => String(n).padStart(2, '0');
const NAMES = ['Anna Berg', 'Bert Kahn', 'Carla Diaz', 'Dora Ek', 'Emil Frey'];

/** Some weeks of sales, line by line as the till wrote them; the same seed gives the same. */
export const aBusiness = (seed: number, { orderIds, customers }: Till): Business => {
  const random = seededRandom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const rows: string[][] = [];
  const orders = 12 + below(12);
  for (let o = 0; o < orders; o++) {
    const who = below(NAMES.length + 1);
    const name = who === NAMES.length ? one(['Guest', '']) : NAMES[who]!;
    const key = name === '' || name === 'Guest' ? '' : `C${who}`;
    const date = `2024-0${1 + Math.floor((o * 3) / orders)}-${pad(1 + ((o * 5) % 28))}`;
    const lines = 1 + below(4);
    for (let l = 0; l < lines; l++) {
      const quantity = 1 + below(3);
      const cents = one([250, 420, 420, 999, -300]);
      rows.push([
        ...(orderIds ? [String(500 + o)] : []),
        date,
        // lines of an order are rung up one after the other
        `${pad(8 + (o % 9))}:${pad(10 + (orderIds ? l : 0))}`,
        ...(customers === 'id' ? [key, one([name, name, ''])] : []),
        // a till does not fill every contact on every line
        ...(customers === 'contact'
          ? [
              name,
              key && one([`${key.toLowerCase()}@example.com`, '']),
              key && one([`+4917012345${pad(who)}`, '']),
            ]
          : []),
        one(['B-1', 'B-2', 'B-3']),
        one(['Bread', 'Rye bread', 'Rolls']),
        String(quantity),
        (cents / 100).toFixed(2),
        ((quantity * cents) / 100).toFixed(2),
      ]);
    }
  }
  return {
    header: [
      ...(orderIds ? ['Order ID'] : []),
      'Date',
      'Time',
      ...(customers === 'id' ? ['Customer ID', 'Customer'] : []),
      ...(customers === 'contact' ? ['Customer', 'E-mail', 'Phone'] : []),
      'SKU',
      'Item',
      'Quantity',
      'Price',
      'Amount',
    ],
    rows,
  };
};

/** Two or three exports of the same business that together hold all of it and overlap, cut anywhere. */
export const overlappingFiles = ({ header, rows }: Business, seed: number): string[] => {
  const random = seededRandom(seed);
  const count = 2 + Math.floor(random() * 2);
  const at = (share: number): number => Math.floor(share * rows.length);
  const cuts = Array.from({ length: count }, (_, i) => {
    const from = i === 0 ? 0 : at(((i - random() * 0.9) / count) * 0.999);
    const to = i === count - 1 ? rows.length : at(Math.min(1, (i + 1 + random() * 0.9) / count));
    return [Math.max(0, from), Math.max(to, from + 1)] as const;
  });
  return cuts.map(([from, to]) => table(header, rows.slice(from, to)));
};

/** Three exports that each tell some lines otherwise: another amount, another time, another name, a line less. */
export const contradictingFiles = ({ header, rows }: Business, seed: number): string[] =>
  [1, 2, 3].map((file) => {
    const random = seededRandom(seed * 10 + file);
    const told = rows.flatMap((row) => {
      const fate = random();
      if (fate < 0.15) return [];
      const cells = [...row];
      if (fate < 0.3) cells[cells.length - 1] = (Math.floor(random() * 4) * 2.5).toFixed(2);
      else if (fate < 0.4) cells[header.indexOf('Time')] = '07:00';
      else if (fate < 0.45) cells[header.indexOf('Customer')] = 'Gina Holm';
      else if (fate < 0.5) return [cells, cells];
      return [cells];
    });
    return table(header, told);
  });

export const permutations = <T>(items: readonly T[]): T[][] =>
  items.length <= 1
    ? [[...items]]
    : items.flatMap((item, i) =>
        permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
      );
