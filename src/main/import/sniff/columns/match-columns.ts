import type { AnyField, ColumnMatch } from '../../../../shared/model/importing.ts';
import { currencyNamed, sharedMeanings } from '../../values/currency.ts';
import { dateParts, otherYearOf, possibleOrders, serialDay } from '../../values/date.ts';
import { type Decimal, readDecimal } from '../../values/decimal.ts';
import { isOtherMoney, moneyName } from '../money/money-words.ts';
import { isOtherDate, partsOfHeader } from './header-parts.ts';
import { headerWords, type Vocabulary } from './header-words.ts';
import { isStaff } from './staff.ts';

/** What a field's values must look like for a column to be taken for it. */
const LOOKS: Partial<Record<AnyField, (cell: string) => boolean>> = {
  'order.date': (cell) => isDate(cell) || serialDay(cell) !== null || otherYearOf(cell) !== null,
  'line.quantity': (cell) => isAmount(cell),
  'line.unitPrice': (cell) => isAmount(cell),
  'line.amount': (cell) => isAmount(cell),
  'line.discount': (cell) => isAmount(cell),
  'line.tax': (cell) => isAmount(cell),
  'line.shipping': (cell) => isAmount(cell),
  'customer.email': (cell) => cell.includes('@'),
  'order.time': (cell) => /^\d{1,2}[:.h]\d{2}/.test(cell),
  'order.currency': (cell) =>
    /^[A-Za-z]{3}$/.test(cell) || currencyNamed(cell) !== null || sharedMeanings(cell).length > 0,
  'product.unitCost': (cell) => isAmount(cell),
  'product.price': (cell) => isAmount(cell),
  'cost.date': (cell) => isDate(cell),
  'cost.quantity': (cell) => isAmount(cell),
  'cost.amount': (cell) => isAmount(cell),
  'cost.rate': (cell) => isAmount(cell),
  'interaction.date': (cell) => isDate(cell),
  'interaction.minutes': (cell) => /\d/.test(cell),
  'spend.from': (cell) => isDate(cell) || isMonth(cell),
  'spend.until': (cell) => isDate(cell) || isMonth(cell),
  'spend.amount': (cell) => isAmount(cell),
  'campaign.date': (cell) => isDate(cell),
  'campaign.cost': (cell) => isAmount(cell),
  'feedback.date': (cell) => isDate(cell),
  'feedback.recommend': (cell) => isAmount(cell),
  'feedback.satisfaction': (cell) => isAmount(cell),
  'feedback.answeredOn': (cell) => isDate(cell),
  'quote.date': (cell) => isDate(cell),
  'quote.validUntil': (cell) => isDate(cell),
  'quote.amount': (cell) => isAmount(cell),
  'consent.date': (cell) => isDate(cell),
};

const scratch: Decimal = { mantissa: 0, scale: 0 };
const isAmount = (cell: string): boolean =>
  readDecimal(cell, '.', scratch) || readDecimal(cell, ',', scratch);
const isDate = (cell: string): boolean => {
  const parts = dateParts(cell);
  return parts !== null && possibleOrders(parts).length > 0;
};

/** A month without a day: 2025-03, 03/2025, March 2025. */
const isMonth = (cell: string): boolean =>
  /^(\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{4}|\p{L}{3,10}\.? \d{4})$/u.test(cell);

/** Why a column means what the owner said. */
export const DECIDED = 'You decided this.';

/** A share of cells that must look right; tills leave some unreadable, and those become issues, not a wrong match. */
export const ENOUGH = 0.5;

type Guess = { readonly field: AnyField; readonly rank: number; readonly looks: number };

/**
 * Says of each column what it means, by the words of its header and by what its values look like. Each field is
 * given to one column, the one with the most telling word; `mapping` (header → field, null for "nothing")
 * overrules.
 * @param known what headers of this kind of file are called; of sales files where left out
 */
