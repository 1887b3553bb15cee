import type { Adapted } from '../../check/adapter.ts';
import { left, sale } from '../adapting.ts';
import { meaning } from '../header.ts';
import { moneyText } from '../money-text.ts';
import type { Preset } from '../preset.ts';

/** Each heading of the report in its older and newer words, in English, French and Spanish. */
const HEADERS = {
  date: [
    'Transaction date',
    'Date',
    "Date de l'opération",
    'Date de transaction',
    'Fecha de la transacción',
    'Fecha',
  ],
  type: [
    'Transaction type',
    'Type',
    "Type d'opération",
    'Type de transaction',
    'Tipo de transacción',
    'Tipo',
  ],
  num: [
    'Num',
    'No.',
    'Number',
    'Invoice no.',
    'Transaction no.',
    'Doc no.',
    'Num.',
    'N°',
    'Numéro',
    'Núm.',
    'Número',
  ],
  item: [
    'Product/Service full name',
    'Product/Service',
    'Item',
    'Produit/Service',
    'Produit/service',
    'Producto/Servicio',
    'Producto o servicio',
  ],
  description: [
    'Description',
    'Memo/Description',
    'Memo',
    'Note/Description',
    'Mémo/Description',
    'Nota/Descripción',
    'Descripción',
  ],
  quantity: ['Quantity', 'Qty', 'Qté', 'Quantité', 'Cant.', 'Cantidad'],
  price: ['Sales price', 'Prix de vente', 'Precio de venta'],
  amount: ['Amount', 'Montant', 'Importe', 'Monto'],
  balance: ['Balance', 'Solde', 'Saldo'],
  name: ['Name', 'Customer', 'Customer full name', 'Client', 'Nom', 'Cliente', 'Nombre'],
} as const;

/**
 * QuickBooks' sales by customer: the customer stands only on a row of its own above the sales, a subtotal below them,
 * the report's own words around it all.
 */
export const quickbooksSales: Preset = {
  id: 'quickbooks-sales-by-customer',
  source: 'quickbooks',
  title: 'a QuickBooks report of sales by customer',
  leavesOut: "The report's headings and subtotals are left out; its grand total is compared.",
  needs: [
    HEADERS.date,
    HEADERS.type,
    HEADERS.num,
    [...HEADERS.item, 'Memo/Description', 'Note/Description', 'Mémo/Description', 'Nota/Descripción'],
    HEADERS.amount,
    [...HEADERS.balance, ...HEADERS.price],
  ],
  fields: {
    ...meaning(HEADERS.date, 'order.date'),
    ...meaning(HEADERS.type, 'order.type'),
    ...meaning(HEADERS.num, 'order.id'),
    ...meaning(HEADERS.item, 'product.name'),
    ...meaning(HEADERS.quantity, 'line.quantity'),
    ...meaning(HEADERS.price, 'line.unitPrice'),
    ...meaning(HEADERS.amount, 'line.amount'),
    ...meaning(HEADERS.name, 'customer.name'),
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      date: header.column(...HEADERS.date),
      type: header.column(...HEADERS.type),
      num: header.column(...HEADERS.num),
      item: header.column(...HEADERS.item),
      description: header.column(...HEADERS.description),
      quantity: header.column(...HEADERS.quantity),
      price: header.column(...HEADERS.price),
      amount: header.column(...HEADERS.amount),
      name: header.column(...HEADERS.name),
    };
    let customer = '';
    let over = false;
    const take = (record: readonly string[], row: number): Adapted => {
      const words = record.map((cell) => cell.trim()).filter((cell) => cell !== '');
      const first = words[0] ?? '';
      if (at.date(record) === '') {
        if (/^(grand )?total$/i.test(first) || over) {
          const grand = !over && words.length > 1 ? money.read(at.amount(record)) : null;
          over = true;
          const footer = left(
            row,
            'footer-row',
            null,
            first,
            "The report's own total or footer, not a sale.",
          );
          return grand === null ? footer : { ...footer, ownTotal: grand };
        }
        const whose = customer.toLowerCase();
        if (
          customer !== '' &&
          ['', 'for ', 'pour ', 'de ', 'para '].some((of) => first.toLowerCase() === `total ${of}${whose}`)
        )
          return left(row, 'subtotal-row', null, first, 'A subtotal, not a sale.');
        if (words.length === 1) {
          customer = first;
          return left(
            row,
            'subtotal-row',
            null,
            first,
            'The heading of a customer: it names whose sales follow.',
          );
        }
        return left(row, 'subtotal-row', null, first, 'A subtotal, not a sale.');
      }
      const type = at.type(record);
      return sale(row, {
        'order.id': at.num(record) === '' ? '' : `${type} ${at.num(record)}`,
        'order.date': at.date(record),
        'order.type': type,
        'customer.name': at.name(record) || customer,
        'product.name': at.item(record) || at.description(record),
        'line.quantity': money.plain(at.quantity(record)),
        'line.unitPrice': money.plain(at.price(record)),
        'line.amount': money.plain(at.amount(record)),
      });
    };
    return { take: (record, row) => [take(record, row)], end: () => [] };
  },
};
