import type { Field } from '../../../shared/model/sale-field.ts';
import { saysMean, saysSum } from '../values/sum-words.ts';

export type SumKind = 'footer-row' | 'subtotal-row';

type Columns = Readonly<Partial<Record<Field, number>>>;

/** Facts about whom a sale was made to, which no sum has. */
const WHO = ['customer.id', 'customer.name', 'customer.email', 'customer.lastName'] as const;

/**
 * Tells the sums of a report from its sales by how they add up to the rows above them: all of them, or those since the
 * last sum. Amounts are of one column, in minor units.
 */
export class SumRows {
  readonly #who: readonly number[];
  readonly #number: number;
  readonly #product: number;
  readonly #texts: readonly number[];
  #all = 0;
  #rows = 0;
  #group = 0;
  #groupRows = 0;
  #numbersHaveDigits = true;

  constructor(columns: Columns) {
    this.#who = WHO.flatMap((field) => columns[field] ?? []);
    this.#number = columns['order.id'] ?? -1;
    this.#product = columns['product.name'] ?? -1;
    this.#texts = (['order.id', 'product.name', 'customer.name'] as const).flatMap(
      (field) => columns[field] ?? [],
    );
  }

  /** The amount of a row that is a sale. */
  add(amount: number, record: readonly string[] | null = null): void {
    this.#all += amount;
    this.#group += amount;
    this.#rows++;
    this.#groupRows++;
    if (record && this.#numbersHaveDigits && this.#number >= 0)
      this.#numbersHaveDigits = /\d/.test(record[this.#number] ?? '');
  }

  /** What an undated row is. @param amount null where it has none */
  undated(record: readonly string[], amount: number | null): SumKind | null {
    const first = record.find((cell) => cell.trim() !== '') ?? '';
    if (saysMean(first)) return 'footer-row';
    if (amount === null) return null;
    const adds = this.#adds(amount);
    // no day, no customer, no article, and a word for a sum: it may sum up another column than the one that counts
    if (adds === null && saysSum(first) && !this.#names(record) && this.#isBlank(record, this.#product))
      return 'subtotal-row';
    if (adds === null || (this.#names(record) && !this.#says(record))) return null;
    const words = record.filter((cell) => /\p{L}{2}/u.test(cell)).length;
    const telling = this.#says(record) || (words <= 1 && this.#manyRows(adds));
    return telling ? this.#found(adds) : null;
  }

  /** The same of a row with a day, which needs more to be no sale: a word for a sum, or no customer and no number. */
  dated(record: readonly string[], amount: number): SumKind | null {
    const adds = this.#adds(amount);
    if (adds === null) return null;
    if (this.#says(record)) return this.#names(record) ? null : this.#found(adds);
    const number = this.#number < 0 ? '' : (record[this.#number] ?? '').trim();
    const unlike = this.#numbersHaveDigits && this.#number >= 0 && number !== '' && !/\d/.test(number);
    return unlike && this.#who.length > 0 && !this.#names(record) && this.#manyRows(adds)
      ? this.#found(adds)
      : null;
  }

  #adds(amount: number): SumKind | null {
    if (amount === 0) return null;
    if (this.#rows > 1 && amount === this.#all) return 'footer-row';
    return this.#groupRows > 0 && amount === this.#group ? 'subtotal-row' : null;
  }

  /** One row that is equal to the one above may be another sale. */
  #manyRows(adds: SumKind): boolean {
    return (adds === 'footer-row' ? this.#rows : this.#groupRows) > 1;
  }

  #found(kind: SumKind): SumKind {
    this.#group = 0;
    this.#groupRows = 0;
    return kind;
  }

  #isBlank(record: readonly string[], column: number): boolean {
    return (record[column] ?? '').trim() === '';
  }

  #names(record: readonly string[]): boolean {
    return this.#who.some((at) => {
      const cell = (record[at] ?? '').trim();
      return cell !== '' && !saysSum(cell);
    });
  }

  #says(record: readonly string[]): boolean {
    return (
      this.#texts.some((at) => saysSum(record[at] ?? '')) ||
      saysSum(record.find((cell) => cell.trim() !== '') ?? '')
    );
  }
}
