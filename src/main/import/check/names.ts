import { productHash } from '../../database/line-digest.ts';
import { nameKey } from '../values/name-key.ts';

export type IdentityKind = 'id' | 'email' | 'phone' | 'name';

/** The natural key of an identity. */
export type IdentityName = { readonly source: string; readonly kind: IdentityKind; readonly value: string };

/** How a file names a customer, with what else it says of them; blank means it says nothing. */
export type IdentityFacts = IdentityName & {
  name: string;
  email: string;
  phone: string;
  company: string;
  street: string;
  city: string;
  postcode: string;
  country: string;
};

export type ProductFacts = {
  readonly kind: 'code' | 'name';
  readonly value: string;
  name: string;
  category: string;
};

type Place = Pick<IdentityFacts, 'company' | 'street' | 'city' | 'postcode' | 'country'>;

/**
 * A copy that shares no memory. A cell is a view into the megabyte it was cut from; kept as it is, it would keep all of
 * that in memory.
 */
const own = (text: string): string => (text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8'));

export type NamesAdded = {
  readonly product: (key: { kind: 'code' | 'name'; value: string }) => void;
  readonly identity: (name: IdentityName) => void;
};

const NOBODY: NamesAdded = { product: () => undefined, identity: () => undefined };

/** The customers and products of a file, each with a number in the order they first appear. */
export class Names {
  readonly #source: string;
  readonly #phoneOf: (text: string) => string | null;
  readonly #identityNumber = {
    id: new Map<string, number>(),
    email: new Map<string, number>(),
    phone: new Map<string, number>(),
    name: new Map<string, number>(),
  };
  readonly #identities: IdentityFacts[] = [];
  readonly #phones = new Map<string, string | null>();
  readonly #productNumber = { code: new Map<string, number>(), name: new Map<string, number>() };
  readonly #products: ProductFacts[] = [];
  readonly #productHashes: number[] = [];
  readonly #nameless: boolean[] = [];
  readonly #unclassed: boolean[] = [];
  readonly #added: NamesAdded;

  /** @param added is told each natural key that appears for the first time */
  constructor(source: string, phoneOf: (text: string) => string | null, added: NamesAdded = NOBODY) {
    this.#source = source;
    this.#phoneOf = phoneOf;
    this.#added = added;
  }

  /** The strongest key a record carries names its customer: the source's id, else e-mail, else phone, else name; `byName` where several share the phone. */
  identityOf(
    id: string,
    name: string,
    email: string,
    phoneText: string,
    place: Place,
    byName = false,
  ): number {
    const phone = phoneText === '' ? null : this.#phone(phoneText);
    const number =
      id !== ''
        ? this.#numberOf('id', id)
        : email !== ''
          ? this.#numberOf('email', email)
          : phone && !byName
            ? this.#numberOf('phone', phone)
            : nameKey(name) !== ''
              ? this.#numberOf('name', nameKey(name))
              : -1;
    if (number < 0) return -1;
    const facts = this.#identities[number]!;
    if (name !== '' && name !== facts.name) facts.name = own(name);
    if (email !== '' && email !== facts.email) facts.email = own(email);
    if (phoneText !== '') facts.phone = phone ?? (facts.phone || phoneText);
    learn(facts, place);
    return number;
  }

  identity(kind: IdentityKind, value: string, place: Place): number {
    const number = this.#numberOf(kind, value);
    learn(this.#identities[number]!, place);
    return number;
  }

  product(code: string, name: string, category: string): number {
    if (code === '' && name === '') return -1;
    const kind = code !== '' ? 'code' : 'name';
    const value = code !== '' ? code : nameKey(name);
    let number = this.#productNumber[kind].get(value);
    if (number === undefined) {
      number = this.#products.length;
      const kept = own(value);
      this.#productNumber[kind].set(kept, number);
      this.#products.push({ kind, value: kept, name: own(name), category: own(category) });
      this.#added.product({ kind, value: kept });
      this.#productHashes.push(productHash(kind, value));
      this.#nameless.push(name === '');
      this.#unclassed.push(category === '');
      return number;
    }
    if (name !== '' && this.#nameless[number]) {
      this.#products[number]!.name = own(name);
      this.#nameless[number] = false;
    }
    if (category !== '' && this.#unclassed[number]) {
      this.#products[number]!.category = own(category);
      this.#unclassed[number] = false;
    }
    return number;
  }

  productHash(number: number): number {
    return number < 0 ? 0 : this.#productHashes[number]!;
  }

  /** The natural key of an identity as one text. */
  identityKey(number: number): string {
    const { kind, value } = this.#identities[number]!;
    return `${kind}:${value}`;
  }

  identities(): readonly IdentityFacts[] {
    return this.#identities;
  }

  products(): readonly ProductFacts[] {
    return this.#products;
  }

  #numberOf(kind: IdentityKind, value: string): number {
    const known = this.#identityNumber[kind];
    let number = known.get(value);
    if (number === undefined) {
      number = this.#identities.length;
      const kept = own(value);
      known.set(kept, number);
      const source = kind === 'id' ? this.#source : '';
      this.#added.identity({ source, kind, value: kept });
      this.#identities.push({
        source,
        kind,
        value: kept,
        name: '',
        email: kind === 'email' ? kept : '',
        phone: kind === 'phone' ? kept : '',
        company: '',
        street: '',
        city: '',
        postcode: '',
        country: '',
      });
    }
    return number;
  }

  #phone(text: string): string | null {
    let phone = this.#phones.get(text);
    if (phone === undefined) {
      phone = this.#phoneOf(text);
      this.#phones.set(text, phone);
    }
    return phone;
  }
}

const learn = (facts: IdentityFacts, place: Place): void => {
  if (place.company !== '' && place.company !== facts.company) facts.company = own(place.company);
  if (place.street !== '' && place.street !== facts.street) facts.street = own(place.street);
  if (place.city !== '' && place.city !== facts.city) facts.city = own(place.city);
  if (place.postcode !== '' && place.postcode !== facts.postcode) facts.postcode = own(place.postcode);
  if (place.country !== '' && place.country !== facts.country) facts.country = own(place.country);
};