export const matchColumns = (
  header: readonly string[],
  sample: readonly (readonly string[])[],
  mapping: Readonly<Record<string, AnyField | null>> = {},
  known?: Vocabulary,
): ColumnMatch[] => {
  const columns = header.map((name, index) => ({ name, cells: columnCells(sample, index) }));
  const each = columns.map(({ name, cells }) => guessField(name, cells, known));
  const guesses = known ? each : withoutAddressState(header, namedArticles(header, columns, each));
  const taken = new Map<AnyField, number>();
  header.forEach((name, index) => {
    const told = mapping[name];
    if (told) taken.set(told, index);
  });
  const order = guesses
    .map((_, index) => index)
    .sort((a, b) => (guesses[a]?.rank ?? 999) - (guesses[b]?.rank ?? 999) || a - b);
  for (const index of order) {
    const guess = guesses[index];
    if (guess && mapping[header[index]!] === undefined && !taken.has(guess.field))
      taken.set(guess.field, index);
  }
  return columns.map(({ name, cells }, index) =>
    matchOf(name, cells, index, guesses[index] ?? null, taken, mapping),
  );
};

/** The first filled cells of a column. */
export const columnCells = (sample: readonly (readonly string[])[], index: number): string[] => {
  const cells: string[] = [];
  for (const row of sample) {
    const cell = row[index]?.trim();
    if (cell) cells.push(cell);
    if (cells.length === 300) break;
  }
  return cells;
};

/** A column only called "Name" beside codes, quantities and prices names the articles, where nothing else does and nothing else is of a customer. */
const namedArticles = (
  header: readonly string[],
  columns: readonly { readonly cells: readonly string[] }[],
  guesses: readonly (Guess | null)[],
): (Guess | null)[] => {
  const has = (start: string): boolean => guesses.some((guess) => guess?.field.startsWith(start));
  const at = header.findIndex(
    (name, index) => BARE_NAME.test(name) && guesses[index]?.field === 'customer.name',
  );
  const others = guesses.filter((guess, index) => index !== at && guess?.field.startsWith('customer.'));
  const people = (columns[at]?.cells ?? []).filter((cell) => PERSON.test(cell)).length;
  const coded =
    has('product.code') ||
    header.some((name) =>
      /^(variant|barcode|einheit|unit|variante|enhe[dt]|str(eck|ek|eg)kode?)/i.test(name.trim()),
    );
  const articles = has('line.quantity') && (coded || (has('line.unitPrice') && people === 0));
  if (at < 0 || !articles || has('product.name') || others.length > 0) return [...guesses];
  return guesses.map((guess, index) => (guess && index === at ? { ...guess, field: 'product.name' } : guess));
};

/** Beside a city or a postcode a state is a part of the address, never how far a sale has come. */
const withoutAddressState = (
  header: readonly string[],
  guesses: readonly (Guess | null)[],
): (Guess | null)[] => {
  const addressed = guesses.some(
    (guess) => guess?.field === 'customer.city' || guess?.field === 'customer.postcode',
  );
  return guesses.map((guess, index) =>
    addressed &&
    guess?.field === 'order.status' &&
    /^(state|estado|stato|etat|region)$/i.test(header[index]!.trim())
      ? null
      : guess,
  );
};

/** Two or three words with capitals, as a person is called. */
const PERSON = /^\p{Lu}\p{L}+( \p{Lu}[\p{L}.]*){1,2}$/u;
const BARE_NAME = /^\s*(name|nom|nombre|nome|naam|namn|navn)\s*$/i;

const guessField = (name: string, cells: readonly string[], known?: Vocabulary): Guess | null => {
  const listed = headerWords(name, known);
  const words = known || (listed && isMeant(listed.field, name, cells)) ? listed : partsOfHeader(name);
  if (words?.field.startsWith('customer.') && isStaff(name)) return null;
  if (!words) return known || isStaff(name) ? null : looksAlone(name, cells);
  const field =
    words.field === 'customer.name' &&
    cells.length > 0 &&
    cells.every((cell) => /^[\w-]*\d[\w-]*$/.test(cell))
      ? 'customer.id'
      : words.field;
  const looks = shareLooking(field, cells);
  return looks < ENOUGH ? null : { field, rank: words.rank, looks };
};

