import type { Field } from '../../../shared/model/sale-field.ts';
import type { Adapted, Adapter, SaleLine } from '../check/adapter.ts';
import { SumRows } from '../check/sum-rows.ts';
import type { OrderShape, RowKinds } from '../plan/order-shape.ts';
import type { ReadPlan } from '../plan/read-plan.ts';
import { plainHeader } from '../sniff/columns/header-words.ts';
import { saysYes } from '../sniff/orders/order-shape.ts';
import { type LeftKind, leftKind } from '../sniff/orders/row-kinds.ts';
import { withoutColumns } from '../sniff/orders/split-payments.ts';
import { sumRowKind } from '../values/total-rows.ts';
import { verdictOf } from '../values/verdict.ts';
import { eachOrder, type Held, left, sale } from './adapting.ts';
import { moneyText } from './money-text.ts';
import { OrderHeads } from './order-heads.ts';
import { settlingLines } from './order-totals.ts';
import { shapedAmounts } from './shaped-amounts.ts';

/** What a plan says of a file without a known product. */
export type ShapedPlan = Pick<
  ReadPlan,
  'columns' | 'decimal' | 'digits' | 'currency' | 'amountIncludesTax' | 'amountBeforeDiscount' | 'statuses'
> & { readonly shape: OrderShape };

const REASONS: Readonly<Record<LeftKind, string>> = {
  void: 'a sale that does not count',
  payment: 'the payment of a sale that other rows tell',
  'no-sale': 'no sale',
  head: 'the sum of a sale whose lines follow',
  'gift-card': 'a gift card counts when it is spent, not when it is sold',
};

