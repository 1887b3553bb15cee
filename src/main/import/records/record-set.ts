import type { RecordTable } from '../../../shared/model/import-kind.ts';

export type Cell = string | number | null;

/** Where something a file says is kept: a table of records, or claims on a customer or a product. */
export type SaidTable = RecordTable | 'customer_trait' | 'consent' | 'product_claim' | 'identity_claim';

/** One thing a file says, of one row of one table. */
export type Said = {
  readonly table: SaidTable;
  /** names it among those of its table */
  readonly key: string;
  /** the file's number of the customer it is about, −1 for none */
  readonly identity: number;
  /** the file's number of the product it is about, −1 for none */
  readonly product: number;
  readonly sourceRow: number;
  values: Readonly<Record<string, Cell>>;
};

type Saying = Omit<Said, 'identity' | 'product'> & Partial<Pick<Said, 'identity' | 'product'>>;

/** All that a file of another kind than sales says, each thing once. */
export class RecordSet {
  readonly #said = new Map<string, Said>();
  readonly #times = new Map<string, number>();

  /** What comes later of the same thing takes the place of what came before. */
  say(saying: Saying): Said {
    const said: Said = { identity: -1, product: -1, ...saying };
    const known = this.#said.get(nameOf(said));
    if (known) {
      known.values = said.values;
      return known;
    }
    this.#said.set(nameOf(said), said);
    return said;
  }

  /** The same, but what is not said leaves what was said before. */
  learn(saying: Saying): Said {
    const known = this.#said.get(nameOf(saying));
    if (!known) return this.say(saying);
    const told = Object.entries(saying.values).filter(([, value]) => value !== null);
    known.values = { ...known.values, ...Object.fromEntries(told) };
    return known;
  }

  /**
   * Names a record that has no number of its own by its content and its count within the file: two equal lines of a
   * log can both be true.
   */
  keyOf(content: readonly Cell[]): string {
    const text = JSON.stringify(content);
    const times = (this.#times.get(text) ?? 0) + 1;
    this.#times.set(text, times);
    return `${text}#${times}`;
  }

  all(): Iterable<Said> {
    return this.#said.values();
  }

  find(table: SaidTable, key: string): Said | undefined {
    return this.#said.get(nameOf({ table, key }));
  }

  /** The file's numbers of those anything is said of; a record that is left out names nobody. */
  named(what: 'identity' | 'product'): ReadonlySet<number> {
    return new Set([...this.all()].map((said) => said[what]).filter((number) => number >= 0));
  }
}

const nameOf = ({ table, key }: Pick<Said, 'table' | 'key'>): string => `${table}\u0000${key}`;
