import type { OrderShape, WholeOrder } from '../../plan/order-shape.ts';
import type { DecimalMark } from '../../values/decimal.ts';
import { plainHeader } from '../columns/header-words.ts';
import type { Places } from '../columns/places.ts';
import type { Money } from '../money/decide-money.ts';
import { type MoneyColumn, moneyColumns, quantityTimesPrice } from '../money/money-columns.ts';
import type { Table } from '../table/dialect.ts';
import { signColumn } from './debit-credit.ts';
import { type OrderGroups, orderGroups } from './order-groups.ts';
import { otherNames } from './other-names.ts';
import { rowKinds } from './row-kinds.ts';
import { sharedNumbers } from './shared-numbers.ts';
import { splitPayments } from './split-payments.ts';

/**
 * Tells how the rows of a file of sales make up orders.
 * @param at where its fields are, once the money is decided
 * @param decided the column of tips that are in the amount; what the owner has said of the money stays as it is
 */
export const orderShape = (
  table: Table,
  at: Places,
  mark: DecimalMark,
  { tip, isTold, amountIncludesTax }: Pick<Money, 'tip' | 'isTold' | 'amountIncludesTax'>,
): OrderShape | null => {
  const money = moneyColumns(table, mark).filter(
    ({ likeRates, at: column }) => !likeRates || column === at['line.tax'],
  );
  const groups = orderGroups(table, at);
  const whole = groups && !isTold ? wholeOrder(groups, money, at, quantityTimesPrice(table, at, mark)) : null;
  const shape: OrderShape = {
    kinds: rowKinds(table, at),
    voided: table.header.flatMap((name, column) => (isVoid(name, table, column) ? [column] : [])),
    refunded: refundedIn(table, at, money, amountIncludesTax),
    carries: groups?.carries ?? false,
    whole,
    heading: headingOf(table, at),
    names: otherNames(table, at),
    sign: signColumn(table, at, mark),
    tender: whole ? [] : splitPayments(table, at, mark),
    apart: sharedNumbers(table, at),
    tip: whole ? null : tip,
    once: groups && !whole && !isTold ? repeated(groups, money, at) : [],
  };
  const plain =
    !shape.kinds &&
    shape.voided.length === 0 &&
    !shape.refunded &&
    !shape.carries &&
    !whole &&
    shape.tip === null &&
    shape.heading === null &&
    shape.names.length === 0 &&
    shape.sign === null &&
    shape.tender.length === 0 &&
    shape.apart.length === 0 &&
    shape.once.length === 0;
  return plain ? null : shape;
};

/** Reports by customer name each customer once, on a row with nothing else, and leave that column blank below. */
const headingOf = (table: Table, at: Places): number | null => {
  const day = at['order.date'];
  if (day === undefined) return null;
  const filled = (row: readonly string[]): number[] =>
    row.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]));
  const [column] = table.sample.flatMap((row) => {
    const cells = filled(row);
    return cells.length === 1 && cells[0] !== day && /\p{L}/u.test(row[cells[0] ?? 0] ?? '') ? cells : [];
  });
  const named = column === undefined ? '' : (table.header[column] ?? '').trim();
  if (column === undefined || !(named === '' || column === at['customer.name'])) return null;
  const sales = table.sample.filter((row) => (row[day] ?? '').trim() !== '');
  const blank = sales.filter((row) => (row[column] ?? '').trim() === '');
  return sales.length > 0 && blank.length > sales.length * 0.9 ? column : null;
};

const VOID =
  /^((is|was) )?(void|voided|cancel|cancelled|canceled|deleted|storno|storniert|annule|annulee|anulado|anulada|annullato|annullata|geannuleerd|cancelado|cancelada|anulou|test|test mode|is test|test order)$/;
const YES = /^(true|yes|y|1|x|ja|oui|si|sí|sim)$/i;
const NO = /^(false|no|n|0|nein|non|nee|não|nao|-)?$/i;

const isVoid = (name: string, table: Table, column: number): boolean =>
  VOID.test(plainHeader(name)) &&
  table.sample.every((row) => YES.test((row[column] ?? '').trim()) || NO.test((row[column] ?? '').trim()));

export const saysYes = (cell: string): boolean => YES.test(cell.trim());

