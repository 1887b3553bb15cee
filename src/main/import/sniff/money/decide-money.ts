import type { ColumnMatch } from '../../../../shared/model/importing.ts';
import type { DecimalMark } from '../../values/decimal.ts';
import { DECIDED } from '../columns/match-columns.ts';
import type { Places } from '../columns/places.ts';
import type { Table } from '../table/dialect.ts';
import { amountMeaning } from './amount-meaning.ts';
import {
  isMoneyField,
  type MoneyColumn,
  moneyColumns,
  quantityTimesPrice,
  type Relation,
  ratesOf,
  relations,
} from './money-columns.ts';
import { isInside, isPayment, isShare, multiple, pairWithoutTax } from './money-evidence.ts';
import { moneyName } from './money-words.ts';

export type Money = {
  readonly columns: ColumnMatch[];
  readonly amountIncludesTax: boolean;
  readonly amountBeforeDiscount: boolean;
  /** the column of tips that are in the amount and no revenue */
  readonly tip: number | null;
  /** the owner has said which columns are the money */
  readonly isTold: boolean;
};

/**
 * Which of a file's columns of money make its revenue (DEFINITIONS 1: goods, services and shipping, less discounts;
 * no tax, no tips). How the columns add up says it where they do (total = subtotal + tax + shipping); else their
 * words. What the owner has decided stays.
 */
export const decideMoney = (
  table: Table,
  columns: readonly ColumnMatch[],
  places: Places,
  mark: DecimalMark,
): Money => {
  const told = columns.some(({ field, reason }) => isMoneyField(field) && reason === DECIDED);
  if (told) return { columns: [...columns], tip: null, isTold: true, ...amountMeaning(table, places, mark) };
  const money = moneyColumns(table, mark).filter(({ at }) => {
    const { field, reason } = columns[at] ?? {};
    return reason !== DECIDED && field !== 'line.unitPrice' && field !== 'line.quantity';
  });
  const choice = chosen(table, columns, places, mark, money);
  return {
    columns: rewritten(columns, choice),
    tip: choice.tip ?? null,
    isTold: false,
    ...flags(table, choice, mark),
  };
};

/** Where each part of a sale's money stands, and what is known of how they add up. */
type Choice = {
  readonly amount: number | undefined;
  readonly tax: number | undefined;
  readonly shipping: number | undefined;
  readonly discount: number | undefined;
  readonly quantity: number | undefined;
  readonly price: number | undefined;
  readonly includesTax: boolean | null;
  readonly beforeDiscount: boolean | null;
  readonly tip?: number | undefined;
};

const chosen = (
  table: Table,
  columns: readonly ColumnMatch[],
  places: Places,
  mark: DecimalMark,
  all: readonly MoneyColumn[],
): Choice => {
  const quantity = places['line.quantity'];
  const price = places['line.unitPrice'];
  const base = { quantity, price };
  const product = quantityTimesPrice(table, places, mark);
  const found = relations(all, product);
  const sums = [...all.filter(({ name }) => name.role === 'amount').map(({ values }) => values), product];
  const isMoney = (column: MoneyColumn): boolean =>
    !column.likeRates ||
    found.some(({ tax }) => tax === column) ||
    sums.some((sum) => sum !== null && isShare(column.values, sum));
  const money = all.filter(isMoney);
  const first = (role: string): MoneyColumn | undefined => {
    const fitting = money.filter(({ name }) => name.role === role);
    const telling = fitting.filter(({ values }) =>
      values.some((value) => value !== 0 && !Number.isNaN(value)),
    );
    const known = (each: MoneyColumn): boolean => isMoneyField(columns[each.at]?.field ?? null);
    return telling.find(known) ?? telling[0] ?? fitting.find(known) ?? fitting[0];
  };
  const best = found.filter(({ tax }) => tax !== null).sort(moreTelling(columns))[0];
  const shippingIn = (column: MoneyColumn | null): boolean =>
    column !== null && found.some(({ total, shipping }) => total === column && shipping !== null);
  const discountIn = (column: MoneyColumn | null): boolean =>
    column !== null && found.some(({ total, discount }) => total === column && discount !== null);
  if (best) {
    const { total, part, tax, shipping, discount, tip } = best;
    const net = part !== null;
    const counted = part ?? total;
    if (net || tip === null)
      return {
        ...base,
        amount: counted.at,
        tax: tax?.at,
        shipping: net
          ? (shipping?.at ?? (shippingIn(part) ? undefined : first('shipping')?.at))
          : shipping
            ? undefined
            : first('shipping')?.at,
        discount: discount?.at ?? first('discount')?.at,
        includesTax: !net,
        beforeDiscount: net ? discount !== null : false,
      };
    return {
      ...base,
      amount: undefined,
      tax: tax?.at,
      shipping: shipping?.at ?? first('shipping')?.at,
      discount: discount?.at,
      includesTax: false,
      beforeDiscount: true,
    };
  }
  const pair = pairWithoutTax(table, money, found);
  const tipped = found.filter(({ tip, part }) => tip !== null && part !== null).sort(moreTelling(columns))[0];
  const amount =
    pair?.at ?? tipped?.part?.at ?? multiple(table, places, money, mark) ?? byWords(columns, places, money);
  const whole = money.find(({ at }) => at === amount) ?? null;
  const name = amount === undefined ? null : moneyName(table.header[amount] ?? '');
  const tax = first('tax');
  const sum = found.find(
    ({ total, part, shipping }) => total === whole && part !== null && shipping !== null,
  );
  const single = quantity === undefined && price === undefined;
  const paid =
    single &&
    name !== null &&
    ((name.isTotal && name.basis === null) || isPayment(table, table.header[amount ?? -1] ?? ''));
  const counted = whole?.values ?? product;
  const inside = tax !== undefined && counted !== null && isInside(tax.values, counted, ratesOf(table, mark));
  return {
    ...base,
    amount,
    tax: tax?.at,
    shipping:
      shippingIn(whole) || (single && places['product.name'] === undefined && (paid || pair !== undefined))
        ? undefined
        : (money.find((each) => each.name.role === 'shipping' && each.name.basis === name?.basis)?.at ??
          first('shipping')?.at),
    discount: first('discount')?.at,
    includesTax: tax && name?.basis !== 'net' && (sum !== undefined || paid || inside) ? true : null,
    beforeDiscount: discountIn(whole) ? false : null,
    tip: paid && name?.isTotal && !tipped ? first('tip')?.at : undefined,
  };
};