/** A word may name another thing beside the one it is listed for: a state of the country, the number of a bank card, a tax. */
const isMeant = (field: AnyField, name: string, cells: readonly string[]): boolean => {
  const { role } = moneyName(name);
  if (field === 'line.amount') return role === 'amount' || role === 'other';
  if (field === 'line.discount' || field === 'line.tax')
    return !name.includes('%') && !name.trim().endsWith('?');
  if (field === 'order.status' && /^(state|estado|stato)$/i.test(name.trim()))
    return cells.length > 0 && !cells.every((cell) => /^[A-Z]{2,3}$/.test(cell));
  if (field === 'customer.id' && /^card\b/i.test(name))
    return cells.length > 0 && !cells.every((cell) => /[*x•]{2}|^\d{4}$/i.test(cell));
  return true;
};

/** Money that can be nothing else: with the sign or the code of a currency. */
const MONEY = /^[-+(]?\s?(?:\p{Sc}|EUR|USD|GBP|CHF)\s?\d|\d\s?(?:\p{Sc}|EUR|USD|GBP|CHF)\)?$/u;

/** Headers without a known word: only a column that can be nothing else is taken, and doubtfully. */
const looksAlone = (name: string, cells: readonly string[]): Guess | null => {
  if (cells.length < 3) return null;
  const later = isOtherDate(name) ? 100 : 0;
  if (/date|datum|fecha|data/i.test(name) && cells.every(isDate))
    return { field: 'order.date', rank: 500 + later, looks: 1 };
  if (cells.every((cell) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(cell)))
    return { field: 'customer.email', rank: 500, looks: 1 };
  if (cells.every((cell) => isDate(cell) && /\d{4}/.test(cell)))
    return { field: 'order.date', rank: 600 + later, looks: 1 };
  if (
    cells.every((cell) => MONEY.test(cell) && isAmount(cell)) &&
    moneyName(name).role === 'other' &&
    !isOtherMoney(name)
  )
    return { field: 'line.amount', rank: 800, looks: 1 };
  return null;
};

/** Which part of these cells, 0 to 1, look like values of a field; 1 where it may look like anything. */
export const shareLooking = (field: AnyField, cells: readonly string[]): number => {
  const looks = LOOKS[field];
  if (!looks || cells.length === 0) return 1;
  return cells.filter(looks).length / cells.length;
};

const matchOf = (
  name: string,
  cells: readonly string[],
  index: number,
  guess: Guess | null,
  taken: ReadonlyMap<AnyField, number>,
  mapping: Readonly<Record<string, AnyField | null>>,
): ColumnMatch => {
  const examples = [...new Set(cells)].slice(0, 3);
  const told = mapping[name];
  if (told !== undefined) return { header: name, examples, field: told, confident: true, reason: DECIDED };
  if (!guess)
    return {
      header: name,
      examples,
      field: null,
      confident: true,
      reason: 'Not needed: kept out of the portfolio.',
    };
  if (taken.get(guess.field) !== index) {
    const other = taken.get(guess.field);
    return {
      header: name,
      examples,
      field: null,
      confident: false,
      reason: `Another column${other === undefined ? '' : ` (column ${other + 1})`} says the same thing more plainly.`,
    };
  }
  const confident = guess.rank < 500 && guess.looks > 0.9;
  const reason =
    guess.rank < 500
      ? `The header says so${guess.looks < 0.9 ? ', but some values do not look like it' : ''}.`
      : 'The header says nothing; the values look like it.';
  return { header: name, examples, field: guess.field, confident, reason };
};