/** Turns the rows of a plain file into sales where several make up an order, or some are none. */
export const shapedOrders = (plan: ShapedPlan): Adapter => {
  const { shape, columns, decimal: mark, digits } = plan;
  const plain = moneyText({ mark, digits });
  // what is written here is read again with the file's own mark
  const money = { ...plain, write: (minor: number) => plain.write(minor).replace('.', mark) };
  const line = shape.whole ? { 'line.amount': shape.whole.line ?? undefined } : {};
  const fields = Object.entries({ ...columns, ...line }).flatMap(([field, at]) =>
    at === undefined ? [] : [[field as Field, at] as const],
  );
  const cell = (record: readonly string[], at: number | null | undefined): string =>
    at == null ? '' : (record[at] ?? '').trim();
  /** what the rows of an order share stands on its head row, or on the first of them */
  const carries = shape.carries || (shape.kinds?.heads.length ?? 0) > 0;
  const heads = new OrderHeads();
  const sums = new SumRows(columns);
  let heading = '';
  const isHeading = (record: readonly string[]): boolean =>
    shape.heading !== null && record.every((each, at) => (each.trim() === '') === (at !== shape.heading));
  /** of the head row above, where its lines leave theirs blank */
  let headNumber = '';
  let lastNumber = '';
  let lastApart = '';
  const numbers = new WeakMap<readonly string[], string>();
  /** The number with what tells it from others like it; what is blank there is as in the row above. */
  const numberOf = (record: readonly string[]): string => {
    const known = numbers.get(record);
    if (known !== undefined) return known;
    const number = cell(record, columns['order.id']) || headNumber;
    const told = shape.apart.map((at) => cell(record, at));
    const apart = told.filter((each) => each !== '').join(' · ');
    const isAbove = number === lastNumber && told.includes('') && lastApart.startsWith(apart);
    if (!isAbove) lastApart = apart;
    lastNumber = number;
    const whole = number === '' || lastApart === '' ? number : `${number} · ${lastApart}`;
    numbers.set(record, whole);
    return whole;
  };
  const isCredit = (record: readonly string[]): boolean => {
    const code = shape.kinds?.codes?.[cell(record, shape.kinds.at).toLowerCase()];
    if (code) return code === 'credit';
    const word = cell(record, shape.sign?.at);
    return shape.sign !== null && word !== '' && shape.sign.minus.includes(plainHeader(word) || word);
  };
  const otherName = (record: readonly string[], head: readonly string[]): SaleLine => {
    const own = (row: readonly string[]): string =>
      [columns['customer.name'], ...shape.names].map((at) => cell(row, at)).find((name) => name !== '') ?? '';
    if (shape.names.length === 0) return {};
    return { 'customer.name': own(record) || (carries ? own(head) : '') };
  };
  const lineOf = (record: readonly string[], head: readonly string[]): SaleLine => ({
    ...Object.fromEntries(
      fields.map(([field, at]) => {
        const own = cell(record, at);
        const shared = field !== 'order.type' && /^(order|customer)\./.test(field);
        return [field, own === '' && shared && carries ? cell(head, at) : own];
      }),
    ),
    ...(heading === '' ? otherName(record, head) : { 'customer.name': heading }),
    ...(shape.apart.length === 0 && headNumber === '' ? {} : { 'order.id': numberOf(record) }),
    ...(isCredit(record) ? { 'order.type': 'Credit note' } : {}),
  });
  const { listed, netOf, restOf } = shapedAmounts(plan, money);
  const known = new Map<string, LeftKind | null>();
  const leftKindOf = (kinds: RowKinds, word: string): LeftKind | null => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const kind = leftKind(kinds, word);
    known.set(word, kind);
    return kind;
  };
  const leftRow = (record: readonly string[], row: number): Adapted | null => {
    const isUndated = cell(record, columns['order.date']) === '';
    const amount = money.read(
      cell(record, shape.whole?.total ?? columns['line.amount'] ?? columns['line.unitPrice']),
    );
    const sum = isUndated
      ? (sumRowKind(record) ?? sums.undated(record, amount))
      : amount === null
        ? null
        : sums.dated(record, amount);
    if (!sum && amount !== null) sums.add(amount, record);
    if (sum)
      return left(row, sum, null, record.find((each) => each.trim() !== '') ?? '', 'A sum, not a sale.');
    const word = shape.kinds ? cell(record, shape.kinds.at) : '';
    const kind = shape.kinds && leftKindOf(shape.kinds, word);
    if (kind === 'head') {
      headNumber = '';
      const number = numberOf(record);
      heads.keep(number, record);
      if (shape.kinds?.headsNumber) headNumber = number;
    } else if (kind && kind !== 'payment') heads.spoil(numberOf(record));
    if (kind)
      return left(
        row,
        kind === 'head' ? 'subtotal-row' : kind === 'void' ? 'status-left-out' : 'not-a-sale',
        'order.type',
        word,
        `"${word}": ${REASONS[kind]}.`,
      );
    return null;
  };

  const voids = (record: readonly string[], head: readonly string[]): string | null => {
    if (shape.voided.some((at) => saysYes(cell(record, at)) || saysYes(cell(head, at)))) return 'void';
    const words = (ofDelivery: boolean): string[] =>
      (plan.statuses?.columns ?? []).flatMap((column) =>
        column.ofDelivery === ofDelivery
          ? cell(record, column.at) || (carries ? cell(head, column.at) : '')
          : [],
      );
    const verdict = verdictOf(words(false), words(true), true);
    return verdict?.kind === 'out' ? verdict.word : null;
  };

  const refundLine = (line: SaleLine, back: number): SaleLine => ({
    ...Object.fromEntries(Object.entries(line).filter(([field]) => /^(order|customer)\./.test(field))),
    'order.id': `${line['order.id'] ?? ''} refund`,
    'order.refersTo': line['order.id'] ?? '',
    'order.type': '',
    'product.name': 'Refund',
    'line.amount': money.write(-back),
  });

  const refundOf = (record: readonly string[], line: SaleLine): number => {
    if (!shape.refunded) return 0;
    const said = cell(record, shape.refunded.at);
    const net = netOf(line);
    if (net === null || net <= 0) return 0;
    if (shape.refunded.says === 'yes') return saysYes(said) ? net : 0;
    const back = Math.abs(money.read(said) ?? 0);
    const amount = listed(line) ?? 0;
    const tax = money.read(line['line.tax'] ?? '') ?? 0;
    if (shape.refunded.withTax && net + tax !== 0) return Math.round((back * net) / (net + tax));
    return plan.amountIncludesTax && amount !== 0 ? Math.round((back * net) / amount) : back;
  };

  const withoutTip = (line: SaleLine, record: readonly string[]): SaleLine => {
    const [tip, amount] = [cell(record, shape.tip), line['line.amount'] ?? ''].map((text) =>
      money.read(text),
    );
    return tip && amount ? { ...line, 'line.amount': money.write(amount - tip) } : line;
  };

  /** Rows of an order that repeat another one but for how it was paid. */
  const repeatsOf = (records: readonly Held[]): readonly boolean[] => {
    const said = new Map<string, Set<string>>();
    return records.map(({ record }) => {
      const content = withoutColumns(record, shape.tender);
      const paid = shape.tender.map((at) => cell(record, at)).join('\u0001');
      const means = said.get(content) ?? new Set();
      said.set(content, means);
      const repeats = means.size > 0 && !means.has(paid);
      means.add(paid);
      return repeats;
    });
  };

  const single = ({ record, row }: Held, head: readonly string[], isFirst: boolean): Adapted => {
    const whole = withoutTip(lineOf(record, head), record);
    const line = isFirst
      ? whole
      : {
          ...whole,
          ...Object.fromEntries(shape.once.map((field) => [field, field === 'line.amount' ? '0' : ''])),
        };
    const back = refundOf(record, line);
    return back === 0 ? sale(row, line) : sale(row, line, refundLine(line, back));
  };

  const order = (records: readonly [Held, ...Held[]]): Adapted[] => {
    const [first] = records;
    const own = heads.take(numberOf(first.record));
    const head = own?.record ?? first.record;
    const status = voids(head, head);
    const { whole } = shape;
    const lines = records.map(({ record }) => lineOf(record, head));
    const repeats = shape.tender.length > 0 ? repeatsOf(records) : [];
    if (whole === null) {
      const singles = records.map((held, index) => {
        if (repeats[index]) return sale(held.row, { ...lines[index], ...NOTHING });
        const spoilt = voids(held.record, head);
        return spoilt === null
          ? single(held, head, index === 0)
          : leftOut(held.row, spoilt, netOf(lines[index] ?? {}) ?? 0);
      });
      const rest = own?.isWhole ? restOf(lineOf(own.record, own.record), lines) : null;
      const [start, ...further] = singles;
      if (rest === null || !start || singles.some(({ leftOut: none }) => none)) return singles;
      return [sale(start.row, ...start.lines, rest), ...further];
    }
    const total = money.read(cell(head, whole.total));
    const [tax, tip, shipping] = [whole.tax, whole.tip, whole.shipping].map((at) =>
      money.read(cell(head, at)),
    );
    if (status !== null)
      return records.map(({ row }, index) =>
        leftOut(row, status, index === 0 ? (total ?? 0) - (tax ?? 0) : 0),
      );
    const amounts = lines.map((line) => listed(line));
    const articles = lines.map((line, index): SaleLine => {
      const { 'line.tax': _t, 'line.shipping': _s, 'line.discount': _d, ...rest } = line;
      const amount = amounts[index] ?? null;
      return amount === null ? rest : { ...rest, 'line.amount': money.write(amount) };
    });
    const common = Object.fromEntries(
      Object.entries(articles[0] ?? {}).filter(([field]) => /^(order|customer)\./.test(field)),
    );
    const sum = amounts.reduce((all: number, amount) => all + (amount ?? 0), 0);
    const refunded =
      shape.refunded === null
        ? 0
        : shape.refunded.says === 'yes'
          ? saysYes(cell(head, shape.refunded.at))
            ? total
            : 0
          : money.read(cell(head, shape.refunded.at));
    const settling = settlingLines(
      common,
      sum,
      {
        total: total === null || tip == null ? null : total - tip,
        tax: tax ?? null,
        shipping: shipping ?? null,
        refunded: refunded === null ? null : Math.abs(refunded),
      },
      money,
    ) ?? [{ ...common, 'line.amount': cell(head, whole.total) }];
    return articles.map((line, index) => sale(records[index]!.row, line, ...(index === 0 ? settling : [])));
  };

  let current = '';
  let unnumbered = 0;
  const idOf = (record: readonly string[]): string => {
    const own =
      shape.apart.length > 0 || headNumber !== '' ? numberOf(record) : cell(record, columns['order.id']);
    const continued = own === '' && shape.carries && cell(record, columns['order.date']) === '';
    if (!continued) current = own !== '' || !shape.carries ? own : `${++unnumbered}`;
    return current;
  };
  const orders = eachOrder(idOf, order);
  return {
    take: (record, row) => {
      if (isHeading(record)) {
        const before = orders.end();
        heading = cell(record, shape.heading);
        const message = 'The heading of a customer: it names whose sales follow.';
        return [...before, left(row, 'subtotal-row', null, heading, message)];
      }
      const none = leftRow(record, row);
      return none ? [none] : orders.take(record, row);
    },
    end: orders.end,
  };
};

/** Another payment of what is counted already. */
const NOTHING = {
  'line.amount': '0',
  'line.unitPrice': '',
  'line.quantity': '',
  'line.tax': '',
  'line.shipping': '',
  'line.discount': '',
} as const;

const leftOut = (row: number, word: string, amount: number): Adapted =>
  left(
    row,
    'status-left-out',
    'order.status',
    word,
    `The sale is marked "${word}" and does not count.`,
    amount,
  );
