import { parsePhoneNumberFromString as parsePhone } from 'libphonenumber-js/min';
import type { IdentityKind } from '../check/names.ts';
import { nameKey } from '../values/name-key.ts';
import { namesAgree } from '../values/name-parts.ts';

/** An identity with what is known of it now; empty text is unknown. */
export type Identity = {
  readonly id: number;
  /** the customer it belongs to so far, null for a new one */
  readonly customer: number | null;
  readonly source: string;
  readonly kind: IdentityKind;
  readonly value: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
};

/**
 * Says which identities are one customer: the same e-mail, else the same phone with a compatible name, else the
 * exact name where it is all that is known and only one customer bears it. Two different numbers of one source are
 * two customers, whatever else they share.
 *
 * The answer depends on the set of identities alone, never on the order in which imports brought them; that is what
 * makes undoing imports in any order exact.
 * @returns for each identity the index of the first one of its customer
 */
export const groupIdentities = (identities: readonly Identity[]): Int32Array => {
  const groups = new Groups(identities);
  const shared = (key: (identity: Identity) => string, fits: (a: number, b: number) => boolean): void => {
    const byKey = new Map<string, number[]>();
    identities.forEach((identity, index) => {
      const text = key(identity);
      if (text === '') return;
      const list = byKey.get(text);
      if (list) list.push(index);
      else byKey.set(text, [index]);
    });
    for (const text of [...byKey.keys()].filter((each) => byKey.get(each)!.length > 1).sort()) {
      const members = byKey.get(text)!.sort((a, b) => compare(identities[a]!, identities[b]!));
      joinAll(members, groups, fits);
    }
  };
  shared(
    (identity) => identity.email,
    () => true,
  );
  shared(
    (identity) => (identity.phone.startsWith('+') ? identity.phone : ''),
    (a, b) => isPhone(identities[a]!.phone) && namesAgree(identities[a]!.name, identities[b]!.name),
  );
  joinByName(identities, groups);
  return groups.roots();
};

/** Joins the bearers of one key, unless two of them carry different numbers of one source: then nobody knows whose it is. */
const joinAll = (
  members: readonly number[],
  groups: Groups,
  fits: (a: number, b: number) => boolean,
): void => {
  if (!members.every((a, i) => members.slice(i + 1).every((b) => groups.compatible(a, b)))) return;
  members.forEach((a, i) => {
    for (const b of members.slice(i + 1)) if (fits(a, b)) groups.join(a, b);
  });
};

/** An identity that is a name alone joins the one customer who bears it, if there is one. */
const joinByName = (identities: readonly Identity[], groups: Groups): void => {
  const sought = new Set<string>();
  for (const { kind, value } of identities) if (kind === 'name') sought.add(value);
  if (sought.size === 0) return;
  const bearer = new Map<string, number>();
  identities.forEach((identity, index) => {
    const key = identity.kind === 'name' ? '' : nameKey(identity.name);
    if (key === '' || !sought.has(key)) return;
    const root = groups.root(index);
    const other = bearer.get(key);
    bearer.set(key, other === undefined || other === root ? root : SEVERAL);
  });
  identities.forEach((identity, index) => {
    if (identity.kind !== 'name') return;
    const root = bearer.get(identity.value) ?? SEVERAL;
    if (root !== SEVERAL) groups.join(index, root);
  });
};
const SEVERAL = -1;

/** What a till keeps in place of a number ("+49", "+44 0000") is kept unchanged and joins nobody. */
const isPhone = (text: string): boolean => {
  const phone = parsePhone(text);
  return phone?.number === text && phone.isValid();
};

const compare = (a: Identity, b: Identity): number =>
  order(a.kind, b.kind) || order(a.source, b.source) || order(a.value, b.value);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Disjoint sets of identities that remember which source numbers they hold. */
class Groups {
  readonly #parent: Int32Array;
  readonly #identities: readonly Identity[];
  /** the numbers of groups of more than one identity, by source */
  readonly #joined = new Map<number, ReadonlyMap<string, string>>();

  constructor(identities: readonly Identity[]) {
    this.#parent = Int32Array.from(identities, (_, index) => index);
    this.#identities = identities;
  }

  root(index: number): number {
    let at = index;
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at]!]!;
      at = this.#parent[at]!;
    }
    return at;
  }

  compatible(a: number, b: number): boolean {
    const [x, y] = [this.#numbers(this.root(a)), this.#numbers(this.root(b))];
    for (const [source, value] of x) if (y.has(source) && y.get(source) !== value) return false;
    return true;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)].sort((p, r) => p - r) as [number, number];
    if (x === y) return;
    const numbers = new Map([...this.#numbers(x), ...this.#numbers(y)]);
    this.#parent[y] = x;
    this.#joined.delete(y);
    this.#joined.set(x, numbers);
  }

  #numbers(root: number): ReadonlyMap<string, string> {
    const joined = this.#joined.get(root);
    if (joined) return joined;
    const { kind, source, value } = this.#identities[root]!;
    return kind === 'id' ? new Map([[source, value]]) : NO_NUMBERS;
  }

  roots(): Int32Array {
    return this.#parent.map((_, index) => this.root(index));
  }
}

const NO_NUMBERS: ReadonlyMap<string, string> = new Map();
