import type { Adapted } from '../../check/adapter.ts';
import { left, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

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
 * QuickBooks' sales by customer: the customer is only on a row of its own above the sales, a subtotal below them,
 * the report's own words around it all.
 */
export const quickbooksSales = preset({
  id: 'quickbooks-sales-by-customer',
  source: 'quickbooks',
  title: 'a QuickBooks report of sales by customer',
  leavesOut: "The report's headings and subtotals are left out; its grand total is compared.",
  headings: {
    date: { field: 'order.date', names: HEADERS.date },
    type: { field: 'order.type', names: HEADERS.type },
    num: { field: 'order.id', names: HEADERS.num },
    item: { field: 'product.name', names: HEADERS.item },
    description: { names: HEADERS.description },
    quantity: { field: 'line.quantity', names: HEADERS.quantity },
    price: { field: 'line.unitPrice', names: HEADERS.price },
    amount: { field: 'line.amount', names: HEADERS.amount },
    name: { field: 'customer.name', names: HEADERS.name },
    memo: { names: ['Memo/Description', 'Note/Description', 'Mémo/Description', 'Nota/Descripción'] },
    balance: { names: HEADERS.balance },
  },
  needs: ['date', 'type', 'num', ['item', 'memo'], 'amount', ['price', 'balance']],
  adapter: (context, at) => {
    const money = moneyText(context);
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
});
