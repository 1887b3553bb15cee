import { seededRandom } from '../../src/main/sample/random.ts';
import { dayFromNumber, dayNumber, isoDay } from '../../src/shared/model/day.ts';

/**
 * @property lines order lines, without the header
 * @property customers how many different ones appear; at most a tenth of `lines`, so that each can have an order
 */
export type OrderLinesOptions = { readonly lines: number; readonly customers: number; readonly seed: number };

export const ORDER_LINES_HEADER =
  'Order ID,Date,Customer ID,Customer name,Product code,Product name,Quantity,Unit price';

const FIRST_DAY = dayNumber(isoDay('2022-01-01'));
const DAYS = 1096;
const PRODUCTS = 4000;
const CHUNK = 1 << 16;
const MOST_LINES = 15;

const ADJECTIVES = [
  'Small',
  'Large',
  'Red',
  'Blue',
  'Green',
  'Wooden',
  'Glass',
  'Paper',
  'Vintage',
  'Striped',
];
const THINGS = [
  'Tea Light Holder',
  'Storage Jar',
  'Lunch Bag',
  'Picture Frame',
  'Cake Stand',
  'Hand Towel',
  'Notebook',
  'Door Mat',
];
const SETS = ['single piece', 'set of two', 'set of six', 'pack of twelve', 'with blue ribbon'];
const FIRST_NAMES = [
  'Anna',
  'Ben',
  'Clara',
  'David',
  'Elena',
  'Felix',
  'Greta',
  'Hanna',
  'Jonas',
  'Katrin',
  'Lena',
  'Nils',
  'Sofia',
];
const LAST_NAMES = [
  'Ahrendt',
  'Bergthal',
  'Dornfeld',
  'Falkner',
  'Hohlweg',
  'Kornhaus',
  'Lindtal',
  'Nordhoff',
  'Silberg',
  'Tannwald',
  'Weidenau',
];

/**
 * A big plain CSV for benches: UTF-8, comma, LF, ISO days ascending over three years, the 1–15 lines of an order in
 * one piece. A million lines of 92,000 customers are about 94 MB. The same options give the same bytes.
 * @returns chunks of about 64 KB which joined are the file, header first
 * @throws RangeError when there are more customers than a tenth of the lines
 */
export function* generateOrderLines({
  lines,
  customers,
  seed,
}: OrderLinesOptions): Generator<string, undefined> {
  if (customers < 1 || customers * 10 > lines) {
    throw new RangeError(`${customers} customers do not fit in ${lines} lines`);
  }
  const random = seededRandom(seed, 'order lines');
  const products = productTexts(seed);
  const days = Array.from({ length: DAYS }, (_, i) => dayFromNumber(FIRST_DAY + i));
  let chunk = `${ORDER_LINES_HEADER}\n`;
  let known = 0;
  let order = 5_000_000;
  for (let written = 0; written < lines; ) {
    // new customers come evenly, and all of them before the last tenth; the others are mostly early ones
    const due = Math.min(customers, Math.ceil((customers * (written + 1)) / (lines * 0.9)));
    const customer = known < due ? known++ : Math.floor(known * random.unit() * random.unit());
    const size = Math.min(lines - written, 1 + random.below(MOST_LINES));
    const day = days[Math.floor((written * DAYS) / lines)];
    const head = `${order++},${day},C${1_000_000 + customer},${customerName(customer)}`;
    for (let i = 0; i < size; i++) {
      const product = products[Math.floor(PRODUCTS * random.unit() * random.unit())];
      chunk += `${head},${product?.text},${1 + random.below(random.chance(0.1) ? 48 : 6)},${product?.price}\n`;
    }
    written += size;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

const customerName = (n: number): string =>
  `${FIRST_NAMES[n % FIRST_NAMES.length]} ${LAST_NAMES[Math.floor(n / FIRST_NAMES.length) % LAST_NAMES.length]} ${n}`;

const productTexts = (seed: number): readonly { readonly text: string; readonly price: string }[] => {
  const random = seededRandom(seed, 'products');
  return Array.from({ length: PRODUCTS }, (_, n) => {
    const name = `${random.pick(ADJECTIVES)} ${random.pick(THINGS)} ${random.pick(SETS)}`;
    const cents = 45 + random.below(random.chance(0.1) ? 20_000 : 2000);
    return {
      text: `P${String(10_000 + n)},${name}`,
      price: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
    };
  });
};
