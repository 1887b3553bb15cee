/** What the products of a file come to, by their row ids. */
export class ProductSums {
  #amount = new Float64Array(1024);
  #lines = new Uint32Array(1024);

  /** @param amount minor units */
  add(product: number, amount: number): void {
    if (product >= this.#amount.length) this.#grow(product);
    this.#amount[product]! += amount;
    this.#lines[product]!++;
  }

  of(product: number): { readonly amount: number; readonly lines: number } {
    return { amount: this.#amount[product] ?? 0, lines: this.#lines[product] ?? 0 };
  }

  #grow(product: number): void {
    const room = 2 ** Math.ceil(Math.log2(product + 1));
    const [amount, lines] = [new Float64Array(room), new Uint32Array(room)];
    amount.set(this.#amount);
    lines.set(this.#lines);
    this.#amount = amount;
    this.#lines = lines;
  }
}
