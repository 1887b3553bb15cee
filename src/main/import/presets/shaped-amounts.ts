import type { SaleLine } from '../check/adapter.ts';
import type { ReadPlan } from '../plan/read-plan.ts';
import { type Decimal, productAtScale, readDecimal } from '../values/decimal.ts';
import type { MoneyText } from './money-text.ts';

type AmountPlan = Pick<ReadPlan, 'decimal' | 'digits' | 'amountIncludesTax' | 'amountBeforeDiscount'>;

/** What the lines of a plain file come to, minor units; null where an amount cannot be read. */
export const shapedAmounts = (plan: AmountPlan, money: MoneyText) => {
  const { decimal: mark, digits } = plan;
  const [count, price]: [Decimal, Decimal] = [
    { mantissa: 1, scale: 0 },
    { mantissa: 0, scale: 0 },
  ];
  const listed = (line: SaleLine): number | null => {
    const amount = line['line.amount'] ?? '';
    if (amount !== '') return money.read(amount);
    if (!readDecimal(line['line.unitPrice'] ?? '', mark, price)) return null;
    if (!readDecimal(line['line.quantity'] ?? '', mark, count))
      Object.assign(count, { mantissa: 1, scale: 0 });
    return productAtScale(count, price, digits);
  };
  const netOf = (line: SaleLine): number | null => {
    const amount = listed(line);
    const [tax, discount] = [money.read(line['line.tax'] ?? ''), money.read(line['line.discount'] ?? '')];
    if (amount === null || tax === null || discount === null) return null;
    const before = plan.amountBeforeDiscount || (line['line.amount'] ?? '') === '';
    return amount - (before ? Math.abs(discount) : 0) - (plan.amountIncludesTax ? tax : 0);
  };

  /** What a head row takes off, or adds to, the sum of its lines: a discount or a charge of the whole order. */
  const restOf = (head: SaleLine, lines: readonly SaleLine[]): SaleLine | null => {
    const nets = lines.map(netOf);
    const whole = netOf(head);
    if (whole === null || (head['line.amount'] ?? '') === '') return null;
    const sum = nets.reduce((all: number, net) => all + (net ?? 0), 0);
    if (whole === sum || Math.sign(whole) !== Math.sign(sum)) return null;
    const common = Object.entries(head).filter(([field]) => /^(order|customer)\./.test(field));
    return {
      ...Object.fromEntries(common),
      'order.type': '',
      'product.name': whole < sum ? 'Discount and tax of the order' : 'Other charges of the order',
      'line.amount': money.write(whole - sum),
    };
  };

  return { listed, netOf, restOf };
};