/** A net column before quantity × price; few terms before many; what was matched by its words before what was not. */
const moreTelling =
  (columns: readonly ColumnMatch[]) =>
  (a: Relation, b: Relation): number =>
    weight(a, columns) - weight(b, columns);

const weight = (
  { total, part, shipping, discount, tip }: Relation,
  columns: readonly ColumnMatch[],
): number =>
  (part === null ? 10 : 0) +
  (part?.name.basis === 'gross' ? 8 : 0) +
  (part?.name.of === 'order' && total.name.of === 'line' ? 8 : 0) +
  [shipping, discount, tip].filter((term) => term !== null).length * 2 +
  (columns[total.at]?.field === 'line.amount' || columns[part?.at ?? -1]?.field === 'line.amount' ? 0 : 1);

/** Net before gross where the words tell them apart; the plainer word before others; of a line before of an order. */
const byWords = (
  columns: readonly ColumnMatch[],
  places: Places,
  money: readonly MoneyColumn[],
): number | undefined => {
  const amounts = money.filter(({ name }) => name.role === 'amount');
  const matched = places['line.amount'];
  const known = amounts.find(({ at }) => at === matched);
  const ofOrder = amounts.length > 0 && amounts.every(({ name }) => name.of === 'order');
  if (places['line.unitPrice'] !== undefined && matched === undefined && ofOrder) return undefined;
  const net = amounts.filter(
    ({ name, at }) => name.basis === 'net' && at !== places['line.unitPrice'] && name.of !== 'order',
  );
  const isPair = net.length > 0 && amounts.some(({ name }) => name.basis === 'gross');
  if (isPair && known?.name.basis !== 'net') return net.at(-1)?.at;
  if (known || (matched !== undefined && amounts.length === 0)) return matched;
  // a price without a quantity is what was paid
  const price = places['line.unitPrice'];
  if (amounts.length === 0 && price !== undefined && places['line.quantity'] === undefined) return price;
  const free = amounts.filter(({ at }) => columns[at]?.field === null);
  return (
    free.find(({ name }) => name.basis === 'net') ??
    free.find(({ name }) => name.of === 'line') ??
    free.find(({ name }) => name.isTotal) ??
    free[0]
  )?.at;
};

const FIELD_OF = {
  amount: 'line.amount',
  tax: 'line.tax',
  shipping: 'line.shipping',
  discount: 'line.discount',
} as const;

const rewritten = (columns: readonly ColumnMatch[], choice: Choice): ColumnMatch[] =>
  columns.map((column, at) => {
    const part = (['amount', 'tax', 'shipping', 'discount'] as const).find((each) => choice[each] === at);
    if (part !== undefined && column.field !== FIELD_OF[part])
      return { ...column, field: FIELD_OF[part], confident: true, reason: 'How the columns add up says so.' };
    if (part === undefined && isMoneyField(column.field))
      return {
        ...column,
        field: null,
        confident: true,
        reason: 'Another column says the same more plainly.',
      };
    return column;
  });

const flags = (
  table: Table,
  choice: Choice,
  mark: DecimalMark,
): Pick<Money, 'amountIncludesTax' | 'amountBeforeDiscount'> => {
  const at: Places = {};
  for (const [field, place] of [
    ['line.amount', choice.amount],
    ['line.tax', choice.tax],
    ['line.discount', choice.discount],
    ['line.quantity', choice.quantity],
    ['line.unitPrice', choice.price],
  ] as const)
    if (place !== undefined) at[field] = place;
  const meaning = amountMeaning(table, at, mark);
  return {
    amountIncludesTax: choice.includesTax ?? meaning.amountIncludesTax,
    amountBeforeDiscount: choice.beforeDiscount ?? meaning.amountBeforeDiscount,
  };
};
