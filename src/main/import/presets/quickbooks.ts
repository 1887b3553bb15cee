import { left, sale } from './adapting.ts';
import { moneyText } from './money-text.ts';
import type { Adapted, Preset } from './preset.ts';

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
    ['Transaction date', 'Date'],
    ['Transaction type', 'Type'],
    ['Num', 'No.', 'Number', 'Invoice no.', 'Transaction no.', 'Doc no.'],
    ['Product/Service full name', 'Product/Service', 'Item', 'Memo/Description'],
    ['Amount'],
    ['Balance', 'Sales price'],
  ],
  fields: {
    'Transaction date': 'order.date',
    Date: 'order.date',
    'Transaction type': 'order.type',
    Type: 'order.type',
    Num: 'order.id',
    'No.': 'order.id',
    Number: 'order.id',
    'Invoice no.': 'order.id',
    'Transaction no.': 'order.id',
    'Doc no.': 'order.id',
    'Product/Service full name': 'product.name',
    'Product/Service': 'product.name',
    Item: 'product.name',
    Quantity: 'line.quantity',
    Qty: 'line.quantity',
    'Sales price': 'line.unitPrice',
    Amount: 'line.amount',
    Name: 'customer.name',
    Customer: 'customer.name',
    'Customer full name': 'customer.name',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      date: header.column('Transaction date', 'Date'),
      type: header.column('Transaction type', 'Type'),
      num: header.column('Num', 'No.', 'Number', 'Invoice no.', 'Transaction no.', 'Doc no.'),
      item: header.column('Product/Service full name', 'Product/Service', 'Item'),
      description: header.column('Description', 'Memo/Description', 'Memo'),
      quantity: header.column('Quantity', 'Qty'),
      price: header.column('Sales price'),
      amount: header.column('Amount'),
      name: header.column('Name', 'Customer', 'Customer full name'),
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
        if (customer !== '' && [`total for ${whose}`, `total ${whose}`].includes(first.toLowerCase()))
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
