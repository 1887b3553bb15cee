import type { Encoding } from '../plan/dialect.ts';

type Alphabet = { readonly encoding: Encoding; readonly letters: ReadonlySet<string> };

const both = (letters: string): ReadonlySet<string> => new Set(letters + letters.toUpperCase());
const range = (from: number, to: number): string =>
  String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, at) => from + at));
const alphabet = (encoding: Encoding, letters: string): Alphabet => ({ encoding, letters: both(letters) });

/** Letters beyond ASCII, language by language; where two explain a file as well, the earlier one has it. */
const ALPHABETS: readonly Alphabet[] = [
  alphabet('windows-1252', 'äöüßé'),
  alphabet('windows-1252', 'éèêëàâçîïôùûœ'),
  alphabet('windows-1252', 'áéíóúüñº'),
  alphabet('windows-1252', 'áéíóúâêôãõàç'),
  alphabet('windows-1252', 'àèéìíîòóùú'),
  alphabet('windows-1252', 'æøåéöä'),
  alphabet('windows-1252', 'ëïéèöüó'),
  alphabet('windows-1250', 'ąćęłńóśźż'),
  alphabet('windows-1250', 'áčďéěíňóřšťúůýžľĺŕôä'),
  alphabet('windows-1250', 'áéíóöőúüű'),
  alphabet('windows-1250', 'čćđšž'),
  alphabet('windows-1250', 'ăâîşţ'),
  alphabet('windows-1254', 'çğıöşüİâî'),
  alphabet('windows-1252', 'áðéíóúýþæö'),
  alphabet('windows-1251', `${range(0x430, 0x44f)}ё`),
  alphabet('windows-1251', `${range(0x430, 0x44f)}іїєґ`),
  alphabet('windows-1251', `${range(0x430, 0x448)}јљњћђџ`),
  alphabet('windows-1253', `${range(0x3b1, 0x3c9)}άέήίόύώϊϋΐΰ`),
  alphabet('macintosh', 'äöüßé'),
  alphabet('macintosh', 'éèêëàâçîïôùûœ'),
  alphabet('macintosh', 'áéíóúüñãõ'),
  alphabet('macintosh', 'æøåéöä'),
];

/** Two bytes for a letter: what most of the letters are, if the text is in it. */
const WIDE: readonly { readonly encoding: Encoding; readonly letter: RegExp }[] = [
  { encoding: 'shift_jis', letter: /[\u3005\u3040-\u30ff\u4e00-\u9fff\uff01-\uff5e\u3000]/ },
  { encoding: 'euc-kr', letter: /[\uac00-\ud7a3]/ },
  { encoding: 'gb18030', letter: /[\u4e00-\u9fff]/ },
];

/** Signs that stand beside a letter without being one: quotation marks, dashes, ordinals, the apostrophe. */
const BESIDE_LETTERS =
  /[\u2018\u2019\u201a\u201c\u201d\u201e\u2026\u00ab\u00bb\u00a0\u00aa\u00ba\u00b0\u20ac\u2013\u2014\u00b4]/;

export type CodePage = {
  readonly encoding: Encoding;
  /** another code page explains the letters as well, and reads them otherwise */
  readonly other: Encoding | null;
};

/**
 * The code page under which the letters beyond ASCII make words: those of one language, capitals at the beginning, no
 * signs inside. Western European where nothing speaks for another.
 * @param bytes lines of the file that hold such letters
 */
export const codePageOf = (bytes: Uint8Array): CodePage => {
  const ranked = [...narrow(bytes), ...wide(bytes)].sort((a, b) => b.score - a.score);
  const [best, ...rest] = ranked;
  const western = ranked.find(({ encoding }) => encoding === 'windows-1252');
  if (!best || best.score <= 0) return { encoding: 'windows-1252', other: null };
  const rival = rest.find(({ score, text }) => score >= best.score && text !== best.text);
  const isWestern = best === western || (western !== undefined && western.text === best.text);
  if (isWestern) return { encoding: 'windows-1252', other: null };
  return { encoding: best.encoding, other: rival?.encoding ?? null };
};

