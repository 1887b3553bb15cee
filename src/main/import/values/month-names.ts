/** Short forms and old spellings that programs write and the locales of the platform do not have; lower case, no full stop. */
const FURTHER: readonly (readonly string[])[] = [
  [
    'january',
    'jan',
    'januar',
    'jän',
    'jänner',
    'janvier',
    'janv',
    'enero',
    'ene',
    'gennaio',
    'gen',
    'januari',
    'janeiro',
  ],
  [
    'february',
    'feb',
    'februar',
    'février',
    'févr',
    'fév',
    'fevr',
    'febrero',
    'febbraio',
    'februari',
    'fevereiro',
    'fev',
  ],
  ['march', 'mar', 'märz', 'mär', 'mrz', 'mars', 'marzo', 'maart', 'mrt', 'março'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'mei', 'maio'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'giu', 'junho'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug', 'julho'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'ago', 'augustus'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'settembre', 'set', 'setembro'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'ott', 'outubro', 'out'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'déc', 'diciembre', 'dic', 'dicembre', 'dezembro'],
];

/** Whose months and weekdays are read. Croatian is not among them: its listopad is October, the Polish one November. */
const LANGUAGES = 'en de fr es it nl da nb sv fi pl cs pt tr ja sk hu ro sl et lv lt el ru uk bg ca th'.split(
  ' ',
);

const DAY_FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  // with a day beside it many languages put the month into the genitive
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
  { month: 'long', day: 'numeric', year: 'numeric' },
];

/** A word as it is looked up: lower case, composed, without a full stop at its end. */
const plainWord = (word: string): string =>
  word
    .normalize('NFC')
    .toLocaleLowerCase('en')
    .replace(/^d['’e]\s?(?=\p{L}{3})/u, '')
    .replace(/[.,]+$/, '');

let months: ReadonlyMap<string, number> | null = null;
let weekdays: ReadonlySet<string> | null = null;

/** Made when the first word is met: asking for so many locales takes some milliseconds. */
const namesOfMonths = (): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  const add = (name: string, month: number): void => {
    const word = plainWord(name);
    if (word !== '' && !/\d/.test(word) && !found.has(word)) found.set(word, month);
  };
  FURTHER.forEach((names, index) => {
    for (const name of names) add(name, index + 1);
  });
  for (const language of LANGUAGES)
    for (const form of DAY_FORMS) {
      const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC', calendar: 'gregory' });
      for (let month = 0; month < 12; month++)
        for (const { type, value } of format.formatToParts(Date.UTC(2025, month, 10)))
          if (type === 'month') add(value.replace(/^(de |d[’'])/, ''), month + 1);
    }
  return found;
};

const namesOfWeekdays = (): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const language of LANGUAGES)
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day++) {
        const word = plainWord(format.format(Date.UTC(2025, 5, day)));
        found.add(word);
        // programs cut the long names to three letters in any language
        if (weekday === 'long' && word.length > 4) found.add(word.slice(0, 3));
      }
    }
  return found;
};

/** 1 to 12; null for a word that is no month. */
export const monthOf = (word: string): number | null => {
  months ??= namesOfMonths();
  return months.get(plainWord(word)) ?? null;
};

export const isWeekday = (word: string): boolean => {
  weekdays ??= namesOfWeekdays();
  return weekdays.has(plainWord(word));
};
