import type { RecordKind } from '../record-kind.ts';
import { UNREADABLE } from '../record-values.ts';

/** Products with what one costs to buy or make. */
export const products: RecordKind = {
  kind: 'products',
  fields: ['product.code', 'product.name', 'product.category', 'product.unitCost', 'product.price'],
  dates: [],
  numbers: ['product.unitCost', 'product.price'],
  money: ['product.unitCost', 'product.price'],
  needs: [
    { anyOf: ['product.code', 'product.name'], sentence: 'No column says which product it is.' },
    {
      anyOf: ['product.unitCost', 'product.price', 'product.category'],
      sentence: 'No column holds a unit cost.',
    },
  ],
  read: (record, set) => {
    const product = record.product();
    if (product < 0) {
      record.fail('product-missing', null, '', 'The row does not say which product it is.');
      return null;
    }
    const cost = record.micro('product.unitCost', 'amount-unreadable');
    const price = record.micro('product.price', 'amount-unreadable');
    if (cost === UNREADABLE || price === UNREADABLE) return null;
    if (cost !== null && cost < 0) {
      record.fail(
        'value-out-of-range',
        'product.unitCost',
        String(cost),
        'A product cannot cost less than nothing.',
      );
      return null;
    }
    return [
      set.learn({
        table: 'product_claim',
        key: String(product),
        product,
        sourceRow: record.row,
        values: { unit_cost_micro: cost, price_micro: price },
      }),
    ];
  },
};