const LATIN = /[A-Za-z]/;

type Reading = { readonly encoding: Encoding; readonly text: string; readonly score: number };

const narrow = (bytes: Uint8Array): Reading[] => {
  const encodings = [...new Set(ALPHABETS.map(({ encoding }) => encoding))];
  const texts = new Map(encodings.map((encoding) => [encoding, new TextDecoder(encoding).decode(bytes)]));
  const shapes = new Map([...texts].map(([encoding, text]) => [encoding, shapeOf(text)]));
  return ALPHABETS.map(({ encoding, letters }) => {
    const shape = shapes.get(encoding) ?? { letters: [], faults: 0 };
    const own = shape.letters.filter((letter) => letters.has(letter)).length;
    const score = own - 1.5 * (shape.letters.length - own) - shape.faults;
    return { encoding, text: texts.get(encoding) ?? '', score };
  });
};

/** Every letter beyond ASCII in a text, and how much in it no word has. */
const shapeOf = (text: string): { readonly letters: readonly string[]; readonly faults: number } => {
  const letters: string[] = [];
  let faults = 0;
  let before = '\n';
  for (const [at, sign] of [...text].entries()) {
    const isLetter = /\p{L}/u.test(sign);
    if (sign > '\u007f') {
      const after = text[at + 1] ?? '\n';
      if (isLetter) {
        letters.push(sign);
        const isLatin = sign < '\u0370';
        if (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) faults += 2;
        // two accented letters in a row are rare in any Latin writing
        if (isLatin && before > '\u007f' && /\p{L}/u.test(before)) faults += 0.6;
        // a word is of one writing, and no word is one capital
        if (!isLatin && (LATIN.test(before) || LATIN.test(after))) faults += 3;
        if (/\p{Lu}/u.test(sign) && !/\p{L}/u.test(before + after)) faults += 2;
        if (/[æè]/.test(sign) && before === 'i' && !/\p{L}/u.test(after)) faults += 1;
      } else if (sign < '\u00a0' || sign === '\ufffd') faults += 3;
      else if (!BESIDE_LETTERS.test(sign) && (/\p{L}/u.test(before) || /\p{L}/u.test(after))) faults += 2;
    }
    before = sign;
  }
  return { letters, faults };
};

/** A letter of an East Asian writing in a word of Latin ones. */
const MIXED = /[A-Za-z](?=[\u3400-\ud7a3])|[\u3400-\ud7a3](?=[A-Za-z])/g;

const wide = (bytes: Uint8Array): Reading[] =>
  WIDE.flatMap(({ encoding, letter }) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      const signs = [...text].filter((sign) => sign > '\u007f');
      const own = signs.filter((sign) => letter.test(sign)).length;
      const mixed = text.match(MIXED)?.length ?? 0;
      return [{ encoding, text, score: 2 * own - 3 * (signs.length - own) - 4 * mixed }];
    } catch {
      return [];
    }
  });

/** Lines with letters beyond ASCII, out of the pieces of a file, as many as are needed to tell its code page. */
export class ForeignLines {
  readonly #lines: Uint8Array[] = [];
  #size = 0;

  add(piece: Uint8Array): void {
    let at = 0;
    while (this.#size < ENOUGH && at < piece.length) {
      while (at < piece.length && piece[at]! < 0x80) at++;
      if (at >= piece.length) return;
      const from = Math.max(piece.lastIndexOf(10, at), piece.lastIndexOf(13, at)) + 1;
      const next = piece.indexOf(10, at);
      // what goes on in the next piece may end amid a letter
      if (next < 0 && piece.length > ENOUGH) return;
      const to = next < 0 ? piece.length : next + 1;
      this.#lines.push(piece.slice(from, to));
      this.#size += to - from;
      at = to;
    }
  }

  codePage(): CodePage {
    return codePageOf(Buffer.concat(this.#lines));
  }
}
const ENOUGH = 64 << 10;
