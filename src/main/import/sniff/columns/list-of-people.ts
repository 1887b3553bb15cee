import type { ColumnMatch } from '../../../../shared/model/importing.ts';
import type { Table } from '../table/dialect.ts';
import { plainHeader } from './header-words.ts';

/** Days of a person, not of a sale: since when, first, last, joined, born. */
const STANDING_DAY =
  /\b(since|joined|registered|registration|sign ?up|signed up|member\w*|last|latest|first|birth\w*|born|seit|letzte\w*|zuletzt|erste\w*|registriert|geburt\w*|depuis|derniere?|premiere?|inscrit\w*|inscription|naissance|desde|ultim[oa]|primer[oa]?|alta|registro|nacimiento|dal|prim[oa]|iscri\w+|registrat\w+|nascita|sinds|laatste|eerste|geregistreerd|siden|sidste|forste|siste|sedan|senaste?|forsta|viimeisin|ensimmainen|liittynyt|ostatni\w*|pierwsz\w+|posledni\w*|prvni\w*|cliente desde|cadastro|ultima|uyelik|son|ilk|kayit)\b|登録|最終|初回|入会/;
/** How often somebody bought. */
const COUNT =
  /^((total|number of|no of|anzahl|nombre de|nb|numero de|numero di|aantal|antal|antall|liczba|pocet) )?(orders|purchases|visits|transactions|invoices|bestellungen|kaufe|einkaufe|besuche|rechnungen|auftrage|commandes|achats|visites|pedidos|compras|visitas|ordini|acquisti|visite|bestellingen|aankopen|bezoeken|ordrer|kob|besog|kjop|bestallningar|kop|tilaukset|ostot|zamowienia|zamowien|zakupy|objednavky|objednavek|nakupy|encomendas|siparisler|siparis sayisi)( count| total)?$|^(order|orders|visit|purchase|transaction) count$|注文数|購入回数|来店回数/;
const FEWEST = 2;

/**
 * A list of people with what each has bought in all: one row each, with a day and a sum that are the person's. No
 * number, article or quantity of a sale is in it.
 * @param sales what the columns would mean in a file of sales
 */
export const isListOfPeople = (table: Table, sales: readonly ColumnMatch[]): boolean => {
  const headings = table.header.map(plainHeader);
  const counted = headings.some((name) => COUNT.test(name));
  const ofSale = sales.some(
    ({ field }, at) =>
      (field === 'order.id' || field === 'line.quantity' || field?.startsWith('product.')) &&
      !COUNT.test(headings[at] ?? '') &&
      !STANDING_DAY.test(headings[at] ?? ''),
  );
  const day = sales.findIndex(({ field }) => field === 'order.date');
  const standing =
    day < 0 ? headings.some((name) => STANDING_DAY.test(name)) : STANDING_DAY.test(headings[day] ?? '');
  return !ofSale && (standing || counted) && standsOnceEach(table, sales);
};

/** Nobody has a second row. */
const standsOnceEach = ({ sample }: Table, sales: readonly ColumnMatch[]): boolean =>
  (['customer.id', 'customer.email', 'customer.name', 'customer.lastName'] as const).some((field) => {
    const at = sales.findIndex((column) => column.field === field);
    const cells = at < 0 ? [] : sample.map((row) => (row[at] ?? '').trim().toLowerCase());
    const filled = cells.filter((cell) => cell !== '');
    return filled.length >= FEWEST && new Set(filled).size === filled.length;
  });
