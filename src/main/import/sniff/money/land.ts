import type { ColumnMatch } from '../../../../shared/model/importing.ts';
import type { Field } from '../../../../shared/model/sale-field.ts';
import { currencyOfCountry, currencyOfRegion, regionOfZone } from '../../values/country.ts';
import type { Table } from '../table/dialect.ts';

/** Postcodes that only one country writes so. */
const POSTCODES: readonly (readonly [RegExp, string])[] = [
  [/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, 'GB'],
  [/^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i, 'CA'],
  [/^\d{4} ?[A-Z]{2}$/, 'NL'],
  [/^\d{5}-\d{4}$/, 'US'],
  [/^\d{2}-\d{3}$/, 'PL'],
  [/^\d{3}-\d{4}$/, 'JP'],
  [/^\d{4}-\d{3}$/, 'PT'],
  [/^\d{5}-\d{3}$/, 'BR'],
];

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const STATES: readonly (readonly [ReadonlySet<string>, string])[] = [
  [
    words(
      'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC',
    ),
    'US',
  ],
  [words('AB BC MB NB NL NS NT NU ON PE QC SK YT'), 'CA'],
  [words('NSW VIC QLD SA WA TAS ACT NT'), 'AU'],
];

const STATE_HEADING = /(^|[^\p{L}])(state|province|region)([^\p{L}]|$)/iu;
/** In a part of the rows another country may stand: a shop sells abroad. */
const MOST = 0.9;

/** The currency of the country in which nearly all customers of a file live, by its column of countries or their addresses; else null. */
export const currencyOfLand = (
  table: Table,
  columns: readonly ColumnMatch[],
  at: Partial<Record<Field, number>>,
): string | null => {
  const country = at['customer.country'];
  const named = country === undefined ? null : shared(cellsOf(table, country), currencyOfCountry);
  if (named !== null) return named;
  const postcode = at['customer.postcode'];
  const region = postcode === undefined ? null : shared(cellsOf(table, postcode), regionOfPostcode);
  if (region !== null) return currencyOfRegion(region);
  const state = columns.findIndex(({ header }) => STATE_HEADING.test(header));
  if (state < 0) return null;
  const of = shared(cellsOf(table, state), (cell) => STATES.find(([codes]) => codes.has(cell))?.[1] ?? null);
  return of === null ? null : currencyOfRegion(of);
};

/** The currency of the country whose clock a file goes by: a zone in a column of its own, or behind its times; else null. */
export const currencyOfZone = (table: Table): string | null => {
  const last = table.header.map((_, column) => column);
  for (const column of last) {
    const region = shared(cellsOf(table, column), (cell) =>
      regionOfZone(/(?:^|[\d ])([A-Z][A-Za-z]+\/[A-Za-z_/]+|[A-Z]{3,4})$/.exec(cell)?.[1] ?? ''),
    );
    if (region !== null) return currencyOfRegion(region);
  }
  return null;
};

const cellsOf = (table: Table, column: number): string[] =>
  table.sample
    .slice(0, 2000)
    .map((row) => row[column]?.trim() ?? '')
    .filter((cell) => cell !== '');

/** What nearly all cells say, if they agree. */
const shared = (cells: readonly string[], read: (cell: string) => string | null): string | null => {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const said = read(cell);
    if (said !== null) counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count >= cells.length * MOST)?.[0] ?? null;
};

const regionOfPostcode = (cell: string): string | null =>
  POSTCODES.find(([pattern]) => pattern.test(cell))?.[1] ?? null;
