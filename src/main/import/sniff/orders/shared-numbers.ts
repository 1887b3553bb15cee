import { nameKey } from '../../values/name-key.ts';
import { plainHeader } from '../columns/header-words.ts';
import type { Places } from '../columns/places.ts';
import type { Table } from '../table/dialect.ts';

const TILL =
  /\b(registers?|till|terminal|pos|station|device|shop|store|location|branch|outlet|site|kasse|kassen|filiale|standort|laden|caisse|magasin|boutique|point de vente|caja|tienda|sucursal|cassa|negozio|punto vendita|kassa|winkel|filiaal|butik|afdeling|kassaapparat|myymala|kasa|sklep|pokladna|prodejna|caixa|loja|magaza|sube)\b|kasse\b|店舗|レジ/;
const WHO = ['customer.id', 'customer.name', 'customer.email', 'customer.lastName'] as const;

/**
 * The columns that tell orders apart whose number is the same on the same day: the till, where each counts by itself,
 * and the customer, as an order belongs to one. Empty where numbers name orders by themselves.
 */
export const sharedNumbers = (table: Table, at: Places): readonly number[] => {
  const [number, day] = [at['order.id'], at['order.date']];
  if (number === undefined || day === undefined) return [];
  const who = WHO.map((field) => at[field]).find((column) => column !== undefined);
  const orders = new Map<string, { readonly row: readonly string[]; readonly index: number }[]>();
  table.sample.forEach((row, index) => {
    const order = (row[number] ?? '').trim();
    if (order === '') return;
    const key = `${order}\u0001${(row[day] ?? '').trim().slice(0, 10)}`;
    const rows = orders.get(key);
    if (rows) rows.push({ row, index });
    else orders.set(key, [{ row, index }]);
  });
  const several = [...orders.values()].filter((rows) => rows.length > 1);
  const distinct = (rows: readonly { readonly row: readonly string[] }[], column: number): number =>
    new Set(rows.map(({ row }) => nameKey(row[column] ?? '')).filter((value) => value !== '')).size;
  const differs = who !== undefined && several.some((rows) => distinct(rows, who) > 1);
  const till = table.header.findIndex((name, column) => {
    if (column === number || column === who || !TILL.test(plainHeader(name))) return false;
    const across = several.filter((rows) => distinct(rows, column) > 1);
    if (across.length === 0) return false;
    if (who !== undefined && across.some((rows) => distinct(rows, who) > 1)) return true;
    const known = across.some((rows) => who !== undefined && distinct(rows, who) > 0);
    return !known && across.some((rows) => areMixed(rows, column));
  });
  return [...(till < 0 ? [] : [till]), ...(differs ? [who] : [])];
};

/** Rows of an order follow one another, and so do those from one place: what comes back is another order. */
const areMixed = (
  rows: readonly { readonly row: readonly string[]; readonly index: number }[],
  column: number,
): boolean => {
  const seen = new Set<string>();
  let last = '';
  return rows.some(({ row, index }, i) => {
    const place = (row[column] ?? '').trim();
    const isBack = place !== last && seen.has(place);
    seen.add(place);
    last = place;
    return isBack || (i > 0 && index !== (rows[i - 1]?.index ?? 0) + 1);
  });
};
