import type { Random } from './random.ts';

// biome-ignore format: a list of words
const FIRST = [
  'Anna', 'Ben', 'Clara', 'David', 'Elena', 'Felix', 'Greta', 'Hanna', 'Ida', 'Jonas', 'Katrin', 'Lena',
  'Marie', 'Nils', 'Olga', 'Paul', 'Ruth', 'Sofia', 'Tim', 'Ute', 'Vera', 'Wanda', 'Yara', 'Zoe',
  'Björn', 'Jörg', 'Käthe', 'Sören', 'Amira', 'Deniz', 'Irina', 'Milan',
  'Arne', 'Beate', 'Carla', 'Dora', 'Emil', 'Frieda', 'Gero', 'Henri', 'Inga', 'Jule', 'Kolja', 'Levin',
  'Mira', 'Noah', 'Pia', 'Rosa',
];
// biome-ignore format: a list of words
const LAST = [
  'Ahrendt', 'Bergthal', 'Claßen', 'Dornfeld', 'Eichgrün', 'Falkner', 'Grünwald', 'Hohlweg', 'Immenhof', 'Jägersbach',
  'Kornhaus', 'Lindtal', 'Mühlstein', 'Nordhoff', 'Oberbach', 'Pfauental', 'Quellmann', 'Rosenau', 'Silberg', 'Tannwald',
  'Ulmenau', 'Vogelsang', 'Weidenau', 'Zirbel', 'Özgün', 'Novakov', 'Petrescu', 'Lindqvist', 'Moreau', "O'Dunne",
  'Kirschbach', 'Steinfurt', 'Wolkenau', 'Haselhorst', 'Brunnfeld', 'Apfelstedt', 'Eisvogel', 'Goldbach',
  'Ackerblum', 'Birkenfuß', 'Distelkamp', 'Erlenbrink', 'Farnkraut', 'Ginsterhof', 'Heidekorn', 'Kranichfeld',
  'Löwenzahn', 'Mohnstedt', 'Nebelung', 'Ottersiek', 'Pappelrot', 'Rabenstein', 'Schilfrohr', 'Taubental',
  'Ufermann', 'Veilchen', 'Wacholder', 'Zaunkönig', 'Yildirimsoy', 'Van Achteren',
];
// biome-ignore format: a list of words
const WORDS = [
  'Silbermühle', 'Morgenrot', 'Kastanie', 'Blauer Reiher', 'Drei Linden', 'Sonnenuhr', 'Alte Post', 'Federleicht',
  'Nordwind', 'Rosengarten', 'Seeblick', 'Kupferkanne', 'Waldmeister', 'Sternschnuppe', 'Zitronenbaum', 'Lindenhof',
  'Mondschein', 'Vier Jahreszeiten', 'Weiße Möwe', 'Pfefferminz', 'Bachstelze', 'Windrad', 'Himmelblau', 'Hasenfuß',
];
// biome-ignore format: a list of words
const PLACES = [
  'Altwiesen', 'Neustein', 'Birkenrode', 'Haselfurt', 'Mühlental', 'Oberlinden', 'Querbach', 'Rabenau am See',
  'Sandfelde Nord', 'Tiefengrund', 'Unterbuchen',
];

/**
 * Numbers which the Bundesnetzagentur keeps for films and books ("Drama Numbers", notice 148/2021) and never gives
 * to anyone: five blocks of 1,000 in cities, two of 100 in mobile networks.
 */
const CITY_BLOCKS = ['+49 30 23125', '+49 69 90009', '+49 40 66969', '+49 221 4710', '+49 89 99998'] as const;
const MOBILE_BLOCKS = ['+49 171 39200', '+49 176 040690'] as const;
const CITY_NUMBERS = CITY_BLOCKS.length * 1000;
export const FICTION_NUMBERS = CITY_NUMBERS + MOBILE_BLOCKS.length * 100;

/** @returns the n-th number reserved for fiction, or null when they are used up */
export const fictionPhone = (n: number): string | null => {
  if (n < 0 || n >= FICTION_NUMBERS) return null;
  if (n < CITY_NUMBERS) {
    return `${CITY_BLOCKS[n % CITY_BLOCKS.length]}${String(Math.floor(n / CITY_BLOCKS.length)).padStart(3, '0')}`;
  }
  const m = n - CITY_NUMBERS;
  return `${MOBILE_BLOCKS[m % MOBILE_BLOCKS.length]}${String(Math.floor(m / MOBILE_BLOCKS.length)).padStart(2, '0')}`;
};

const FOLD: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', é: 'e' };

/** An address at a domain reserved by RFC 2606; the customer number makes it the customer's own. */
export const fictionEmail = (name: string, key: string, domain: 'example.com' | 'example.org'): string => {
  const local = name
    .toLowerCase()
    .replace(/[äöüßé]/g, (c) => FOLD[c] ?? c)
    .replace(/[^a-z ]/g, '')
    .replace(/ +/g, '.');
  return `${local}.${key.toLowerCase().replace(/[^a-z0-9]/g, '')}@${domain}`;
};

/** Hands out names, each once as long as the lists last. */
export type NameList = { readonly person: () => string; readonly business: (noun: string) => string };

export const nameList = (random: Random): NameList => {
  const people = deck(FIRST.length * LAST.length, random);
  const businesses = deck(WORDS.length * PLACES.length, random);
  return {
    person: () => {
      const n = people() % (FIRST.length * LAST.length);
      return `${FIRST[n % FIRST.length]} ${LAST[Math.floor(n / FIRST.length)]}`;
    },
    business: (noun) => {
      const n = businesses();
      const word = WORDS[n % WORDS.length];
      const place = PLACES[Math.floor(n / WORDS.length) % PLACES.length];
      const round = Math.floor(n / (WORDS.length * PLACES.length));
      return `${noun} ${word}, ${place}${round === 0 ? '' : ` ${round + 1}`}`;
    },
  };
};

/** Deals 0…n−1 in shuffled order, then n…2n−1 in the same order, and so on. */
const deck = (n: number, random: Random): (() => number) => {
  const cards = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const swap = cards[i] ?? 0;
    cards[i] = cards[j] ?? 0;
    cards[j] = swap;
  }
  let dealt = 0;
  return () => {
    const card = (cards[dealt % n] ?? 0) + n * Math.floor(dealt / n);
    dealt++;
    return card;
  };
};
