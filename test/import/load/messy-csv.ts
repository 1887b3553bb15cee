import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';

/** What is wrong with a record; `null` for nothing. */
type Fault =
  | null
  | 'date'
  | 'amount'
  | 'quantity'
  | 'short'
  | 'long'
  | 'cancelled'
  | 'subtotal'
  | 'blank-date';

/** A file of sales with much wrong with it, and what a careful person would count in it. */
export type Messy = {
  readonly text: string;
  readonly records: number;
  /** in cents, of all records whose amount can be read and that have as many cells as the header */
  readonly total: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly locale: string;
};

const pad = (n: number): string => String(n).padStart(2, '0');

const STYLES = [
  {
    locale: 'en-GB',
    mark: '.',
    group: ',',
    date: (y: number, m: number, d: number) => `${pad(d)}/${pad(m)}/${y}`,
  },
  { locale: 'en-US', mark: '.', group: ',', date: (y: number, m: number, d: number) => `${m}/${d}/${y}` },
  {
    locale: 'de-DE',
    mark: ',',
    group: '.',
    date: (y: number, m: number, d: number) => `${pad(d)}.${pad(m)}.${y}`,
  },
  {
    locale: 'fr-FR',
    mark: ',',
    group: '\u202f',
    date: (y: number, m: number, d: number) => `${y}-${pad(m)}-${pad(d)}`,
  },
] as const;

/** The same seed gives the same file. */
export const messyCsv = (seed: number): Messy => {
  const random = seededRandom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const chance = (p: number): boolean => random() < p;

  const style = one(STYLES);
  const delimiter = one([',', ';', '\t', '|']);
  const eol = one(['\n', '\r\n', '\r']);
  const withOrders = chance(0.7);
  const withCustomers = chance(0.8);
  const dressed = chance(0.3);
  const records = 20 + below(60);
  const faults: Record<string, number> = {};
  let total = 0;

  const money = (cents: number): string => {
    const [whole = '', fraction = ''] = (Math.abs(cents) / 100).toFixed(2).split('.');
    const grouped = chance(0.5) ? whole.replace(/\B(?=(\d{3})+$)/g, style.group) : whole;
    const text = `${grouped}${style.mark}${fraction}`;
    if (cents >= 0) return dressed && chance(0.5) ? `€ ${text}` : text;
    return one([`-${text}`, `${text}-`, `(${text})`, `\u2212${text}`]);
  };
  const quoted = (cell: string): string =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) || chance(0.2)
      ? `"${cell.replaceAll('"', '""')}"`
      : cell;
  const line = (cells: readonly string[]): string => cells.map(quoted).join(delimiter) + eol;

  const header = [
    ...(withOrders ? ['Order ID'] : []),
    'Date',
    ...(withCustomers ? ['Customer'] : []),
    'Product',
    'Quantity',
    'Amount',
    'Status',
  ];
  let text = chance(0.3) ? `Export of sales${eol}${eol}` : '';
  text += line(header);
  for (let i = 0; i < records; i++) {
    // the first rows are sound, so that what the columns mean is not in doubt
    const fault: Fault =
      i < 12 || chance(0.75)
        ? null
        : one([
            'date',
            'amount',
            'quantity',
            'short',
            'long',
            'cancelled',
            'subtotal',
            'blank-date',
          ] as const);
    const cents = below(400_000) - 100_000;
    // the first row has a day above 12, so that its order is not in doubt
    const day = i === 0 ? 28 : 1 + below(28);
    const cells = [
      ...(withOrders ? [String(1000 + Math.floor(i / (1 + below(3))))] : []),
      fault === 'date'
        ? one(['31.02.2024', 'UNKNOWN', '2024-13-45', '99/99/2024'])
        : fault === 'blank-date'
          ? ''
          : style.date(2024, 1 + below(12), day),
      ...(withCustomers ? [one(['Anna Berg', 'Bert "B." Kahn', 'Guest', '', 'Laufkunde', 'Zoë, Ltd'])] : []),
      one(['Bread', 'Müsli', 'Cake\nwith cream', 'Tea; green', '']),
      fault === 'quantity' ? one(['two', '1.2.3']) : one(['1', '2', '12', '']),
      fault === 'amount' ? one(['ERROR', 'n/a', '1.2.3,4']) : money(cents),
      fault === 'cancelled' ? one(['Cancelled', 'void', 'storniert']) : one(['Paid', '', 'Pending']),
    ];
    if (fault === 'subtotal') {
      cells.fill('');
      cells[0] = one(['Total', 'Subtotal', 'Zwischensumme']);
      cells[cells.length - 2] = money(below(1_000_000));
    }
    if (fault === 'short') cells.length = 2;
    if (fault === 'long') cells.push('extra');
    if (fault !== null) faults[fault] = (faults[fault] ?? 0) + 1;
    if (fault === null || fault === 'date' || fault === 'blank-date' || fault === 'cancelled') total += cents;
    text += line(cells);
    if (chance(0.05)) text += eol;
  }
  return { text, records, total, faults, locale: style.locale };
};
