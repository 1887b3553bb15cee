/** The head row of an order, which alone may know its day, its customer and how far it has come. */
type Head = {
  readonly record: readonly string[];
  /** no line of the order was left out, so that its lines make up what the head says */
  readonly isWhole: boolean;
};

/** More heads than these wait for no lines: a file tells an order's rows near each other. */
const MOST_WAITING = 1000;

/** Head rows by their order's number, until its lines are met. */
export class OrderHeads {
  readonly #heads = new Map<string, Head>();
  readonly #spoilt = new Set<string>();

  keep(number: string, record: readonly string[]): void {
    if (number === '') return;
    if (this.#heads.size >= MOST_WAITING) this.#heads.clear();
    this.#heads.set(number, { record, isWhole: true });
  }

  /** A line of the order is left out. */
  spoil(number: string): void {
    if (this.#spoilt.size >= MOST_WAITING) this.#spoilt.clear();
    this.#spoilt.add(number);
  }

  take(number: string): Head | null {
    const head = this.#heads.get(number);
    if (!head) return null;
    this.#heads.delete(number);
    return { ...head, isWhole: !this.#spoilt.has(number) };
  }
}
