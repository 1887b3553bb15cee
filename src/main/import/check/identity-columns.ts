import type { IdentityFacts, IdentityKind, IdentityName } from './names.ts';

/** What a file may say of a customer beside the key it names it by. */
const FACTS = ['name', 'email', 'phone', 'company', 'street', 'city', 'postcode', 'country'] as const;
export type Fact = (typeof FACTS)[number];

const APART = '\u0000';
const KINDS: readonly IdentityKind[] = ['id', 'email', 'phone', 'name'];

/** Natural keys of identities, packed for the way between threads. */
export type IdentityNames = { readonly values: string; readonly sources: string; readonly kinds: Uint8Array };

export const packNames = (names: readonly IdentityName[]): IdentityNames => ({
  values: names.map(({ value }) => value).join(APART),
  sources: names.map(({ source }) => source).join(APART),
  kinds: Uint8Array.from(names, ({ kind }) => KINDS.indexOf(kind)),
});

export const unpackNames = ({ values, sources, kinds }: IdentityNames): IdentityName[] => {
  const value = values.split(APART);
  const source = sources.split(APART);
  return Array.from(kinds, (kind, at) => ({ source: source[at]!, kind: KINDS[kind]!, value: value[at]! }));
};

/** What a file says of its customers, packed for the way between threads: one text for each thing it says at all. */
export type IdentityPack = Readonly<Partial<Record<Fact, string>>>;

export const packIdentities = (identities: readonly IdentityFacts[]): IdentityPack =>
  Object.fromEntries(
    FACTS.filter((field) => identities.some((identity) => identity[field] !== '')).map((field) => [
      field,
      identities.map((identity) => identity[field]).join(APART),
    ]),
  );

/** What a file says of its customers, by its own numbers for them. */
export class IdentityColumns {
  /** what it says of any of them */
  readonly said: readonly Fact[];
  readonly #columns: ReadonlyMap<Fact, readonly string[]>;

  constructor(pack: IdentityPack) {
    this.said = FACTS.filter((field) => pack[field] !== undefined);
    this.#columns = new Map(this.said.map((field) => [field, (pack[field] ?? '').split(APART)]));
  }

  /** Empty when the file does not say it. */
  of(identity: number, fact: Fact): string {
    return this.#columns.get(fact)?.[identity] ?? '';
  }
}
