import type { IssueCode } from '../../../shared/model/importing.ts';
import type { Field } from '../../../shared/model/sale-field.ts';
import type { Adapted, Adapter, LeftOut, SaleLine } from '../check/adapter.ts';

export const sale = (row: number, ...lines: readonly SaleLine[]): Adapted => ({ row, lines, leftOut: null });

export const left = (
  row: number,
  code: IssueCode,
  field: Field | null,
  value: string,
  message: string,
  amount: number | null = 0,
): Adapted => {
  const leftOut: LeftOut = { code, field, value, message, amount: amount ?? 0 };
  return { row, lines: [], leftOut };
};

/** A record whose state says that it does not count. @param amount minor units that are left out with it */
export const statusOut = (row: number, status: string, message: string, amount: number | null = 0): Adapted =>
  left(row, 'status-left-out', 'order.status', status, message, amount);

/** A record of a kind that is no sale. @param amount minor units that are left out with it */
export const noSale = (row: number, type: string, message: string, amount: number | null = 0): Adapted =>
  left(row, 'not-a-sale', 'order.type', type, message, amount);

/** The number of a sale, or of a refund that names its sale. @param which tells several refunds of a sale apart */
export const orderNumber = (id: string, isRefund: boolean, which = ''): SaleLine =>
  isRefund && id !== ''
    ? { 'order.id': `${id} refund ${which}`.trimEnd(), 'order.refersTo': id }
    : { 'order.id': id };

/** An adapter for exports in which each record stands for itself. */
export const eachRecord = (adapt: (record: readonly string[], row: number) => Adapted): Adapter => ({
  take: (record, row) => [adapt(record, row)],
  end: () => [],
});

export type Held = { readonly record: readonly string[]; readonly row: number };

/** All records of an order whose state says that it does not count. @param amountOf minor units left out with each */
export const orderOut = (
  records: readonly Held[],
  status: string,
  message: string,
  amountOf: (record: readonly string[], index: number) => number | null,
): readonly Adapted[] =>
  records.map(({ record, row }, index) => statusOut(row, status, message, amountOf(record, index)));

/** An adapter for exports that spread an order over several records, which follow one another. */
export const eachOrder = (
  orderOf: (record: readonly string[]) => string,
  adapt: (records: readonly [Held, ...Held[]]) => readonly Adapted[],
): Adapter => {
  let held: Held[] = [];
  let current = '';
  const release = (): readonly Adapted[] => {
    const [first, ...rest] = held;
    held = [];
    return first ? adapt([first, ...rest]) : [];
  };
  return {
    take: (record, row) => {
      const order = orderOf(record);
      const out = order === current && order !== '' ? [] : release();
      current = order;
      held.push({ record, row });
      return out;
    },
    end: release,
  };
};
