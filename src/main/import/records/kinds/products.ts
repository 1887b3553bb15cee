import type { RecordReader } from '../record-reader.ts';
import { UNREADABLE } from '../record-values.ts';

export const products: RecordReader = (record, set) => {
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
    set.merge({
      table: 'product_claim',
      key: String(product),
      product,
      sourceRow: record.row,
      values: { unit_cost_micro: cost, price_micro: price },
    }),
  ];
};