const refundedIn = (
  table: Table,
  at: Places,
  money: readonly MoneyColumn[],
  amountIncludesTax: boolean,
): OrderShape['refunded'] => {
  const yes = table.header.findIndex(
    (name, column) =>
      /^(fully |is |was )?(refunded|erstattet|rembourse|reembolsado|rimborsato|terugbetaald)$/.test(
        plainHeader(name),
      ) &&
      table.sample.every(
        (row) => YES.test((row[column] ?? '').trim()) || NO.test((row[column] ?? '').trim()),
      ) &&
      table.sample.some((row) => YES.test((row[column] ?? '').trim())) &&
      (name.trim().endsWith('?') || table.sample.some((row) => /[a-z]/i.test(row[column] ?? ''))),
  );
  const told = money.filter(({ name }) => name.role === 'refund');
  // the first refund may come late in a file
  const some = told.find(({ values }) => values.some((value) => value !== 0 && !Number.isNaN(value)));
  const column = some ?? (yes < 0 ? told[0] : undefined);
  if (column && !isTakenOff(column, at['line.amount'], money))
    return { at: column.at, says: 'amount', withTax: !amountIncludesTax && isPaidBack(column, at, money) };
  return yes >= 0 && !some ? { at: yes, says: 'yes', withTax: false } : null;
};

/** Beside amounts without tax: what goes back is what was paid, unless the words or a whole refund say that it is without too. */
const isPaidBack = (refund: MoneyColumn, at: Places, money: readonly MoneyColumn[]): boolean => {
  const valuesAt = (column: number | undefined): Float64Array | undefined =>
    money.find((each) => each.at === column)?.values;
  const [amount, tax] = [valuesAt(at['line.amount']), valuesAt(at['line.tax'])];
  if (!amount || !tax || refund.name.basis === 'net') return false;
  return ![...refund.values.keys()].some(
    (row) =>
      tax[row] && refund.values[row] && Math.abs(Math.abs(refund.values[row]!) - amount[row]!) < 0.0051,
  );
};

/** The amount has it taken off already: another column less this one is the amount. */
const isTakenOff = (
  refund: MoneyColumn,
  amount: number | undefined,
  money: readonly MoneyColumn[],
): boolean => {
  const counted = money.find(({ at }) => at === amount);
  if (!counted) return false;
  const rows = [...refund.values.keys()].filter(
    (row) => refund.values[row] && !Number.isNaN(refund.values[row] ?? 0),
  );
  return money.some(
    (other) =>
      rows.length > 0 &&
      other !== counted &&
      other.name.role === 'amount' &&
      rows.every(
        (row) =>
          Math.abs(
            (other.values[row] ?? 0) - Math.abs(refund.values[row] ?? 0) - (counted.values[row] ?? 0),
          ) < 0.0051,
      ),
  );
};

/** An order's total that occurs once or on every row, beside lines that have prices of their own. */
const wholeOrder = (
  groups: OrderGroups,
  money: readonly MoneyColumn[],
  at: Places,
  product: Float64Array | null,
): WholeOrder | null => {
  const ofOrder = (role: string): MoneyColumn[] =>
    money.filter(
      (column) =>
        column.name.role === role && column.at !== at['line.unitPrice'] && groups.isOfOrder(column.values),
    );
  const priced = at['line.unitPrice'] !== undefined;
  const own = money.filter(({ name, values }) => name.role === 'amount' && !groups.isOfOrder(values));
  const line = own.find((column) => column.at === at['line.amount']) ?? (priced ? undefined : own[0]);
  const sum = ({ values }: MoneyColumn): number => values.reduce((all, value) => all + (value || 0), 0);
  const totals = ofOrder('amount')
    .filter(({ name }) => name.basis !== 'net' && name.isTotal)
    .sort((a, b) => sum(b) - sum(a));
  const lines = line?.values ?? product;
  const total = totals.find(
    ({ name, values }) => name.of !== 'line' && lines !== null && groups.areSumsOf(values, lines),
  );
  if (!total) return null;
  return {
    total: total.at,
    tax: ofOrder('tax').sort((a, b) => sum(b) - sum(a))[0]?.at ?? null,
    tip: ofOrder('tip')[0]?.at ?? null,
    shipping: ofOrder('shipping')[0]?.at ?? null,
    line: line?.at ?? null,
  };
};

/** What is on every row of an order, but is the order's own, counts once. */
const repeated = (groups: OrderGroups, money: readonly MoneyColumn[], at: Places): OrderShape['once'] => {
  const again = (field: 'line.shipping' | 'line.amount' | 'line.tax' | 'line.discount'): boolean => {
    const column = money.find((each) => each.at === at[field]);
    return column !== undefined && column.name.of !== 'line' && groups.isRepeated(column.values);
  };
  const priced = at['line.unitPrice'] !== undefined;
  const told = money.find((each) => each.at === at['line.amount']);
  const ofOrder = told?.name.of === 'order';
  const amount =
    !priced && told !== undefined && (ofOrder || groups.isNoPrice(told.values)) && again('line.amount');
  return [
    ...(again('line.shipping') ? (['line.shipping'] as const) : []),
    ...(amount ? (['line.amount'] as const) : []),
    ...(amount && again('line.tax') ? (['line.tax'] as const) : []),
    ...(amount && again('line.discount') ? (['line.discount'] as const) : []),
  ];
};
